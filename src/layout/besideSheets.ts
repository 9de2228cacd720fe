/** What people have written beside the figures that are drawn again whole: nothing of it is read. */
import type { WorkbookContent } from "../domain/grid";
import { type PlaceBeside, placesOf } from "../domain/merge/besideTables";
import type { WorkbookSpec } from "./sheetSpec";
import { contentsOf } from "./specContents";

/** Filled cells of the workbook where the spec has none, on its sheets that hold no tables (for those see `besideTables`). */
export function besideSheets(workbook: WorkbookContent, spec: WorkbookSpec): readonly PlaceBeside[] {
  const drawn = spec.sheets.filter(
    ({ tables, visibility }) => tables.length === 0 && visibility === "visible"
  );
  return drawn.flatMap((sheet) => {
    const grid = workbook.sheets.find((each) => each.sheet.toLowerCase() === sheet.name.toLowerCase());
    if (grid === undefined) return [];
    const contents = contentsOf(sheet);
    return placesOf(grid, (row, column) => (contents.get(row)?.get(column) ?? null) !== null);
  });
}
