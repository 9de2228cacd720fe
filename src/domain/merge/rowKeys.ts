/** Which row of a submission is which row of the tables. */
import type { Scheme } from "../../schemes/types";
import { pairRows } from "./sameRow";
import type { BaseRow } from "./state";
import { groupBy, type SentRow, type Submission } from "./submission";
import { contentKey } from "./submitted";

/** A row whose title or number was edited so that it speaks of another thing by its words. */
export interface Renaming {
  /** Keys. */
  readonly from: string;
  readonly to: string;
}

export interface KeyedSubmission {
  /** By key within unit and form; see `BaseRow.key`. */
  readonly rows: ReadonlyMap<string, SentRow>;
  readonly renamed: readonly Renaming[];
  /** Keys of base rows that a full submission leaves out. Empty for a submission of parts. */
  readonly unsent: readonly string[];
}

/** @param base rows of the same unit and form as last submitted. */
export function keySubmission(
  { rows, unit, form }: Submission,
  base: readonly BaseRow[],
  scheme: Scheme
): KeyedSubmission {
  const once = new Map(rows.map((sent) => [sent.row.identity, sent]));
  // What a unit sends for the first time, and speaks of once, needs no number.
  if (base.length === 0 && once.size === rows.length) return { rows: once, renamed: [], unsent: [] };
  const known = new Map(base.map((row) => [row.key, row]));
  const keyed = new Map<string, SentRow>();
  for (const [identity, group] of groupBy(rows, ({ row }) => row.identity)) {
    if (known.size === 0 && group.length === 1) keyed.set(identity, group[0]);
    else for (const [key, sent] of keysFor(identity, group, known)) keyed.set(key, sent);
  }
  const gone = base.filter(({ key }) => !keyed.has(key));
  const fresh = [...keyed].flatMap(([key, { row }]) => (known.has(key) ? [] : [{ key, cells: row.cells }]));
  const pairs = pairRows(gone, fresh, { unit, form, scheme });
  const sure = pairs.filter(({ isSure }) => isSure);
  const isWhole = base.length > 0 && (gone.length - sure.length) * 2 < base.length;
  if (!isWhole) return { rows: keyed, renamed: sure, unsent: [] };
  const found = new Set(pairs.map(({ from }) => from));
  return { rows: keyed, renamed: pairs, unsent: gone.flatMap(({ key }) => (found.has(key) ? [] : [key])) };
}

/** Rows about one thing are numbered; those that say what was sent before keep their number. */
function keysFor(
  identity: string,
  group: readonly SentRow[],
  known: ReadonlyMap<string, BaseRow>
): readonly (readonly [string, SentRow])[] {
  const numbered = (number: number) => (number === 1 ? identity : `${identity}#${number}`);
  const keys: string[] = [];
  for (let number = 1; number <= group.length || known.has(numbered(number)); number++) {
    keys.push(numbered(number));
  }
  const byContent = new Map(group.map((sent) => [contentKey(sent.row.cells), sent]));
  const same = keys.flatMap((key) => {
    const before = known.get(key);
    const sent = before && byContent.get(contentKey(before.cells));
    return sent ? [[key, sent] as const] : [];
  });
  const taken = new Map(same);
  const placed = new Set(taken.values());
  const free = keys.filter((key) => !taken.has(key));
  const others = [...byContent]
    .filter(([, sent]) => !placed.has(sent))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sent]) => sent);
  return [...taken, ...others.flatMap((sent, index) => (free[index] ? [[free[index], sent] as const] : []))];
}
