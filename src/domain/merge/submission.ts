/** What each unit sent, from all its files together: parts side by side, corrections over what they correct. */
import type { FormId, Scheme } from "../../schemes/types";
import { cellKey } from "../values/cells";
import { type Conflict, type Decisions, decisionOn, toConflict } from "./conflicts";
import type { FileSubmission } from "./fileSubmission";
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
      if (held === undefined) gathered.set(form, holding(added));
      else if (isCorrection(held, added)) {
        const resolved = correct(held.rows, added, sides);
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
  /** True when one of the rows says the same of the same thing. */
  readonly says: (sent: SentRow) => boolean;
  readonly add: (sent: SentRow) => void;
}

function holding(first: readonly SentRow[]): Held {
  const rows = [...first];
  // Written down when a second file comes, and when two rows speak of the same thing: mostly neither happens.
  let identities: Set<string> | null = null;
  let statements: Set<string> | null = null;
  const allIdentities = (): Set<string> => (identities ??= new Set(rows.map(identityOf)));
  return {
    rows,
    identities: allIdentities,
    says: (sent) => {
      if (!allIdentities().has(identityOf(sent))) return false;
      statements ??= new Set(rows.map(statementOf));
      return statements.has(statementOf(sent));
    },
    add: (sent) => {
      rows.push(sent);
      identities?.add(identityOf(sent));
      statements?.add(statementOf(sent));
    },
  };
}

/** Most of what the smaller side speaks of is what the other speaks of too. */
function isCorrection(held: Held, added: readonly SentRow[]): boolean {
  const identities = held.identities();
  const shared = new Set(added.map(identityOf).filter((identity) => identities.has(identity)));
  if (shared.size === 0) return false;
  const now = new Set(added.map(identityOf));
  return shared.size * 2 > Math.min(identities.size, now.size);
}

/** Puts rows beside those that are held, but for those that say what one of them says. */
function addPart(held: Held, added: readonly SentRow[]): void {
  const fresh = added.filter((sent) => !held.says(sent));
  for (const sent of fresh) held.add(sent);
}

function correct(held: readonly SentRow[], added: readonly SentRow[], sides: Sides): Resolved {
  const corrected = groupBy(added, identityOf);
  const untouched = held.filter((sent) => !corrected.has(identityOf(sent)));
  const earlier = groupBy(held, identityOf);
  const resolved = [...corrected].map(([identity, later]) =>
    correctOne(earlier.get(identity) ?? [], later, sides)
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
  return { rows: [{ ...later, row: { ...row, cells: { ...row.cells, ...kept } } }], conflicts };
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
