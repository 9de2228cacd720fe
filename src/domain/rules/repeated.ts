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
 * @param sketchesOf for each record of a table what those of one identity have in common, where it is found with less effort
 *   than the identity: that is asked of records only whose sketch another one has too
 */
export function repeated<R>(
  tables: readonly FormTable[],
  recordsOf: (table: FormTable) => readonly R[],
  identity: (record: R) => string | null,
  sketchesOf?: (table: FormTable) => readonly number[]
): readonly Repetition<R>[] {
  const sketches = sketchesOf && tables.map(sketchesOf);
  const shared = sketches && sharedBySeveral(sketches);
  const firsts = new Map<string, Placed<R>>();
  const repetitions: Repetition<R>[] = [];
  tables.forEach((table, tableIndex) => {
    const ofTable = sketches?.[tableIndex];
    recordsOf(table).forEach((record, index) => {
      if (ofTable && shared?.has(ofTable[index] ?? NaN) === false) return;
      const key = identity(record);
      if (key === null) return;
      const first = firsts.get(key);
      if (first) repetitions.push({ table, record, first });
      else firsts.set(key, { table, record });
    });
  });
  return repetitions;
}

/** Two rules ask of the same documents. */
const known = new WeakMap<readonly DocumentRecord[], readonly number[]>();

/** The digits with which the number of each document begins: documents that have them alone are the same as no other. */
export function leadingNumbers({ documents }: FormTable): readonly number[] {
  const numbers = known.get(documents) ?? documents.map(leadingNumber);
  known.set(documents, numbers);
  return numbers;
}

function leadingNumber(record: DocumentRecord): number {
  const { number } = record;
  return Number.parseInt(number.status === "ok" ? number.clean : (numberOf(record) ?? ""), 10);
}

/** Sketches that several records have. */
function sharedBySeveral(sketches: readonly (readonly number[])[]): ReadonlySet<number> {
  const seen = new Set<number>();
  const shared = new Set<number>();
  for (const ofTable of sketches) {
    for (const sketch of ofTable) {
      const size = seen.size;
      // A set that does not grow has it already.
      if (seen.add(sketch).size === size) shared.add(sketch);
    }
  }
  return shared;
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
