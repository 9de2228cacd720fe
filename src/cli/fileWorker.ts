/** A worker thread of the command line: does what it is told with one file after the other. */
import { parentPort } from "node:worker_threads";
import type { WorkReport } from "../files/guardedWork";
import { type FileResult, type FileWork, handedOver, type WorkKind, workOn } from "./fileWork";

/** To the worker. It is answered in the order of asking. */
export interface FileOrder<Kind extends WorkKind = WorkKind> {
  readonly kind: Kind;
  readonly path: string;
  readonly options: FileWork[Kind]["options"];
}

export type FileReport = WorkReport<FileResult<WorkKind>>;

export function serveOrders(): void {
  const say = (report: FileReport): void => {
    parentPort?.postMessage(report, report.kind === "done" ? handedOver(report.answer) : []);
  };
  let last = Promise.resolve();
  const carryOut = async ({ kind, path, options }: FileOrder): Promise<void> => {
    const answer = await workOn(kind, path, options, () => say({ kind: "fetched" }));
    say({ kind: "done", answer });
  };
  parentPort?.on("message", (order: FileOrder) => {
    last = last.then(() => carryOut(order));
  });
  say({ kind: "running" });
}
