/** Merges what the units sent into the province's tables. */
import type { FormId, Scheme, Stage } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { readWork, type WorkRecord } from "../records";
import { cellKey, cellText } from "../values/cells";
import { type Conflict, type Decisions, decisionOn, toConflict } from "./conflicts";
import { factsOf } from "./facts";
import { keySubmission } from "./rowKeys";
import type { BaseRow, MergedDocument, MergedState, MergedWork, OfficialCells, RowSource } from "./state";
import type { Submission } from "./submission";
import { contentColumns, contentKey, rowLabel } from "./submitted";
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

/** A row of the tables that its unit has left out of a full submission; it stays. */
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

/** A row of the tables; `correctedStage` is the province's own word on the stage, where it differs from the cells. */
interface TableRow {
  readonly unit: string;
  readonly form: FormId;
  readonly key: string;
  readonly cells: OfficialCells;
  readonly source: MergedDocument["source"];
  readonly correctedStage?: Stage | null;
}

/**
 * Merges submissions into the tables. Rows that a unit no longer sends stay; a row that the province has deleted
 * comes back only when its unit sends it changed.
 */
export function mergeRows(
  previous: MergedState,
  submissions: readonly Submission[],
  context: MergeContext
): MergedRows {
  const { scheme, cutOff } = context;
  const rows = new Map(tableRows(previous, scheme).map((row) => [rowId(row), row]));
  const base = new Map(previous.base.map((row) => [rowId(row), row]));
  const conflicts: Conflict[] = [];
  const changes: RowChange[] = [];
  const unsent: UnsentRow[] = [];
  const acceptedByFile = new Map<number, number>();
  for (const submission of submissions) {
    const { unit, form } = submission;
    const idOf = (key: string) => rowId({ unit, form, key });
    const sentBefore = previous.base.filter((row) => row.unit === unit && row.form === form);
    const keyed = keySubmission(submission, sentBefore, scheme);
    const formerKeys = new Map(keyed.renamed.map(({ from, to }) => [to, from]));
    for (const { from, to } of keyed.renamed) {
      move(rows, idOf(from), idOf(to), to);
      move(base, idOf(from), idOf(to), to);
    }
    for (const [key, sent] of keyed.rows) {
      const before = base.get(idOf(key));
      const theirs: TableRow = { unit, form, key, cells: sent.row.cells, source: sent.row.source };
      if (before !== undefined && contentKey(before.cells) === contentKey(theirs.cells)) continue;
      const ours = rows.get(idOf(key));
      const merged = ours ? mergeRow(ours, before, theirs, context) : { row: theirs, conflicts: [] };
      rows.set(idOf(key), merged.row);
      base.set(idOf(key), { unit, form, key, cells: undecided(merged.conflicts, before, theirs.cells) });
      conflicts.push(
        ...merged.conflicts.map((conflict) =>
          toConflict(conflictId(theirs, conflict.column), conflict, sent.row, null, scheme)
        )
      );
      changes.push(...changeOf(ours, merged.row, formerKeys.has(key), scheme));
      acceptedByFile.set(sent.file, (acceptedByFile.get(sent.file) ?? 0) + 1);
    }
    const left = keyed.unsent.flatMap((key) => rows.get(idOf(key)) ?? []);
    unsent.push(...left.map(({ cells }) => ({ unit, form, label: rowLabel(form, cells) })));
  }
  return {
    state: toState(previous, [...rows.values()], [...base.values()], scheme, cutOff),
    conflicts,
    changes,
    unsent,
    acceptedByFile,
  };
}

/** Gives a row another key, in its place. */
function move<R extends { readonly key: string }>(
  rows: Map<string, R>,
  from: string,
  to: string,
  key: string
): void {
  const row = rows.get(from);
  if (!row) return;
  rows.delete(from);
  rows.set(to, { ...row, key });
}

/** Cells where nobody has decided stay as sent before, so that the conflict comes up again. */
function undecided(
  conflicts: readonly CellConflict[],
  before: BaseRow | undefined,
  sent: OfficialCells
): OfficialCells {
  const open = conflicts.map(({ column }) => [column, before?.cells[column] ?? null] as const);
  return { ...sent, ...Object.fromEntries(open) };
}

