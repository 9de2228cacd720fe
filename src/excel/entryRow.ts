/** The row of the selection, read in one sync. */
import type { SheetCell } from "../domain/entry/sheetCell";
import type { NamedArea } from "../domain/entry/entryTables";
import { areaAddress, type Area } from "../domain/grid";
import { cellValue } from "./readOpenWorkbook";
import { AREA_PROPERTIES, areaOf } from "./ranges";

/** A table as it is known: by this it is told whether it still stands where it was. */
export interface KnownTable {
  readonly sheet: string;
  /** Header of the table. */
  readonly header: Area;
}

export interface SelectionRequest {
  readonly tables: readonly KnownTable[];
  /** Columns to read, zero-based, both included. */
  readonly left: number;
  readonly right: number;
  /** A1 address to go to first; null: where the user is. */
  readonly goTo: { readonly sheet: string; readonly address: string } | null;
}

export interface SelectedRow {
  readonly sheet: string;
  /** Zero-based place of the active cell. */
  readonly row: number;
  readonly column: number;
  readonly isProtected: boolean;
  /** From the column `left` on. */
  readonly cells: readonly SheetCell[];
  /** What the headers say now, in the order of `tables`; null where the sheet is gone. */
  readonly headers: readonly string[];
}

/** Reads the row of the active cell. Rejects with Office.js errors (`describeExcelError`), also where a sheet is gone. */
export async function readSelectedRow(request: SelectionRequest): Promise<SelectedRow> {
  const { tables, left, right, goTo } = request;
  return Excel.run(async (context) => {
    const { workbook } = context;
    const headers = tables.map(({ sheet, header }) =>
      workbook.worksheets.getItem(sheet).getRange(areaAddress(header)).load("values")
    );
    if (goTo) {
      const target = workbook.worksheets.getItem(goTo.sheet);
      target.activate();
      target.getRange(goTo.address).select();
    }
    const active = workbook.getActiveCell().load("rowIndex,columnIndex");
    const sheet = active.worksheet.load("name");
    const protection = sheet.protection.load("protected");
    const row = active
      .getEntireRow()
      .getCell(0, left)
      .getResizedRange(0, right - left)
      .load("values,formulas,numberFormat");
    const answers = { locks: row.getCellProperties({ format: { protection: true } }) };
    await context.sync();
    return {
      sheet: sheet.name,
      row: active.rowIndex,
      column: active.columnIndex,
      isProtected: protection.protected,
      cells: sheetCells(row, 0, protection.protected ? answers.locks.value[0] : undefined),
      headers: headers.map(({ values }) => headerText(values)),
    };
  });
}

/** A header as one text, to be compared. */
export function headerText(values: readonly (readonly unknown[])[]): string {
  return JSON.stringify(values);
}

/** Cells of a loaded row of a range. */
export function sheetCells(
  { values, formulas, numberFormat }: Pick<Excel.Range, "values" | "formulas" | "numberFormat">,
  row: number,
  locks?: readonly Excel.CellProperties[]
): readonly SheetCell[] {
  return (values[row] ?? []).map((value, column) => {
    const formula: unknown = formulas[row]?.[column];
    const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
    return {
      value: cellValue(value, String(numberFormat[row]?.[column] ?? "")),
      formula: isFormula ? formula : null,
      locked: locks?.[column]?.format?.protection?.locked ?? false,
    };
  });
}

/** The areas that names of the workbook stand for, null where there is none; two syncs. */
export async function readNamedAreas(names: readonly string[]): Promise<readonly (NamedArea | null)[]> {
  return Excel.run(async (context) => {
    const all = context.workbook.names.load("items/name");
    await context.sync();
    const ranges = names.map((name) =>
      all.items
        .find((item) => item.name.toLowerCase() === name.toLowerCase())
        ?.getRangeOrNullObject()
        .load(`${AREA_PROPERTIES},address`)
    );
    await context.sync();
    return ranges.map((range) =>
      range === undefined || range.isNullObject
        ? null
        : { sheet: sheetOfAddress(range.address), area: areaOf(range) }
    );
  });
}

/** `'Biểu 01'!A9:E38` → `Biểu 01`. */
function sheetOfAddress(address: string): string {
  const sheet = address.slice(0, address.lastIndexOf("!"));
  return sheet.startsWith("'") ? sheet.slice(1, -1).replace(/''/g, "'") : sheet;
}
