/** Finds the official forms in a grid by their header, wherever it stands. */
import type { FormColumn, FormId, FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import {
  type Candidate,
  candidatesOf,
  isForm,
  type LocatedColumn,
  plainColumns,
  type TablePlace,
  unmappedBetween,
} from "./candidates";
import { range, textAt } from "./header";
import { vocabularyOf } from "./headings";
import { fittingMapping, type ManualMapping } from "./mapping";
import { nearMissOf } from "./nearMiss";
import { titleTop } from "./tableEnds";

export type { LocatedColumn, TablePlace } from "./candidates";

export interface LocatedForm extends TablePlace {
  readonly form: FormSpec;
  readonly grid: Grid;
  /** By the key of the form's column. */
  readonly columns: Readonly<Record<string, LocatedColumn>>;
  /** Columns of the form that the header does not have. */
  readonly missing: readonly FormColumn[];
  /** Columns of the table that belong to no column of the form: they are not read. */
  readonly unmapped: readonly LocatedColumn[];
  /** First and last rows of the same header further down, as people repeat it on every page. */
  readonly repeats: readonly (readonly [top: number, bottom: number])[];
  /** True when a person has said which column is which. */
  readonly byHand: boolean;
}

/** A table that resembles a form but is not read: what a person can map by hand. Plain data. */
export interface NearMiss extends TablePlace {
  readonly form: FormId;
  readonly sheet: string;
  /** Columns recognised, by key. */
  readonly columns: Readonly<Record<string, LocatedColumn>>;
  /** Keys of the columns that were not. */
  readonly missing: readonly string[];
  /** Columns of the table that belong to no column of the form. */
  readonly unmapped: readonly LocatedColumn[];
  /** For missing columns the unmapped one that resembles them most, by key: zero-based sheet columns. */
  readonly proposed: Readonly<Record<string, number>>;
  /** `columns-missing`: what the form is known by is not there; `other-table`: the headings are those of another table. */
  readonly reason: "columns-missing" | "other-table";
}

/** What the forms of a sheet are, and what could be one. */
export interface SheetSurvey {
  readonly sheet: string;
  readonly located: readonly LocatedForm[];
  /** At most one for each form, the most complete; none for a form that was located. */
  readonly nearMisses: readonly NearMiss[];
}

/**
 * Every form on the sheet, from top to bottom, then from left to right. Two of one kind are two results.
 * @param mappings what people have said about sheets of this name; it goes before what the headings say
 */
export function locateForms(
  grid: Grid,
  forms: readonly FormSpec[],
  mappings: readonly ManualMapping[] = []
): readonly LocatedForm[] {
  return surveySheet(grid, forms, mappings).located;
}

/** `locateForms` together with the tables that resemble a form. */
export function surveySheet(
  grid: Grid,
  forms: readonly FormSpec[],
  mappings: readonly ManualMapping[] = []
): SheetSurvey {
  const byHand = forms.flatMap((form) =>
    mappings.flatMap((mapping) => mappedByHand(grid, form, mapping) ?? [])
  );
  const others = forms.filter(({ id }) => !byHand.some(({ form }) => form.id === id));
  const candidates = candidatesOf(grid, others.map(vocabularyOf));
  const complete = withoutOverlaps(candidates.filter(isForm));
  const located = withRepeats([...byHand, ...complete.map(toLocated)].sort(inReadingOrder));
  const missed = others.filter(({ id }) => !located.some(({ form }) => form.id === id));
  return {
    sheet: grid.sheet,
    located,
    nearMisses: missed.flatMap((form) => nearMissOf(form, candidates) ?? []),
  };
}

/** Of candidates in each other's rows and columns the one that says most, the lowest of equals. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const byWeight = [...candidates].sort(
    (a, b) => b.columns.size - a.columns.size || b.headerTop - a.headerTop || a.left - b.left
  );
  const takenInRows = new Map<number, Set<number>>();
  return byWeight.filter(({ headerTop, headerBottom, left, right }) => {
    const rows = range(headerTop, headerBottom);
    const columns = range(left, right);
    if (rows.some((row) => columns.some((column) => takenInRows.get(row)?.has(column)))) return false;
    for (const row of rows) {
      const taken = takenInRows.get(row) ?? new Set();
      takenInRows.set(row, taken);
      columns.forEach((column) => taken.add(column));
    }
    return true;
  });
}

function inReadingOrder(a: TablePlace, b: TablePlace): number {
  return a.headerTop - b.headerTop || a.left - b.left;
}

function toLocated({ columns, ...found }: Candidate): LocatedForm {
  const { grid, form, headerTop, headerBottom, left, right, unmapped } = found;
  return {
    form,
    grid,
    headerTop,
    headerBottom,
    left,
    right,
    columns: plainColumns(columns),
    missing: form.columns.filter(({ key }) => !columns.has(key)),
    unmapped,
    repeats: [],
    byHand: false,
  };
}

/** The form as a person has mapped it; null when the mapping is not about this sheet and form, or fits no longer. */
function mappedByHand(grid: Grid, form: FormSpec, mapping: ManualMapping): LocatedForm | null {
  const fitting = fittingMapping(grid, form, mapping);
  if (fitting === null) return null;
  const { headerRow } = fitting;
  const columns = Object.entries(fitting.columns);
  const mapped = columns.map(([, column]) => column);
  const [left, right] = [Math.min(...mapped), Math.max(...mapped)];
  return {
    form,
    grid,
    headerTop: headerRow,
    headerBottom: headerRow,
    left,
    right,
    columns: Object.fromEntries(
      columns.map(([key, column]) => [key, { column, heading: textAt(grid, headerRow, column) }])
    ),
    missing: form.columns.filter(({ key }) => !columns.some(([mappedKey]) => mappedKey === key)),
    unmapped: unmappedBetween(grid, headerRow, headerRow, left, right, mapped),
    repeats: [],
    byHand: true,
  };
}

/** A header that comes again, without a title of its own, below rows of its own table belongs to that table. */
function withRepeats(located: readonly LocatedForm[]): readonly LocatedForm[] {
  const tables: { readonly form: LocatedForm; readonly repeats: (readonly [number, number])[] }[] = [];
  /** Place of the last table that has a column. */
  const lastIn = new Map<number, number>();
  for (const next of located) {
    const columns = range(next.left, next.right);
    const at = columns.reduce((last, column) => Math.max(last, lastIn.get(column) ?? -1), -1);
    const above = tables[at];
    if (above !== undefined && isRepeat(above.form, next)) {
      above.repeats.push([next.headerTop, next.headerBottom]);
    } else {
      columns.forEach((column) => lastIn.set(column, tables.length));
      tables.push({ form: next, repeats: [] });
    }
  }
  return tables.map(({ form, repeats }) => (repeats.length === 0 ? form : { ...form, repeats }));
}

function isRepeat(above: LocatedForm, next: LocatedForm): boolean {
  const keys = Object.keys(next.columns);
  return (
    above.form === next.form &&
    keys.length === Object.keys(above.columns).length &&
    keys.every((key) => above.columns[key]?.column === next.columns[key]?.column) &&
    titleTop(next) === next.headerTop
  );
}
