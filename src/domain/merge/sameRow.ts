/** When two rows speak of one document or work although a corrected cell makes it look like another one. */
import type { FormId, Scheme } from "../../schemes/types";
import { communeSubject, numberOf, workSubject } from "../identity";
import { readDocument, readWork } from "../records";
import { cleanText, comparisonKey } from "../text/normalize";
import { editDistance } from "../values/similarNames";
import { titleKey } from "../values/workTitles";
import type { OfficialCells } from "./state";
import { contentKey } from "./submitted";

export interface KeyedCells {
  readonly key: string;
  readonly cells: OfficialCells;
}

/** An earlier row and the one that stands in its place now. */
export interface RowPair {
  readonly from: string;
  readonly to: string;
  /** True when nothing else can be meant; else only what the other rows say can tell, as when the number is another one. */
  readonly isSure: boolean;
}

/** Rows of which table are compared. */
export interface TableOfUnit {
  readonly unit: string;
  readonly form: FormId;
  readonly scheme: Scheme;
}

/** Rows are compared each with each: more than these would take seconds, and no unit has so many corrections. */
const MOST_COMPARISONS = 1_000_000;

/** Pairs of an earlier row and a new one that speak of the same, best pairs first, each row in one pair at most. */
export function pairRows(
  earlier: readonly KeyedCells[],
  now: readonly KeyedCells[],
  table: TableOfUnit
): readonly RowPair[] {
  if (earlier.length === 0 || now.length === 0 || earlier.length * now.length > MOST_COMPARISONS) return [];
  const pairs =
    table.form === "bieu-01"
      ? alikePairs(earlier, now, describeDocument, likenessOfDocuments)
      : alikePairs(earlier, now, (cells) => describeWork(cells, table), likenessOfWorks);
  const used = new Set<string>();
  return pairs
    .sort((a, b) => b.share - a.share || (a.from + a.to < b.from + b.to ? -1 : 1))
    .filter(({ from, to }) => {
      const isFree = !used.has(`from ${from}`) && !used.has(`to ${to}`);
      if (isFree) used.add(`from ${from}`).add(`to ${to}`);
      return isFree;
    })
    .map(({ from, to, isSure }) => ({ from, to, isSure }));
}

interface Likeness {
  /** From 0 to 1. */
  readonly share: number;
  readonly isSure: boolean;
}

/** Less than this is something else. */
const ALIKE = 0.75;

function alikePairs<D>(
  earlier: readonly KeyedCells[],
  now: readonly KeyedCells[],
  describe: (cells: OfficialCells) => D,
  likenessOf: (before: D, after: D) => Likeness | null
): (RowPair & Likeness)[] {
  const before = earlier.map(({ key, cells }) => ({ key, description: describe(cells) }));
  const pairs: (RowPair & Likeness)[] = [];
  for (const { key: to, cells } of now) {
    const description = describe(cells);
    for (const { key: from, description: old } of before) {
      const likeness = likenessOf(old, description);
      if (likeness !== null) pairs.push({ from, to, ...likeness });
    }
  }
  return pairs;
}

/** What documents are compared by; null is never the same as anything. */
interface DocumentDescription {
  readonly number: string | null;
  readonly date: string | null;
  readonly subject: string | null;
  readonly issuer: string | null;
}

/** Rows are never changed, and each is compared with those of many files. */
const documents = new WeakMap<OfficialCells, DocumentDescription>();

function describeDocument(cells: OfficialCells): DocumentDescription {
  const description = documents.get(cells) ?? readDescription(cells);
  documents.set(cells, description);
  return description;
}

function readDescription(cells: OfficialCells): DocumentDescription {
  const record = readDocument({ row: 0, cells });
  const { date, subject, issuer } = record;
  return {
    number: numberOf(record),
    date: date.status === "ok" ? date.iso : null,
    subject: subject === "" ? null : comparisonKey(subject),
    issuer: issuer === "" ? null : comparisonKey(issuer),
  };
}

/**
 * Three of the four agree. It is surely the same document when its number is among them and no other day is stated:
 * numbers begin anew with each term.
 */
function likenessOfDocuments(before: DocumentDescription, now: DocumentDescription): Likeness | null {
  const isSame = (key: keyof DocumentDescription): boolean =>
    before[key] !== null && before[key] === now[key];
  const [number, date, subject, issuer] = [
    isSame("number"),
    isSame("date"),
    isSame("subject"),
    isSame("issuer"),
  ];
  const share = [number, date, subject, issuer].filter(Boolean).length / 4;
  const hasOtherDay = before.date !== null && now.date !== null && !date;
  const isSure = number && !hasOtherDay && (subject || issuer);
  return isSure || share >= ALIKE ? { share, isSure } : null;
}

