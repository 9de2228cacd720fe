/** What the pages that merge and check files ask of the layers below: computed in a worker. Loaded with those pages. */
import type { FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";
import type { Conflict, Decisions } from "../domain/merge/conflicts";
import type { RowChange } from "../domain/merge/mergeRows";
import type { Choice } from "../domain/merge/threeWay";
import type { DrawOutcome } from "../excel";
import type { Round } from "../schemes";
import { exclusively, openWorkbook } from "./openWorkbook";
import type { Contribution, PlannedMerge } from "./planProtocol";
import { type AskOptions, newPlanner } from "./planner";
import { today } from "./services";
import type { WriteRequest } from "./writerProtocol";

export type { Choice, Conflict, Contribution, Decisions, RowChange };
export type MergePlan = PlannedMerge["plan"];

const planner = newPlanner(
  () => new Worker(new URL("./planWorker.ts", import.meta.url), { name: "planWorker" })
);

/** No files are left to work on: the memory is given back. */
export const restPlanning = planner.rest;

/** What is to be merged. */
export interface MergeRequest {
  readonly contributions: readonly Contribution[];
  /** Null: the round of the merged tables so far, else the one that most files state. */
  readonly round: Round | null;
  readonly language: Language;
}

/** What a merge would do, before it does anything. */
export interface MergePreview extends PlannedMerge {
  readonly request: MergeRequest;
}

export async function previewMerge(request: MergeRequest, asked?: AskOptions): Promise<MergePreview> {
  const { contributions, round, language } = request;
  const options = { open: await openWorkbook.read(), round, language, asOf: today() };
  return { request, ...(await planner.ask("preview", contributions, options, asked)) };
}

/** Null: the workbook was changed since the preview, and nothing was written. */
export type MergeOutcome = DrawOutcome | null;

interface WriteOptions extends AskOptions {
  /** From now on it cannot be stopped. */
  readonly onDraw?: () => void;
}

/** Writes what was previewed, with every conflict decided. What was not shown is never written. */
export async function writeMerge(
  { request, fingerprint }: MergePreview,
  decisions: Decisions,
  { onDraw, ...asked }: WriteOptions = {}
): Promise<MergeOutcome> {
  const { contributions, round, language } = request;
  const open = await openWorkbook.read();
  const options = { open, round, language, asOf: today(), decisions, shown: fingerprint };
  const spec = await planner.ask("write", contributions, options, asked);
  if (!spec) return null;
  if (asked.signal?.aborted) throw asked.signal.reason;
  onDraw?.();
  return exclusively(async ({ read, draw }) => {
    // What somebody has changed while it was computed would be lost.
    if (!holdSame(open, await read())) return null;
    return draw(spec, { existing: "replace", recoverable: true });
  });
}

/** True when all sheets hold the same, cell by cell. */
function holdSame(before: WorkbookContent, now: WorkbookContent): boolean {
  return (
    before.sheets.length === now.sheets.length &&
    before.sheets.every((grid, index) => {
      const other = now.sheets[index];
      return (
        other !== undefined &&
        grid.sheet === other.sheet &&
        grid.top === other.top &&
        grid.left === other.left &&
        grid.values.length === other.values.length &&
        grid.values.every((row, at) => JSON.stringify(row) === JSON.stringify(other.values[at]))
      );
    })
  );
}

/** Checks files one by one against the round that each states, else the most recent one; `round` stands above both. */
export function checkFiles(
  { contributions, round, language }: MergeRequest,
  asked?: AskOptions
): Promise<readonly FileCheck[]> {
  return planner.ask("check", contributions, { round, language, asOf: today() }, asked);
}

/** For every unit among the files its returned workbook, Vietnamese as letters are; null when no unit is known. */
export function repliesTo(
  { contributions, round }: Omit<MergeRequest, "language">,
  asked?: AskOptions
): Promise<WriteRequest | null> {
  return planner.ask("reply", contributions, { round, asOf: today() }, asked);
}
