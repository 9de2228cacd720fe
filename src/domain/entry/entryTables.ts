/** The tables of the open workbook as places to write into: which rows they have, and where a new one would stand. */
import type { FormColumn, Round, Scheme, Unit } from "../../schemes/types";
import { readTables } from "../check";
import { fundsUnitOf } from "../forms/fundsUnit";
import { range } from "../forms/header";
import type { LocatedForm } from "../forms/locate";
import type { LeftOutReason, LeftOutRow } from "../forms/readRows";
import { titleTop } from "../forms/tableEnds";
import { type Area, cellAt, type IsoDate, type WorkbookContent } from "../grid";
import type { FormTable } from "../records";
import type { CheckContext } from "../rules/rule";
import { identifyUnit, statedRound, statedUnits } from "../stamp";
import { isBlank } from "../values/cells";

/** An area of a sheet that a name of the workbook stands for. */
export interface NamedArea {
  readonly sheet: string;
  readonly area: Area;
}

export interface EntryColumn {
  readonly spec: FormColumn;
  /** Zero-based sheet column. */
  readonly at: number;
}

/** All rows are zero-based sheet rows. */
export interface EntryTable {
  readonly table: FormTable;
  readonly sheet: string;
  /** In the order of the form; columns that the header lacks are absent. */
  readonly columns: readonly EntryColumn[];
  readonly fundsUnit: number;
  /** Rows that take data, empty ones among them, from top to bottom. */
  readonly rows: readonly number[];
  /** Those of them that hold nothing but, maybe, their prepared number; the last one that holds more, -1 for none. */
  readonly empty: readonly number[];
  readonly lastFilled: number;
  /** The row above which further ones are put in: the first below `rows`. */
  readonly end: number;
}

export interface EntrySurvey {
  readonly tables: readonly EntryTable[];
  readonly context: CheckContext;
  /** False: the workbook does not say its round. */
  readonly roundStated: boolean;
}

export interface SurveyOptions {
  readonly scheme: Scheme;
  /** For a workbook that states none. */
  readonly round: Round;
  /** For a workbook that does not say whose it is. */
  readonly unit: Unit | null;
  /** The areas that the template marks for filling in, by form. */
  readonly named: Readonly<Record<string, NamedArea>>;
  readonly asOf: IsoDate;
}

export function surveyTables(workbook: WorkbookContent, options: SurveyOptions): EntrySurvey {
  const { scheme, named, asOf } = options;
  const stated = statedRound(workbook, scheme, asOf);
  const unit = identifyUnit(workbook, scheme)?.unit ?? options.unit;
  const round = stated ?? options.round;
  const tables = readTables(workbook, scheme, unit?.id ?? null);
  return {
    tables: tables.map((table) => entryTable(table, tables, named[table.located.form.id])),
    context: {
      scheme,
      round,
      unit,
      statedUnits: statedUnits(workbook, scheme),
      cutOff: asOf < round.cutOff ? asOf : round.cutOff,
    },
    roundStated: stated !== undefined,
  };
}

function entryTable(table: FormTable, all: readonly FormTable[], named: NamedArea | undefined): EntryTable {
  const { located } = table;
  const first = firstRow(table);
  const marked = bottomOf(named, located, first);
  // Where the template says so a row is one, even if it holds one cell only and stands apart.
  const isRow = ({ row, reason }: LeftOutRow): boolean => row <= marked && !STRUCTURE.has(reason);
  const leftOut = table.leftOut.filter((line) => !isRow(line));
  const filled = [...table.rows, ...table.leftOut.filter(isRow)].map(({ row }) => row);
  const lastFilled = Math.max(first - 1, ...filled);
  const stop = Math.min(
    nextTable(located, all),
    ...leftOut.filter(({ row, reason }) => row > lastFilled && endsRows(reason)).map(({ row }) => row)
  );
  const prepared = preparedRows(located, lastFilled + 1, stop);
  // A table without any row has one to begin with.
  const last = Math.min(stop - 1, Math.max(first, lastFilled, ...prepared, marked));
  const others = new Set(leftOut.map(({ row }) => row));
  const body = range(first, last).filter((row) => !others.has(row));
  const isFilled = new Set(filled);
  return {
    table,
    sheet: located.grid.sheet,
    columns: located.form.columns.flatMap((spec) => {
      const column = located.columns[spec.key];
      return column === undefined ? [] : [{ spec, at: column.column }];
    }),
    fundsUnit: located.form.id === "bieu-02" ? fundsUnitOf(located) : 1,
    rows: body,
    empty: body.filter((row) => !isFilled.has(row)),
    lastFilled: Math.max(-1, ...filled),
    end: last + 1,
  };
}

