/** A title as words that can be compared, each with its place in the text. */
import { isOfWord } from "../text/folding";
import { cleanText, wordKey } from "../text/normalize";
import { remembering } from "../text/remembering";
import { understoodPart } from "../text/understood";

export interface TitleWord {
  /** Comparison key: see `nameKey`. */
  readonly key: string;
  /** Place in the cleaned text; the words of one abbreviation share it. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** A comma, bracket, dash, colon … stands between this word and the next one. */
  readonly endsPhrase: boolean;
}

export interface TitleWords {
  /** `cleanText` of what is understood of the title; the places of the words are places in it. */
  readonly text: string;
  readonly words: readonly TitleWord[];
  /** True when the text has both cases, so that a capital says something. */
  readonly mixedCase: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Between two words of one phrase: a space, or the full stop of an abbreviation. */
const WITHIN_PHRASE = /^[\s.]*$/;
const CAPITAL = /^\p{Lu}/u;
const SMALL = /\p{Ll}/u;
/** Sỹ and Sĩ, Quý and Quí, Mỹ and Mĩ are spellings of one syllable. */
const FINAL_Y = /([hklmst]|qu)y(?=\P{L}*$)/u;

const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ["lsđb", "lịch sử đảng bộ"],
    ["lsdb", "lịch sử đảng bộ"],
    ["ls", "lịch sử"],
    ["đb", "đảng bộ"],
    ["bnsk", "biên niên sự kiện"],
    ["bch", "ban chấp hành"],
    ["x", "xã"],
    ["p", "phường"],
    ["tt", "thị trấn"],
    ["ttr", "thị trấn"],
    ["h", "huyện"],
    ["tp", "thành phố"],
    ["tx", "thị xã"],
  ].map(([short = "", long = ""]) => [wordKey(short), keysOf(long)] as const)
);
/** "Thế kỷ X", "lần thứ X", "tập X": a Roman ten, no xã. */
const BEFORE_NUMERAL: ReadonlySet<string> = new Set(keysOf("kỷ thứ khóa tập quyển phần chương kỳ nhiệm"));
const TOWN = keysOf("thị trấn");
const TOWN_ENDS: ReadonlySet<string> = new Set(["t", TOWN[1] ?? ""]);

/** Key under which the spellings of one name are equal: `wordKey` with a final y after a consonant as i. */
export function nameKey(text: string): string {
  return keysOf(text).join(" ");
}

/** `nameKey` word by word. */
export function keysOf(text: string): readonly string[] {
  const words = wordKey(text);
  return words === "" ? [] : words.split(" ").map(withFinalI);
}

function withFinalI(word: string): string {
  return word.includes("y") ? word.replace(FINAL_Y, "$1i") : word;
}

/** Whoever reads a title looks back from its words: those behind belong to no title, and would take ever longer. */
const MOST_WORDS_OF_TITLE = 500;

/** Splits a title and writes out its abbreviations: "LSĐB X. An Lạc" has the words of "lịch sử Đảng bộ xã An Lạc". */
export function titleWords(title: string): TitleWords {
  const text = cleanText(understoodPart(title));
  const places = (placesOfWords(text) ?? placesByPattern(text)).slice(0, 2 * MOST_WORDS_OF_TITLE);
  const words: TitleWord[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const start = places[index] ?? 0;
    const { key, capital, long } = wordAt(text, places, index);
    const isTown = key === "t" && TOWN_ENDS.has(wordAt(text, places, index + 2).key);
    if (isTown) index += 2;
    const end = places[index + 1] ?? start;
    const endsPhrase = breaksPhrase(text, end, places[index + 2]);
    const parts = isTown ? TOWN : isNumeral(key, words[words.length - 1]?.key) ? null : long;
    if (parts === null) {
      words.push({ key, start, end, capital, endsPhrase });
      continue;
    }
    parts.forEach((part, position) => {
      const isLast = position === parts.length - 1;
      words.push({ key: part, start, end, capital, endsPhrase: endsPhrase && isLast });
    });
  }
  return { text, words, mixedCase: SMALL.test(text) };
}

/** Where words begin and end, one after the other; null for a text that only the pattern can split. */
function placesOfWords(text: string): readonly number[] | null {
  const places: number[] = [];
  let isInside = false;
  for (let index = 0; index < text.length; index += 1) {
    const isOf = isOfWord(text.charCodeAt(index));
    if (isOf === null) return null;
    if (isOf !== isInside) places.push(index);
    isInside = isOf;
  }
  if (isInside) places.push(text.length);
  return places;
}

function placesByPattern(text: string): readonly number[] {
  return Array.from(text.matchAll(WORD)).flatMap(({ index, 0: word }) => [index, index + word.length]);
}

function wordAt(text: string, places: readonly number[], index: number): KnownWord {
  const word = text.slice(places[index] ?? text.length, places[index + 1] ?? text.length);
  // Numbers hardly repeat.
  return DIGITS.test(word) ? { key: word, capital: false, long: null } : known(word);
}

const DIGITS = /^\d+$/;

interface KnownWord {
  readonly key: string;
  readonly capital: boolean;
  /** The words that it stands for as an abbreviation; null for a word that is none. */
  readonly long: readonly string[] | null;
}

/** Different words of the titles of a whole province. */
const MOST_WORDS = 20_000;

/** What there is to know of a word by itself. */
const known = remembering((word): KnownWord => {
  const key = keysOf(word)[0] ?? "";
  return { key, capital: CAPITAL.test(word), long: ABBREVIATIONS.get(key) ?? null };
}, MOST_WORDS);

/** True when something other than spaces and full stops stands between a word and the place where the next one begins. */
function breaksPhrase(text: string, end: number, next: number | undefined): boolean {
  if (next === undefined) return false;
  const isOneSpace = next === end + 1 && text[end] === " ";
  return !isOneSpace && !WITHIN_PHRASE.test(text.slice(end, next));
}

/** "Thế kỷ X": a Roman ten. */
function isNumeral(key: string, before: string | undefined): boolean {
  return key === "x" && before !== undefined && BEFORE_NUMERAL.has(before);
}
