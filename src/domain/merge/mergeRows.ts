/** Merges submitted rows into the tables: first the files with each other, then with what the province has. */
import type { FormId, Scheme, Stage } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { readWork, type WorkRecord } from "../records";
import { cellKey, cellText } from "../values/cells";
import { factsOf } from "./facts";
import type { BaseRow, MergedDocument, MergedState, MergedWork, OfficialCells } from "./state";
import { contentColumns, contentKey, type SubmittedRow } from "./submitted";
import { type CellConflict, type Choice, mergeCells } from "./threeWay";

/** Both sides changed a cell, or two files of equal standing disagree: someone has to decide. */
export interface Conflict {
  /** Stable for the same data. */
  readonly id: string;
  readonly unit: string;
  readonly form: FormId;
  /** What the row is about: its title or document number. */
  readonly label: string;
  /** Title of the column. */
  readonly column: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** File, sheet and one-based row that sent `theirs`. */
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

export type Decisions = Readonly<Record<string, Choice>>;

interface SentRow {
  readonly row: SubmittedRow;
  /** Index of the file that sent it. */
  readonly file: number;
}

/** Rows of all files, one for each identity. Keys are `rowId`s. */
export interface ConsolidatedRows {
  readonly rows: ReadonlyMap<string, SentRow>;
  readonly conflicts: readonly Conflict[];
}

/**
 * Of rows with one identity the one from the file saved last holds. When the files do not say which was saved later,
 * the last in order holds and each difference is a conflict.
 * @param files rows of each file, in the order of saving.
 * @param modified when each file was saved; null when it does not say.
 */
export function consolidate(
  files: readonly (readonly SubmittedRow[])[],
  modified: readonly (string | null)[],
  scheme: Scheme,
  decisions: Decisions
): ConsolidatedRows {
  const rows = new Map<string, SentRow>();
  const conflicts: Conflict[] = [];
  files.forEach((fileRows, file) => {
    for (const row of fileRows) {
      const id = rowId(row);
      const earlier = rows.get(id);
      if (!earlier) {
        rows.set(id, { row, file });
        continue;
      }
      if (contentKey(earlier.row.cells) === contentKey(row.cells)) continue;
      const known = modified[file] != null && modified[file] !== modified[earlier.file];
      const merged = known
        ? { cells: row.cells, conflicts: [] }
        : combine(earlier.row, row, scheme, decisions);
      rows.set(id, { row: { ...row, cells: merged.cells }, file });
      conflicts.push(...merged.conflicts.map((conflict) => toConflict(conflict, row, scheme)));
    }
  });
  return { rows, conflicts };
}

/** Two rows of equal standing: every difference is a conflict, and the later stands until someone decides. */
function combine(earlier: SubmittedRow, later: SubmittedRow, scheme: Scheme, decisions: Decisions) {
  const columns = contentColumns(scheme, later.form);
  const conflicts = columns
    .filter((column) => cellKey(earlier.cells[column] ?? null) !== cellKey(later.cells[column] ?? null))
    .map((column) => ({
      column,
      base: null,
      ours: earlier.cells[column] ?? null,
      theirs: later.cells[column] ?? null,
    }));
  const keptEarlier = conflicts.filter(({ column }) => decisions[conflictId(later, column)] === "ours");
  return {
    cells: { ...later.cells, ...Object.fromEntries(keptEarlier.map(({ column, ours }) => [column, ours])) },
    conflicts: conflicts.filter(({ column }) => decisions[conflictId(later, column)] === undefined),
  };
}

export interface MergeContext {
  readonly scheme: Scheme;
  readonly cutOff: IsoDate;
  readonly decisions: Decisions;
}

export interface MergedRows {
  readonly state: MergedState;
  readonly conflicts: readonly Conflict[];
  /** Rows of each file that were new or changed the tables. */
  readonly changedByFile: ReadonlyMap<number, number>;
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
 * Merges the consolidated rows into the tables. Rows that a unit no longer sends stay; a row that the province has
 * deleted comes back only when its unit sends it changed.
 */
export function mergeRows(
  previous: MergedState,
  sent: ReadonlyMap<string, SentRow>,
  { scheme, cutOff, decisions }: MergeContext
): MergedRows {
  const rows = new Map(tableRows(previous, scheme).map((row) => [rowId(row), row]));
  const base = new Map(previous.base.map((row) => [rowId(row), row]));
  const conflicts: Conflict[] = [];
  const changedByFile = new Map<number, number>();
  for (const [id, { row, file }] of sent) {
    const before = base.get(id);
    const unchanged = before !== undefined && contentKey(before.cells) === contentKey(row.cells);
    base.set(id, { unit: row.unit, form: row.form, key: row.key, cells: row.cells });
    if (unchanged) continue;
    const ours = rows.get(id);
    const merged = ours ? mergeRow(ours, before, row, scheme, decisions) : { row, conflicts: [] };
    rows.set(id, merged.row);
    conflicts.push(...merged.conflicts.map((conflict) => toConflict(conflict, row, scheme)));
    changedByFile.set(file, (changedByFile.get(file) ?? 0) + 1);
  }
  return {
    state: toState(previous, [...rows.values()], [...base.values()], scheme, cutOff),
    conflicts,
    changedByFile,
  };
}

function mergeRow(
  ours: TableRow,
  base: BaseRow | undefined,
  theirs: SubmittedRow,
  scheme: Scheme,
  decisions: Decisions
): { row: TableRow; conflicts: readonly CellConflict[] } {
  const { cells, conflicts } = mergeCells(
    contentColumns(scheme, theirs.form),
    base?.cells ?? {},
    ours.cells,
    theirs.cells,
    (column) => decisions[conflictId(theirs, column)]
  );
  const stagesKept = stageColumns(scheme).every(
    (column) => cellKey(cells[column] ?? null) === cellKey(ours.cells[column] ?? null)
  );
  const row: TableRow = { unit: ours.unit, form: ours.form, key: ours.key, cells, source: theirs.source };
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
  return readWork({ row: row.source.row - 1, cells: row.cells }, scheme, row.unit, "");
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

function conflictId(row: SubmittedRow, column: string): string {
  return `${rowId(row)}|${column}`;
}

function toConflict(conflict: CellConflict, row: SubmittedRow, scheme: Scheme): Conflict {
  const form = scheme.forms.find(({ id }) => id === row.form);
  const title = form?.columns.find(({ key }) => key === conflict.column)?.title ?? conflict.column;
  return {
    id: conflictId(row, conflict.column),
    unit: row.unit,
    form: row.form,
    label: cellText((row.form === "bieu-01" ? row.cells["number"] : row.cells["title"]) ?? null),
    column: title,
    base: cellText(conflict.base),
    ours: cellText(conflict.ours),
    theirs: cellText(conflict.theirs),
    file: row.source.file,
    sheet: row.source.sheet,
    row: row.source.row,
  };
}
