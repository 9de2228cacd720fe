/**
 * What people have written beside the merged tables, such as a column of remarks: it is not read, and is gone when the sheets
 * are drawn again.
 */
import {
  JOURNAL_COLUMNS,
  MERGED_SHEETS,
  type MergedColumn,
  mergedColumns,
} from "../../schemes/mergedColumns";
import type { Scheme } from "../../schemes/types";
import { areaAddress, type Grid, type WorkbookContent } from "../grid";
import { wordKey } from "../text/normalize";
import { isBlank } from "../values/cells";
import { mergedHeader } from "./mergedHeader";

/** Cells of one column, from the first that holds something to the last. */
export interface PlaceBeside {
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly address: string;
}

/** Sheet by sheet, from left to right. Above the header, only the first column of the table is ours. */
export function besideTables(workbook: WorkbookContent, scheme: Scheme): readonly PlaceBeside[] {
  const tables: readonly (readonly [sheet: string, columns: readonly MergedColumn[]])[] = [
    [MERGED_SHEETS.documents, mergedColumns(scheme, "bieu-01")],
    [MERGED_SHEETS.works, mergedColumns(scheme, "bieu-02")],
    [MERGED_SHEETS.journal, JOURNAL_COLUMNS],
  ];
  return tables.flatMap(([name, columns]) => {
    const grid = workbook.sheets.find(({ sheet }) => wordKey(sheet) === wordKey(name));
    return grid ? besideTable(grid, columns) : [];
  });
}

function besideTable(grid: Grid, columns: readonly MergedColumn[]): readonly PlaceBeside[] {
  const header = mergedHeader(grid, columns);
  if (header === null) return [];
  const own = new Set(header.positions.values());
  const first = Math.min(...own);
  return placesOf(grid, (row, column) => (row < header.row ? column === first : own.has(column)));
}

/** Cells of a sheet that hold something, column by column. @param isOurs leaves out those that we have written */
export function placesOf(
  grid: Grid,
  isOurs: (row: number, column: number) => boolean
): readonly PlaceBeside[] {
  const filled = new Map<number, { readonly top: number; readonly bottom: number }>();
  grid.values.forEach((cells, index) => {
    const row = grid.top + index;
    cells.forEach((value, at) => {
      const column = grid.left + at;
      if (isBlank(value) || isOurs(row, column)) return;
      filled.set(column, { top: filled.get(column)?.top ?? row, bottom: row });
    });
  });
  return [...filled]
    .sort(([a], [b]) => a - b)
    .map(([column, { top, bottom }]) => ({
      sheet: grid.sheet,
      address: areaAddress({ top, left: column, bottom, right: column }),
    }));
}
