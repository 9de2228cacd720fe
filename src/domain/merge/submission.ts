/** What each unit sent, from all its files together: parts side by side, corrections over what they correct. */
import type { FormId, Scheme } from "../../schemes/types";
import { plainWords } from "../text/normalize";
import { cellKey, cellText } from "../values/cells";
import { titleKey } from "../values/workTitles";
import { type Conflict, type Decisions, decisionOn, toConflict } from "./conflicts";
import type { FileSubmission } from "./fileSubmission";
import { pairRows, type TableOfUnit } from "./sameRow";
import type { OfficialCells } from "./state";
import { contentColumns, contentKey, type SubmittedRow } from "./submitted";

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

/** All rows of one unit in one form. */
export interface Submission {
  readonly unit: string;
  readonly form: FormId;
  readonly rows: readonly SentRow[];
}

/** What a unit sent, by form. */
export interface UnitSubmissions {
  readonly submissions: readonly Submission[];
  readonly conflicts: readonly Conflict[];
}

interface Resolved {
  readonly rows: readonly SentRow[];
  readonly conflicts: readonly Conflict[];
}

/** What it takes to compare two files of a unit. */
interface Sides {
  /** When each file was saved; null when it does not say. */
  readonly modified: readonly (string | null)[];
  readonly scheme: Scheme;
  readonly decisions: Decisions;
}

/**
 * Puts the files of each unit together. A file that speaks of other things than the earlier ones is a further part:
 * its rows stand beside theirs, also where a few are about the same thing. A file that repeats most of what an earlier
 * one spoke of (or the earlier one most of its) is a correction: what it says replaces what the earlier one said of
 * the same things. When the files do not say which was saved later, each difference is a conflict, where the later in
 * order stands until someone decides.
 * @param files in the order of saving
 * @returns unit by unit
 */
export function* gatherSubmissions(
  files: readonly PlannedFile[],
  { scheme, decisions }: Pick<Sides, "scheme" | "decisions">
): Generator<UnitSubmissions> {
  const sides = { modified: files.map(({ submission }) => submission.modified), scheme, decisions };
  const accepted = files.flatMap(({ submission: { unit, refused }, rows }, file) =>
    unit === null || refused !== null ? [] : [{ unit, file, rows }]
  );
  for (const [unit, own] of groupBy(accepted, (file) => file.unit)) yield gatherUnit(unit, own, sides);
}

function gatherUnit(
  unit: string,
  files: readonly { readonly file: number; readonly rows: PlannedFile["rows"] }[],
  sides: Sides
): UnitSubmissions {
  const gathered = new Map<FormId, Held>();
  const conflicts: (readonly Conflict[])[] = [];
  for (const { file, rows } of files) {
    const sent = rows().map((row): SentRow => ({ row, file }));
    for (const [form, added] of groupBy(sent, ({ row }) => row.form)) {
      const held = gathered.get(form);
      if (held === undefined) {
        gathered.set(form, holding(added));
        continue;
      }
      const now: ByIdentity = new Map(added.map((row) => [identityOf(row), row]));
      const renamed = renamedIn(held, now, { unit, form, scheme: sides.scheme });
      if (isCorrection(held, now, renamed)) {
        const resolved = correct(held.rows, added, renamed, sides);
        gathered.set(form, holding(resolved.rows));
        conflicts.push(resolved.conflicts);
      } else addPart(held, added);
    }
  }
  return {
    submissions: Array.from(gathered, ([form, { rows }]) => ({ unit, form, rows })),
    conflicts: conflicts.flat(),
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

function holding(first: readonly SentRow[]): Held {
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

/** Identities that corrected cells have changed: those now, each with the one before. */
type Renamed = ReadonlyMap<string, string>;

/** What rows speak of under another identity than before; nothing where too few are alike for a correction. */
function renamedIn(held: Held, now: ByIdentity, table: TableOfUnit): Renamed {
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

/**
 * What a row speaks of in few words, which most corrections of it leave as they are: the number of a document; whom a work is
 * about, and its title without marks.
 */
function hintsOf({ row: { form, identity, cells } }: SentRow): readonly string[] {
  const [first = ""] = identity.split("|", 1);
  if (form === "bieu-01") return [first];
  // A work about nobody in particular is known by its title: see `workIdentity`.
  if (first.startsWith('"')) return [plainWords(first)];
  return [first, plainWords(titleKey(cellText(cells["title"] ?? null)))];
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
    conflicts: resolved.flatMap(({ conflicts }) => conflicts),
  };
}

/** Rows about one thing: those that agree stay, the others are taken pair by pair. */
function correctOne(earlier: readonly SentRow[], later: readonly SentRow[], sides: Sides): Resolved {
  const said = new Set(later.map(statementOf));
  const before = new Set(earlier.map(statementOf));
  const agreed = earlier.filter((sent) => said.has(statementOf(sent)));
  const old = earlier.filter((sent) => !said.has(statementOf(sent)));
  const fresh = later.filter((sent) => !before.has(statementOf(sent)));
  const pairs = fresh.map((sent, index) => {
    const replaced = old[index];
    return replaced && !isLater(sent, replaced, sides)
      ? disagree(replaced, sent, sides)
      : { rows: [sent], conflicts: [] };
  });
  // Of an undated file nobody knows whether it left the row out or never had it.
  const left = old.slice(fresh.length).filter((sent) => !later.some((other) => isLater(other, sent, sides)));
  return {
    rows: [...agreed, ...pairs.flatMap(({ rows }) => rows), ...left],
    conflicts: pairs.flatMap(({ conflicts }) => conflicts),
  };
}

function isLater(sent: SentRow, earlier: SentRow, { modified }: Sides): boolean {
  const [now, before] = [modified[sent.file] ?? null, modified[earlier.file] ?? null];
  return now !== null && before !== null && now > before;
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
  const conflicts = differing
    .filter((column) => decisionOn(decisions, idOf(column)) === undefined)
    .map((column) => ({
      column,
      base: null,
      ours: earlier.row.cells[column] ?? null,
      theirs: row.cells[column] ?? null,
    }))
    .map((conflict) => toConflict(idOf(conflict.column), conflict, row, earlier.row.source, scheme));
  return { rows: [{ ...later, row: withCells(row, kept) }], conflicts };
}

/** What the cells count for has to be read anew where some of them are others. */
function withCells(row: SubmittedRow, others: OfficialCells): SubmittedRow {
  if (Object.keys(others).length === 0) return row;
  return { ...row, cells: { ...row.cells, ...others }, facts: null };
}

function identityOf({ row }: SentRow): string {
  return row.identity;
}

function statementOf({ row }: SentRow): string {
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
