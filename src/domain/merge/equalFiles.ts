/** Files of a unit of which nobody knows which was saved later: parts side by side, and questions where they disagree. */
import { cellKey } from "../values/cells";
import { type Conflict, type Decisions, decisionOn, toConflict } from "./conflicts";
import type { HintedTable } from "./hints";
import { pairRows, type TableOfUnit } from "./sameRow";
import { groupBy, identityOf, type SentRow, statementOf } from "./sentRows";
import type { OfficialCells } from "./state";
import { contentColumns, type SubmittedRow } from "./submitted";

/** Two files say different things of one thing. */
export interface Disagreement {
  /** Of the thing. */
  readonly identity: string;
  readonly conflict: Conflict;
}

/** Rows of one form, and where the files that sent them disagree. */
export interface Resolved {
  readonly rows: readonly SentRow[];
  readonly disagreements: readonly Disagreement[];
}

/** What it takes to compare two files of a unit. */
export interface Sides extends HintedTable {
  readonly decisions: Decisions;
}

/** Rows of one form from files of equal standing so far. */
export interface EqualFiles {
  readonly resolved: () => Resolved;
  /** Whether a file would be a correction of what is held; see `equalFiles`. */
  readonly isCorrectedBy: (rows: readonly SentRow[]) => boolean;
  readonly add: (rows: readonly SentRow[], isCorrection?: boolean) => void;
}

/**
 * Puts files of equal standing together. A file that speaks of other things than those before is a further part: its rows
 * stand beside theirs, also where a few are about the same thing: none of them can be said to replace the other. A file
 * that repeats most of what those before spoke of (or they most of its) is another version of them: each difference is a
 * conflict, where the later in order stands until someone decides.
 */
export function equalFiles(first: readonly SentRow[], sides: Sides): EqualFiles {
  const hintsOf: HintsOfSent = ({ row: { form, identity, cells } }) => sides.hintsOf(form, identity, cells);
  let held = holding(first, hintsOf);
  let disagreements: readonly Disagreement[] = [];
  const renamedIn = (now: ByIdentity): Renamed => renamedBetween(held, now, sides, hintsOf);
  const isCorrectedBy = (rows: readonly SentRow[]): boolean => {
    const now = byIdentity(rows);
    return isCorrection(held, now, renamedIn(now));
  };
  return {
    resolved: () => ({ rows: held.rows, disagreements }),
    isCorrectedBy,
    add: (rows, isCorrection = isCorrectedBy(rows)) => {
      if (isCorrection) {
        const corrected = correct(held.rows, rows, renamedIn(byIdentity(rows)), sides);
        held = holding(corrected.rows, hintsOf);
        disagreements = [...disagreements, ...corrected.disagreements];
      } else addPart(held, rows);
    },
  };
}

/** Rows of a unit so far: thousands of files add theirs without asking all of them. */
interface Held {
  readonly rows: readonly SentRow[];
  readonly identities: () => ReadonlySet<string>;
  /** What its rows speak of in few words: see `hintsOf`. */
  readonly hints: () => ReadonlySet<string>;
  /** True when one of the rows says the same of the same thing. */
  readonly says: (sent: SentRow) => boolean;
  readonly add: (sent: SentRow) => void;
}

type HintsOfSent = (sent: SentRow) => readonly string[];

function holding(first: readonly SentRow[], hintsOf: HintsOfSent): Held {
  const rows = [...first];
  // Written down when a second file comes, and when two rows speak of the same thing: mostly neither happens.
  let identities: Set<string> | null = null;
  let statements: Set<string> | null = null;
  let hints: Set<string> | null = null;
  const allIdentities = (): Set<string> => (identities ??= new Set(rows.map(identityOf)));
  return {
    rows,
    identities: allIdentities,
    hints: () => (hints ??= new Set(rows.flatMap(hintsOf))),
    says: (sent) => {
      if (!allIdentities().has(identityOf(sent))) return false;
      statements ??= new Set(rows.map(statementOf));
      return statements.has(statementOf(sent));
    },
    add: (sent) => {
      rows.push(sent);
      identities?.add(identityOf(sent));
      statements?.add(statementOf(sent));
      for (const hint of hints ? hintsOf(sent) : []) hints?.add(hint);
    },
  };
}

/** What a file speaks of, the last of several rows about one thing. */
type ByIdentity = ReadonlyMap<string, SentRow>;

function byIdentity(rows: readonly SentRow[]): ByIdentity {
  return new Map(rows.map((sent) => [identityOf(sent), sent]));
}

/** Identities that corrected cells have changed: those now, each with the one before. */
type Renamed = ReadonlyMap<string, string>;

