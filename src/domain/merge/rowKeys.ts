/** Which row of a submission is which row of the tables. */
import type { Scheme } from "../../schemes/types";
import { type KeyedCells, pairRows } from "./sameRow";
import type { BaseRow, OfficialCells } from "./state";
import { groupBy, type SentRow, type Submission } from "./submission";
import { contentKey, identityOfCells } from "./submitted";

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
  /** Rows whose cells are today read to be about the same thing under another key than they once got. */
  readonly rekeyed: readonly Renaming[];
  /** Keys of base rows that a full submission leaves out. Empty for a submission of parts. */
  readonly unsent: readonly string[];
}

/**
 * @param base rows of the same unit and form as last submitted
 * @param added rows of the unit that stand in the tables and that it never sent
 */
export function keySubmission(
  { rows, unit, form }: Submission,
  base: readonly BaseRow[],
  added: readonly KeyedCells[],
  scheme: Scheme
): KeyedSubmission {
  const once = new Map(rows.map((sent) => [sent.row.identity, sent]));
  // What a unit sends for the first time, and speaks of once, needs no number.
  if (base.length === 0 && added.length === 0 && once.size === rows.length) {
    return { rows: once, renamed: [], rekeyed: [], unsent: [] };
  }
  const known = new Map(base.map((row) => [row.key, row]));
  const keyed = new Map<string, SentRow>();
  for (const [identity, group] of groupBy(rows, ({ row }) => row.identity)) {
    if (known.size === 0 && group.length === 1) keyed.set(identity, group[0]);
    else for (const [key, sent] of keysFor(identity, group, known)) keyed.set(key, sent);
  }
  const isSent = ({ key }: KeyedCells): boolean => keyed.has(key);
  const standing = new Set([...known.keys(), ...added.map(({ key }) => key)]);
  const unknown = [...keyed].filter(([key]) => !standing.has(key));
  const rekeyed = rekeyings(
    [...base, ...added].filter((row) => !isSent(row)),
    unknown,
    (cells) => identityOfCells(form, cells, scheme, unit)
  );
  const moved = new Map(rekeyed.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]));
  const gone = base.filter((row) => !isSent(row) && !moved.has(row.key));
  // A row that the province has added meanwhile is not written over by one that gets its name.
  const fresh = unknown.flatMap(([key, { row }]) => (moved.has(key) ? [] : [{ key, cells: row.cells }]));
  const alike = pairRows(gone, fresh, { unit, form, scheme });
  const sure = alike.filter(({ isSure }) => isSure);
  const isWhole = base.length > 0 && (gone.length - sure.length) * 2 < base.length;
  if (!isWhole) return { rows: keyed, renamed: sure, rekeyed, unsent: [] };
  const found = new Set(alike.map(({ from }) => from));
  const unsent = gone.flatMap(({ key }) => (found.has(key) ? [] : [key]));
  return { rows: keyed, renamed: alike, rekeyed, unsent };
}

/**
 * Pairs of a row that stands under a key of which nothing was sent, and a sent one whose key is not there, that are about
 * the same thing: the tables keep the keys that were made when the cells were first read, and what is read from the same
 * cells may have become more exact since. Equal rows first.
 */
function rekeyings(
  standing: readonly KeyedCells[],
  sent: readonly (readonly [key: string, SentRow])[],
  identityOf: (cells: OfficialCells) => string | null
): readonly Renaming[] {
  if (standing.length === 0 || sent.length === 0) return [];
  const waiting = groupBy(sent, ([, { row }]) => row.identity);
  const groups = groupBy(standing, ({ cells }) => identityOf(cells));
  return [...groups].flatMap(([identity, rows]) => pairs(rows, waiting.get(identity ?? "") ?? []));
}

function pairs(
  standing: readonly KeyedCells[],
  sent: readonly (readonly [key: string, SentRow])[]
): readonly Renaming[] {
  const byContent = new Map(sent.map(([key, { row }]) => [contentKey(row.cells), key]));
  const equal = new Map(
    standing.flatMap(({ key, cells }) => {
      const to = byContent.get(contentKey(cells));
      return to === undefined ? [] : [[to, key] as const];
    })
  );
  const placed = new Set(equal.values());
  const rest = standing.filter(({ key }) => !placed.has(key));
  const others = sent.filter(([key]) => !equal.has(key));
  return [
    ...Array.from(equal, ([to, from]) => ({ from, to })),
    ...others.flatMap(([to], index) => {
      const from = rest[index]?.key;
      return from === undefined ? [] : [{ from, to }];
    }),
  ];
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
