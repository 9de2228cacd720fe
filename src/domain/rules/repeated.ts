import type { FormTable } from "../records";
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

/** Records of all tables with their places. */
export function placed<R>(
  tables: readonly FormTable[],
  recordsOf: (table: FormTable) => readonly R[]
): readonly Placed<R>[] {
  return tables.flatMap((table) => recordsOf(table).map((record) => ({ table, record })));
}

/** Every record after the first of its identity, in order. Records without identity (null) are never equal. */
export function repeated<R>(
  records: readonly Placed<R>[],
  identity: (record: R) => string | null
): readonly Repetition<R>[] {
  const firsts = new Map<string, Placed<R>>();
  const repetitions: Repetition<R>[] = [];
  for (const current of records) {
    const key = identity(current.record);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first) repetitions.push({ ...current, first });
    else firsts.set(key, current);
  }
  return repetitions;
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
