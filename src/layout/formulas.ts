/** Building blocks of formulas. Ranges are A1, not structured references: every engine in use reads those. */
import { cellAddress, columnLetters } from "../domain/grid";

/** Last row (one-based) that formulas over the merged tables look at: room for rows that are added by hand. */
export const LAST_FORMULA_ROW = 5000;

/** The same for tables of any length. */
export function lastFormulaRow(rows: number): number {
  const steps = Math.ceil((rows + ROOM) / LAST_FORMULA_ROW);
  return Math.max(1, steps) * LAST_FORMULA_ROW;
}

/** Rows that can always be added by hand, titles and headings included. */
const ROOM = 500;

/** Absolute range of one column of another sheet; rows are zero-based, both included. */
export function columnRange(sheet: string, column: number, top: number, bottom: number): string {
  const letters = columnLetters(column);
  return `${quotedSheet(sheet)}!$${letters}$${top + 1}:$${letters}$${bottom + 1}`;
}

/** Absolute reference to one cell of another sheet. */
export function sheetCell(sheet: string, row: number, column: number): string {
  return `${quotedSheet(sheet)}!$${columnLetters(column)}$${row + 1}`;
}

/** Reference to a cell of the same sheet that keeps its column when it is copied. */
export function rowCell(row: number, column: number): string {
  return `$${cellAddress(row, column)}`;
}

/** Absolute range of one column of the same sheet; rows are zero-based, both included. */
export function cellRange(column: number, top: number, bottom: number): string {
  const letters = columnLetters(column);
  return `$${letters}$${top + 1}:$${letters}$${bottom + 1}`;
}

/** A text as a formula writes it. */
export function quotedText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

function quotedSheet(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}
