/** Texts of the rows of a table. */
import type { FormRow } from "../forms/readRows";

export interface TableText {
  /** Zero-based sheet row. */
  readonly row: number;
  /** Key of the column. */
  readonly column: string;
  readonly text: string;
}

/** Every text in the rows for which `wanted` holds; a cell merged over several rows once. */
export function textsOfRows(
  rows: readonly FormRow[],
  wanted: (text: string, column: string) => boolean
): readonly TableText[] {
  return rows.flatMap(({ row, cells, merged }) =>
    Object.entries(cells).flatMap(([column, text]) =>
      typeof text === "string" && wanted(text, column) && merged?.includes(column) !== true
        ? [{ row, column, text }]
        : []
    )
  );
}