/** What works are compared by. */
interface WorkDescription {
  /** Whose progress it reports, or of which commune of the past it speaks; null where that is not known. */
  readonly subject: string | null;
  /** Whose progress it reports if the commune of the past is put into today's name; null where no source names that. */
  readonly successor: string | null;
  readonly words: readonly string[];
  /** The words without the name of the commune. */
  readonly wordsBeside: () => readonly string[];
  /** What the other cells say. */
  readonly otherCells: () => string;
}

const works = new WeakMap<
  OfficialCells,
  { readonly table: TableOfUnit; readonly description: WorkDescription }
>();

function describeWork(cells: OfficialCells, table: TableOfUnit): WorkDescription {
  const known = works.get(cells);
  if (known?.table.unit === table.unit && known.table.scheme === table.scheme) return known.description;
  const description = readWorkDescription(cells, table);
  works.set(cells, { table, description });
  return description;
}

function readWorkDescription(cells: OfficialCells, { unit, scheme }: TableOfUnit): WorkDescription {
  const record = readWork({ row: 0, cells }, scheme, unit);
  const { former, named } = record.reading;
  const ofPast = former === null ? null : `${former.type} ${former.name} ${former.unit}`;
  return {
    subject: workSubject(record) || ofPast,
    successor: former?.successor === undefined ? null : communeSubject(former.successor),
    words: titleKey(record.title).split(" "),
    wordsBeside: () => {
      const title = cleanText(record.title);
      return titleKey(named ? `${title.slice(0, named.start)} ${title.slice(named.end)}` : title).split(" ");
    },
    otherCells: () => contentKey({ ...cells, title: null }),
  };
}

/** By whom they are about, where both say so: then their titles may differ. Else by the words of their titles. */
function likenessOfWorks(before: WorkDescription, now: WorkDescription): Likeness | null {
  if (before.subject !== null && now.subject !== null) {
    if (before.subject === now.subject) {
      return { share: 1, isSure: sharedWords(before.words, now.words) > 0 };
    }
    return before.successor === now.subject ? likenessOfSuccessor(before, now) : null;
  }
  if (mostShared(before.words, now.words) < ALIKE) return null;
  const share = sharedWords(before.words, now.words);
  return share >= ALIKE ? { share, isSure: true } : null;
}

/**
 * A district is asked to put a commune of the past into the name of today, and then means the same work. But that commune may
 * have a book of its own as well: nothing else can be meant only where all the other cells are the same.
 */
function likenessOfSuccessor(before: WorkDescription, now: WorkDescription): Likeness | null {
  const share = sharedWords(before.wordsBeside(), now.wordsBeside());
  if (share < ALIKE) return null;
  return { share: ALIKE * share, isSure: before.otherCells() === now.otherCells() };
}

/**
 * Share of the words that two titles have in common but for slips of the pen, from 0 to 1. Words that only one of them adds
 * lessen it; where each has a word of its own in place of the other's, they are titles of two works, and it is 0: "Lịch sử
 * Công an huyện Hạ Lang" is not "Lịch sử Quân sự huyện Hạ Lang".
 */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [restOfA, restOfB] = [without(a, b), without(b, a)];
  const slips = Math.min(restOfA.length, restOfB.length);
  for (let index = 0; index < slips; index += 1) {
    if (!isSlip(restOfA[index] ?? "", restOfB[index] ?? "")) return 0;
  }
  return (2 * (a.length - restOfA.length + slips)) / (a.length + b.length);
}

/** What they share at most, as one is longer. */
function mostShared(a: readonly string[], b: readonly string[]): number {
  return (2 * Math.min(a.length, b.length)) / (a.length + b.length);
}

/** Words of a list that another one has not as often. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const rest = [...others];
  return words.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Letters of a syllable that is long enough for one of them to be a slip. */
const LONG_ENOUGH = 3;
const NUMERAL = /\d|^[ivx]+$/;

/** True when a syllable lacks its marks, or is one letter off. */
function isSlip(a: string, b: string): boolean {
  const distance = editDistance(a, b, 1);
  if (distance < 1) return true;
  return (
    distance === 1 && Math.min(a.length, b.length) >= LONG_ENOUGH && !NUMERAL.test(a) && !NUMERAL.test(b)
  );
}
