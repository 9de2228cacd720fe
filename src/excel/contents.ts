/**
 * Cell contents as arrays for `Range.values`, `formulas` and `numberFormat`. Excel reads a string that it is given
 * as if it were typed (`02-03` becomes a date, `=1+1` a formula) unless the cell already has the format `@`. So
 * text is written under `@`, and the format that the cell shall have follows once the text is in.
 */
import type { CellContent, RichTextContent } from "../layout/sheetSpec";
import { textNumberFormat } from "../layout/textFormat";
import { serialFromIso } from "./serialDates";

export const TEXT_FORMAT = "@";
export const GENERAL_FORMAT = "General";
/** Format of a date where no style sets one. */
export const DATE_FORMAT = "d/m/yyyy";

/** What is set on a range, in this order but the formulas; null arrays are not set at all. */
export interface RangeWrites {
  /** Number formats under which the contents are safe; null leaves the cell's own. */
  readonly safeFormats: readonly (readonly (string | null)[])[] | null;
  /** Constants; null where there is a formula or nothing. */
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
  /** Number formats that the cells keep, where any differs from the safe one. */
  readonly finalFormats: readonly (readonly (string | null)[])[] | null;
  /** Formulas, null elsewhere; written on their own, since Excel refuses those that name a table not yet made. */
  readonly formulas: readonly (readonly (string | null)[])[] | null;
}

/** How one cell is written. */
interface CellWrite {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  /** Null where there is nothing to write and no format to set. */
  readonly safeFormat: string | null;
  readonly finalFormat: string | null;
}

/**
 * Plans the writing of a rectangle of contents. `formats` are the number formats that styles set, null where none
 * does; `formatsAreSet` says that the cells have them already.
 */
export function rangeWrites(
  contents: readonly (readonly CellContent[])[],
  formats: readonly (readonly (string | null)[])[],
  formatsAreSet: boolean
): RangeWrites {
  const cells = contents.map((row, r) =>
    row.map((content, c) => cellWrite(content, formats[r]?.[c] ?? null, formatsAreSet))
  );
  const present = formats.map((row) => row.map((format) => format ?? GENERAL_FORMAT));
  const safeFormats = cells.map((row) => row.map((cell) => cell.safeFormat));
  const finalFormats = cells.map((row) => row.map((cell) => cell.finalFormat));
  const formulas = cells.map((row) => row.map((cell) => cell.formula));
  return {
    safeFormats: formatsAreSet && changesNothing(safeFormats, present) ? null : safeFormats,
    values: cells.map((row) => row.map((cell) => cell.value)),
    finalFormats: changesNothing(finalFormats, safeFormats) ? null : finalFormats,
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

/**
 * A content as Excel gives it back once it is written: a day is a serial number, an apostrophe at the beginning is a mark of
 * text, and numbers have 15 digits. What has been read stays as it is.
 */
export function asRead(content: CellContent): CellContent {
  if (typeof content === "string") return content.replace(/^'/, "").replace(/\r\n?/g, "\n") || null;
  if (typeof content === "number") return Number(content.toPrecision(15));
  if (typeof content !== "object" || content === null) return content;
  if ("runs" in content) return asRead(runsText(content));
  if ("date" in content) return serialFromIso(content.date) ?? writtenDate(content.date);
  return content;
}

/** True when cells that these were written into hold the same. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  return JSON.stringify(asRead(a)) === JSON.stringify(asRead(b));
}

/** True when a cell holds what was written into it, or already what was there before: then it may be put back. */
export function isUndoable(
  now: CellContent,
  { before, written }: { readonly before: CellContent; readonly written: CellContent }
): boolean {
  return sameContent(now, written) || sameContent(now, before);
}

function cellWrite(content: CellContent, format: string | null, formatsAreSet: boolean): CellWrite {
  if (content === null || content === "") {
    const ownFormat = formatsAreSet ? null : (format ?? GENERAL_FORMAT);
    return { value: content, formula: null, safeFormat: ownFormat, finalFormat: ownFormat };
  }
  if (typeof content === "string") return textWrite(content, format);
  if (typeof content !== "object") return numberWrite(content, format ?? GENERAL_FORMAT);
  if ("runs" in content) return textWrite(runsText(content), format);
  if ("date" in content) return dateWrite(content.date, format);
  return formulaWrite(content.formula, format ?? GENERAL_FORMAT);
}

/** Where no style sets a format, plain words need none to stay text. */
function textWrite(text: string, format: string | null): CellWrite {
  const ownFormat = textNumberFormat(text) ?? GENERAL_FORMAT;
  return {
    value: text,
    formula: null,
    safeFormat: format === null ? ownFormat : TEXT_FORMAT,
    finalFormat: format ?? ownFormat,
  };
}

/** Numbers and booleans would become text under `@`. */
function numberWrite(value: number | boolean, format: string): CellWrite {
  const safeFormat = format === TEXT_FORMAT ? GENERAL_FORMAT : format;
  return { value, formula: null, safeFormat, finalFormat: format };
}

/** Under `@` a formula would be text. */
function formulaWrite(formula: string, format: string): CellWrite {
  const shown = format === TEXT_FORMAT ? GENERAL_FORMAT : format;
  return { value: null, formula, safeFormat: shown, finalFormat: shown };
}

/** A day that Excel cannot hold (before 1900) stays readable as text, in the Vietnamese order. */
function dateWrite(iso: string, format: string | null): CellWrite {
  const serial = serialFromIso(iso);
  if (serial === null) return textWrite(writtenDate(iso), format);
  return numberWrite(serial, format ?? DATE_FORMAT);
}

function writtenDate(iso: string): string {
  return iso.split("-").reverse().join("/");
}

function runsText({ runs }: RichTextContent): string {
  return runs.map(({ text }) => text).join("");
}

/** True when no cell is given a format other than the one it has. */
function changesNothing(
  formats: readonly (readonly (string | null)[])[],
  present: readonly (readonly (string | null)[])[]
): boolean {
  return formats.every((row, r) => row.every((format, c) => format === null || format === present[r]?.[c]));
}
