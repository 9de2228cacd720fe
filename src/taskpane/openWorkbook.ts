/** The workbook that the pane works on: the one open in Excel, or a file in memory where there is no Excel. */
import type { WorkbookContent } from "../domain/grid";
import * as excel from "../excel";
import type { SheetSpec, WorkbookSpec } from "../layout/sheetSpec";

export interface OpenWorkbook {
  /** All of its cells. */
  readonly read: () => Promise<WorkbookContent>;
  /** Draws the sheets of a spec into it; rejects when nothing of them is left in it. */
  readonly draw: (spec: WorkbookSpec, options: excel.DrawOptions) => Promise<excel.DrawOutcome>;
}

const inExcel: OpenWorkbook = { read: excel.readOpenWorkbook, draw: excel.drawWorkbook };
let current = inExcel;

/** Said once, when the pane starts where there is no Excel. */
export function workOn(workbook: OpenWorkbook): void {
  current = workbook;
}

/** The last of what draws, takes back or recovers; it never rejects. */
let lastChange: Promise<unknown> = Promise.resolve();

/**
 * Does what changes whole sheets once all of it that began before is over: a page stays in view while another one draws, and
 * half of a drawing is no state to begin from.
 * @param work reads and draws by what it is given; `openWorkbook` would wait for itself
 */
export function exclusively<T>(work: (workbook: OpenWorkbook) => Promise<T>): Promise<T> {
  const change = lastChange.then(() => work({ read: current.read, draw }));
  lastChange = change.catch(() => undefined);
  return change;
}

export const openWorkbook: OpenWorkbook = {
  read: () => lastChange.then(() => current.read()),
  draw: (spec, options) => exclusively((workbook) => workbook.draw(spec, options)),
};

async function draw(spec: WorkbookSpec, options: excel.DrawOptions): Promise<excel.DrawOutcome> {
  const outcome = await current.draw(spec, options);
  spec.sheets.filter(({ name }) => outcome.drawn.includes(name)).forEach(remember);
  if (outcome.undo) numbers.set(outcome.undo, (drawings += 1));
  return outcome;
}

/** What was drawn since the pane was opened, by the names of the sheets, the latest first. */
const drawn = new Map<string, readonly SheetSpec[]>();
/** Of each sheet: the one that is shown, and the one that comes back when that is taken back. Large tables take much memory. */
const MOST_VERSIONS = 2;

function remember(sheet: SheetSpec): void {
  drawn.set(sheet.name, [sheet, ...(drawn.get(sheet.name) ?? [])].slice(0, MOST_VERSIONS));
}

/** Cells of these sheets that somebody has written into since they were drawn; what we have drawn over them does not count. */
export function changedSinceDrawn(names: readonly string[]): Promise<readonly excel.Place[]> {
  return excel.changedSince(names.map((name) => ({ name, versions: drawn.get(name) ?? [] })));
}

/** Drawings since the pane was opened, numbered in order. The tokens hold whole sheets: they are kept by those who show them. */
const numbers = new WeakMap<excel.DrawToken, number>();
let drawings = 0;

interface TakenBack {
  readonly sheets: readonly string[];
  readonly number: number;
  /** The last drawing of that time: later ones began from what came back. */
  readonly last: number;
}
let takenBack: readonly TakenBack[] = [];

/**
 * Takes back what the pane has done, as `excel.undo` does. False, too, for a drawing upon one that was taken back before it:
 * what was there in between does not come back.
 */
export function undoInOrder(token: excel.UndoToken): Promise<boolean> {
  return exclusively(async () => {
    if (token.kind !== "draw") return excel.undo(token);
    const number = numbers.get(token);
    const sheets = sheetsOf(token);
    const isOutdated = takenBack.some(
      (earlier) =>
        number !== undefined &&
        earlier.number < number &&
        number <= earlier.last &&
        earlier.sheets.some((name) => sheets.includes(name))
    );
    if (isOutdated) return false;
    const isDone = await excel.undo(token);
    if (number !== undefined) takenBack = [...takenBack, { sheets, number, last: drawings }];
    return isDone;
  });
}

/** Names of all sheets that a drawing has made or replaced. */
export function sheetsOf({ added, replaced }: excel.DrawToken): readonly string[] {
  return [...added, ...replaced].map(({ name }) => name);
}
