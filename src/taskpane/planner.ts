/**
 * Has plans made in a worker, which is started when it is first wanted and kept with the files that it was sent. To stop
 * a plan is to end the worker; the next request has a new one.
 */
import type { WorkbookContent } from "../domain/grid";
import { PLANNING_FAILED } from "./failures";
import { inSlices } from "./inSlices";
import type {
  Contribution,
  HeldContribution,
  PlanKind,
  PlanOrder,
  PlanReport,
  PlanWork,
} from "./planProtocol";

/** The part of a `Worker` that is used here. */
export interface PlanWorker {
  onmessage: ((event: MessageEvent<PlanReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  readonly postMessage: (order: PlanOrder) => void;
  readonly terminate: () => void;
}

/** The worker could not be started, crashed (mostly for want of memory) or met a fault of ours. */
export class PlanningFailed extends Error {
  override readonly name = PLANNING_FAILED;
}

export interface AskOptions {
  /** Aborted: the request is given up, and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told how much is done, from 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

export interface Planner {
  /** Rejects with `PlanningFailed`, or with the reason of the signal. */
  readonly ask: <Kind extends PlanKind>(
    work: Kind,
    contributions: readonly Contribution[],
    options: PlanWork[Kind]["options"],
    asked?: AskOptions
  ) => Promise<PlanWork[Kind]["result"]>;
  /** Gives the memory back, as soon as nothing is being done any more. */
  readonly rest: () => void;
}

type Result = PlanWork[PlanKind]["result"];

interface Pending {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: (fraction: number) => void;
}

/** A worker, what it has been sent and what it owes. */
interface Lane {
  readonly worker: PlanWorker;
  readonly held: Map<WorkbookContent, number>;
  readonly pending: Map<number, Pending>;
  resting: boolean;
}

export function newPlanner(newWorker: () => PlanWorker): Planner {
  let current: Lane | null = null;
  let requests = 0;

  const end = (lane: Lane): void => {
    lane.worker.terminate();
    if (current === lane) current = null;
  };
  const settle = (lane: Lane, id: number, how: (pending: Pending) => void): void => {
    const pending = lane.pending.get(id);
    lane.pending.delete(id);
    if (lane.resting && lane.pending.size === 0) end(lane);
    if (pending) how(pending);
  };
  const lose = (lane: Lane, reason: string): void => {
    end(lane);
    for (const id of [...lane.pending.keys()]) {
      settle(lane, id, ({ reject }) => reject(new PlanningFailed(reason)));
    }
  };
  const hear = (lane: Lane, report: PlanReport): void => {
    if (report.kind === "progress") lane.pending.get(report.id)?.onProgress(report.fraction);
    else if (report.kind === "done") settle(lane, report.id, ({ resolve }) => resolve(report.result));
    else settle(lane, report.id, ({ reject }) => reject(new PlanningFailed(report.message)));
  };
  const hire = (): Lane => {
    const lane: Lane = { worker: newWorker(), held: new Map(), pending: new Map(), resting: false };
    lane.worker.onmessage = ({ data }) => hear(lane, data);
    lane.worker.onerror = ({ message }) => lose(lane, message);
    lane.worker.onmessageerror = () => lose(lane, "An answer could not be read");
    return lane;
  };
  /** The others that are waiting, if any, keep the worker busy with what nobody wants: that is rare and does no harm. */
  const giveUp = (lane: Lane, id: number, reason: unknown): void => {
    settle(lane, id, ({ reject }) => reject(reason));
    if (lane.pending.size === 0) end(lane);
  };

  const request = async (
    id: number,
    work: PlanKind,
    contributions: readonly Contribution[],
    options: PlanWork[PlanKind]["options"],
    { signal, onProgress = () => undefined }: AskOptions
  ): Promise<Result> => {
    if (signal?.aborted) throw signal.reason;
    const lane = current ?? hire();
    current = lane;
    lane.resting = false;
    const result = new Promise<Result>((resolve, reject) =>
      lane.pending.set(id, { resolve, reject, onProgress })
    );
    const stop = (): void => giveUp(lane, id, signal?.reason);
    signal?.addEventListener("abort", stop);
    inSlices(send(lane, contributions), { signal })
      .then((held) => lane.worker.postMessage({ kind: "do", id, work, options, contributions: held }))
      .catch((error: unknown) => settle(lane, id, ({ reject }) => reject(error)));
    return result.finally(() => signal?.removeEventListener("abort", stop));
  };

  return {
    // What a request of a kind is answered with is of that kind.
    ask: (work, contributions, options, asked = {}) =>
      request((requests += 1), work, contributions, options, asked) as Promise<never>,
    rest: () => {
      if (!current) return;
      if (current.pending.size === 0) end(current);
      else current.resting = true;
    },
  };
}

/** Sends the files that the worker does not have, one by one: copying them takes time, in which the pane must answer. */
function* send(
  { worker, held }: Lane,
  contributions: readonly Contribution[]
): Generator<void, readonly HeldContribution[]> {
  const sent: HeldContribution[] = [];
  for (const { workbook, ...said } of contributions) {
    const known = held.get(workbook) ?? held.size;
    if (known === held.size) {
      worker.postMessage({ kind: "hold", held: known, workbook });
      held.set(workbook, known);
      yield;
    }
    sent.push({ ...said, workbook: known });
  }
  return sent;
}
