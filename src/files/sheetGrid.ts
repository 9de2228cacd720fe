/** What the reading library gives → `Grid`: one place for values, dates, errors and the used range. */
import type { Sheet } from "hucre/xlsx";
import type { Area, CellValue, Grid } from "../domain/grid";
import { FileFault } from "./fileErrors";
import { MAX_CELLS } from "./limits";

/** What a format knows of a sheet beside its cells. */
export interface SheetVisibility {
  readonly hidden: boolean;
  /** Sheet positions; those beyond the used range do not matter. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

export const ALL_VISIBLE: SheetVisibility = { hidden: false, hiddenRows: [], hiddenColumns: [] };

/** A cell as the library gives it, or as it shall be. */
type RawValue = Sheet["rows"][number][number] | CellValue;
type RawRow = readonly (RawValue | undefined)[];

interface SheetToConvert {
  readonly name: string;
  readonly rows: readonly (RawRow | undefined)[];
  readonly merges?: Sheet["merges"];
  readonly visibility: SheetVisibility;
  /** Whether the cell holds an error value, for formats that tell errors from text; else its text decides. */
  readonly isError?: (row: number, column: number) => boolean;
}

/** A library's sheet as a `Grid`, cut to its used range. Throws `FileFault` `tooManyCells`. */
export function sheetGrid(sheet: SheetToConvert): Grid {
  const rows = Array.from(sheet.rows, (row, index) => convertRow(row, index, sheet.isError));
  const top = rows.findIndex((row) => row.length > 0);
  const left = top < 0 ? 0 : rows.reduce((least, row) => Math.min(least, firstFilled(row)), Infinity);
  const bottom = lastIndexWhere(rows, (row) => row.length > 0);
  const values =
    top < 0 ? [] : rows.slice(top, bottom + 1).map((row) => (left === 0 ? row : row.slice(left)));
  const right = left + values.reduce((most, row) => Math.max(most, row.length), 0) - 1;
  if (values.reduce((sum, row) => sum + row.length, 0) > MAX_CELLS) throw new FileFault("tooManyCells");
  return {
    sheet: sheet.name,
    top: Math.max(0, top),
    left,
    values,
    merges: (sheet.merges ?? []).map(mergedArea),
    hidden: sheet.visibility.hidden,
    hiddenRows: sheet.visibility.hiddenRows.filter((row) => row <= bottom),
    hiddenColumns: sheet.visibility.hiddenColumns.filter((column) => column <= right),
  };
}

const EMPTY_ROW: readonly CellValue[] = [];

/** Cells of a row up to the last filled one. */
function convertRow(
  row: RawRow | undefined,
  index: number,
  isError: SheetToConvert["isError"]
): readonly CellValue[] {
  if (row === undefined || row.length === 0) return EMPTY_ROW;
  const cells: CellValue[] = [];
  let filled = 0;
  for (let column = 0; column < row.length; column++) {
    const value = convertValue(row[column], isError?.(index, column));
    cells.push(value);
    if (value !== null) filled = column + 1;
  }
  return filled < cells.length ? cells.slice(0, filled) : cells;
}

const ERROR_TEXT =
  /^(#NULL!|#DIV\/0!|#VALUE!|#REF!|#NAME\?|#NUM!|#N\/A|#GETTING_DATA|#SPILL!|#CALC!|#ERR!|Err:\d{3})$/;

/** A number that is none, or larger than any: only damage and malice write it, and an empty cell would hide it. */
export const NO_NUMBER: CellValue = { kind: "error", code: "#NUM!" };

/** A number for a date has become a `Date` at UTC; text stays exactly as it is. */
function convertValue(value: RawValue | undefined, isError: boolean | undefined): CellValue {
  if (value === null || value === undefined || value === "") return null;
  if (value instanceof Date) return convertDate(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : NO_NUMBER;
  if (typeof value === "string" && (isError ?? ERROR_TEXT.test(value))) return { kind: "error", code: value };
  return value;
}

const FIRST_DAY = Date.UTC(1900, 0, 1);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const SERIAL_ZERO = Date.UTC(1899, 11, 31);
const DAY = 86_400_000;

/** The day of a date; the time of day is dropped. What Excel cannot show as a day (a bare time) stays a number. */
function convertDate(date: Date): CellValue {
  const time = date.getTime();
  if (Number.isNaN(time)) return NO_NUMBER;
  if (time >= FIRST_DAY && time <= LAST_DAY) return { kind: "date", iso: date.toISOString().slice(0, 10) };
  return (time - SERIAL_ZERO) / DAY;
}

function mergedArea(merge: NonNullable<Sheet["merges"]>[number]): Area {
  return { top: merge.startRow, left: merge.startCol, bottom: merge.endRow, right: merge.endCol };
}

function firstFilled(row: readonly CellValue[]): number {
  const first = row.findIndex((value) => value !== null);
  return first < 0 ? Infinity : first;
}

function lastIndexWhere<T>(items: readonly T[], test: (item: T) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) if (test(items[index] as T)) return index;
  return -1;
}
