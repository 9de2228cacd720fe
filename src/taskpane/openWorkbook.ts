/** The workbook that the pane works on: the one open in Excel, or a file in memory where there is no Excel. */
import type { WorkbookContent } from "../domain/grid";
import * as excel from "../excel";
import type { WorkbookSpec } from "../layout/sheetSpec";

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
  draw: (spec, options) => current.draw(spec, options),
};
