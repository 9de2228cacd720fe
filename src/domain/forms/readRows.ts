/** The rows of a located form. Every row under the header is either read or left out with a reason. */
import type { ColumnKind, FormColumn } from "../../schemes/types";
import { cellAt, type CellValue } from "../grid";
import { firstOf, type MergedArea, mergesBetween } from "../mergedAreas";
import { composed } from "../text/composing";
import { plainWords } from "../text/normalize";
import { cellText, isBlank } from "../values/cells";
import { range } from "./header";
import type { LocatedForm } from "./locate";
import { isFigure, isSubtotal } from "./rowFigures";
import { HEADING_WITH_NUMBER, namesLevel, namesWork, saysTotal } from "./rowTitles";

export interface FormRow {
  /** Zero-based sheet row. */
  readonly row: number;
  /** By column key; a column that the header lacks is absent. */
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Keys of the columns whose value stands in a merged cell that begins in a row above. Absent when there are none. */
  readonly merged?: readonly string[];
}

/** Why a row under the header is no row of the table. */
export type LeftOutReason =
  | "column-numbers" // (1) (2) (3) under the header
  | "repeated-header" // the header again, on the next page
  | "section" // "I. Cấp huyện"
  | "note" // a remark between the rows
  | "total" // "Tổng cộng"
  | "after-table"; // signatures and notes

export interface LeftOutRow extends FormRow {
  readonly reason: LeftOutReason;
  /** What the row says, for the finding. */
  readonly text: string;
}

export interface FormRows {
  readonly rows: readonly FormRow[];
  readonly leftOut: readonly LeftOutRow[];
}

/**
 * Rows from under the header to `end` (exclusive, zero-based sheet row), see `endOfRows`. A value in a cell that is merged
 * downwards holds for each of its rows, but for money, which is counted once.
 */
export function readRows(located: LocatedForm, end: number): FormRows {
  const frame = frameOf(located);
  const lines: Line[] = [];
  for (let row = located.headerBottom + 1; row < end; row += 1) {
    const line = readLine(frame, row);
    if (line !== null) lines.push(line);
  }
  const lastSure = lastSureRow(frame, lines);
  let letters: Letters | null = null;
  const lettersMean = (): Letters => (letters ??= meaningOfLetters(lines.slice(0, lastSure + 1)));
  const rows: FormRow[] = [];
  const leftOut: LeftOutRow[] = [];
  let isAfter = false;
  lines.forEach((line, index) => {
    isAfter ||= index > lastSure && endsTable(frame, line);
    const reason = isAfter ? "after-table" : reasonToLeaveOut(frame, line, lines[index + 1], lettersMean);
    if (reason === null) rows.push(line.found);
    else leftOut.push({ ...line.found, reason, text: textsOf(frame, line.found.row).join(" ") });
  });
  return { rows, leftOut };
}

/** What holds for all rows of a table. */
interface Frame {
  readonly located: LocatedForm;
  readonly mapped: readonly MappedColumn[];
  /** First and last of the mapped columns. */
  readonly left: number;
  readonly right: number;
  /** Rows of the header where it comes again, and the rows right under any of them. */
  readonly inRepeats: ReadonlySet<number>;
  readonly underHeaders: ReadonlySet<number>;
  /** Merged areas of a row that reach into the mapped columns. */
  readonly mergesOf: (row: number) => readonly MergedArea[];
}

interface MappedColumn {
  readonly key: string;
  readonly spec: FormColumn;
  readonly column: number;
  /** False for money and numbers: one that is merged downwards is that of the first row alone. */
  readonly holdsDownwards: boolean;
}

function frameOf(located: LocatedForm): Frame {
  const specs = new Map(located.form.columns.map((spec) => [spec.key, spec]));
  const mapped = Object.entries(located.columns).flatMap(([key, { column }]) => {
    const spec = specs.get(key);
    const isCounted = spec?.kind === "funds" || spec?.kind === "ordinal";
    return spec === undefined ? [] : [{ key, spec, column, holdsDownwards: !isCounted }];
  });
  const columns = mapped.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const { headerBottom, repeats } = located;
  return {
    located,
    mapped,
    left,
    right,
    inRepeats: new Set(repeats.flatMap(([top, bottom]) => range(top, bottom))),
    underHeaders: new Set([headerBottom + 1, ...repeats.map(([, bottom]) => bottom + 1)]),
    mergesOf: mergesBetween(located.grid, left, right),
  };
}

