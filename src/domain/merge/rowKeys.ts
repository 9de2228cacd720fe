/** Which row of a submission is which row of the tables. */
import type { HintedTable } from "./hints";
import { type KeyedCells, pairRows, type TableOfUnit } from "./sameRow";
import { groupBy, identityOf, type SentRow } from "./sentRows";
import type { BaseRow, OfficialCells } from "./state";
import { contentKey, identityOfCells } from "./submitted";

/** A row whose title or number was edited so that it speaks of another thing by its words. */
export interface Renaming {
  /** Keys. */
  readonly from: string;
  readonly to: string;
}

export interface KeyedSubmission {
  /** What the unit says now and did not say before, by key within unit and form; see `BaseRow.key`. */
  readonly rows: ReadonlyMap<string, SentRow>;
  readonly renamed: readonly Renaming[];
  /** Rows whose cells are today read to be about the same thing under another key than they once got. */
  readonly rekeyed: readonly Renaming[];
  /** Keys of rows that the unit left out, see `Sendings.send`, and has not sent since. */
  readonly unsent: readonly string[];
}

/** The files of a unit, one after the other. */
export interface Sendings {
  /**
   * The next file: what it says of a row replaces what was said before. A row that it leaves out stays; the unit has left
   * it out when the file holds most of what is there, or speaks of the same thing in fewer rows.
   * @param left those of its rows that the unit has left out itself, where they come from several files
   */
  readonly send: (rows: readonly SentRow[], left?: ReadonlySet<SentRow>) => void;
  readonly outcome: () => KeyedSubmission;
}

/** A row as it stands after the files so far. */
interface Row {
  readonly key: string;
  readonly cells: OfficialCells;
  /** What a file says of it; null as long as none says otherwise than what stood before them. */
  readonly sent: SentRow | null;
  /** Its key before any file; null when it is new. */
  readonly before: string | null;
  /** True when the unit never sent it. */
  readonly isAdded: boolean;
  readonly isRenamed: boolean;
  readonly isLeftOut: boolean;
}

/** Where so many rows stand, only those that a small file might speak of are compared with it: no unit has so many. */
const MOST_COMPARED = 200;

/**
 * @param base rows of the same unit and form as last submitted
 * @param added rows of the unit that stand in the tables and that it never sent
 */
export function sendings(
  base: readonly BaseRow[],
  added: readonly KeyedCells[],
  table: HintedTable
): Sendings {
  const rows = rowsByPlace(base, added, table);
  return {
    send: (sent, left = NOTHING) => {
      const groups = groupBy(sent, identityOf);
      const near = rows.near(sent, groups);
      const { keyed, ...found } = keysOf(groups, near, rows, table);
      const moves = new Map<string, Move>([
        ...found.rekeyed.map(({ from, to }) => [from, { to, isRenamed: false }] as const),
        ...found.renamed.map(({ from, to }) => [from, { to, isRenamed: true }] as const),
      ]);
      rows.move(moves);
      for (const [key, row] of keyed) rows.put(key, row, left.has(row));
      rows.leaveOut(found.unsent);
    },
    outcome: () => outcomeOf(rows.all()),
  };
}

const NOTHING: ReadonlySet<SentRow> = new Set();

function outcomeOf(rows: readonly Row[]): KeyedSubmission {
  const sentRows = new Map<string, SentRow>();
  const renamed: Renaming[] = [];
  const rekeyed: Renaming[] = [];
  const unsent: string[] = [];
  for (const { key, sent, before, isRenamed, isLeftOut } of rows) {
    if (sent !== null) sentRows.set(key, sent);
    if (before !== null && before !== key) (isRenamed ? renamed : rekeyed).push({ from: before, to: key });
    if (isLeftOut) unsent.push(key);
  }
  return { rows: sentRows, renamed, rekeyed, unsent };
}

interface Move {
  readonly to: string;
  readonly isRenamed: boolean;
}

