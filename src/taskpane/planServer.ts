/** Answers the pane's requests for plans: the worker without its global scope. */
import type { WorkbookContent } from "../domain/grid";
import { carryOut } from "./planning";
import type { Contribution, HeldContribution, PlanOrder, PlanReport, PlanRequest } from "./planProtocol";

/** Milliseconds from one word about progress to the next: each makes the pane draw. */
const PAUSE = 100;

/** Takes orders one after the other; what there is to say of them goes to `report`. */
export function planServer(report: (said: PlanReport) => void): (order: PlanOrder) => void {
  const held = new Map<number, WorkbookContent>();

  const withWorkbook = ({ workbook, ...said }: HeldContribution): Contribution => {
    const content = held.get(workbook);
    if (!content) throw new RangeError(`Workbook ${workbook} was not sent`);
    return { ...said, workbook: content };
  };
  const answer = ({ id, work, options, contributions }: PlanRequest): PlanReport => {
    let told = performance.now();
    const onProgress = (fraction: number): void => {
      if (performance.now() - told < PAUSE) return;
      told = performance.now();
      report({ kind: "progress", id, fraction });
    };
    try {
      const result = carryOut(work, contributions.map(withWorkbook), options, onProgress);
      return { kind: "done", id, result };
    } catch (error) {
      return { kind: "failed", id, message: error instanceof Error ? error.message : String(error) };
    }
  };
  return (order) => {
    if (order.kind === "hold") held.set(order.held, order.workbook);
    else report(answer(order));
  };
}
