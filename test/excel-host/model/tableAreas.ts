/** Where tables lie. */
import { covers, overlaps } from "../areas";
import { invalidOperation } from "../errors";
import type { Area, TableInfo } from "../spreadsheet/spreadsheet";
import type { ModelContext } from "./context";

export function tablesOn(context: ModelContext, sheetId: string): readonly TableInfo[] {
  return context.spreadsheet.tables().filter((table) => table.sheetId === sheetId);
}

/** Ids of the tables that lie in the area, or only touch it. */
export function tablesInside(
  context: ModelContext,
  sheetId: string,
  area: Area,
  fullyContained: boolean
): readonly string[] {
  return tablesOn(context, sheetId)
    .filter((table) => (fullyContained ? covers(area, table.area) : overlaps(area, table.area)))
    .map(({ id }) => id);
}

export function requireNoTable(context: ModelContext, sheetId: string, area: Area, location: string): void {
  if (tablesInside(context, sheetId, area, false).length > 0) {
    throw invalidOperation(location, "Cells of a table cannot be merged, and tables cannot overlap.");
  }
}

/** A column title that the table does not have yet: `Năm`, `Năm2`, …; `Column3` for an empty one. */
export function uniqueTitle(wanted: string, index: number, taken: ReadonlySet<string>): string {
  const base = wanted === "" ? `Column${index + 1}` : wanted;
  let unique = base;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) {
    unique = `${base}${number}`;
  }
  return unique;
}
