/**
 * Rows that people have written into the merged tables and that are not read: they count for nothing, and are gone when the
 * sheets are drawn again.
 */
import { MERGED_SHEETS, mergedColumns } from "../../schemes/mergedColumns";
import type { FormColumn, Scheme } from "../../schemes/types";
import type { WorkbookContent } from "../grid";
import { isSubtotal } from "../forms/rowFigures";
import { saysTotal } from "../forms/rowTitles";
import { plainWords, wordKey } from "../text/normalize";
import type { OfficialCells } from "./state";
import { lackOf, type RowLack, tableOn, textIn } from "./readState";

export interface UnreadRow {
  readonly sheet: string;
  /** Number of the row on its sheet. */
  readonly row: number;
  readonly reason: RowLack;
}

/** Sheet by sheet, from top to bottom. Blank rows and those that add up others are none. */
export function unreadRows({ sheets }: WorkbookContent, scheme: Scheme): readonly UnreadRow[] {
  return scheme.forms.flatMap(({ id, columns }) => {
    const name = id === "bieu-01" ? MERGED_SHEETS.documents : MERGED_SHEETS.works;
    const grid = sheets.find(({ sheet }) => wordKey(sheet) === wordKey(name));
    const rows = (grid && tableOn(grid, mergedColumns(scheme, id))) ?? [];
    return rows.flatMap((row) => {
      const reason = lackOf(row, id, scheme);
      if (!grid || reason === null || saysNothing(row.cells, columns)) return [];
      return [{ sheet: grid.sheet, row: row.row + 1, reason }];
    });
  });
}

/** Nothing that people write into a row, or sums and counts of others. What Excel fills in by itself is nobody's. */
function saysNothing(cells: OfficialCells, columns: readonly FormColumn[]): boolean {
  const filled = columns.filter(({ kind, key }) => kind !== "ordinal" && (cells[key] ?? null) !== null);
  const unit = typeof cells["unit"] === "number" ? "" : textIn(cells, "unit");
  const titles = [textIn(cells, "ordinal"), textIn(cells, filled[0]?.key ?? "unit")];
  if (titles.some(isTotal)) return true;
  // Money may be that of a single work, whose title is missing.
  return (
    unit === "" &&
    filled.every((column) => column.kind !== "funds" && isSubtotal(column, cells[column.key] ?? null))
  );
}

/** Excel's own row of totals says so in the language of Excel. */
function isTotal(title: string): boolean {
  return saysTotal(title) || plainWords(title) === "total";
}
