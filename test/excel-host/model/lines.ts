/** Sizes of rows and columns as Excel tells them: what is hidden measures nothing, and a size of nothing hides. */
import type { Spreadsheet } from "../spreadsheet/spreadsheet";

export function columnWidth(spreadsheet: Spreadsheet, sheetId: string, column: number): number {
  return spreadsheet.isColumnHidden(sheetId, column) ? 0 : spreadsheet.columnWidth(sheetId, column);
}

export function setColumnWidth(
  spreadsheet: Spreadsheet,
  sheetId: string,
  from: number,
  to: number,
  points: number
): void {
  spreadsheet.setColumnsHidden(sheetId, from, to, points === 0);
  if (points > 0) {
    spreadsheet.setColumnWidth(sheetId, from, to, points);
  }
}

export function rowHeight(spreadsheet: Spreadsheet, sheetId: string, row: number): number {
  return spreadsheet.isRowHidden(sheetId, row) ? 0 : spreadsheet.rowHeight(sheetId, row);
}

export function setRowHeight(
  spreadsheet: Spreadsheet,
  sheetId: string,
  from: number,
  to: number,
  points: number
): void {
  spreadsheet.setRowsHidden(sheetId, from, to, points === 0);
  if (points > 0) {
    spreadsheet.setRowHeight(sheetId, from, to, points);
  }
}
