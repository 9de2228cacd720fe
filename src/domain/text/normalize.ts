/** Vietnamese text made comparable. None of these functions is for display: the user's text is never changed silently. */
import { composed, decomposed } from "./composing";
import { foldedKey, foldedPlain, foldedWords, isPlainlyClean } from "./folding";
import { remembering } from "./remembering";

const NO_BREAK_SPACES = /[\u00a0\u2007\u202f]/g;
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/g;
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const WHITE_SPACE = /\s+/g;
/** Eth, typed for Đ on some keyboards. */
const ETH = /[\u00d0\u00f0]/g;
const EITHER_ETH = /[\u00d0\u00f0]/;
const INVISIBLE = /[\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff]/;
/** Anything that `cleanText` changes in a composed text. */
const UNCLEAN = /[^\S ]|^ | $| {2}|[\u00d0\u00f0\u200b-\u200d\u2060\ufeff]/;
/** Anything that `cleanText` leaves something of. */
const SHOWN = /[^\s\u200b-\u200d\u2060\ufeff]/;
const ASCII = /^[\0-\x7f]*$/;
const COMBINING = /[\u0300-\u036f]/;

/** A text as it should be stored: NFC, ordinary spaces, no zero-width characters, Ð as Đ; line breaks and spaces stay. */
export function tidyText(text: string): string {
  return composed(text).replace(NO_BREAK_SPACES, " ").replace(ZERO_WIDTH, "").replace(ETH, ethAsD).trim();
}

/** True when letters stand beside their marks instead of in one character. */
export function isDecomposed(text: string): boolean {
  return COMBINING.test(text) && composed(text) !== text;
}

/** True when the text has no-break spaces or characters of no width. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** True when Ð (eth) stands for Đ. */
export function hasEth(text: string): boolean {
  return EITHER_ETH.test(text);
}

/** NFC, ordinary spaces only, no zero-width characters, white space folded and trimmed, Ð as Đ. Case and tones stay. */
export function cleanText(text: string): string {
  // Most cells are clean, and every cell comes here several times.
  if (isPlainlyClean(text)) return text;
  const inLetters = composed(text);
  if (!UNCLEAN.test(inLetters)) return inLetters;
  return inLetters
    .replace(NO_BREAK_SPACES, " ")
    .replace(ZERO_WIDTH, "")
    .replace(ETH, ethAsD)
    .replace(WHITE_SPACE, " ")
    .trim();
}

/** True for a text of which `cleanText` leaves nothing. */
export function showsNothing(text: string): boolean {
  return !SHOWN.test(text);
}

function ethAsD(letter: string): string {
  return letter === "\u00d0" ? "Đ" : "đ";
}

/**
 * Key under which two spellings of one name are equal: `cleanText`, lower case, and the tone mark moved to the end of
 * its word, so that uỷ = ủy, hoà = hòa, thuỷ = thủy. Distinct tones stay distinct.
 */
export function comparisonKey(text: string): string {
  return foldedKey(text) ?? comparisonKeyByWords(text);
}

function comparisonKeyByWords(text: string): string {
  return cleanText(text).toLowerCase().split(" ").map(toneLast).join(" ");
}

/** `comparisonKey` reduced to words: punctuation is dropped, dashes separate words. */
export function wordKey(text: string): string {
  return foldedWords(text) ?? comparisonKey(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, " "));
}

/** Words without case, tones, marks of letters and punctuation: people type headings in every manner. */
export function plainWords(text: string): string {
  return foldedPlain(text) ?? plainWordsByPatterns(text);
}

function plainWordsByPatterns(text: string): string {
  const bare = decomposed(text).replace(/\p{M}/gu, "").toLowerCase();
  return bare
    .replace(/[đð]/g, "d")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Different words of a whole province's tables. */
const MOST_WORDS = 20_000;

const toneLast = remembering((word) => {
  if (ASCII.test(word)) return word;
  const inMarks = decomposed(word);
  const tones = inMarks.match(TONE_MARKS);
  if (!tones) return word;
  return composed(inMarks.replace(TONE_MARKS, "")) + tones.join("");
}, MOST_WORDS);

/** True when `words` contains `fragment` as whole words; both are `wordKey`s. */
export function containsWords(words: string, fragment: string): boolean {
  return ` ${words} `.includes(` ${fragment} `);
}
