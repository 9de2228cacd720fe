/** Formulas that come to another cell: what they say of other cells relatively goes with them. */
import { columnName, parseArea } from "../addresses";
import { COLUMN_COUNT, ROW_COUNT } from "../areas";

/** Texts in quotes and sheet names stay whole; a cell is no part of a longer word and no function. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|(?<![\p{L}\p{N}_.\\$])(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.\\(!])/gu;

/** The formula as Excel copies it that many rows down and columns to the right; what leaves the sheet is `#REF!`. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    PIECES,
    (piece: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      const cell = letters === undefined ? null : parseArea(piece);
      if (!cell || digits === undefined) {
        return piece;
      }
      const column = fixedColumn === "$" ? cell.left : cell.left + columns;
      const row = fixedRow === "$" ? cell.top : cell.top + rows;
      const isInside = column >= 0 && column < COLUMN_COUNT && row >= 0 && row < ROW_COUNT;
      return isInside ? `${fixedColumn}${columnName(column)}${fixedRow}${row + 1}` : "#REF!";
    }
  );
}

/**
 * The formula of a cell (zero-based place) as Excel turns it into another place: references that are relative in both
 * directions have their distances exchanged, the others go along as usual.
 */
export function turnedFormula(
  formula: string,
  from: { readonly row: number; readonly column: number },
  to: { readonly row: number; readonly column: number }
): string {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  return formula.replace(
    PIECES,
    (piece: string, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      const cell = letters === undefined || digits === undefined ? null : parseArea(piece);
      if (!cell) {
        return piece;
      }
      if (fixedColumn === "$" || fixedRow === "$") {
        return movedFormula(piece, rows, columns);
      }
      const row = to.row + cell.left - from.column;
      const column = to.column + cell.top - from.row;
      const isInside = column >= 0 && column < COLUMN_COUNT && row >= 0 && row < ROW_COUNT;
      return isInside ? `${columnName(column)}${row + 1}` : "#REF!";
    }
  );
}
