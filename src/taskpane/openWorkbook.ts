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

let current: OpenWorkbook = { read: excel.readOpenWorkbook, draw: excel.drawWorkbook };

/** Said once, when the pane starts where there is no Excel. */
export function workOn(workbook: OpenWorkbook): void {
  current = workbook;
}

export const openWorkbook: OpenWorkbook = {
  read: () => current.read(),
  draw: async (spec, options) => {
    const outcome = await current.draw(spec, options);
    spec.sheets.filter(({ name }) => outcome.drawn.includes(name)).forEach(remember);
    return outcome;
  },
};

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
