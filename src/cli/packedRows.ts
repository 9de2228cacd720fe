/**
 * The rows of a file on their way from a worker: what they have in common is said once, and their values stand in lists.
 * Copying them as they are would take as long as merging them.
 */
import type { CellValue } from "../domain/grid";
import type { WorkFacts } from "../domain/merge/state";
import type { SubmittedRow } from "../domain/merge/submitted";

/** Rows in a run of one form on one sheet, with the same columns. */
export interface PackedRows {
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

export function packRows(rows: readonly SubmittedRow[]): readonly PackedRows[] {
  const packed: { common: PackedRows["common"]; columns: readonly string[]; rows: PackedRow[] }[] = [];
  for (const { unit, form, identity, cells, source, facts } of rows) {
    const { file, sheet, row } = source;
    const common = { unit, form, file, sheet };
    const columns = Object.keys(cells);
    const last = packed[packed.length - 1];
    const run = last && isSame(last, { common, columns }) ? last : { common, columns, rows: [] };
    if (run !== last) packed.push(run);
    run.rows.push([identity, row, facts && FACTS.map((fact) => facts[fact]), ...Object.values(cells)]);
  }
  return packed;
}

export function unpackRows(packed: readonly PackedRows[]): readonly SubmittedRow[] {
  return packed.flatMap(({ common: { unit, form, file, sheet }, columns, rows }) =>
    rows.map(([identity, row, facts, ...values]) => ({
      unit,
      form,
      identity,
      cells: record(columns, values),
      source: { file, sheet, row },
      facts: facts && (record(FACTS, facts) as unknown as WorkFacts),
    }))
  );
}

type Run = Pick<PackedRows, "common" | "columns">;

function isSame(a: Run, b: Run): boolean {
  return (
    a.common.unit === b.common.unit &&
    a.common.form === b.common.form &&
    a.common.file === b.common.file &&
    a.common.sheet === b.common.sheet &&
    a.columns.length === b.columns.length &&
    a.columns.every((column, index) => column === b.columns[index])
  );
}

function record<V>(keys: readonly string[], values: readonly V[]): Readonly<Record<string, V>> {
  const entries: Record<string, V> = {};
  // Keys are those of forms and facts, none of which means anything to an object.
  keys.forEach((key, index) => (entries[key] = values[index] as V));
  return entries;
}
