/** The rows of a located form. Every row under the header is either read or left out with a reason. */
import { type Area, cellAt, type CellValue, mergesByRow } from "../grid";
import { cellText, isBlank } from "../values/cells";
import { range } from "./header";
import { plainWords } from "./headings";
import type { LocatedForm } from "./locate";

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
  const firstAfter = lines.findIndex((line, index) => index > lastSure && endsTable(frame, line));
  const rows: FormRow[] = [];
  const leftOut: LeftOutRow[] = [];
  lines.forEach((line, index) => {
    const isAfter = firstAfter >= 0 && index >= firstAfter;
    const reason = isAfter ? "after-table" : reasonToLeaveOut(frame, line);
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
  /** Merged areas of a row; to be asked from top to bottom. */
  readonly mergesOf: (row: number) => readonly Area[];
}

interface MappedColumn {
  readonly key: string;
  readonly column: number;
  /** False for money and numbers: one that is merged downwards is that of the first row alone. */
  readonly holdsDownwards: boolean;
}

function frameOf(located: LocatedForm): Frame {
  const counted = new Set(
    located.form.columns.filter(({ kind }) => kind === "funds" || kind === "ordinal").map(({ key }) => key)
  );
  const mapped = Object.entries(located.columns).map(([key, { column }]) => ({
    key,
    column,
    holdsDownwards: !counted.has(key),
  }));
  const columns = mapped.map(({ column }) => column);
  const below = located.grid.merges.filter(({ bottom }) => bottom > located.headerBottom);
  return {
    located,
    mapped,
    left: Math.min(...columns),
    right: Math.max(...columns),
    mergesOf: mergesByRow(below),
  };
}

/** A row that says something. */
interface Line {
  readonly found: FormRow;
  /** The first two texts between the form's first and last column, whether or not a column is mapped. */
  readonly first: string;
  readonly second: string;
  /** Cells with a value of their own in mapped columns. */
  readonly filled: number;
  /** True when one cell reaches across most of the table. */
  readonly across: boolean;
}

/** Null for blank rows, for those that carry their prepared number only, and for the lower part of taller ones. */
function readLine(frame: Frame, row: number): Line | null {
  const { located, mapped } = frame;
  const at = nextFilled(frame, row, frame.left);
  if (at > frame.right) return null;
  const next = nextFilled(frame, row, at + 1);
  const first = textAt(located, row, at);
  if (next > frame.right && at === located.columns["ordinal"]?.column && NUMBER.test(first)) return null;

  const merges = frame.mergesOf(row);
  const cells: Record<string, CellValue> = {};
  const merged: string[] = [];
  let filled = 0;
  for (const { key, column, holdsDownwards } of mapped) {
    const own = valueAt(located, row, column);
    if (own !== null) filled += 1;
    const value = own ?? (holdsDownwards ? valueFromAbove(located, merges, row, column) : null);
    if (own === null && value !== null) merged.push(key);
    cells[key] = value;
  }
  return {
    found: filled > 0 && merged.length > 0 ? { row, cells, merged } : { row, cells },
    first,
    second: next > frame.right ? "" : textAt(located, row, next),
    filled,
    across: filled === 1 && reachesAcross(merges, mapped),
  };
}

/** The first column from `from` on that says something; one beyond the last when there is none. */
function nextFilled({ located, right }: Frame, row: number, from: number): number {
  let column = from;
  while (column <= right && valueAt(located, row, column) === null) column += 1;
  return column;
}

function valueAt({ grid }: LocatedForm, row: number, column: number): CellValue {
  const value = cellAt(grid, row, column);
  return isBlank(value) ? null : value;
}

function textAt(located: LocatedForm, row: number, column: number): string {
  return cellText(valueAt(located, row, column)).trim();
}

/** Value of the merged cell that a cell is the lower part of. */
function valueFromAbove(
  located: LocatedForm,
  merges: readonly Area[],
  row: number,
  column: number
): CellValue {
  const area = merges.find(({ top, left, right }) => top < row && left <= column && column <= right);
  return area === undefined || area.top <= located.headerBottom
    ? null
    : valueAt(located, area.top, area.left);
}

function reachesAcross(merges: readonly Area[], mapped: readonly MappedColumn[]): boolean {
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

/** Beyond doubt a row of the table: numbered, or with several cells and a figure among them. */
function isSureRow(frame: Frame, line: Line): boolean {
  if (isTotal(line) || isSignature(frame, line)) return false;
  if (NUMBER.test(ordinalOf(line))) return line.filled >= 2;
  return line.filled >= 3 && textsOf(frame, line.found.row).some((text) => /\d/.test(text));
}

function ordinalOf({ found }: Line): string {
  return cellText(found.cells["ordinal"] ?? null).trim();
}

/** After the last sure row: a signature, a note, the place and date of signing, or a lone line set apart. */
function endsTable(frame: Frame, line: Line): boolean {
  if (isSignature(frame, line) || isNote(line)) return true;
  const isAfterBlank = (): boolean => nextFilled(frame, line.found.row - 1, frame.left) > frame.right;
  return line.filled <= 1 && isAfterBlank() && !isTotal(line);
}

function reasonToLeaveOut(frame: Frame, line: Line): LeftOutReason | null {
  const { located } = frame;
  const { row } = line.found;
  if (located.repeats.some(([top, bottom]) => top <= row && row <= bottom)) return "repeated-header";
  if (isAfterHeader(located, row) && isColumnNumbers(line)) return "column-numbers";
  if (isTotal(line)) return "total";
  if (line.filled === 0 || isNote(line) || isSignature(frame, line)) return "note";
  return isSection(line) ? "section" : null;
}

const TOTAL = /^(?:tong cong|tong so|tong kinh phi|cong don|cong chung)(?: |$)|^(?:tong|cong)(?: \d|$)/;

/** Nearly all rows begin with a number, and titles with another letter. */
const NO_TOTAL = /^[abd-su-z\d]/i;

function isTotal({ first, second }: Line): boolean {
  return saysTotal(first) || (isOrdinal(first) && saysTotal(second));
}

function saysTotal(text: string): boolean {
  return !NO_TOTAL.test(text) && TOTAL.test(plainWords(text));
}

const SIGNATURE =
  /^(?:noi nhan|nguoi (?:lap|tong hop|ky|bao cao)|xac nhan|thu truong|(?:pho )?truong (?:ban|phong)|(?:pho )?bi thu|(?:pho )?giam doc|(?:pho )?chu tich|chanh van phong|t m|tm|k t|kt|t l|tl|ky ten|ky ghi ro|ban thuong vu|da ky|ky boi)(?: |$)/;
/** "Cao Bằng, ngày 15 tháng 5 năm 2023" */
const PLACE_AND_DATE = /^[^,\d]{2,60},\s*ngày\s.*tháng\s.*năm/i;

function isSignature(frame: Frame, { found, first, filled }: Line): boolean {
  if (filled > 3) return false;
  return (
    (filled <= 2 || textsOf(frame, found.row).every((text) => !/\d/.test(text))) &&
    (SIGNATURE.test(plainWords(first)) || PLACE_AND_DATE.test(first.normalize("NFC")))
  );
}

const NOTE = /^(?:ghi chu|luu y|chu thich|chu y)(?: |$)/;
const STARRED = /^\(?\*+\)?/;

function isNote({ first, filled }: Line): boolean {
  return filled <= 2 && (NOTE.test(plainWords(first)) || STARRED.test(first));
}

const ROMAN_OR_LETTER = /^(?:[ivx]+|[a-h])[.)]?$/i;
const STARTS_WITH_ONE = /^(?:[IVX]+|[A-H])[.)]\s+\S/;

/** "I", "A.": a heading of rows. "I | Cấp huyện" has two cells, "I. Cấp huyện" one. */
function isSection(line: Line): boolean {
  const { first, filled, across } = line;
  if (filled > 2) return false;
  const ordinal = ordinalOf(line);
  if (ROMAN_OR_LETTER.test(ordinal)) return true;
  if (filled > 1) return false;
  return across || STARTS_WITH_ONE.test(first) || (ordinal !== "" && !NUMBER.test(ordinal));
}

function isOrdinal(text: string): boolean {
  return NUMBER.test(text) || ROMAN_OR_LETTER.test(text);
}

function isAfterHeader({ headerBottom, repeats }: LocatedForm, row: number): boolean {
  return row === headerBottom + 1 || repeats.some(([, bottom]) => row === bottom + 1);
}

function isColumnNumbers({ found }: Line): boolean {
  const numbers = Object.values(found.cells).map((value) => cellText(value).replace(/[()\s]/g, ""));
  return (
    numbers.length > 2 &&
    numbers.every((text) => /^\d{1,2}$/.test(text)) &&
    new Set(numbers).size === numbers.length
  );
}
