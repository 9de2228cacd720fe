/** The rows of a located form. Every row under the header is either read or left out with a reason. */
import type { Area, CellValue } from "../grid";
import { cellAt } from "../grid";
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
  const lines = range(located.headerBottom + 1, end - 1)
    .map((row) => readLine(located, row))
    .filter((line): line is Line => line !== null);
  const lastSure = lines.reduce((last, line, index) => (isSureRow(line) ? index : last), -1);
  const firstAfter = lines.findIndex((line, index) => index > lastSure && endsTable(line));
  const rows: FormRow[] = [];
  const leftOut: LeftOutRow[] = [];
  lines.forEach((line, index) => {
    const { row, cells, merged, texts } = line;
    const found = { row, cells, ...(merged.length > 0 && { merged }) };
    const isAfter = firstAfter >= 0 && index >= firstAfter;
    const reason = isAfter ? "after-table" : reasonToLeaveOut(located, line);
    if (reason) leftOut.push({ ...found, reason, text: texts.join(" ") });
    else rows.push(found);
  });
  return { rows, leftOut };
}

/** A row that says something. */
interface Line extends FormRow {
  readonly merged: readonly string[];
  /** All that it says between the form's first and last column, whether or not a column is mapped. */
  readonly texts: readonly string[];
  /** Cells with a value of their own in mapped columns. */
  readonly filled: number;
  /** True when one cell reaches across most of the table. */
  readonly across: boolean;
  /** True when the row above says nothing. */
  readonly afterBlank: boolean;
}

/** Null for blank rows, for those that carry their prepared number only, and for the lower part of taller ones. */
function readLine(located: LocatedForm, row: number): Line | null {
  const { grid, columns } = located;
  const mapped = Object.entries(columns);
  const own = mapped.map(([key, { column }]) => [key, valueAt(located, row, column)] as const);
  const filled = own.filter(([, value]) => value !== null).length;
  const texts = textsOf(located, row);
  if (texts.length === 0 || onlyOrdinal(own, texts)) return null;
  const above = own.map(([key, value]): readonly [string, CellValue] =>
    value === null ? [key, valueFromAbove(located, row, key)] : [key, null]
  );
  const merged = above.filter(([, value]) => value !== null).map(([key]) => key);
  const inherited = new Map(above);
  return {
    row,
    cells: Object.fromEntries(own.map(([key, value]) => [key, value ?? inherited.get(key) ?? null])),
    merged: filled > 0 ? merged : [],
    texts,
    filled,
    across: filled === 1 && reachesAcross(located, row, grid.merges),
    afterBlank: textsOf(located, row - 1).length === 0,
  };
}

function valueAt({ grid }: LocatedForm, row: number, column: number): CellValue {
  const value = cellAt(grid, row, column);
  return isBlank(value) ? null : value;
}

/** Value of the merged cell that a cell is the lower part of; none for money. */
function valueFromAbove(located: LocatedForm, row: number, key: string): CellValue {
  const column = located.columns[key]?.column ?? -1;
  const kind = located.form.columns.find((formColumn) => formColumn.key === key)?.kind;
  if (kind === "funds" || kind === "ordinal") return null;
  const area = located.grid.merges.find(
    ({ top, bottom, left, right }) => top < row && row <= bottom && left <= column && column <= right
  );
  return area === undefined || area.top <= located.headerBottom
    ? null
    : valueAt(located, area.top, area.left);
}

function reachesAcross(located: LocatedForm, row: number, merges: readonly Area[]): boolean {
  const columns = Object.values(located.columns).map(({ column }) => column);
  return merges.some(
    ({ top, bottom, left, right }) =>
      top <= row &&
      row <= bottom &&
      columns.filter((column) => left <= column && column <= right).length * 2 > columns.length
  );
}

function textsOf(located: LocatedForm, row: number): readonly string[] {
  const columns = Object.values(located.columns).map(({ column }) => column);
  return range(Math.min(...columns), Math.max(...columns))
    .map((column) => valueAt(located, row, column))
    .filter((value) => value !== null)
    .map((value) => cellText(value).trim());
}

const NUMBER = /^\(?\d{1,4}\)?[.,)]?$/;

/** Prepared rows often carry their number only. */
function onlyOrdinal(own: readonly (readonly [string, CellValue])[], texts: readonly string[]): boolean {
  const ordinal = own.find(([key]) => key === "ordinal")?.[1] ?? null;
  return ordinal !== null && texts.length === 1 && NUMBER.test(texts[0] ?? "");
}

