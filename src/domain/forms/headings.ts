/** What a heading means: the column of a form, however it is spelled, shortened or put. */
import type { FormColumn, FormSpec } from "../../schemes/types";
import { plainWords } from "../text/normalize";
import { remembering } from "../text/remembering";
import { type HeadingGlance, headingGlance, tellingWord } from "./headingWords";

/** Texts of a few hundred rows: each is looked at for one form after the other. */
const MOST_TEXTS = 5_000;

/** Headings of one form, ready to be looked up. */
export interface Vocabulary {
  readonly form: FormSpec;
  /** By key; a heading as printed ranks 0, a synonym 1. */
  readonly known: ReadonlyMap<string, HeadingMatch>;
  readonly keywords: readonly Keywords[];
  /** Words to leave out in front: "Mức độ hoàn thành: Đã xuất bản". */
  readonly groups: readonly string[];
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Keys of headings that only other tables have. */
  readonly foreign: ReadonlySet<string>;
  /** Every word of any heading: most cells of a sheet are none, and one strange word tells. */
  readonly words: ReadonlySet<string>;
  readonly glance: HeadingGlance;
  /** What a text means, remembered: the cells of a column repeat, and so do the headings of many files. */
  readonly match: (text: string) => HeadingMatch | null;
}

export interface HeadingMatch {
  readonly column: FormColumn;
  /** The smaller, the surer: 0 as printed, 1 a synonym, 2 by its words. */
  readonly rank: number;
}

interface Keywords {
  readonly column: FormColumn;
  readonly phrases: readonly string[];
  readonly besides: ReadonlySet<string>;
}

/** Forms are constants: each is prepared once. */
const prepared = new WeakMap<FormSpec, Vocabulary>();

/** What the headings of a form may say. */
export function vocabularyOf(form: FormSpec): Vocabulary {
  const vocabulary = prepared.get(form) ?? prepare(form);
  prepared.set(form, vocabulary);
  return vocabulary;
}

function prepare(form: FormSpec): Vocabulary {
  const abbreviations = new Map(
    Object.entries(form.abbreviations ?? {}).map(([short, long]) => [plainWords(short), plainWords(long)])
  );
  const inFull = (text: string): string => expanded(plainWords(text), abbreviations);
  const known = new Map<string, HeadingMatch>();
  const words = new Set(Array.from(abbreviations.keys()));
  const learn = (text: string): void =>
    inFull(text)
      .split(" ")
      .forEach((word) => words.add(word));
  for (const column of form.columns) {
    [column.title, ...column.synonyms].forEach((heading, index) => {
      const key = keyOf(inFull(heading));
      learn(heading);
      words.add(key);
      if (!known.has(key)) known.set(key, { column, rank: Math.min(index, 1) });
    });
  }
  form.columns.forEach(({ keywords, group }) =>
    [...(keywords?.anyOf ?? []), ...(keywords?.besides ?? []), group ?? ""].forEach(learn)
  );
  const glance = headingGlance(plainWords, words, [...known.keys()]);
  const look = remembering(
    (text) => (mayBeHeading(text, vocabulary) ? lookUp(readingsOf(text, vocabulary), vocabulary) : null),
    MOST_TEXTS
  );
  const vocabulary: Vocabulary = {
    form,
    known,
    words,
    glance,
    match: remembering(
      (text) => (glance.mayBeHeading(text) ? look(text.replace(LONG_NUMBERS, "000")) : null),
      MOST_TEXTS
    ),
    keywords: form.columns.flatMap((column) =>
      column.keywords === undefined
        ? []
        : [
            {
              column,
              phrases: column.keywords.anyOf.map(inFull),
              besides: new Set(column.keywords.besides.flatMap((text) => plainWords(text).split(" "))),
            },
          ]
    ),
    groups: [...new Set(form.columns.flatMap(({ group }) => (group === undefined ? [] : [inFull(group)])))],
    abbreviations,
    foreign: new Set((form.otherTables ?? []).map((heading) => keyOf(inFull(heading)))),
  };
  return vocabulary;
}