/** Rows that files change, each in its place: thousands of files change some of them without asking all. */
interface Rows {
  readonly all: () => readonly Row[];
  readonly get: (key: string) => Row | undefined;
  /** How many the unit has sent. */
  readonly sentBefore: () => number;
  readonly identityOf: (row: Row) => string | null;
  /** Those that a file might speak of, or all. */
  readonly near: (sent: readonly SentRow[], groups: Groups) => readonly Row[];
  readonly move: (moves: ReadonlyMap<string, Move>) => void;
  readonly put: (key: string, sent: SentRow, isLeftOut: boolean) => void;
  readonly leaveOut: (keys: readonly string[]) => void;
}

/** Rows of a file by what they are about. */
type Groups = ReadonlyMap<string, readonly [SentRow, ...SentRow[]]>;

function rowsByPlace(
  base: readonly BaseRow[],
  added: readonly KeyedCells[],
  { form, unit, scheme, hintsOf }: HintedTable
): Rows {
  const rows: Row[] = [];
  const places = new Map<string, number>();
  let sentBefore = base.length;
  let hinted: Map<string, number[]> | null = null;
  /** Of rows that no file has changed; what the others are about was found when they were read. */
  const identities = new Map<OfficialCells, string | null>();
  const identityOfRow = ({ sent, cells }: Row): string | null => {
    if (sent !== null) return sent.row.identity;
    const known = identities.get(cells);
    if (known !== undefined) return known;
    const identity = identityOfCells(form, cells, scheme, unit);
    identities.set(cells, identity);
    return identity;
  };
  const hint = (index: Map<string, number[]>, row: Row, place: number): void => {
    for (const words of hintsOf(form, identityOfRow(row) ?? "", row.cells)) {
      const same = index.get(words);
      if (same) same.push(place);
      else index.set(words, [place]);
    }
  };
  const set = (place: number, row: Row): void => {
    const isHinted = rows[place]?.cells === row.cells;
    rows[place] = row;
    places.set(row.key, place);
    if (hinted && !isHinted) hint(hinted, row, place);
  };
  const hints = (): ReadonlyMap<string, readonly number[]> => {
    if (hinted) return hinted;
    const index = new Map<string, number[]>();
    rows.forEach((row, place) => hint(index, row, place));
    return (hinted = index);
  };
  const fresh = { sent: null, isRenamed: false, isLeftOut: false };
  for (const { key, cells } of base) {
    set(rows.length, { ...fresh, key, cells, before: key, isAdded: false });
  }
  for (const { key, cells } of added) {
    set(rows.length, { ...fresh, key, cells, before: key, isAdded: true });
  }
  const change = (key: string, changed: Partial<Row>): void => {
    const place = places.get(key);
    const row = place === undefined ? undefined : rows[place];
    if (place !== undefined && row) set(place, { ...row, ...changed });
  };
  return {
    all: () => rows,
    get: (key) => rows[places.get(key) ?? -1],
    sentBefore: () => sentBefore,
    identityOf: identityOfRow,
    near: (sent, groups) => {
      if (rows.length <= MOST_COMPARED || sent.length * 2 > rows.length) return rows;
      const index = hints();
      const found = new Set<number>();
      for (const [identity, group] of groups) {
        for (let number = 1; number <= group.length || places.has(numbered(identity, number)); number++) {
          const place = places.get(numbered(identity, number));
          if (place !== undefined) found.add(place);
        }
        for (const { row } of group) {
          for (const words of hintsOf(form, identity, row.cells)) {
            for (const place of index.get(words) ?? NO_PLACES) found.add(place);
          }
        }
      }
      return [...found].sort((a, b) => a - b).flatMap((place) => rows[place] ?? []);
    },
    move: (moves) => {
      const moved = [...moves].flatMap(([from, { to, isRenamed }]) => {
        const place = places.get(from);
        const row = rows[place ?? -1];
        places.delete(from);
        return place === undefined || !row
          ? []
          : [{ place, row: { ...row, key: to, isRenamed: row.isRenamed || isRenamed } }];
      });
      for (const { place, row } of moved) set(place, row);
    },
    put: (key, sent, isLeftOut) => {
      const { cells } = sent.row;
      const row = rows[places.get(key) ?? -1];
      if (!row || row.isAdded) sentBefore += 1;
      if (!row) {
        set(rows.length, { ...fresh, key, cells, sent, before: null, isAdded: false, isLeftOut });
      } else if (row.isAdded || contentKey(row.cells) !== contentKey(cells)) {
        change(key, { cells, sent, isAdded: false, isLeftOut });
      } else if (row.isLeftOut !== isLeftOut) change(key, { isLeftOut });
    },
    leaveOut: (keys) => {
      for (const key of keys) change(key, { isLeftOut: true });
    },
  };
}

