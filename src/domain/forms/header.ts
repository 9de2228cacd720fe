/** The header of a table: one row or several, and what each of its headings could mean. */
import type { FormColumn } from "../../schemes/types";
import { cellAt, type Grid } from "../grid";
import { cleanText } from "../text/normalize";
import { cellText } from "../values/cells";
import { type HeadingMatch, matchHeading, type Vocabulary } from "./headings";

/** A heading of a form, with its place. */
export interface FormHeading {
  /** Zero-based sheet column. */
  readonly column: number;
  /** Heading as written, the rows of the header joined by line breaks. */
  readonly heading: string;
  readonly match: HeadingMatch;
}

export interface Header {
  /** First and last zero-based sheet row. */
  readonly top: number;
  readonly bottom: number;
  /** From left to right. */
  readonly headings: readonly FormHeading[];
}

/** "Mức độ hoàn thành" / "Đã xuất bản" / "(thời gian)". */
const MAX_HEADER_ROWS = 3;

/**
 * The header of a form that begins in a row; null when no heading of the form is there. Rows below belong to it as long as
 * they add columns or complete headings, and hold nothing that looks like data.
 */
export function headerAt(
  grid: Grid,
  top: number,
  vocabulary: Vocabulary,
  others: readonly Vocabulary[]
): Header | null {
  let headings = headingsOf(grid, top, top, vocabulary, others);
  if (headings.length === 0) return null;
  let bottom = top;
  while (bottom - top + 1 < MAX_HEADER_ROWS) {
    const longer = headingsOf(grid, top, bottom + 1, vocabulary, others);
    if (!belongsToHeader(grid, bottom + 1, headings, longer)) break;
    headings = longer;
    bottom += 1;
  }
  return { top, bottom, headings };
}

/** Headings in the rows from `top` to `bottom` that mean a column of the form. */
function headingsOf(
  grid: Grid,
  top: number,
  bottom: number,
  vocabulary: Vocabulary,
  others: readonly Vocabulary[]
): readonly FormHeading[] {
  const columns = filledColumns(grid, top, bottom);
  return columns.flatMap((column) => {
    const found = readingAt(grid, top, bottom, column, vocabulary);
    if (found === null || belongsToOther(grid, top, bottom, column, columns, found, vocabulary, others))
      return [];
    return [found];
  });
}

/** Sheet columns with text in any of the rows. */
function filledColumns(grid: Grid, top: number, bottom: number): readonly number[] {
  const width = Math.max(0, ...range(top, bottom).map((row) => grid.values[row - grid.top]?.length ?? 0));
  return Array.from({ length: width }, (_, index) => grid.left + index).filter((column) =>
    range(top, bottom).some((row) => textAt(grid, row, column) !== "")
  );
}

/** The heading that the rows of a column make: all of them together, the lower ones, or one alone. */
export function readingAt(
  grid: Grid,
  top: number,
  bottom: number,
  column: number,
  vocabulary: Vocabulary
): FormHeading | null {
  const texts = range(top, bottom)
    .map((row) => textAt(grid, row, column))
    .filter((text) => text !== "");
  for (let length = texts.length; length >= 1; length -= 1) {
    for (let from = texts.length - length; from >= 0; from -= 1) {
      const heading = texts.slice(from, from + length).join("\n");
      const match = matchHeading(heading, vocabulary);
      if (match) return { column, heading, match };
    }
  }
  return null;
}

/**
 * Forms share headings ("TT"). Where two stand side by side such a heading belongs to the form of the next heading that is
 * one form's alone.
 */
function belongsToOther(
  grid: Grid,
  top: number,
  bottom: number,
  column: number,
  columns: readonly number[],
  { match }: FormHeading,
  vocabulary: Vocabulary,
  others: readonly Vocabulary[]
): boolean {
  const meansToOthers = (at: number): boolean =>
    others.some((other) => readingAt(grid, top, bottom, at, other) !== null);
  if (match.column.kind !== "ordinal" || !meansToOthers(column)) return false;
  const inOrder = [...columns.filter((at) => at > column), ...columns.filter((at) => at < column).reverse()];
  for (const at of inOrder) {
    const own = readingAt(grid, top, bottom, at, vocabulary) !== null;
    if (own !== meansToOthers(at)) return !own;
  }
  return false;
}

/** A row below belongs to the header when at least half of what it says within the table are headings. */
function belongsToHeader(
  grid: Grid,
  row: number,
  above: readonly FormHeading[],
  withRow: readonly FormHeading[]
): boolean {
  const columns = withRow.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const said = filledColumns(grid, row, row).filter((column) => column >= left && column <= right);
  if (said.some((column) => !/\p{L}/u.test(textAt(grid, row, column)))) return false;
  const added = said.filter((column) => addsTo(above, withRow, column, textAt(grid, row, column)));
  return added.length > 0 && added.length * 2 >= said.length;
}

/** True when the text makes a heading that was not there, or completes the one above it. */
function addsTo(
  above: readonly FormHeading[],
  withRow: readonly FormHeading[],
  column: number,
  text: string
): boolean {
  const now = withRow.find((heading) => heading.column === column);
  if (now === undefined || !now.heading.endsWith(text)) return false;
  const before = above.find((heading) => heading.column === column);
  if (before === undefined) return !above.some(({ match }) => isSame(match.column, now.match.column));
  return isSame(before.match.column, now.match.column) && before.heading !== now.heading;
}

function isSame(a: FormColumn, b: FormColumn): boolean {
  return a.key === b.key;
}

export function textAt(grid: Grid, row: number, column: number): string {
  const text = cellText(cellAt(grid, row, column));
  return cleanText(text) === "" ? "" : text;
}

/** All that the rows say in a column, joined by line breaks. */
export function textBetween(grid: Grid, top: number, bottom: number, column: number): string {
  return range(top, bottom)
    .map((row) => textAt(grid, row, column))
    .filter((text) => text !== "")
    .join("\n");
}

/** Whole numbers from the first to the last. */
export function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
