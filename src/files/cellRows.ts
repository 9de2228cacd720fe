/** Cells as a file names them, one after the other → rows. */
import type { CellValue } from "../domain/grid";
import { FileFault } from "./fileErrors";
import { MAX_CELLS, MAX_ROWS } from "./limits";

export interface CellRows {
  readonly rows: readonly (readonly CellValue[])[];
  /** Puts a value at zero-based sheet coordinates. Throws `FileFault`: `beyondSheet`, `tooManyCells`. */
  readonly put: (row: number, column: number, value: CellValue) => void;
}

/** @param columns that the format knows */
export function cellRows(columns: number): CellRows {
  const rows: CellValue[][] = [];
  let cells = 0;
  const put = (row: number, column: number, value: CellValue): void => {
    if (row >= MAX_ROWS || column >= columns) throw new FileFault("beyondSheet");
    // Looks alone do not count: people format whole columns.
    if (value === null || value === "") return;
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    cells += Math.max(0, column + 1 - line.length);
    if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
    while (line.length < column) line.push(null);
    line[column] = value;
  };
  return { rows, put };
}
