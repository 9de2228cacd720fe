/** The rows of a located form. Every row under the header is either read or left out with a reason. */
import type { CellValue } from "../grid";
import { cellAt } from "../grid";
import { cellText, isBlank } from "../values/cells";
import type { LocatedForm } from "./locate";

export interface FormRow {
  /** Zero-based sheet row. */
  readonly row: number;
  /** By column key; a column that the header lacks is absent. */
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** Why a row under the header is no row of the table. */
export type LeftOutReason =
  | "column-numbers" // (1) (2) (3) under the header
  | "section" // "I. Cấp huyện"
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

const TOTAL = /^(tổng cộng|tổng số|tổng|cộng|tổng kinh phí)(?: |:|$)/;
const SIGNATURE =
  /^(nơi nhận|người lập|người tổng hợp|xác nhận|thủ trưởng|trưởng ban|phó trưởng ban|bí thư|phó bí thư|chánh văn phòng|t\/m|tm\.? |k\/t|kt\.? |ghi chú|lưu ý|\(ký|ban thường vụ)/;
const SECTION_ORDINAL = /^([ivx]+|[a-h])[.)]?$/i;
const SECTION_TEXT = /^([IVX]+|[A-H])[.)]\s+\S/;

/**
 * Rows from under the header to `end` (exclusive, zero-based sheet row): where the next form on the sheet begins, or
 * the end of the used range.
 */
export function readRows(located: LocatedForm, end: number): FormRows {
  const rows: FormRow[] = [];
  const leftOut: LeftOutRow[] = [];
  let ended = false;
  for (let row = located.headerBottom + 1; row < end; row += 1) {
    const cells = cellsOf(located, row);
    const text = rowText(located, row);
    if (text === "" || onlyOrdinal(cells, text)) continue;
    ended = ended || isSignature(text, cells);
    const reason = ended ? "after-table" : reasonToLeaveOut(located, row, cells, text);
    if (reason) leftOut.push({ row, cells, reason, text });
    else rows.push({ row, cells });
  }
  return { rows, leftOut };
}

function cellsOf(located: LocatedForm, row: number): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(
    Object.entries(located.columns).map(([key, { column }]) => {
      const value = cellAt(located.grid, row, column);
      return [key, isBlank(value) ? null : value];
    })
  );
}

/** All that the row says between the form's first and last column, whether or not a column is mapped. */
function rowText(located: LocatedForm, row: number): string {
  const columns = Object.values(located.columns).map(({ column }) => column);
  const from = Math.min(...columns);
  const to = Math.max(...columns);
  const texts: string[] = [];
  for (let column = from; column <= to; column += 1) {
    const value = cellAt(located.grid, row, column);
    if (!isBlank(value)) texts.push(cellText(value).trim());
  }
  return texts.join(" ");
}

/** Prepared rows often carry their number only. */
function onlyOrdinal(cells: Readonly<Record<string, CellValue>>, text: string): boolean {
  const ordinal = cells["ordinal"];
  return ordinal !== undefined && ordinal !== null && cellText(ordinal).trim() === text;
}

function isSignature(text: string, cells: Readonly<Record<string, CellValue>>): boolean {
  return filledCount(cells) <= 2 && SIGNATURE.test(text.normalize("NFC").toLowerCase());
}

function reasonToLeaveOut(
  located: LocatedForm,
  row: number,
  cells: Readonly<Record<string, CellValue>>,
  text: string
): LeftOutReason | null {
  if (row === located.headerBottom + 1 && isColumnNumbers(cells)) return "column-numbers";
  if (TOTAL.test(text.normalize("NFC").toLowerCase())) return "total";
  return isSection(cells, text) ? "section" : null;
}

function isColumnNumbers(cells: Readonly<Record<string, CellValue>>): boolean {
  const numbers = Object.values(cells).map((value) => cellText(value).replace(/[()\s]/g, ""));
  return (
    numbers.length > 2 &&
    numbers.every((text) => /^\d{1,2}$/.test(text)) &&
    new Set(numbers).size === numbers.length
  );
}

function isSection(cells: Readonly<Record<string, CellValue>>, text: string): boolean {
  const ordinal = cellText(cells["ordinal"] ?? null).trim();
  if (SECTION_ORDINAL.test(ordinal)) return filledCount(cells) <= 2;
  return SECTION_TEXT.test(text) && filledCount(cells) <= 1;
}

function filledCount(cells: Readonly<Record<string, CellValue>>): number {
  return Object.values(cells).filter((value) => value !== null).length;
}
