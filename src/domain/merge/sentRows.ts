/** Rows as the files of a unit sent them. */
import type { FileSubmission } from "./fileSubmission";
import { contentKey, type SubmittedRow } from "./submitted";

/** A file whose rows are asked for once, when the turn of its unit comes: thousands of files need not be at hand at once. */
export interface PlannedFile {
  readonly submission: FileSubmission;
  readonly rows: () => readonly SubmittedRow[];
}

export interface SentRow {
  readonly row: SubmittedRow;
  /** Index of the file that sent it. */
  readonly file: number;
}

export function identityOf({ row }: SentRow): string {
  return row.identity;
}

/** What it says of what: the same for rows that say the same. */
export function statementOf({ row }: SentRow): string {
  return `${row.identity}|${contentKey(row.cells)}`;
}

/** In the order of first appearance. */
export function groupBy<T, K>(
  items: readonly T[],
  keyOf: (item: T) => K
): ReadonlyMap<K, readonly [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