/** A row that says something. */
interface Line {
  readonly found: FormRow;
  /** The first two values between the form's first and last column, whether or not a column is mapped. */
  readonly first: CellValue;
  readonly second: CellValue;
  /** Cells with a value of their own in mapped columns. */
  readonly filled: number;
  /** True when one cell reaches across most of the table. */
  readonly across: boolean;
}

const NO_CELLS: readonly CellValue[] = [];

/** Null for blank rows, for those that carry their prepared number only, and for the lower part of taller ones. */
function readLine(frame: Frame, row: number): Line | null {
  const { located, mapped, right } = frame;
  const { top, left: origin, values } = located.grid;
  const inRow = values[row - top] ?? NO_CELLS;
  const at = nextFilled(inRow, origin, frame.left, right);
  if (at > right) return null;
  const next = nextFilled(inRow, origin, at + 1, right);
  const first = shown(inRow[at - origin]);
  if (next > right && at === located.columns["ordinal"]?.column && NUMBER.test(textOf(first))) return null;

  const merges = frame.mergesOf(row);
  const cells: Record<string, CellValue> = {};
  let merged: string[] | null = null;
  let filled = 0;
  for (const { key, column, holdsDownwards } of mapped) {
    const own = shown(inRow[column - origin]);
    if (own !== null) filled += 1;
    const value =
      own !== null || merges.length === 0 || !holdsDownwards
        ? own
        : valueFromAbove(located, merges, row, column);
    if (own === null && value !== null) (merged ??= []).push(key);
    cells[key] = value;
  }
  return {
    found: filled > 0 && merged !== null ? { row, cells, merged } : { row, cells },
    first,
    second: next > right ? null : shown(inRow[next - origin]),
    filled,
    across: filled === 1 && reachesAcross(merges, mapped),
  };
}

/** The first column from `from` on that says something; one beyond the last when there is none. */
function nextFilled(inRow: readonly CellValue[], origin: number, from: number, right: number): number {
  let column = from;
  while (column <= right && shown(inRow[column - origin]) === null) column += 1;
  return column;
}

/** The value of a cell that shows something. */
function shown(value: CellValue | undefined): CellValue {
  return value === undefined || isBlank(value) ? null : value;
}

function valueAt({ grid }: LocatedForm, row: number, column: number): CellValue {
  return shown(cellAt(grid, row, column));
}

function textAt(located: LocatedForm, row: number, column: number): string {
  return textOf(valueAt(located, row, column));
}

function textOf(value: CellValue): string {
  return cellText(value).trim();
}

/** Value of the merged cell that a cell is the lower part of. */
function valueFromAbove(
  located: LocatedForm,
  merges: readonly MergedArea[],
  row: number,
  column: number
): CellValue {
  const area = firstOf(merges, ({ top, left, right }) => top < row && left <= column && column <= right);
  return area === null || area.top <= located.headerBottom ? null : valueAt(located, area.top, area.left);
}

function reachesAcross(merges: readonly MergedArea[], mapped: readonly MappedColumn[]): boolean {
  return merges.some(
    ({ left, right }) =>
      mapped.filter(({ column }) => left <= column && column <= right).length * 2 > mapped.length
  );
}

/** All that a row says between the form's first and last column. */
function textsOf({ located, left, right }: Frame, row: number): readonly string[] {
  return range(left, right)
    .map((column) => textAt(located, row, column))
    .filter((text) => text !== "");
}

const NUMBER = /^\(?\d{1,4}\)?[.,)]?$/;

/** Place of the last line that is a row beyond doubt; -1 when none is. */
function lastSureRow(frame: Frame, lines: readonly Line[]): number {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line !== undefined && isSureRow(frame, line)) return index;
  }
  return -1;
}

/** Beyond doubt a row of the table: numbered, with several cells and a figure among them, or with one in its own column. */
function isSureRow(frame: Frame, line: Line): boolean {
  if (isTotal(line) || isSignature(frame, line)) return false;
  if (NUMBER.test(ordinalOf(line))) return line.filled >= 2;
  if (line.filled >= 3 && textsOf(frame, line.found.row).some((text) => /\d/.test(text))) return true;
  return line.filled >= 2 && !isNote(line) && hasFigureBesideTitle(frame, line);
}

/** Columns that say what a row is about. */
const TITLES: ReadonlySet<ColumnKind> = new Set(["work-title", "document-number", "text"]);

