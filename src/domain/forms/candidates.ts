/** Headers on a sheet that may be those of a form. */
import type { FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { type FormHeading, hasHeading, type Header, headerAt, range, readingAt, textBetween } from "./header";
import { isForeign, type Vocabulary } from "./headings";

/** A column of a form as found on the sheet. */
export interface LocatedColumn {
  /** Zero-based sheet column. */
  readonly column: number;
  /** Heading as written there; the rows of the header joined by line breaks. */
  readonly heading: string;
}

/** Where the parts of a table are, in zero-based sheet rows and columns, both ends included. */
export interface TablePlace {
  /** First and last row of the header. */
  readonly headerTop: number;
  readonly headerBottom: number;
  /** First and last column of the table, those that belong to no column of the form included. */
  readonly left: number;
  readonly right: number;
}

/** A header that may be a form's. */
export interface Candidate extends TablePlace {
  readonly grid: Grid;
  readonly form: FormSpec;
  readonly columns: ReadonlyMap<string, FormHeading>;
  readonly unmapped: readonly LocatedColumn[];
  /** Number of headings that other tables have and this form has not. */
  readonly foreign: number;
}

/** Every header that has any heading of a form, form by form, from top to bottom. */
export function candidatesOf(grid: Grid, vocabularies: readonly Vocabulary[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const last = grid.top + grid.values.length - 1;
  const rows = range(grid.top, last).filter((row) => hasHeading(grid, row, vocabularies));
  for (const vocabulary of vocabularies) {
    const others = vocabularies.filter((other) => other !== vocabulary);
    for (const row of rows) {
      const header = headerAt(grid, row, vocabulary, others);
      if (header !== null) candidates.push(...tablesOfHeader(grid, header, vocabulary, others));
    }
  }
  return candidates;
}

/**
 * Tables side by side: a column that comes a second time begins another one, when each of them has what the form is known
 * by. Else all headings are one table's, and the surer one of two that mean the same counts.
 */
function tablesOfHeader(
  grid: Grid,
  header: Header,
  vocabulary: Vocabulary,
  others: readonly Vocabulary[]
): readonly Candidate[] {
  const parts: FormHeading[][] = [];
  for (const heading of header.headings) {
    const last = parts[parts.length - 1];
    if (last === undefined || last.some(({ match }) => match.column.key === heading.match.column.key)) {
      parts.push([heading]);
    } else last.push(heading);
  }
  const whole = parts.filter((part) => hasAllIdentifying(vocabulary.form, surestByKey(part)));
  const tables = whole.length > 1 ? whole : [header.headings];
  const tableOf = new Map(
    tables.flatMap((headings) => headings.map(({ column }) => [column, headings] as const))
  );
  return tables.map((headings) => {
    const isOfOther = (column: number): boolean => (tableOf.get(column) ?? headings) !== headings;
    return candidateOf(grid, header, vocabulary, others, surestByKey(headings), isOfOther);
  });
}

function surestByKey(headings: readonly FormHeading[]): ReadonlyMap<string, FormHeading> {
  const columns = new Map<string, FormHeading>();
  for (const heading of headings) {
    const known = columns.get(heading.match.column.key);
    if (known === undefined || heading.match.rank < known.match.rank) {
      columns.set(heading.match.column.key, heading);
    }
  }
  return columns;
}

function candidateOf(
  grid: Grid,
  { top, bottom }: Header,
  vocabulary: Vocabulary,
  otherForms: readonly Vocabulary[],
  columns: ReadonlyMap<string, FormHeading>,
  isOfOtherTable: (column: number) => boolean
): Candidate {
  const mapped = Array.from(columns.values(), ({ column }) => column);
  const isOwn = (column: number): boolean =>
    textBetween(grid, top, bottom, column) !== "" &&
    !isOfOtherTable(column) &&
    !otherForms.some((other) => readingAt(grid, top, bottom, column, other) !== null);
  const left = lastInDirection(Math.min(...mapped), -1, isOwn);
  const right = lastInDirection(Math.max(...mapped), 1, isOwn);
  const unmapped = unmappedBetween(grid, top, bottom, left, right, mapped);
  return {
    grid,
    form: vocabulary.form,
    headerTop: top,
    headerBottom: bottom,
    left,
    right,
    columns,
    unmapped,
    foreign: unmapped.filter(({ heading }) => isForeign(heading, vocabulary)).length,
  };
}

function lastInDirection(from: number, step: 1 | -1, holds: (column: number) => boolean): number {
  let column = from;
  while (column + step >= 0 && holds(column + step)) column += step;
  return column;
}

/** Headings between two columns that are not among the mapped ones. */
export function unmappedBetween(
  grid: Grid,
  top: number,
  bottom: number,
  left: number,
  right: number,
  mapped: readonly number[]
): readonly LocatedColumn[] {
  return range(left, right)
    .filter((column) => !mapped.includes(column))
    .map((column) => ({ column, heading: textBetween(grid, top, bottom, column) }))
    .filter(({ heading }) => heading !== "");
}

function hasAllIdentifying(form: FormSpec, columns: ReadonlyMap<string, unknown>): boolean {
  return form.columns.every(({ identifying, key }) => !identifying || columns.has(key));
}

/** One heading of another table may be a column that somebody added; two, or one in place of a required column, are not. */
export function isOtherTable({ form, columns, foreign }: Candidate): boolean {
  const lacksRequired = form.columns.some(({ required, key }) => required && !columns.has(key));
  return foreign >= 2 || (foreign === 1 && lacksRequired);
}

export function isForm(candidate: Candidate): boolean {
  return hasAllIdentifying(candidate.form, candidate.columns) && !isOtherTable(candidate);
}

export function plainColumns(
  columns: ReadonlyMap<string, FormHeading>
): Readonly<Record<string, LocatedColumn>> {
  return Object.fromEntries(Array.from(columns, ([key, { column, heading }]) => [key, { column, heading }]));
}