/** Beyond doubt a row of the table: numbered, or with several cells and a figure among them. */
function isSureRow(line: Line): boolean {
  const ordinal = cellText(line.cells["ordinal"] ?? null).trim();
  if (isTotal(line) || isSignature(line)) return false;
  if (NUMBER.test(ordinal)) return line.filled >= 2;
  return line.filled >= 3 && line.texts.some((text) => /\d/.test(text));
}

/** After the last sure row: a signature, a note, the place and date of signing, or a lone line set apart. */
function endsTable(line: Line): boolean {
  return isSignature(line) || isNote(line) || (line.filled <= 1 && line.afterBlank && !isTotal(line));
}

function reasonToLeaveOut(located: LocatedForm, line: Line): LeftOutReason | null {
  const { row, filled } = line;
  if (located.repeats.some(([top, bottom]) => top <= row && row <= bottom)) return "repeated-header";
  if (isAfterHeader(located, row) && isColumnNumbers(line)) return "column-numbers";
  if (isTotal(line)) return "total";
  if (filled === 0 || isNote(line) || isSignature(line)) return "note";
  return isSection(line) ? "section" : null;
}

const TOTAL = /^(?:tong cong|tong so|tong kinh phi|cong don|cong chung)(?: |$)|^(?:tong|cong)(?: \d|$)/;

function isTotal({ texts }: Line): boolean {
  const [first = "", second = ""] = texts;
  return TOTAL.test(plainWords(first)) || (isOrdinal(first) && TOTAL.test(plainWords(second)));
}

const SIGNATURE =
  /^(?:noi nhan|nguoi (?:lap|tong hop|ky|bao cao)|xac nhan|thu truong|(?:pho )?truong (?:ban|phong)|(?:pho )?bi thu|(?:pho )?giam doc|(?:pho )?chu tich|chanh van phong|t m|tm|k t|kt|t l|tl|ky ten|ky ghi ro|ban thuong vu|da ky|ky boi)(?: |$)/;
/** "Cao Bằng, ngày 15 tháng 5 năm 2023" */
const PLACE_AND_DATE = /^[^,\d]{2,60},\s*ngày\s.*tháng\s.*năm/i;

function isSignature({ texts, filled }: Line): boolean {
  const [first = ""] = texts;
  if (filled > 3) return false;
  return (
    (filled <= 2 || texts.every((text) => !/\d/.test(text))) &&
    (SIGNATURE.test(plainWords(first)) || PLACE_AND_DATE.test(first.normalize("NFC")))
  );
}

const NOTE = /^(?:ghi chu|luu y|chu thich|chu y)(?: |$)/;
const STARRED = /^\(?\*+\)?/;

function isNote({ texts, filled }: Line): boolean {
  const [first = ""] = texts;
  return filled <= 2 && (NOTE.test(plainWords(first)) || STARRED.test(first));
}

const ROMAN_OR_LETTER = /^(?:[ivx]+|[a-h])[.)]?$/i;
const STARTS_WITH_ONE = /^(?:[IVX]+|[A-H])[.)]\s+\S/;

/** "I", "A.": a heading of rows. "I | Cấp huyện" has two cells, "I. Cấp huyện" one. */
function isSection({ texts, filled, across, cells }: Line): boolean {
  const [first = ""] = texts;
  const ordinal = cellText(cells["ordinal"] ?? null).trim();
  if (ROMAN_OR_LETTER.test(ordinal)) return filled <= 2;
  if (filled > 1) return false;
  return across || STARTS_WITH_ONE.test(first) || (ordinal !== "" && !NUMBER.test(ordinal));
}

function isOrdinal(text: string): boolean {
  return NUMBER.test(text) || ROMAN_OR_LETTER.test(text);
}

function isAfterHeader({ headerBottom, repeats }: LocatedForm, row: number): boolean {
  return row === headerBottom + 1 || repeats.some(([, bottom]) => row === bottom + 1);
}

function isColumnNumbers({ cells }: Line): boolean {
  const numbers = Object.values(cells).map((value) => cellText(value).replace(/[()\s]/g, ""));
  return (
    numbers.length > 2 &&
    numbers.every((text) => /^\d{1,2}$/.test(text)) &&
    new Set(numbers).size === numbers.length
  );
}
