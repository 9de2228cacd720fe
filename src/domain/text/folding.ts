/**
 * Texts of ASCII and Vietnamese letters, as almost all are, made comparable in one pass over their characters. For any
 * other text the answer is null, and `normalize.ts` goes the long way to the same result.
 */
import { composed } from "./composing";

/** By character: the one that stands for it in a key, a space where words end, `NOTHING`; 0 where only the long way knows. */
type Folds = Uint16Array;

/** Up to here go the dashes and quotation marks of General Punctuation. */
const END = 0x2070;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
const TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323";
const OTHER_VIETNAMESE = "ăâđêôơư";
const BARE_LETTERS = "aadeoou";
const TONED = "aăâeêioôơuưy";

/** `comparisonKey` of a text, or null. */
export function foldedKey(text: string): string | null {
  return folded(text, WITH_SIGNS);
}

/** `wordKey` of a text, or null. */
export function foldedWords(text: string): string | null {
  return folded(text, WORDS_ONLY);
}

/** `plainWords` of a text, or null. */
export function foldedPlain(text: string): string | null {
  return folded(text, PLAIN_WORDS, NO_TONES);
}

/** True for a character of a word, false for one between words; null where only the long way can say. */
export function isOfWord(code: number): boolean | null {
  if (code >= END) return null;
  const fold = WORDS_ONLY[code] ?? 0;
  return fold === 0 ? null : fold !== SPACE;
}

/** True for a text that `cleanText` leaves as it is; false where only the long way can say. */
export function isPlainlyClean(text: string): boolean {
  let before = SPACE;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === SPACE ? before === SPACE : !isPlainCharacter(code)) return false;
    before = code;
  }
  return before !== SPACE || text === "";
}

/** Visible ASCII, Latin letters without eth, those of Vietnamese, dashes, quotation marks: always composed, never blank. */
export function isPlainCharacter(code: number): boolean {
  if (code < 0x7f) return code > SPACE;
  if (code < 0x1b1) return code >= 0xc0 && code !== 0xd0 && code !== 0xf0;
  return (code >= 0x1ea0 && code <= 0x1ef9) || isDashOrQuotationMark(code);
}

function isDashOrQuotationMark(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

/** Letters and digits, by character: small and without tone. */
const LETTERS: Folds = new Uint16Array(END);
/** The tone marks of the letters that have one. */
const TONES = new Uint16Array(END);

for (const letter of `abcdefghijklmnopqrstuvwxyz0123456789${OTHER_VIETNAMESE}`) add(letter, letter, "");
for (const vowel of TONED) for (const tone of TONE_MARKS) add(composed(vowel + tone), vowel, tone);

function add(letter: string, bare: string, tone: string): void {
  for (const written of [letter, letter.toUpperCase()]) {
    LETTERS[written.charCodeAt(0)] = bare.charCodeAt(0);
    if (tone !== "") TONES[written.charCodeAt(0)] = tone.charCodeAt(0);
  }
}

/** Signs stay, but for those that `cleanText` makes spaces. */
const WITH_SIGNS: Folds = LETTERS.map((letter, code) => {
  if (letter !== 0) return letter;
  if (code === NO_BREAK_SPACE || code === SPACE || (code >= 0x09 && code <= 0x0d)) return SPACE;
  return (code > SPACE && code < 0x7f) || isDashOrQuotationMark(code) ? code : 0;
});
/** No sign is part of a word. */
const WORDS_ONLY: Folds = LETTERS.map((letter, code) => {
  if (letter !== 0) return letter;
  return code < 0x80 || code === NO_BREAK_SPACE || code >= 0x2000 ? SPACE : 0;
});

/** Stands for nothing in a key. */
const NOTHING = 1;
/** Nor is a mark part of a letter, whether it is written in it, beside it or, as in keys, behind its word. */
const PLAIN_WORDS: Folds = WORDS_ONLY.map((letter, code) => {
  if (code >= 0x300 && code <= 0x36f) return NOTHING;
  return letter < 0x80
    ? letter
    : BARE_LETTERS.charCodeAt(OTHER_VIETNAMESE.indexOf(String.fromCharCode(letter)));
});
const NO_TONES = new Uint16Array(END);

/** Longer texts go the long way. */
const LONGEST = 500;
/** Written anew for each text: a key of its own array would cost more than finding it. */
const key = new Array<number>(2 * LONGEST).fill(0);
const tonesOfWord = new Array<number>(LONGEST).fill(0);

function folded(text: string, folds: Folds, tonesOf: Folds = TONES): string | null {
  if (text.length > LONGEST) return null;
  let length = 0;
  let tones = 0;
  let isBetweenWords = false;
  let isSame = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const fold = code < END ? (folds[code] ?? 0) : 0;
    if (fold === 0) return null;
    isSame &&= fold === code;
    if (fold === NOTHING) continue;
    if (fold === SPACE) {
      isBetweenWords = true;
      continue;
    }
    if (isBetweenWords && length > 0) {
      length = withTones(length, tones);
      tones = 0;
      key[length++] = SPACE;
    }
    isBetweenWords = false;
    key[length++] = fold;
    const tone = tonesOf[code] ?? 0;
    if (tone !== 0) tonesOfWord[tones++] = tone;
  }
  length = withTones(length, tones);
  return isSame && length === text.length ? text : String.fromCharCode(...key.slice(0, length));
}

/** Writes the tones of a word behind it. @returns the length of the key with them */
function withTones(length: number, tones: number): number {
  for (let index = 0; index < tones; index += 1) key[length + index] = tonesOfWord[index] ?? 0;
  return length + tones;
}
