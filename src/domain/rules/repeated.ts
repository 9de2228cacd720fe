import { numberOf } from "../identity";
import type { DocumentRecord, FormTable } from "../records";
import type { MessageParams } from "./rule";

/** A record and the table that it stands in. */
export interface Placed<R> {
  readonly table: FormTable;
  readonly record: R;
}

/** A record whose identity was seen before, with the first record of that identity. */
export interface Repetition<R> extends Placed<R> {
  readonly first: Placed<R>;
}

/**
 * Every record after the first of its identity, in order. Records without identity (null) are never equal.
 * @param sketchOf what records of one identity have in common, where it is found with less effort than the identity: that
 *   is asked of records only whose sketch another one has too
 */
export function repeated<R>(
  tables: readonly FormTable[],
  recordsOf: (table: FormTable) => readonly R[],
  identity: (record: R) => string | null,
  sketchOf?: (record: R) => number
): readonly Repetition<R>[] {
  const isAlone = sketchOf === undefined ? () => false : lonely(tables.flatMap(recordsOf), sketchOf);
  const firsts = new Map<string, Placed<R>>();
  const repetitions: Repetition<R>[] = [];
  for (const table of tables) {
    for (const record of recordsOf(table)) {
      const key = isAlone(record) ? null : identity(record);
      if (key === null) continue;
      const first = firsts.get(key);
      if (first) repetitions.push({ table, record, first });
      else firsts.set(key, { table, record });
    }
  }
  return repetitions;
}

/** The digits with which the number of a document begins: documents that have them alone are the same as no other. */
export function leadingNumber(record: DocumentRecord): number {
  const { number } = record;
  return Number.parseInt(number.status === "ok" ? number.clean : (numberOf(record) ?? ""), 10);
}

/** True for records whose sketch no other has. */
function lonely<R>(records: readonly R[], sketchOf: (record: R) => number): (record: R) => boolean {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const record of records) {
    const sketch = sketchOf(record);
    if (seen.has(sketch)) shared.add(sketch);
    else seen.add(sketch);
  }
  return (record) => !shared.has(sketchOf(record));
}

/** The row of a first record as a message names it: "5", or with its sheet when that is another one. */
export function rowOfFirst<R extends { readonly row: number }>({
  table,
  first,
}: Repetition<R>): MessageParams[string] {
  const line = String(first.record.row + 1);
  const { sheet } = first.table.located.grid;
  if (sheet === table.located.grid.sheet) return line;
  return { vi: `${line} (trang “${sheet}”)`, en: `${line} (sheet “${sheet}”)` };
}
