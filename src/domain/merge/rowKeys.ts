/** Which row of a submission is which row of the tables. */
import type { Scheme } from "../../schemes/types";
import { numberOf, workSubject } from "../identity";
import { readDocument, readWork } from "../records";
import { comparisonKey } from "../text/normalize";
import { titleKey } from "../values/workTitles";
import type { BaseRow, OfficialCells } from "./state";
import { groupBy, type SentRow, type Submission } from "./submission";
import { contentKey } from "./submitted";

/** A row whose title or number was edited so that it speaks of another thing by its words. */
export interface Renaming {
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
  { rows, unit }: Submission,
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
  const isWhole = base.length > 0 && gone.length * 2 < base.length;
  if (!isWhole) return { rows: keyed, renamed: [], unsent: [] };
  const fresh = [...keyed].flatMap(([key, { row }]) => (known.has(key) ? [] : [{ key, cells: row.cells }]));
  const renamed = renamings(gone, fresh, describerOf(unit, base[0]?.form === "bieu-01", scheme));
  const found = new Set(renamed.map(({ from }) => from));
  return { rows: keyed, renamed, unsent: gone.flatMap(({ key }) => (found.has(key) ? [] : [key])) };
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

/** What two rows are compared by; null is never the same as anything. */
type Description = readonly (string | null)[];
type Describe = (cells: OfficialCells) => Description;

function describerOf(unit: string, isDocument: boolean, scheme: Scheme): Describe {
  if (isDocument) {
    return (cells) => {
      const record = readDocument({ row: 0, cells });
      const { date, subject, issuer } = record;
      return [numberOf(record), date.status === "ok" ? date.iso : null, subject, issuer].map((part) =>
        part === null || part === "" ? null : comparisonKey(part)
      );
    };
  }
  return (cells) => {
    const record = readWork({ row: 0, cells }, scheme, unit);
    return [workSubject(record) || null, titleKey(record.title)];
  };
}

/** Pairs of a row that is gone and a new one that are so alike that the one must be the other, best pairs first. */
function renamings(
  gone: readonly BaseRow[],
  fresh: readonly { readonly key: string; readonly cells: OfficialCells }[],
  describe: Describe
): readonly Renaming[] {
  const before = gone.map(({ key, cells }) => ({ key, description: describe(cells) }));
  const pairs = fresh.flatMap(({ key, cells }) => {
    const description = describe(cells);
    return before.map((old) => ({
      from: old.key,
      to: key,
      likeness: likeness(old.description, description),
    }));
  });
  const used = new Set<string>();
  return pairs
    .filter((pair) => pair.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness || (a.from + a.to < b.from + b.to ? -1 : 1))
    .filter(({ from, to }) => {
      const isFree = !used.has(`from ${from}`) && !used.has(`to ${to}`);
      if (isFree) used.add(`from ${from}`).add(`to ${to}`);
      return isFree;
    })
    .map(({ from, to }) => ({ from, to }));
}

const ALIKE = 0.75;

/** From 0 to 1. Of a document at least three of number, date, subject and issuer must agree. */
function likeness(before: Description, now: Description): number {
  if (before.length === 4) {
    return before.filter((part, index) => part !== null && part === now[index]).length / 4;
  }
  const [[subject, title], [newSubject, newTitle]] = [before, now];
  if (subject != null && newSubject != null) return subject === newSubject ? 1 : 0;
  return sharedPairs(title ?? "", newTitle ?? "");
}

/** Share of letter pairs that two texts have in common (Dice's coefficient). */
function sharedPairs(a: string, b: string): number {
  const [pairs, others] = [letterPairs(a), letterPairs(b)];
  const rest = [...others];
  const shared = pairs.filter((pair) => {
    const index = rest.indexOf(pair);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  return pairs.length + others.length === 0 ? 0 : (2 * shared.length) / (pairs.length + others.length);
}

function letterPairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