function changeOf(
  ours: TableRow | undefined,
  merged: TableRow,
  isRenamed: boolean,
  scheme: Scheme
): readonly RowChange[] {
  const { unit, form, cells, source } = merged;
  const change = { unit, form, label: rowLabel(form, cells), source };
  if (!ours) return [{ ...change, kind: "new", renamedFrom: null, cells: [] }];
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  const changed = columns
    .filter(({ kind }) => kind !== "ordinal")
    .map(({ key, title }) => ({
      column: title,
      before: cellText(ours.cells[key] ?? null),
      after: cellText(cells[key] ?? null),
    }))
    .filter(({ before, after }) => before !== after);
  if (changed.length === 0) return [];
  const renamedFrom = isRenamed ? rowLabel(form, ours.cells) : null;
  return [{ ...change, kind: "changed", renamedFrom, cells: changed }];
}

function mergeRow(
  ours: TableRow,
  base: BaseRow | undefined,
  theirs: TableRow,
  { scheme, decisions }: MergeContext
): { row: TableRow; conflicts: readonly CellConflict[] } {
  const { cells, conflicts } = mergeCells(
    contentColumns(scheme, theirs.form),
    base?.cells ?? {},
    ours.cells,
    theirs.cells,
    (column) => decisionOn(decisions, conflictId(theirs, column))
  );
  const stagesKept = stageColumns(scheme).every(
    (column) => cellKey(cells[column] ?? null) === cellKey(ours.cells[column] ?? null)
  );
  const row: TableRow = { ...theirs, cells };
  return { row: stagesKept ? { ...row, correctedStage: ours.correctedStage } : row, conflicts };
}

function stageColumns(scheme: Scheme): readonly string[] {
  return scheme.forms.flatMap(({ columns }) => columns.filter(({ stage }) => stage).map(({ key }) => key));
}

/** Rows of both tables, with the province's corrections of the stage told apart from what the cells say. */
function tableRows(state: MergedState, scheme: Scheme): readonly TableRow[] {
  const documents = state.documents.map((row): TableRow => ({ ...row, form: "bieu-01" }));
  const works = state.works.map(({ facts, ...row }): TableRow => {
    const table: TableRow = { ...row, form: "bieu-02" };
    return readWorkOf(table, scheme).stage === facts.stage
      ? table
      : { ...table, correctedStage: facts.stage };
  });
  return [...documents, ...works];
}

/** The merged tables keep funds as they were written; headings with another unit are handled when reading files. */
function readWorkOf(row: TableRow, scheme: Scheme): WorkRecord {
  return readWork({ row: row.source.row - 1, cells: row.cells }, scheme, row.unit);
}

function toState(
  previous: MergedState,
  rows: readonly TableRow[],
  base: readonly BaseRow[],
  scheme: Scheme,
  cutOff: IsoDate
): MergedState {
  const inOrder = sortByUnit(rows, scheme);
  return {
    ...previous,
    documents: inOrder.filter(({ form }) => form === "bieu-01").map(toDocument),
    works: inOrder
      .filter(({ form }) => form === "bieu-02")
      .map((row) => toWork(row, scheme, cutOff, previous.communesWithBook)),
    base: sortByUnit(base, scheme),
  };
}

function toDocument({ unit, key, cells, source }: TableRow): MergedDocument {
  return { unit, key, cells, source };
}

function toWork(row: TableRow, scheme: Scheme, cutOff: IsoDate, withBook: readonly string[]): MergedWork {
  const unit = scheme.units.find(({ id }) => id === row.unit);
  if (!unit) throw new RangeError(`Unknown unit ${row.unit}`);
  const record = readWorkOf(row, scheme);
  const stage = row.correctedStage === undefined ? record.stage : row.correctedStage;
  const facts = factsOf(record, stage, { scheme, unit, cutOff, communesWithBook: new Set(withBook) });
  return { ...toDocument(row), facts };
}

function sortByUnit<R extends { readonly unit: string }>(rows: readonly R[], scheme: Scheme): readonly R[] {
  const position = new Map(scheme.units.map(({ id }, index) => [id, index]));
  return [...rows].sort((a, b) => (position.get(a.unit) ?? 0) - (position.get(b.unit) ?? 0));
}

function rowId({ unit, form, key }: { unit: string; form: FormId; key: string }): string {
  return `${unit}|${form}|${key}`;
}

function conflictId(row: { unit: string; form: FormId; key: string }, column: string): string {
  return `${rowId(row)}|${column}`;
}
