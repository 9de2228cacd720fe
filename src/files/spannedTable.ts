/** Tables whose cells span rows and columns, as Word and web pages write them: each cell once, where its area begins. */
import type { Sheet } from "hucre/xlsx";
import { FileFault } from "./fileErrors";
import { MAX_CELL_TEXT, MAX_CELLS } from "./limits";

export interface SpannedCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export type SpannedRow = readonly SpannedCell[];

type Merge = NonNullable<Sheet["merges"]>[number];

/** The cells at their places: `rows` for `sheetGrid`, merged areas beside them. */
export interface PlacedTable {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly merges: readonly Merge[];
  /** Number of columns of the widest row. */
  readonly columns: number;
  /** Number of places that the cells take. */
  readonly cells: number;
}

/** No table of a report is wider; a span beyond it is damage or malice. Word itself stops at 63. */
const MAX_SPAN = 256;

/**
 * Puts every cell where the spans of the cells above and before it leave room.
 * Throws `FileFault`: `tooManyCells`, `textTooLong`.
 */
export function placeCells(table: readonly SpannedRow[]): PlacedTable {
  const rows: (string | null)[][] = table.map(() => []);
  const merges: Merge[] = [];
  let cells = 0;
  table.forEach((row, rowIndex) => {
    const placed = rows[rowIndex] ?? [];
    let column = 0;
    for (const { text, rowSpan, columnSpan } of row) {
      if (text.length > MAX_CELL_TEXT) throw new FileFault("textTooLong");
      while (placed[column] !== undefined) column += 1;
      const bottom = Math.min(rowIndex + span(rowSpan, table.length) - 1, table.length - 1);
      const right = column + span(columnSpan, MAX_SPAN) - 1;
      cells += (bottom - rowIndex + 1) * (right - column + 1);
      if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
      for (let below = rowIndex; below <= bottom; below++) {
        const target = rows[below] ?? [];
        for (let beside = column; beside <= right; beside++) target[beside] ??= null;
      }
      placed[column] = text === "" ? null : text;
      if (bottom > rowIndex || right > column) {
        merges.push({ startRow: rowIndex, startCol: column, endRow: bottom, endCol: right });
      }
      column = right + 1;
    }
  });
  return {
    rows: rows.map((row) => Array.from(row, (value) => value ?? null)),
    merges,
    cells,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
  };
}

function span(count: number, most: number): number {
  return Number.isFinite(count) ? Math.min(Math.max(1, Math.trunc(count)), most) : 1;
}