/** "Xã An Lạc | x": names of those who sign stand beside each other too, but are neither marks nor dates nor amounts. */
function hasFigureBesideTitle({ mapped }: Frame, { found: { cells } }: Line): boolean {
  const figures = mapped.filter(({ key, spec }) => isFigure(spec, cells[key] ?? null, true));
  if (figures.length === 0) return false;
  const isSigning = (key: string): boolean => isOfSigning(textOf(cells[key] ?? null));
  const titles = mapped.filter(
    ({ key, spec }) => TITLES.has(spec.kind) && typeof cells[key] === "string" && !isSigning(key)
  );
  const ofWork = titles.some(({ key }) => namesWork(textOf(cells[key] ?? null)));
  return figures.some(
    ({ key, spec }) =>
      titles.some((title) => title.key !== key) &&
      isFigure(spec, cells[key] ?? null, ofWork) &&
      !isSigning(key)
  );
}

function ordinalOf({ found }: Line): string {
  return textOf(found.cells["ordinal"] ?? null);
}

/** After the last sure row: a signature, a note, the place and date of signing, or a lone line set apart. */
function endsTable(frame: Frame, line: Line): boolean {
  if (isSignature(frame, line) || isNote(line)) return true;
  return line.filled <= 1 && isBlankRow(frame, line.found.row - 1) && !isTotal(line);
}

function isBlankRow({ located: { grid }, left, right }: Frame, row: number): boolean {
  return nextFilled(grid.values[row - grid.top] ?? NO_CELLS, grid.left, left, right) > right;
}

/**
 * @param below the line below, if any
 * @param lettersMean what letters in the column TT mean in this table
 */
function reasonToLeaveOut(
  frame: Frame,
  line: Line,
  below: Line | undefined,
  lettersMean: () => Letters
): LeftOutReason | null {
  const { row } = line.found;
  if (frame.inRepeats.has(row)) return "repeated-header";
  if (frame.underHeaders.has(row) && isColumnNumbers(line)) return "column-numbers";
  if (isTotal(line)) return "total";
  // Notes and signatures say little, and nearly all rows say more.
  const saysLittle = line.filled <= MOST_IN_NOTES;
  if (saysLittle && (line.filled === 0 || isNote(line) || isSignature(frame, line))) return "note";
  return isSection(frame, line, below, lettersMean) ? "section" : null;
}

/** Cells that notes and signatures fill at most. */
const MOST_IN_NOTES = 3;

function isTotal({ first, second }: Line): boolean {
  return isTotalText(first) || (isTotalText(second) && isOrdinal(textOf(first)));
}

function isTotalText(value: CellValue): boolean {
  return typeof value === "string" && saysTotal(textOf(value));
}

const SIGNATURE =
  /^(?:noi nhan|nguoi (?:lap|tong hop|ky|bao cao)|xac nhan|thu truong|(?:pho )?truong (?:ban|phong)|(?:pho )?bi thu|(?:pho )?giam doc|(?:pho )?chu tich|chanh van phong|t m|tm|k t|kt|t l|tl|ky ten|ky ghi ro|ban thuong vu|da ky|ky boi)(?: |$)/;
/** "Cao Bằng, ngày 15 tháng 5 năm 2023" */
const PLACE_AND_DATE = /^[^,\d]{2,60},\s*ngày\s.*tháng\s.*năm/i;

function isSignature(frame: Frame, { found, first, filled }: Line): boolean {
  if (filled > MOST_IN_NOTES) return false;
  return (
    (filled <= 2 || textsOf(frame, found.row).every((each) => !/\d/.test(each))) && isOfSigning(textOf(first))
  );
}

/** Longer texts are looked at as far as this. */
const LONGEST_SIGNATURE = 200;

function isOfSigning(written: string): boolean {
  const text = written.slice(0, LONGEST_SIGNATURE);
  return SIGNATURE.test(plainWords(text)) || PLACE_AND_DATE.test(composed(text));
}

const NOTE = /^(?:ghi chu|luu y|chu thich|chu y)(?: |$)/;
const STARRED = /^\(?\*+\)?/;

function isNote({ first, filled }: Line): boolean {
  if (filled > 2) return false;
  const text = textOf(first);
  return NOTE.test(plainWords(text)) || STARRED.test(text);
}

const ROMAN_OR_LETTER = /^(?:[ivx]+|[a-h])[.)]?$/i;
/** "1.1", "II.3"; a number in a cell has a comma. */
const NUMBER_OF_PART = /^(?:\d{1,3}|[ivx]+|[a-h])(?:[.,]\d{1,3}){1,4}[.)]?$/i;

function isOrdinal(text: string): boolean {
  return NUMBER.test(text) || ROMAN_OR_LETTER.test(text) || NUMBER_OF_PART.test(text);
}

/** What Roman numerals and letters in the column TT number: headings, the rows themselves, or who knows. */
type Letters = "headings" | "rows" | "unsure";

