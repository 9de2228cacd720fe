/** Which column is which, said by a person: plain data that can be kept with the workbook and used for the next file. */
import type { FormId, FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { comparisonKey } from "../text/normalize";
import { range, textAt } from "./header";

export interface ManualMapping {
  readonly form: FormId;
  /** Name of the sheet. */
  readonly sheet: string;
  /** Zero-based sheet row of the headings; the rows of the table begin below it. */
  readonly headerRow: number;
  /** Zero-based sheet columns by the key of the form's column. */
  readonly columns: Readonly<Record<string, number>>;
  /** What stood in those cells, by the same keys: by this the mapping is known to fit another file. */
  readonly headings: Readonly<Record<string, string>>;
}

/** A mapping for a sheet as it is now. */
export function manualMapping(
  grid: Grid,
  form: FormId,
  headerRow: number,
  columns: Readonly<Record<string, number>>
): ManualMapping {
  const headings = Object.entries(columns).map(([key, column]) => [key, textAt(grid, headerRow, column)]);
  return { form, sheet: grid.sheet, headerRow, columns, headings: Object.fromEntries(headings) };
}

/** True for what `JSON.parse` made of a kept mapping, whoever has written to it since. */
export function isManualMapping(value: unknown): value is ManualMapping {
  if (typeof value !== "object" || value === null) return false;
  const { form, sheet, headerRow, columns, headings } = value as Partial<
    Record<keyof ManualMapping, unknown>
  >;
  return (
    typeof form === "string" &&
    typeof sheet === "string" &&
    isPosition(headerRow) &&
    isRecordOf(columns, isPosition) &&
    isRecordOf(headings, (heading) => typeof heading === "string")
  );
}

function isPosition(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isRecordOf(value: unknown, holds: (item: unknown) => boolean): boolean {
  return typeof value === "object" && value !== null && Object.values(value).every(holds);
}

/**
 * The mapping with the row where its headings stand now; a text table is named after its file, so the name of the sheet
 * counts only where the headings say nothing. Null when it is about another form, when its headings are not in one row
 * any more, or when it says nothing about a column by which the form is known.
 */
export function fittingMapping(grid: Grid, form: FormSpec, mapping: ManualMapping): ManualMapping | null {
  const known = form.columns.map(({ key }) => key).filter((key) => Object.hasOwn(mapping.columns, key));
  const columns = Object.fromEntries(known.map((key) => [key, mapping.columns[key] ?? 0]));
  const isRecognisable =
    mapping.sheet === grid.sheet || known.some((key) => comparisonKey(mapping.headings[key] ?? "") !== "");
  const isAbout = mapping.form === form.id && isRecognisable && known.length > 0;
  const says = form.columns.some(({ key, identifying }) => identifying && known.includes(key));
  if (!isAbout || !says) return null;
  const last = grid.top + grid.values.length - 1;
  const headerRow = [mapping.headerRow, ...range(grid.top, last)].find((row) =>
    known.every((key) => isSameHeading(textAt(grid, row, columns[key] ?? 0), mapping.headings[key] ?? ""))
  );
  return headerRow === undefined ? null : { ...mapping, headerRow, columns };
}

function isSameHeading(now: string, then: string): boolean {
  return comparisonKey(now) === comparisonKey(then);
}
