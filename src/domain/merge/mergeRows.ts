/** Merges what the units sent into the province's tables. */
import type { FormId, Scheme, Stage } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { readMarks, readWork, type WorkRecord } from "../records";
import { cellKey, cellText } from "../values/cells";
import { type Conflict, type Decisions, decisionOn, toConflict } from "./conflicts";
import { type FactsContext, factsOf, type ResultsWindow, stageByCutOff } from "./facts";
import type {
  BaseRow,
  MergedDocument,
  MergedState,
  MergedWork,
  OfficialCells,
  RowSource,
  WorkFacts,
} from "./state";
import { groupBy, type PlannedFile } from "./sentRows";
import { gatherSubmissions, type Standing, type Submission } from "./submission";
import { contentColumns, contentKey, rowLabel, type SubmittedRow } from "./submitted";
import { type CellConflict, mergeCells } from "./threeWay";

export interface MergeContext {
  readonly scheme: Scheme;
  readonly cutOff: IsoDate;
  readonly decisions: Decisions;
}

/** What a merge does to one row of the tables. */
export interface RowChange {
  readonly kind: "new" | "changed";
  readonly unit: string;
  readonly form: FormId;
  readonly label: string;
  /** What it was called before, when its title or number was edited; else null. */
  readonly renamedFrom: string | null;
  /** Cells of the table that get another value; empty for a new row. */
  readonly cells: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  readonly source: RowSource;
}

/** A row of the tables that its unit has left out of what it sent again; it stays. */
export interface UnsentRow {
  readonly unit: string;
  readonly form: FormId;
  readonly label: string;
}

export interface MergedRows {
  readonly state: MergedState;
  readonly conflicts: readonly Conflict[];
  readonly changes: readonly RowChange[];
  readonly unsent: readonly UnsentRow[];
  /** Rows of each file that were new or differ from what the unit had sent before. */
  readonly acceptedByFile: ReadonlyMap<number, number>;
}

/** A row of the tables. */
interface TableRow extends MergedDocument {
  /** What the cells of a work count for, where it is known. */
  readonly facts?: WorkFacts;
  /** The province's own word on the stage, where it differs from the cells. */
  readonly correctedStage?: Stage | null;
}

/** The rows of one unit in one form, in the tables and as last sent; every key once. */
interface Table {
  readonly unit: string;
  readonly form: FormId;
  readonly rows: readonly TableRow[];
  readonly base: readonly BaseRow[];
}

/** A table after a submission, and what that did to it. */
interface MergedTable extends Pick<MergedRows, "conflicts" | "changes" | "unsent" | "acceptedByFile"> {
  readonly table: Table;
}

/**
 * Merges files into the tables, unit by unit. Rows that a unit no longer sends stay; a row that the province has
 * deleted comes back only when its unit sends it changed.
 * @param files in the order of saving
 */
export function mergeRows(
  previous: MergedState,
  files: readonly PlannedFile[],
  context: MergeContext
): MergedRows {
  const tables = new Map(tablesOf(previous, context).map((table) => [tableId(table), table]));
  const sent = gatherSubmissions(files, {
    ...context,
    standing: (unit, form) => standingIn(tables.get(tableId({ unit, form }))),
  });
  const betweenFiles: (readonly Conflict[])[] = [];
  const merged: Omit<MergedTable, "table">[] = [];
  for (const { submissions, conflicts } of sent) {
    betweenFiles.push(conflicts);
    for (const submission of submissions) {
      const id = tableId(submission);
      const before = tables.get(id);
      const { table, ...done } = before ? mergeTable(before, submission, context) : newTable(submission);
      tables.set(id, table);
      merged.push(done);
    }
  }
  return {
    state: toState(previous, [...tables.values()], context),
    conflicts: [...betweenFiles.flat(), ...merged.flatMap(({ conflicts }) => conflicts)],
    changes: merged.flatMap(({ changes }) => changes),
    unsent: merged.flatMap(({ unsent }) => unsent),
    acceptedByFile: total(merged.map(({ acceptedByFile }) => acceptedByFile)),
  };
}

