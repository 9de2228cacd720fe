/** Cells as a file names them, one after the other → rows. */
import type { CellValue } from "../domain/grid";
import { FileFault } from "./fileErrors";
import { MAX_CELLS, MAX_FILLED_ROWS, MAX_ROWS } from "./limits";

export interface CellRows {
  readonly rows: readonly (readonly CellValue[])[];
  /** Puts a value at zero-based sheet coordinates. Throws `FileFault`: `beyondSheet`, `tooManyCells`, `tooManyRows`. */
  readonly put: (row: number, column: number, value: CellValue) => void;
}

/**
 * Makes rows for one sheet after the other; the bounds of cells and filled rows are those of all of them together.
 * @param columns that the format knows
 */
export function sheetsOfCells(columns: number): () => CellRows {
  let cells = 0;
  const take = (more: number): void => {
    cells += more;
    if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
  };
  let filledRows = 0;
  const takeRow = (): void => {
    filledRows += 1;
    if (filledRows > MAX_FILLED_ROWS) throw new FileFault("tooManyRows");
  };
  return () => cellRows(columns, take, takeRow);
}

/**
 * @param take is told of every cell, and every row, that is made, those that stay empty included
 * @param takeRow is told of every row with something in it
 */
function cellRows(columns: number, take: (more: number) => void, takeRow: () => void): CellRows {
  const rows: CellValue[][] = [];
  const put = (row: number, column: number, value: CellValue): void => {
    if (row >= MAX_ROWS || column >= columns) throw new FileFault("beyondSheet");
    // Looks alone do not count: people format whole columns.
    if (value === null || value === "") return;
    take(Math.max(0, row + 1 - rows.length));
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    if (line.length === 0) takeRow();
    take(Math.max(0, column + 1 - line.length));
    if (line.length < column) {
      const left = line.length;
      line.length = column;
      line.fill(null, left);
    }
    line[column] = value;
  };
  return { rows, put };
}