function meaningOfLetters(lines: readonly Line[]): Letters {
  const rows = lines.filter((line) => line.filled >= 2 && !isTotal(line));
  const lettered = rows.filter((line) => ROMAN_OR_LETTER.test(ordinalOf(line)));
  const withFigures = lettered.filter(({ filled }) => filled > 2).length;
  if (lettered.length === rows.length) return withFigures > 0 ? "rows" : "unsure";
  const numbered = rows.filter((line) => /\d/.test(ordinalOf(line))).length;
  const others = rows.length - lettered.length - numbered;
  return numbered >= withFigures && numbered >= others ? "headings" : "unsure";
}

/**
 * A heading of rows: "I | Cấp huyện", "A. Cấp huyện", also with subtotals in its other cells. A row with anything else in
 * them, or with the name of a work, is none: better a heading too many among the rows than a work too few.
 */
function isSection(frame: Frame, line: Line, below: Line | undefined, lettersMean: () => Letters): boolean {
  if (line.filled <= 1 && isLoneHeading(line)) return true;
  const hasParts = hasPartBelow(line, below);
  if (!hasParts && !mayBeHeading(line)) return false;
  const at = headingColumn(frame, line);
  const title = textAt(frame.located, line.found.row, at);
  if (!/\p{L}/u.test(title) || namesWork(title) || !hasOnlySubtotals(frame, line, at)) return false;
  if (hasParts || namesLevel(title)) return true;
  if (!ROMAN_OR_LETTER.test(ordinalOf(line)) && !HEADING_WITH_NUMBER.test(title)) return false;
  const letters = lettersMean();
  return letters === "headings" || (letters === "unsure" && line.filled <= 2);
}

function isLoneHeading(line: Line): boolean {
  const ordinal = ordinalOf(line);
  const hasOther = ordinal !== "" && !NUMBER.test(ordinal);
  return line.across || hasOther || HEADING_WITH_NUMBER.test(textOf(line.first));
}

/** A quick look: nearly all rows have a number and a title that begins otherwise. */
function mayBeHeading({ found, first, second, filled }: Line): boolean {
  const ordinal = found.cells["ordinal"];
  const hasLetter = typeof ordinal === "string" && !DIGITS.includes(ordinal.charAt(0));
  return filled <= 1 || hasLetter || beginsLikeHeading(first) || beginsLikeHeading(second);
}

const DIGITS = "0123456789";
const FIRST_OF_HEADINGS = "cABCDEFGHIVX \t\n\u00a0";

/** "Cấp xã", "Các xã", "Công trình cấp xã"; "I. Vùng cao". */
function beginsLikeHeading(value: CellValue): boolean {
  if (typeof value !== "string" || !FIRST_OF_HEADINGS.includes(value.charAt(0))) return false;
  const text = value.trimStart();
  return /^c/i.test(text) || HEADING_WITH_NUMBER.test(text);
}

/** True when the row below is numbered as a part of this one: "1.1" below "1". */
function hasPartBelow(line: Line, below: Line | undefined): boolean {
  const part = below?.found.cells["ordinal"] ?? null;
  if (part === null || Number.isInteger(part)) return false;
  if (typeof part === "string" && !part.includes(".") && !part.includes(",")) return false;
  const text = textOf(part);
  const own = ordinalOf(line).replace(/[.)]$/, "");
  return own !== "" && text.startsWith(own) && /^[.,]\d/.test(text.slice(own.length));
}

/** The column of what a row says first besides its number. */
function headingColumn({ located, left, right }: Frame, { found, first }: Line): number {
  const { grid, columns } = located;
  const inRow = grid.values[found.row - grid.top] ?? NO_CELLS;
  const at = nextFilled(inRow, grid.left, left, right);
  const isNumber = at === columns["ordinal"]?.column && isOrdinal(textOf(first));
  return isNumber ? nextFilled(inRow, grid.left, at + 1, right) : at;
}

function hasOnlySubtotals({ located, mapped }: Frame, { found }: Line, heading: number): boolean {
  return mapped.every(({ spec, column }) => {
    if (column === heading || spec.kind === "ordinal") return true;
    const value = valueAt(located, found.row, column);
    return value === null || isSubtotal(spec, value);
  });
}

function isColumnNumbers({ found }: Line): boolean {
  const numbers = Object.values(found.cells).map((value) => cellText(value).replace(/[()\s]/g, ""));
  return (
    numbers.length > 2 &&
    numbers.every((text) => /^\d{1,2}$/.test(text)) &&
    new Set(numbers).size === numbers.length
  );
}