function tableId({ unit, form }: Pick<Table, "unit" | "form">): string {
  return `${unit}|${form}`;
}

function total(counts: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [key, count] of counts.flatMap((some) => [...some])) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

const NO_ROWS: Standing = { base: [], added: [] };

function standingIn(table: Table | undefined): Standing {
  if (table === undefined) return NO_ROWS;
  const sentBefore = new Set(table.base.map(({ key }) => key));
  return { base: table.base, added: table.rows.filter(({ key }) => !sentBefore.has(key)) };
}

/** What a unit sends for the first time. */
function newTable(submission: Submission): MergedTable {
  const { unit, form } = submission;
  const rows: TableRow[] = [];
  const base: BaseRow[] = [];
  const changes: RowChange[] = [];
  const acceptedByFile = new Map<number, number>();
  for (const [key, { row, file }] of submission.rows) {
    const { cells, source } = row;
    rows.push(tableRow(key, row));
    base.push({ unit, form, key, cells });
    changes.push(newRow(form, unit, cells, source));
    acceptedByFile.set(file, (acceptedByFile.get(file) ?? 0) + 1);
  }
  const left = submission.unsent.flatMap((key) => submission.rows.get(key)?.row ?? []);
  const unsent = left.map((row) => unsentRow(form, row));
  return { table: { unit, form, rows, base }, conflicts: [], changes, unsent, acceptedByFile };
}

function mergeTable(before: Table, submission: Submission, context: MergeContext): MergedTable {
  const { scheme } = context;
  const { unit, form, ...keyed } = submission;
  const moves = new Map([...keyed.rekeyed, ...keyed.renamed].map(({ from, to }) => [from, to]));
  const rows = byKey(withKeys(before.rows, moves));
  const base = byKey(withKeys(before.base, moves));
  const conflicts: Conflict[] = [];
  const changes: RowChange[] = [];
  const acceptedByFile = new Map<number, number>();
  const formerKeys = new Map(keyed.renamed.map(({ from, to }) => [to, from]));
  for (const [key, { row, file }] of keyed.rows) {
    const last = base.get(key);
    if (last !== undefined && contentKey(last.cells) === contentKey(row.cells)) continue;
    const theirs = tableRow(key, row);
    const ours = rows.get(key);
    const merged = ours
      ? mergeRow(form, ours, last, theirs, context)
      : { row: theirs, conflicts: NO_CONFLICTS };
    rows.set(key, merged.row);
    base.set(key, { unit, form, key, cells: undecided(merged.conflicts, last, row.cells) });
    for (const conflict of merged.conflicts) {
      const id = conflictId(form, theirs, conflict.column);
      conflicts.push(toConflict(id, conflict, row, null, scheme));
    }
    const change = changeOf(form, ours, merged.row, formerKeys.has(key), scheme);
    if (change) changes.push(change);
    acceptedByFile.set(file, (acceptedByFile.get(file) ?? 0) + 1);
  }
  const left = keyed.unsent.flatMap((key) => rows.get(key) ?? []);
  return {
    table: { unit, form, rows: [...rows.values()], base: [...base.values()] },
    conflicts,
    changes,
    unsent: left.map((row) => unsentRow(form, row)),
    acceptedByFile,
  };
}

function unsentRow(form: FormId, { unit, cells }: Pick<TableRow, "unit" | "cells">): UnsentRow {
  return { unit, form, label: rowLabel(form, cells) };
}

const NO_CONFLICTS: readonly CellConflict[] = [];

function byKey<R extends { readonly key: string }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.key, row]));
}

/** As it stands in the tables: what need not be changed afterwards is made once. */
function tableRow(key: string, { unit, cells, source, facts }: SubmittedRow): TableRow {
  return facts === null ? { unit, key, cells, source } : { unit, key, cells, source, facts };
}

