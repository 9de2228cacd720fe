/** The header of a table: one row or several, and what each of its headings could mean. */
import { cellAt, type Grid } from "../grid";
import { cellText } from "../values/cells";
import { type HeadingMatch, isHeading, matchHeading, type Vocabulary } from "./headings";

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
export const MAX_HEADER_ROWS = 3;

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
  if (!hasHeading(grid, top, [vocabulary])) return null;
  let headings = headingsOf(grid, top, top, vocabulary, others);
  if (headings.length === 0) return null;
  let bottom = top;
  // A row that says little by itself may be completed by the one below it.
  for (let lower = top + 1; lower < top + MAX_HEADER_ROWS; lower += 1) {
    if (holdsFigures(grid, bottom + 1, lower, headings)) break;
    const longer = headingsOf(grid, top, lower, vocabulary, others);
    if (!belongsToHeader(grid, bottom + 1, lower, headings, longer)) continue;
    headings = longer;
    bottom = lower;
  }
  return { top, bottom, headings };
}

/** True for a row that has a heading of any of the forms: nearly all rows of a sheet are data. */
export function hasHeading(grid: Grid, row: number, vocabularies: readonly Vocabulary[]): boolean {
  for (const value of grid.values[row - grid.top] ?? []) {
    if (typeof value === "string" && isHeading(value, vocabularies)) return true;
  }
  return false;
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
  const found = columns.map((column) => readingAt(grid, top, bottom, column, vocabulary));
  const areOrdinals = found.map((heading) => heading?.match.column.kind === "ordinal");
  if (!areOrdinals.includes(true)) return found.filter((heading) => heading !== null);
  const meanings = columns.map((column, index) => ({
    own: found[index] !== null,
    others: others.some((other) => readingAt(grid, top, bottom, column, other) !== null),
  }));
  const ofOthers = belongToOthers(meanings);
  return found.filter(
    (heading, index): heading is FormHeading =>
      heading !== null && !(areOrdinals[index] === true && ofOthers[index] === true)
  );
}

/** Sheet columns with text in any of the rows. */
function filledColumns(grid: Grid, top: number, bottom: number): readonly number[] {
  let width = 0;
  for (let row = top; row <= bottom; row += 1) {
    width = Math.max(width, grid.values[row - grid.top]?.length ?? 0);
  }
  return range(grid.left, grid.left + width - 1).filter((column) => hasText(grid, top, bottom, column));
}

function hasText(grid: Grid, top: number, bottom: number, column: number): boolean {
  for (let row = top; row <= bottom; row += 1) if (textAt(grid, row, column) !== "") return true;
  return false;
}

/** The heading that the rows of a column make: all of them together, the lower ones, or one alone. */
export function readingAt(
  grid: Grid,
  top: number,
  bottom: number,
  column: number,
  vocabulary: Vocabulary
): FormHeading | null {
  const texts = textsIn(grid, top, bottom, column);
  for (let length = texts.length; length >= 1; length -= 1) {
    for (let from = texts.length - length; from >= 0; from -= 1) {
      const heading = texts.slice(from, from + length).join("\n");
      const match = matchHeading(heading, vocabulary);
      if (match) return { column, heading, match };
    }
  }
  return null;
}

/** Whether a column's heading means something to the form, and to any other. */
interface Meaning {
  readonly own: boolean;
  readonly others: boolean;
}

/**
 * Forms share headings ("TT"). Where two stand side by side such a heading belongs to the form of the next heading that is
 * one form's alone; where none follows, to that of the last one before.
 */
function belongToOthers(meanings: readonly Meaning[]): readonly boolean[] {
  const following: (boolean | null)[] = [];
  let next: boolean | null = null;
  for (let index = meanings.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    next = ofOthersAlone(meanings[index]) ?? next;
  }
  let last: boolean | null = null;
  return meanings.map((meaning, index) => {
    const belongs = meaning.others && (following[index] ?? last ?? false);
    last = ofOthersAlone(meaning) ?? last;
    return belongs;
  });
}

/** Null for a heading that is nobody's, or not one form's alone. */
function ofOthersAlone(meaning: Meaning | undefined): boolean | null {
  return meaning === undefined || meaning.own === meaning.others ? null : meaning.others;
}

/**
 * True when a cell under one of the headings has no letter: those rows are data, and so are they together with the next
 * one. Ordinals do not count, they may turn out to be another form's.
 */
function holdsFigures(grid: Grid, first: number, last: number, above: readonly FormHeading[]): boolean {
  for (const { column, match } of above) {
    if (match.column.kind === "ordinal") continue;
    for (let row = first; row <= last; row += 1) {
      const text = textAt(grid, row, column);
      if (text !== "" && !HAS_LETTER.test(text)) return true;
    }
  }
  return false;
}

/** Rows below belong to the header when at least half of what they say within the table makes headings. */
function belongsToHeader(
  grid: Grid,
  first: number,
  last: number,
  above: readonly FormHeading[],
  withRows: readonly FormHeading[]
): boolean {
  const columns = withRows.map(({ column }) => column);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const said = filledColumns(grid, first, last).filter((column) => column >= left && column <= right);
  const texts = said.map((column) => textBetween(grid, first, last, column));
  const cells = range(first, last).flatMap((row) => said.map((column) => textAt(grid, row, column)));
  if (cells.some((text) => text !== "" && !HAS_LETTER.test(text))) return false;
  const before = byColumn(above);
  const now = byColumn(withRows);
  const keysBefore = new Set(above.map(({ match }) => match.column.key));
  const added = said.filter((column, index) =>
    addsTo(before.get(column), now.get(column), keysBefore, texts[index] ?? "")
  );
  return added.length > 0 && added.length * 2 >= said.length;
}

function byColumn(headings: readonly FormHeading[]): ReadonlyMap<number, FormHeading> {
  return new Map(headings.map((heading) => [heading.column, heading]));
}

/** True when the texts make a heading that was not there, or complete the one above them. */
function addsTo(
  before: FormHeading | undefined,
  now: FormHeading | undefined,
  keysBefore: ReadonlySet<string>,
  texts: string
): boolean {
  if (now === undefined || !now.heading.endsWith(texts)) return false;
  if (before === undefined) return !keysBefore.has(now.match.column.key);
  return before.match.column.key === now.match.column.key && before.heading !== now.heading;
}

const HAS_LETTER = /\p{L}/u;
/** Something to see: neither white space nor characters without width. */
const INK = /[^\s\u200b-\u200d\u2060\ufeff]/;

/** Text of a cell; `""` for one that shows nothing. */
export function textAt(grid: Grid, row: number, column: number): string {
  const text = cellText(cellAt(grid, row, column));
  return INK.test(text) ? text : "";
}

/** All that the rows say in a column, joined by line breaks. */
export function textBetween(grid: Grid, top: number, bottom: number, column: number): string {
  return textsIn(grid, top, bottom, column).join("\n");
}

function textsIn(grid: Grid, top: number, bottom: number, column: number): readonly string[] {
  const texts: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const text = textAt(grid, row, column);
    if (text !== "") texts.push(text);
  }
  return texts;
}

/** Whole numbers from the first to the last. */
export function range(first: number, last: number): readonly number[] {
  const numbers: number[] = [];
  for (let number = first; number <= last; number += 1) numbers.push(number);
  return numbers;
}
