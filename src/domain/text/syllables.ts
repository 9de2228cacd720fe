/** Whether a word can be a Vietnamese syllable: initial, rhyme and tone. Used to tell right from wrong decodings. */
import { composed, decomposed } from "./composing";

const INITIALS = "ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx]";
/** Rhymes without tone marks, by their first vowel. */
const RHYMES =
  "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|e(?:c|m|n|ng|o|p|t)?|" +
  "ê(?:ch|m|n|nh|p|t|u|ng)?|i(?:a|ch|m|n|nh|p|t|u)?|iê(?:c|m|n|ng|p|t|u)|o(?:c|i|m|n|ng|p|t)?|oong|ooc|" +
  "oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:n|o|t)?|ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|" +
  "u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|uê(?:ch|nh)?|uơ|uy(?:a|ch|n|nh|p|t|u)?|uyê(?:n|t)|uô(?:c|i|m|n|ng|t)|" +
  "ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)|y(?:ê(?:m|n|t|u))?";
const SYLLABLE = new RegExp(`^(?:${INITIALS})?(?:${RHYMES})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** More of them take longer and tell no more. */
const WORDS_THAT_TELL = 1000;
const ABBREVIATION = /^[\p{Lu}]{2,}[\p{L}]?$/u;

/** True for a Vietnamese syllable in any case, or an abbreviation in capitals (`UBND`, `ĐA`). */
export function couldBeVietnamese(word: string): boolean {
  const tones = decomposed(word).match(TONES)?.length ?? 0;
  if (tones > 1) return false;
  const bare = composed(decomposed(word.toLowerCase()).replace(TONES, ""));
  return SYLLABLE.test(bare) || (tones === 0 && ABBREVIATION.test(word));
}

/**
 * Share of the first words of a text that could be Vietnamese, 0 to 1; 0 for a text without words. Signs such as § and ¶
 * count as letters of a word: in a text of a legacy font they are.
 */
export function shareOfVietnamese(text: string): number {
  const words = text
    .split(/[^\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/u)
    .filter((word) => word !== "")
    .slice(0, WORDS_THAT_TELL);
  if (words.length === 0) return 0;
  return words.filter(couldBeVietnamese).length / words.length;
}