/** The tables so far, with the province's corrections of the stage told apart from what the cells say. */
function tablesOf(previous: MergedState, context: MergeContext): readonly Table[] {
  const { documents, works, base } = previous;
  const { scheme, cutOff } = context;
  const windows = [earlierCutOff(previous, context), cutOff].map((each) => ({ scheme, cutOff: each }));
  const workId = ({ unit, key }: Pick<BaseRow, "unit" | "key">): string => `${unit}|${key}`;
  const sent = new Map(base.flatMap((row) => (row.form === "bieu-02" ? [[workId(row), row]] : [])));
  const rows = [
    ...documents.map((row) => ({ unit: row.unit, form: "bieu-01" as const, row })),
    ...works.map((row) => {
      const tableRow = asTableRow(row, sent.get(workId(row)), windows);
      return { unit: row.unit, form: "bieu-02" as const, row: tableRow };
    }),
  ];
  const rowsOf = groupBy(rows, tableId);
  const baseOf = groupBy(base, tableId);
  const ids = new Map([...rows, ...base].map((row) => [tableId(row), row]));
  return Array.from(ids, ([id, { unit, form }]) => ({
    unit,
    form,
    rows: [...byKey((rowsOf.get(id) ?? []).map(({ row }) => row)).values()],
    base: [...byKey(baseOf.get(id) ?? []).values()],
  }));
}

/** Until when the tables spoke, or before: a merge that brought nothing new is not in the journal. */
function earlierCutOff({ round, journal }: MergedState, { scheme, cutOff }: MergeContext): IsoDate {
  const ends = [scheme.round(round)?.cutOff, latest(journal.map(({ mergedOn }) => mergedOn))];
  return ends.reduce<IsoDate>((earliest, end) => (end && end < earliest ? end : earliest), cutOff);
}

function latest(days: readonly IsoDate[]): IsoDate {
  return days.reduce((last, day) => (day > last ? day : last), "");
}

/**
 * A stage that is neither that of the cells nor that of what the unit had sent is the province's own word. The one that was
 * drawn for what the unit had sent is none: the province has edited the cells of the stages since.
 * @param windows those for which the stage may have been drawn: of the merge before, and of this one
 */
function asTableRow(
  { facts: { stage }, ...row }: MergedWork,
  sent: BaseRow | undefined,
  windows: readonly ResultsWindow[]
): TableRow {
  const isDrawn = [row, sent].some((each) => {
    const marks = each && readMarks(each.cells);
    return marks && windows.some((window) => stageByCutOff(marks, window) === stage);
  });
  return isDrawn ? row : { ...row, correctedStage: stage };
}

/** Rows with other keys, each in its place. */
function withKeys<R extends { readonly key: string }>(
  rows: readonly R[],
  moves: ReadonlyMap<string, string>
): readonly R[] {
  if (moves.size === 0) return rows;
  return rows.map((row) => {
    const to = moves.get(row.key);
    return to === undefined ? row : { ...row, key: to };
  });
}

/** Cells where nobody has decided stay as sent before, so that the conflict comes up again. */
function undecided(
  conflicts: readonly CellConflict[],
  before: BaseRow | undefined,
  sent: OfficialCells
): OfficialCells {
  if (conflicts.length === 0) return sent;
  const open = conflicts.map(({ column }) => [column, before?.cells[column] ?? null] as const);
  return { ...sent, ...Object.fromEntries(open) };
}

/** Null when the row stays as it is. */
function changeOf(
  form: FormId,
  ours: TableRow | undefined,
  { unit, cells, source }: TableRow,
  isRenamed: boolean,
  scheme: Scheme
): RowChange | null {
  if (!ours) return newRow(form, unit, cells, source);
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  const changed = columns
    .filter(({ kind }) => kind !== "ordinal")
    .map(({ key, title }) => ({
      column: title,
      before: cellText(ours.cells[key] ?? null),
      after: cellText(cells[key] ?? null),
    }))
    .filter(({ before, after }) => before !== after);
  if (changed.length === 0) return null;
  const label = rowLabel(form, cells);
  const renamedFrom = isRenamed ? rowLabel(form, ours.cells) : null;
  return { kind: "changed", unit, form, label, renamedFrom, cells: changed, source };
}