const NO_PLACES: readonly number[] = [];

interface Found {
  readonly keyed: ReadonlyMap<string, SentRow>;
  readonly renamed: readonly Renaming[];
  readonly rekeyed: readonly Renaming[];
  readonly unsent: readonly string[];
}

/** @param near those of the rows that the file might speak of */
function keysOf(groups: Groups, near: readonly Row[], rows: Rows, table: TableOfUnit): Found {
  const known = new Map(near.flatMap((row) => (row.isAdded ? [] : [[row.key, row] as const])));
  const keyed = new Map<string, SentRow>();
  const fewer: string[] = [];
  for (const [identity, group] of groups) {
    if (group.length === 1 && !known.has(identity) && !known.has(numbered(identity, 2))) {
      keyed.set(identity, group[0]);
    } else {
      const { taken, left } = keysFor(identity, group, known);
      for (const [key, row] of taken) keyed.set(key, row);
      fewer.push(...left);
    }
  }
  if (near.length === 0) return { keyed, renamed: [], rekeyed: [], unsent: fewer };
  const unknown = [...keyed].filter(([key]) => !rows.get(key));
  const others = near.filter(({ key }) => !keyed.has(key));
  const rekeyed = rekeyings(others, unknown, rows.identityOf);
  const moved = new Map(rekeyed.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]));
  const gone = others.filter(({ key, isAdded }) => !isAdded && !moved.has(key));
  // A row that the province has added meanwhile is not written over by one that gets its name.
  const fresh = unknown.flatMap(([key, { row }]) => (moved.has(key) ? [] : [{ key, cells: row.cells }]));
  const alike = pairRows(gone, fresh, table);
  const sure = alike.filter(({ isSure }) => isSure);
  const total = rows.sentBefore();
  const notNear = total - known.size;
  const isWhole = total > 0 && (notNear + gone.length - sure.length) * 2 < total;
  const renamed = isWhole ? alike : sure;
  const found = new Set(renamed.map(({ from }) => from));
  const unsent = (isWhole ? gone.map(({ key }) => key) : fewer).filter(
    (key) => !found.has(key) && !moved.has(key)
  );
  return { keyed, renamed, rekeyed, unsent };
}

/**
 * Pairs of a row that stands under a key of which nothing was sent, and a sent one whose key is not there, that are about
 * the same thing: the tables keep the keys that were made when the cells were first read, and what is read from the same
 * cells may have become more exact since. Equal rows first.
 */
function rekeyings(
  standing: readonly Row[],
  sent: readonly (readonly [key: string, SentRow])[],
  identityOfRow: Rows["identityOf"]
): readonly Renaming[] {
  if (standing.length === 0 || sent.length === 0) return [];
  const waiting = groupBy(sent, ([, { row }]) => row.identity);
  const groups = groupBy(standing, identityOfRow);
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

function numbered(identity: string, number: number): string {
  return number === 1 ? identity : `${identity}#${number}`;
}

/** Rows about one thing are numbered; those that say what was sent before keep their number. */
function keysFor(
  identity: string,
  group: readonly SentRow[],
  known: ReadonlyMap<string, KeyedCells>
): {
  readonly taken: readonly (readonly [string, SentRow])[];
  /** Keys of rows about the same thing for which none is sent. */
  readonly left: readonly string[];
} {
  const keys: string[] = [];
  for (let number = 1; number <= group.length || known.has(numbered(identity, number)); number++) {
    keys.push(numbered(identity, number));
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
  return {
    taken: [
      ...taken,
      ...others.flatMap((sent, index) => (free[index] ? [[free[index], sent] as const] : [])),
    ],
    left: free.slice(others.length).filter((key) => known.has(key)),
  };
}
