/** A title as words that can be compared, each with its place in the text. */
import { cleanText, wordKey } from "../text/normalize";

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
  /** `cleanText` of the title; the places of the words are places in it. */
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
const TOWN_LAST = TOWN[1] ?? "";

/** Key under which the spellings of one name are equal: `wordKey` with a final y after a consonant as i. */
export function nameKey(text: string): string {
  return keysOf(text).join(" ");
}

/** `nameKey` word by word. */
export function keysOf(text: string): readonly string[] {
  const words = wordKey(text);
  return words === "" ? [] : words.split(" ").map((word) => word.replace(FINAL_Y, "$1i"));
}

/** Splits a title and writes out its abbreviations: "LSĐB X. An Lạc" has the words of "lịch sử Đảng bộ xã An Lạc". */
export function titleWords(title: string): TitleWords {
  const text = cleanText(title);
  const keys = keysOf(text);
  const matches = [...text.matchAll(WORD)];
  const words: TitleWord[] = [];
  for (let index = 0; index < matches.length; index += 1) {
    const match = matches[index];
    const key = keys[index];
    if (!match || key === undefined) break;
    const spelledTown = key === "t" && (keys[index + 1] === "t" || keys[index + 1] === TOWN_LAST);
    if (spelledTown) index += 1;
    const last = matches[index] ?? match;
    const end = last.index + last[0].length;
    const next = matches[index + 1];
    const endsPhrase = next !== undefined && !WITHIN_PHRASE.test(text.slice(end, next.index));
    const capital = CAPITAL.test(match[0]);
    const written = spelledTown ? TOWN : writtenOut(key, words[words.length - 1]?.key);
    written.forEach((part, position) =>
      words.push({
        key: part,
        start: match.index,
        end,
        capital,
        endsPhrase: endsPhrase && position === written.length - 1,
      })
    );
  }
  return { text, words, mixedCase: SMALL.test(text) };
}

function writtenOut(key: string, before: string | undefined): readonly string[] {
  const long = ABBREVIATIONS.get(key);
  const isNumeral = key === "x" && before !== undefined && BEFORE_NUMERAL.has(before);
  return long && !isNumeral ? long : [key];
}