/** What is no row of data wherever it stands. */
const STRUCTURE: ReadonlySet<LeftOutReason> = new Set([
  "column-numbers",
  "repeated-header",
  "section",
  "total",
]);

/** Below the header and the numbers of the columns under it. */
function firstRow({ located, leftOut }: FormTable): number {
  const numbers = leftOut.filter(({ reason }) => reason === "column-numbers").map(({ row }) => row);
  const next = located.headerBottom + 1;
  return numbers.includes(next) ? next + 1 : next;
}

function endsRows(reason: LeftOutReason): boolean {
  return reason === "total" || reason === "after-table" || reason === "note";
}

/** Where the title of the next table under this one begins. */
function nextTable(located: LocatedForm, all: readonly FormTable[]): number {
  const below = all
    .map((other) => other.located)
    .filter((other) => other.grid === located.grid && other.headerTop > located.headerBottom);
  return Math.min(Infinity, ...below.map(titleTop));
}

/** Rows below the data that carry nothing but their number. */
function preparedRows({ grid, columns }: LocatedForm, first: number, stop: number): readonly number[] {
  const ordinal = columns["ordinal"]?.column;
  if (ordinal === undefined) return [];
  const last = Math.min(stop, grid.top + grid.values.length) - 1;
  return range(first, last).filter((row) => !isBlank(cellAt(grid, row, ordinal)));
}

/** The last row of the area that the template marks; -1 when it marks none around this table. */
function bottomOf(named: NamedArea | undefined, { grid, left, right }: LocatedForm, first: number): number {
  if (named === undefined || named.sheet !== grid.sheet) return -1;
  const { area } = named;
  const isAround = area.top <= first && area.bottom >= first && area.left <= right && area.right >= left;
  return isAround ? area.bottom : -1;
}

/** Where a cell lies. */
export type Place =
  /** `isNew`: the row is the one after the last and has to be put in. */
  | { readonly kind: "row"; readonly table: EntryTable; readonly row: number; readonly isNew: boolean }
  /** In a table, but not a row of data. */
  | { readonly kind: "no-row"; readonly table: EntryTable; readonly reason: LeftOutReason | "header" }
  | { readonly kind: "outside" };

export function placeAt(tables: readonly EntryTable[], sheet: string, row: number, column: number): Place {
  const onSheet = tables.filter((table) => table.sheet === sheet && reaches(table, row));
  const table = onSheet.find(({ table: { located } }) => located.left <= column && column <= located.right);
  const found = table ?? (onSheet.length === 1 ? onSheet[0] : undefined);
  if (found === undefined) return { kind: "outside" };
  if (found.rows.includes(row)) return { kind: "row", table: found, row, isNew: false };
  if (row === found.end && !isTaken(found, row)) return { kind: "row", table: found, row, isNew: true };
  const leftOut = found.table.leftOut.find((other) => other.row === row);
  if (leftOut) return { kind: "no-row", table: found, reason: leftOut.reason };
  return row <= found.table.located.headerBottom
    ? { kind: "no-row", table: found, reason: "header" }
    : { kind: "outside" };
}

/** From the header to the row after the last. */
function reaches({ table: { located }, end }: EntryTable, row: number): boolean {
  return row >= located.headerTop && row <= end;
}

function isTaken({ table }: EntryTable, row: number): boolean {
  const { grid, left, right } = table.located;
  return range(left, right).some((column) => !isBlank(cellAt(grid, row, column)));
}

/** The first empty row after the data, else the first one between them, else the one that would be put in. */
export function firstEmptyRow({ empty, lastFilled, end }: EntryTable): number {
  return empty.find((row) => row > lastFilled) ?? empty[0] ?? end;
}

/** Empty rows at the end of the table, where several new ones find room. */
export function emptyRowsAtEnd({ empty, lastFilled }: EntryTable): readonly number[] {
  return empty.filter((row) => row > lastFilled);
}

/** The row before or after a row of the table; after the last one the new one; null where there is none. */
export function rowBeside({ rows, end }: EntryTable, row: number, step: 1 | -1): number | null {
  if (step === -1) return rows.filter((other) => other < row).pop() ?? null;
  return rows.find((other) => other > row) ?? (row < end ? end : null);
}

/** The number that follows those above a row; null when the table has no such column or the rows are not numbered. */
export function nextOrdinal({ table, columns }: EntryTable, row: number): number | null {
  if (!columns.some(({ spec }) => spec.kind === "ordinal")) return null;
  const above = table.rows.filter((other) => other.row < row);
  if (above.length === 0) return 1;
  const last = above[above.length - 1]?.cells["ordinal"] ?? null;
  const value = typeof last === "string" && /^\d+$/.test(last.trim()) ? Number(last) : last;
  return typeof value === "number" && Number.isInteger(value) ? value + 1 : null;
}
