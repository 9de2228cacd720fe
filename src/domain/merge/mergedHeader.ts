/** Where a table of the merged workbook begins, by the titles of its columns. */
import type { MergedColumn } from "../../schemes/mergedColumns";
import type { Grid } from "../grid";
import { wordKey } from "../text/normalize";
import { cellText } from "../values/cells";

/** Where a merged table begins, zero-based. */
export interface MergedHeader {
  readonly row: number;
  /** Sheet columns by the key of the table's column. */
  readonly positions: ReadonlyMap<string, number>;
}

/** The first row that has the titles of all columns, in whatever order; null where none has. */
export function mergedHeader(grid: Grid, columns: readonly MergedColumn[]): MergedHeader | null {
  for (let row = grid.top; row < grid.top + grid.values.length; row += 1) {
    const positions = headerPositions(grid, row, columns);
    if (positions) return { row, positions };
  }
  return null;
}

/** Sheet columns by key; the first of several columns of one title. Null when a title is missing. */
function headerPositions(
  grid: Grid,
  row: number,
  columns: readonly MergedColumn[]
): ReadonlyMap<string, number> | null {
  const headings = (grid.values[row - grid.top] ?? []).map((value) => wordKey(cellText(value)));
  const positions = columns.map(({ key, title }) => [key, headings.indexOf(wordKey(title))] as const);
  if (positions.some(([, index]) => index < 0)) return null;
  return new Map(positions.map(([key, index]) => [key, grid.left + index]));
}
