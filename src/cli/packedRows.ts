/**
 * The rows of a file on their way from a worker, as bytes: they are handed over without being copied, and kept so until they
 * are merged, which takes a fraction of the memory. What rows have in common is said once, and so are the values that repeat
 * in a column.
 */
import type { CellValue } from "../domain/grid";
import type { WorkFacts } from "../domain/merge/state";
import type { SubmittedRow } from "../domain/merge/submitted";

/** JSON in UTF-16, which costs nothing to make of text and to read; numbers of cells are finite. */
export type PackedRows = Uint8Array<ArrayBuffer>;

/** Rows of one form on one sheet, one below the other and with the same columns. */
interface Run {
  readonly unit: string;
  readonly form: SubmittedRow["form"];
  readonly file: string;
  readonly sheet: string;
  /** One-based rows on the sheet. */
  readonly rows: readonly number[];
  readonly identities: readonly string[];
  readonly facts: PackedList<WorkFacts | null>;
  readonly columns: readonly PackedColumn[];
}

type PackedColumn = readonly [key: string, values: PackedList<CellValue>];

/** A list as it is; or the different values in it, and for each place which of them stands there. */
type PackedList<V> =
  { readonly values: readonly V[] } | { readonly of: readonly V[]; readonly at: readonly number[] };

export function packRows(rows: readonly SubmittedRow[]): PackedRows {
  return toBytes(JSON.stringify(runsOf(rows).map(packRun)));
}

export function unpackRows(packed: PackedRows): readonly SubmittedRow[] {
  const runs = JSON.parse(toText(packed)) as readonly Run[];
  return runs.flatMap(rowsOfRun);
}

function toBytes(text: string): PackedRows {
  // Memory of its own: what is handed over is lost to others who share it.
  const bytes = Buffer.allocUnsafeSlow(text.length * 2);
  bytes.write(text, "utf16le");
  return new Uint8Array(bytes.buffer);
}

function toText({ buffer, byteOffset, byteLength }: PackedRows): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("utf16le");
}

type Rows = readonly [SubmittedRow, ...SubmittedRow[]];

function runsOf(rows: readonly SubmittedRow[]): readonly Rows[] {
  const runs: [SubmittedRow, ...SubmittedRow[]][] = [];
  for (const row of rows) {
    const run = runs[runs.length - 1];
    if (run !== undefined && belongTogether(run[0], row)) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

function belongTogether(first: SubmittedRow, row: SubmittedRow): boolean {
  if (row.source.file !== first.source.file || row.source.sheet !== first.source.sheet) return false;
  if (row.unit !== first.unit || row.form !== first.form) return false;
  return haveSameKeys(first.cells, row.cells);
}

function haveSameKeys(a: SubmittedRow["cells"], b: SubmittedRow["cells"]): boolean {
  const keys = Object.keys(a);
  let index = 0;
  for (const key in b) if (key !== keys[index++]) return false;
  return index === keys.length;
}

function packRun(rows: Rows): Run {
  const [{ unit, form, cells, source }] = rows;
  return {
    unit,
    form,
    file: source.file,
    sheet: source.sheet,
    rows: rows.map(({ source: { row } }) => row),
    identities: rows.map(({ identity }) => identity),
    facts: packList(
      rows.map(({ facts }) => facts),
      factsKey
    ),
    columns: Object.keys(cells).map((key) => [
      key,
      packList(
        rows.map((row) => row.cells[key] ?? null),
        (value) => value
      ),
    ]),
  };
}

/** In every list of rows of work there are few: most stand at the same stage, and count for nothing or for one commune. */
function factsKey(facts: WorkFacts | null): string {
  if (facts === null) return "";
  const { stage, kind, level, commune, namedWork, subject, publishedFrom, funds, exclusion } = facts;
  return JSON.stringify([stage, kind, level, commune, namedWork, subject, publishedFrom, funds, exclusion]);
}

/** Values of a list that are looked at before it is said whether they repeat. */
const SAMPLE = 200;

/** @param keyOf is the same for values that are the same */
function packList<V>(values: readonly V[], keyOf: (value: V) => unknown): PackedList<V> {
  const places = new Map<unknown, number>();
  const of: V[] = [];
  const at: number[] = [];
  for (const value of values) {
    if (of.length * 2 > SAMPLE && of.length * 2 > at.length) return { values };
    const key = keyOf(value);
    let place = places.get(key);
    if (place === undefined) {
      place = of.length;
      places.set(key, place);
      of.push(value);
    }
    at.push(place);
  }
  return of.length * 2 > at.length ? { values } : { of, at };
}

function unpackList<V>(packed: PackedList<V>): readonly V[] {
  if ("values" in packed) return packed.values;
  const { of, at } = packed;
  return at.map((place) => of[place] as V);
}

function rowsOfRun(run: Run): readonly SubmittedRow[] {
  const { unit, form, file, sheet, rows, identities } = run;
  const facts = unpackList(run.facts);
  const columns = run.columns.map(([key, values]) => ({ key, values: unpackList(values) }));
  return rows.map((row, index) => {
    const cells: Record<string, CellValue> = {};
    // Keys are those of forms, none of which means anything to an object.
    for (const { key, values } of columns) cells[key] = values[index] ?? null;
    return {
      unit,
      form,
      identity: identities[index] ?? "",
      cells,
      source: { file, sheet, row },
      facts: facts[index] ?? null,
    };
  });
}