/** The column that a heading stands for; null when it stands for none. */
export function matchHeading(text: string, vocabulary: Vocabulary): HeadingMatch | null {
  return text.length <= LONGEST_HEADING ? vocabulary.match(text) : null;
}

/** No heading has such a number, so that all are alike to it: a table may have a document number in each of its rows. */
const LONG_NUMBERS = /\d{3,}/g;

/** True for a text that is a heading of any of the forms. */
export function isHeading(text: string, vocabularies: readonly Vocabulary[]): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const word = tellingWord(text);
  if (word === null) return false;
  for (const vocabulary of vocabularies) {
    if (word !== "" && !vocabulary.glance.mayBegin(word)) continue;
    if (matchHeading(text, vocabulary) !== null) return true;
  }
  return false;
}

/** Longer texts are no headings. */
const LONGEST_HEADING = 120;
/** Letters typed apart make words of one letter. */
const LETTERS_APART = /^(?:\p{L} )+\p{L}$/u;

function mayBeHeading(text: string, { words }: Vocabulary): boolean {
  if (!/\p{L}/u.test(text)) return false;
  const plain = plainWords(text.replace(REMARKS, " "));
  const isKnown = (word: string): boolean => words.has(word) || /^\d+$/.test(word);
  return plain.split(" ").every(isKnown) || words.has(keyOf(plain)) || LETTERS_APART.test(plain);
}

function lookUp(readings: readonly string[], vocabulary: Vocabulary): HeadingMatch | null {
  for (const words of readings) {
    const match = vocabulary.known.get(keyOf(words));
    if (match) return match;
  }
  for (const words of readings) {
    const fitting = vocabulary.keywords.filter((keywords) => consistsOf(words, keywords));
    const [only] = fitting;
    if (only && fitting.length === 1) return { column: only.column, rank: 2 };
  }
  return null;
}

/** True for a heading that only another table has: "Người ký" in a register of documents. */
export function isForeign(text: string, vocabulary: Vocabulary): boolean {
  return readingsOf(text, vocabulary).some((words) => vocabulary.foreign.has(keyOf(words)));
}

/** Likeness of a heading to a column's headings, 0 to 1, for proposing what could be meant. */
export function likeness(text: string, column: FormColumn): number {
  const pairs = letterPairs(keyOf(plainWords(text)));
  return Math.max(
    ...[column.title, ...column.synonyms].map((heading) =>
      dice(pairs, letterPairs(keyOf(plainWords(heading))))
    )
  );
}

/** Spaces are left out too: "T T", "Sốvăn bản". */
function keyOf(words: string): string {
  return words.replaceAll(" ", "");
}

const REMARKS = /\([^()]*\)|\[[^[\]]*\]/g;

/** The heading itself; without remarks in brackets; without a number or the group's name in front. */
function readingsOf(text: string, vocabulary: Vocabulary): readonly string[] {
  const inFull = (part: string): string => expanded(plainWords(part), vocabulary.abbreviations);
  const whole = inFull(text);
  const withoutRemarks = inFull(text.replace(REMARKS, " "));
  const readings = [whole, withoutRemarks].flatMap((words) => [
    words,
    words.replace(/^\d{1,2} /, ""),
    ...vocabulary.groups.flatMap((group) =>
      words.startsWith(`${group} `) ? [words.slice(group.length + 1)] : []
    ),
  ]);
  return [...new Set(readings)].filter((words) => words !== "");
}

function expanded(words: string, abbreviations: ReadonlyMap<string, string>): string {
  return words
    .split(" ")
    .map((word) => abbreviations.get(word) ?? word)
    .join(" ");
}

/** True when the words are one of the phrases and, besides, only words that change nothing. */
function consistsOf(words: string, { phrases, besides }: Keywords): boolean {
  return phrases.some((phrase) => {
    const at = ` ${words} `.indexOf(` ${phrase} `);
    if (at < 0) return false;
    const others = `${words.slice(0, at)} ${words.slice(at + phrase.length)}`.split(" ");
    return others.every((word) => word === "" || /^\d+$/.test(word) || besides.has(word));
  });
}

function letterPairs(key: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