/** What rows speak of under another identity than before; nothing where too few are alike for a correction. */
function renamedBetween(held: Held, now: ByIdentity, table: TableOfUnit, hintsOf: HintsOfSent): Renamed {
  const identities = held.identities();
  const fresh = [...now].filter(([identity]) => !identities.has(identity));
  const hints = held.hints();
  const hinted = fresh.filter(([, sent]) => hintsOf(sent).some((hint) => hints.has(hint)));
  const shared = now.size - fresh.length;
  if (hinted.length === 0 || !isMost(shared + hinted.length, identities, now)) return new Map();
  const gone = new Map(held.rows.map((sent) => [identityOf(sent), sent]));
  for (const identity of now.keys()) gone.delete(identity);
  const cellsOf = ([key, { row }]: readonly [string, SentRow]) => ({ key, cells: row.cells });
  const pairs = pairRows([...gone].map(cellsOf), fresh.map(cellsOf), table);
  return new Map(pairs.flatMap(({ from, to, isSure }) => (isSure ? [[to, from] as const] : [])));
}

/** Most of what the smaller side speaks of is what the other speaks of too. */
function isCorrection(held: Held, now: ByIdentity, renamed: Renamed): boolean {
  const identities = held.identities();
  let shared = renamed.size;
  for (const identity of now.keys()) if (identities.has(identity)) shared += 1;
  return isMost(shared, identities, now);
}

function isMost(count: number, a: { readonly size: number }, b: { readonly size: number }): boolean {
  return count * 2 > Math.min(a.size, b.size);
}

/** Puts rows beside those that are held, but for those that say what one of them says. */
function addPart(held: Held, added: readonly SentRow[]): void {
  const fresh = added.filter((sent) => !held.says(sent));
  for (const sent of fresh) held.add(sent);
}

function correct(
  held: readonly SentRow[],
  added: readonly SentRow[],
  renamed: Renamed,
  sides: Sides
): Resolved {
  const corrected = groupBy(added, identityOf);
  const former = new Set(renamed.values());
  const untouched = held.filter((sent) => !corrected.has(identityOf(sent)) && !former.has(identityOf(sent)));
  const earlier = groupBy(held, identityOf);
  const resolved = [...corrected].map(([identity, later]) =>
    correctOne(earlier.get(renamed.get(identity) ?? identity) ?? [], later, sides)
  );
  return {
    rows: [...untouched, ...resolved.flatMap(({ rows }) => rows)],
    disagreements: resolved.flatMap(({ disagreements }) => disagreements),
  };
}

/**
 * Rows about one thing: those that agree stay, the others are taken pair by pair, and of those that are left over nobody
 * knows whether the other file left them out or never had them.
 */
function correctOne(earlier: readonly SentRow[], later: readonly SentRow[], sides: Sides): Resolved {
  const said = new Set(later.map(statementOf));
  const before = new Set(earlier.map(statementOf));
  const agreed = earlier.filter((sent) => said.has(statementOf(sent)));
  const old = earlier.filter((sent) => !said.has(statementOf(sent)));
  const fresh = later.filter((sent) => !before.has(statementOf(sent)));
  const pairs = fresh.map((sent, index): Resolved => {
    const other = old[index];
    return other ? disagree(other, sent, sides) : { rows: [sent], disagreements: [] };
  });
  return {
    rows: [...agreed, ...pairs.flatMap(({ rows }) => rows), ...old.slice(fresh.length)],
    disagreements: pairs.flatMap(({ disagreements }) => disagreements),
  };
}

/** Two rows of equal standing: every difference is a conflict, and the later stands until someone decides. */
function disagree(earlier: SentRow, later: SentRow, { scheme, decisions }: Sides): Resolved {
  const { row } = later;
  const differing = contentColumns(scheme, row.form).filter(
    (column) => cellKey(earlier.row.cells[column] ?? null) !== cellKey(row.cells[column] ?? null)
  );
  const idOf = (column: string) => `files|${row.unit}|${row.form}|${row.identity}|${column}`;
  const keptEarlier = differing.filter((column) => decisionOn(decisions, idOf(column)) === "ours");
  const kept = Object.fromEntries(keptEarlier.map((column) => [column, earlier.row.cells[column] ?? null]));
  const disagreements = differing
    .filter((column) => decisionOn(decisions, idOf(column)) === undefined)
    .map((column) => ({
      column,
      base: null,
      ours: earlier.row.cells[column] ?? null,
      theirs: row.cells[column] ?? null,
    }))
    .map((conflict) => ({
      identity: row.identity,
      conflict: toConflict(idOf(conflict.column), conflict, row, earlier.row.source, scheme),
    }));
  return { rows: [{ ...later, row: withCells(row, kept) }], disagreements };
}

/** What the cells count for has to be read anew where some of them are others. */
function withCells(row: SubmittedRow, others: OfficialCells): SubmittedRow {
  if (Object.keys(others).length === 0) return row;
  return { ...row, cells: { ...row.cells, ...others }, facts: null };
}
