/** The rows of a located form. Every row under the header is either read or left out with a reason. */
import { type Area, cellAt, type CellValue, mergesByRow } from "../grid";
import { composed } from "../text/composing";
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
  const rows: FormRow[] = [];
  const leftOut: LeftOutRow[] = [];
  let isAfter = false;
  lines.forEach((line, index) => {
    isAfter ||= index > lastSure && endsTable(frame, line);
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

function reasonToLeaveOut(frame: Frame, line: Line): LeftOutReason | null {
  const { located } = frame;
  const { row } = line.found;
  if (isInRepeat(located, row)) return "repeated-header";
  if (isAfterHeader(located, row) && isColumnNumbers(line)) return "column-numbers";
  if (isTotal(line)) return "total";
  // Whatever else is no row of the table says little, and nearly all rows say more.
  if (line.filled > MOST_IN_NOTES) return null;
  if (line.filled === 0 || isNote(line) || isSignature(frame, line)) return "note";
  return isSection(line) ? "section" : null;
}

/** Cells that notes, signatures and section headings fill at most. */
const MOST_IN_NOTES = 3;

function isInRepeat({ repeats }: LocatedForm, row: number): boolean {
  return repeats.length > 0 && repeats.some(([top, bottom]) => top <= row && row <= bottom);
}

const TOTAL = /^(?:tong cong|tong so|tong kinh phi|cong don|cong chung)(?: |$)|^(?:tong|cong)(?: \d|$)/;

/** Nearly all rows begin with a number, and titles with another letter. */
const NO_TOTAL = /^[abd-su-z\d]/i;

function isTotal({ first, second }: Line): boolean {
  return saysTotal(first) || (saysTotal(second) && isOrdinal(textOf(first)));
}

function saysTotal(value: CellValue): boolean {
  if (value === null || typeof value === "number") return false;
  const text = textOf(value);
  return !NO_TOTAL.test(text) && TOTAL.test(plainWords(text));
}

const SIGNATURE =
  /^(?:noi nhan|nguoi (?:lap|tong hop|ky|bao cao)|xac nhan|thu truong|(?:pho )?truong (?:ban|phong)|(?:pho )?bi thu|(?:pho )?giam doc|(?:pho )?chu tich|chanh van phong|t m|tm|k t|kt|t l|tl|ky ten|ky ghi ro|ban thuong vu|da ky|ky boi)(?: |$)/;
/** "Cao Bằng, ngày 15 tháng 5 năm 2023" */
const PLACE_AND_DATE = /^[^,\d]{2,60},\s*ngày\s.*tháng\s.*năm/i;

function isSignature(frame: Frame, { found, first, filled }: Line): boolean {
  if (filled > MOST_IN_NOTES) return false;
  const text = textOf(first);
  return (
    (filled <= 2 || textsOf(frame, found.row).every((each) => !/\d/.test(each))) &&
    (SIGNATURE.test(plainWords(text)) || PLACE_AND_DATE.test(composed(text)))
  );
}

const NOTE = /^(?:ghi chu|luu y|chu thich|chu y)(?: |$)/;
const STARRED = /^\(?\*+\)?/;

function isNote({ first, filled }: Line): boolean {
  if (filled > 2) return false;
  const text = textOf(first);
  return NOTE.test(plainWords(text)) || STARRED.test(text);
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
  return across || STARTS_WITH_ONE.test(textOf(first)) || (ordinal !== "" && !NUMBER.test(ordinal));
}

function isOrdinal(text: string): boolean {
  return NUMBER.test(text) || ROMAN_OR_LETTER.test(text);
}

function isAfterHeader({ headerBottom, repeats }: LocatedForm, row: number): boolean {
  return row === headerBottom + 1 || (repeats.length > 0 && repeats.some(([, bottom]) => row === bottom + 1));
}

function isColumnNumbers({ found }: Line): boolean {
  const numbers = Object.values(found.cells).map((value) => cellText(value).replace(/[()\s]/g, ""));
  return (
    numbers.length > 2 &&
    numbers.every((text) => /^\d{1,2}$/.test(text)) &&
    new Set(numbers).size === numbers.length
  );
}
