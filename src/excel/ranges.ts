/** Areas and references in Office.js terms. */
import { columnLetters, type Area } from "../domain/grid";

/** The range of an area of a sheet. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  return sheet.getRangeByIndexes(area.top, area.left, rows, columns);
}

/** Properties to load so that `areaOf` can be called. */
export const AREA_PROPERTIES = "rowIndex,columnIndex,rowCount,columnCount";

/** The area of a range whose `AREA_PROPERTIES` are loaded. */
export function areaOf(
  range: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">
): Area {
  return {
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  };
}

export function cellCount({ top, left, bottom, right }: Area): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Area → absolute reference with its sheet: `'Biểu 01'!$A$1:$E$9`. */
export function absoluteReference(sheet: string, area: Area): string {
  const from = absoluteCell(area.top, area.left);
  const to = absoluteCell(area.bottom, area.right);
  return `'${sheet.replace(/'/g, "''")}'!${from === to ? from : `${from}:${to}`}`;
}

function absoluteCell(row: number, column: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}
