/**
 * Cell contents as arrays for `Range.values`, `formulas` and `numberFormat`. Excel reads a string that it is given
 * as if it were typed (`02-03` becomes a date, `=1+1` a formula) unless the cell already has the format `@`. So
 * text is written under `@`, and the format that the cell shall have follows once the text is in.
 */
import type { CellContent } from "../layout/sheetSpec";
import { isDateFormat, serialFromIso } from "./serialDates";

export const TEXT_FORMAT = "@";
export const GENERAL_FORMAT = "General";
/** Format of a date whose cell names none. */
export const DATE_FORMAT = "dd/mm/yyyy";

/** What is set on a range, in this order but the formulas; null arrays are not set at all. */
export interface RangeWrites {
  /** Number formats under which the contents are safe, where they differ from the final ones. */
  readonly safeFormats: readonly (readonly string[])[] | null;
  /** Constants; null where there is a formula or nothing. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  /** Number formats that the cells keep, where they differ from the safe ones or from what styles have set. */
  readonly finalFormats: readonly (readonly string[])[] | null;
  /** Formulas, null elsewhere; written on their own, since Excel refuses those that name a table not yet made. */
  readonly formulas: readonly (readonly (string | null)[])[] | null;
}

/** How one cell is written. */
interface CellWrite {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly safeFormat: string;
  readonly finalFormat: string;
}

/**
 * Plans the writing of a rectangle of contents. `formats` are the number formats that the cells shall have (and
 * have already, if `formatsAreSet`); only a true date without date format gets another one.
 */
export function rangeWrites(
  contents: readonly (readonly CellContent[])[],
  formats: readonly (readonly string[])[],
  formatsAreSet: boolean
): RangeWrites {
  const cells = contents.map((row, r) =>
    row.map((content, c) => cellWrite(content, formats[r]?.[c] ?? GENERAL_FORMAT))
  );
  const safeFormats = cells.map((row) => row.map((cell) => cell.safeFormat));
  const finalFormats = cells.map((row) => row.map((cell) => cell.finalFormat));
  const formulas = cells.map((row) => row.map((cell) => cell.formula));
  const detour = !sameArrays(safeFormats, finalFormats);
  return {
    safeFormats: formatsAreSet && sameArrays(safeFormats, formats) ? null : safeFormats,
    values: cells.map((row) => row.map((cell) => cell.value)),
    finalFormats: detour ? finalFormats : null,
    formulas: formulas.some((row) => row.some((formula) => formula !== null)) ? formulas : null,
  };
}

/** Queues everything but the formulas on a range of the same shape. */
export function applyConstants(range: Excel.Range, writes: RangeWrites): void {
  if (writes.safeFormats) range.numberFormat = mutable(writes.safeFormats);
  range.values = mutable(writes.values);
  if (writes.finalFormats) range.numberFormat = mutable(writes.finalFormats);
}

/** Queues the formulas on a range of the same shape. */
export function applyFormulas(range: Excel.Range, writes: RangeWrites): void {
  if (writes.formulas) range.formulas = mutable(writes.formulas);
}

/** Office.js declares its arrays mutable, though it never changes them. */
function mutable<T>(rows: readonly (readonly T[])[]): T[][] {
  return rows.map((row) => [...row]);
}

/** The content of a cell from its `values` and `formulas`, fit to be written again: of a text both are the same. */
export function contentOf(value: unknown, formula: unknown): CellContent {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return { formula };
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" && value !== "" ? value : null;
}

function cellWrite(content: CellContent, format: string): CellWrite {
  if (content === null) return { value: null, formula: null, safeFormat: format, finalFormat: format };
  if (typeof content === "string") return textWrite(content, format);
  if (typeof content !== "object") return numberWrite(content, format);
  if ("runs" in content) return textWrite(content.runs.map((run) => run.text).join(""), format);
  if ("date" in content) return dateWrite(content.date, format);
  return formulaWrite(content.formula, format);
}

function textWrite(text: string, format: string): CellWrite {
  return { value: text, formula: null, safeFormat: TEXT_FORMAT, finalFormat: format };
}

/** Under `@` a formula would be text. */
function formulaWrite(formula: string, format: string): CellWrite {
  const shown = format === TEXT_FORMAT ? GENERAL_FORMAT : format;
  return { value: null, formula, safeFormat: shown, finalFormat: shown };
}

/** Numbers and booleans would become text under `@`. */
function numberWrite(value: number | boolean, format: string): CellWrite {
  const safeFormat = format === TEXT_FORMAT ? GENERAL_FORMAT : format;
  return { value, formula: null, safeFormat, finalFormat: format };
}

/** A day that Excel cannot hold (before 1900) stays readable as text, in the Vietnamese order. */
function dateWrite(iso: string, format: string): CellWrite {
  const serial = serialFromIso(iso);
  if (serial === null) return textWrite(iso.split("-").reverse().join("/"), format);
  return numberWrite(serial, isDateFormat(format) ? format : DATE_FORMAT);
}

function sameArrays(one: readonly (readonly string[])[], other: readonly (readonly string[])[]): boolean {
  return one.every((row, r) => row.every((item, c) => item === (other[r]?.[c] ?? GENERAL_FORMAT)));
}