function newRow(form: FormId, unit: string, cells: OfficialCells, source: RowSource): RowChange {
  const label = rowLabel(form, cells);
  return { kind: "new", unit, form, label, renamedFrom: null, cells: NO_CELLS, source };
}

const NO_CELLS: RowChange["cells"] = [];

function mergeRow(
  form: FormId,
  ours: TableRow,
  base: BaseRow | undefined,
  theirs: TableRow,
  { scheme, decisions }: MergeContext
): { row: TableRow; conflicts: readonly CellConflict[] } {
  const { cells, conflicts } = mergeCells(
    contentColumns(scheme, form),
    base?.cells ?? {},
    ours.cells,
    theirs.cells,
    (column) => decisionOn(decisions, conflictId(form, theirs, column))
  );
  const stagesKept = stageColumns(scheme).every(
    (column) => cellKey(cells[column] ?? null) === cellKey(ours.cells[column] ?? null)
  );
  const { unit, key, source } = theirs;
  const row: TableRow = { unit, key, cells, source };
  return { row: stagesKept ? withCorrection(row, ours) : row, conflicts };
}

function withCorrection(row: TableRow, { correctedStage }: TableRow): TableRow {
  return correctedStage === undefined ? row : { ...row, correctedStage };
}

function stageColumns(scheme: Scheme): readonly string[] {
  return scheme.forms.flatMap(({ columns }) => columns.filter(({ stage }) => stage).map(({ key }) => key));
}

/** The merged tables keep funds as they were written; headings with another unit are handled when reading files. */
function readWorkOf(row: TableRow, scheme: Scheme): WorkRecord {
  return readWork({ row: row.source.row - 1, cells: row.cells }, scheme, row.unit);
}

function toState(
  previous: MergedState,
  tables: readonly Table[],
  { scheme, cutOff }: MergeContext
): MergedState {
  const inOrder = sortByUnit(tables, scheme);
  const rowsOf = (wanted: FormId): readonly TableRow[] =>
    inOrder.flatMap(({ form, rows }) => (form === wanted ? rows : []));
  const communesWithBook = new Set(previous.communesWithBook);
  return {
    ...previous,
    documents: rowsOf("bieu-01"),
    works: rowsOf("bieu-02").map((row) => toWork(row, { scheme, cutOff, communesWithBook })),
    base: inOrder.flatMap(({ base }) => base),
  };
}

function toWork(row: TableRow, context: Omit<FactsContext, "unit">): MergedWork {
  const { unit, key, cells, source, facts } = row;
  return isWork(row) ? row : { unit, key, cells, source, facts: facts ?? factsOfRow(row, context) };
}

/** True when it says what a work says, and no more. */
function isWork(row: TableRow): row is MergedWork {
  return row.facts !== undefined && row.correctedStage === undefined;
}

function factsOfRow(row: TableRow, context: Omit<FactsContext, "unit">): WorkFacts {
  const { scheme } = context;
  const unit = scheme.units.find(({ id }) => id === row.unit);
  if (!unit) throw new RangeError(`Unknown unit ${row.unit}`);
  const record = readWorkOf(row, scheme);
  const stage = row.correctedStage === undefined ? stageByCutOff(record.marks, context) : row.correctedStage;
  return factsOf(record, stage, { ...context, unit });
}

function sortByUnit<R extends { readonly unit: string }>(rows: readonly R[], scheme: Scheme): readonly R[] {
  const position = new Map(scheme.units.map(({ id }, index) => [id, index]));
  return [...rows].sort((a, b) => (position.get(a.unit) ?? 0) - (position.get(b.unit) ?? 0));
}

function conflictId(form: FormId, { unit, key }: TableRow, column: string): string {
  return `${unit}|${form}|${key}|${column}`;
}
