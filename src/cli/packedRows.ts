/**
 * The rows of a file on their way from a worker, as bytes: they are handed over without being copied, and kept so until they
 * are merged, which takes a fifth of the memory. What rows have in common is said once, and their values stand in lists.
 */
import type { CellValue } from "../domain/grid";
import type { WorkFacts } from "../domain/merge/state";
import type { SubmittedRow } from "../domain/merge/submitted";

/** JSON in UTF-8; numbers of cells are finite. */
export type PackedRows = Uint8Array<ArrayBuffer>;

/** Rows in a run of one form on one sheet, with the same columns. */
interface Run {
  readonly common: Pick<SubmittedRow, "unit" | "form"> & { readonly file: string; readonly sheet: string };
  readonly columns: readonly string[];
  readonly rows: readonly PackedRow[];
}

/** Identity, one-based row on the sheet, facts, then the cells in the order of the columns. */
type PackedRow = readonly [string, number, PackedFacts | null, ...CellValue[]];

/** In the order of `FACTS`. */
type PackedFacts = readonly WorkFacts[keyof WorkFacts][];

const FACTS = [
  "stage",
  "kind",
  "level",
  "commune",
  "namedWork",
  "subject",
  "publishedFrom",
  "funds",
  "exclusion",
] as const satisfies readonly (keyof WorkFacts)[];

export function packRows(rows: readonly SubmittedRow[]): PackedRows {
  return new TextEncoder().encode(JSON.stringify(runsOf(rows)));
}

export function unpackRows(packed: PackedRows): readonly SubmittedRow[] {
  const runs = JSON.parse(new TextDecoder().decode(packed)) as readonly Run[];
  return runs.flatMap(rowsOfRun);
}

function runsOf(rows: readonly SubmittedRow[]): readonly Run[] {
  const runs: (Omit<Run, "rows"> & { rows: PackedRow[] })[] = [];
  for (const row of rows) {
    const { identity, cells, source, facts } = row;
    const last = runs[runs.length - 1];
    const run = last && isOf(row, last) ? last : { ...sharedBy(row), rows: [] };
    if (run !== last) runs.push(run);
    run.rows.push([identity, source.row, facts && FACTS.map((fact) => facts[fact]), ...Object.values(cells)]);
  }
  return runs;
}

function sharedBy({ unit, form, cells, source: { file, sheet } }: SubmittedRow): Omit<Run, "rows"> {
  return { common: { unit, form, file, sheet }, columns: Object.keys(cells) };
}

function isOf({ unit, form, cells, source }: SubmittedRow, { common, columns }: Omit<Run, "rows">): boolean {
  if (source.file !== common.file || source.sheet !== common.sheet) return false;
  if (unit !== common.unit || form !== common.form) return false;
  let index = 0;
  for (const column in cells) if (column !== columns[index++]) return false;
  return index === columns.length;
}

function rowsOfRun({ common: { unit, form, file, sheet }, columns, rows }: Run): readonly SubmittedRow[] {
  return rows.map(([identity, row, facts, ...values]) => ({
    unit,
    form,
    identity,
    cells: record(columns, values),
    source: { file, sheet, row },
    facts: facts && (record(FACTS, facts) as unknown as WorkFacts),
  }));
}

function record<V>(keys: readonly string[], values: readonly V[]): Readonly<Record<string, V>> {
  const entries: Record<string, V> = {};
  // Keys are those of forms and facts, none of which means anything to an object.
  keys.forEach((key, index) => (entries[key] = values[index] as V));
  return entries;
}
