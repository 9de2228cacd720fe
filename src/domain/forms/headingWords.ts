/** Nearly all cells of a sheet are no headings, and one of their first words tells. */
import { remembering } from "../text/remembering";

/** Different words of the cells of a few hundred rows, the numbers among them. */
const MOST_WORDS = 5_000;

/** What a piece of text between spaces and punctuation means to headings. */
interface Piece {
  /** True when headings have its words. */
  readonly known: boolean;
  readonly hasLetters: boolean;
  /** True when a heading may go on without a space: "Sốvăn bản", "T T". */
  readonly begins: boolean;
}

/** Neither letters nor digits, whatever else: "–". */
const NOTHING: Piece = { known: true, hasLetters: false, begins: false };
const NUMBER: Piece = { known: true, hasLetters: false, begins: false };
const WORD: Piece = { known: true, hasLetters: true, begins: false };
/** How most words of tables are. */
const STRANGE: Piece = { known: false, hasLetters: true, begins: false };

/** Quick looks at what stands in cells. */
export interface HeadingGlance {
  /** False for a text that can be no heading. */
  readonly mayBeHeading: (text: string) => boolean;
  /** False for a word that no heading has as its first, numbers aside; see `tellingWord`. */
  readonly mayBegin: (word: string) => boolean;
}

/**
 * Quick looks at a text: false when it can be no heading.
 * @param plain words without case and marks, separated by single spaces
 * @param words all words that headings have
 * @param keys whole headings without spaces
 */
export function headingGlance(
  plain: (text: string) => string,
  words: ReadonlySet<string>,
  keys: readonly string[]
): HeadingGlance {
  const pieceOf = remembering((text): Piece => {
    const inPlain = plain(text);
    if (inPlain === "") return NOTHING;
    const key = inPlain.replaceAll(" ", "");
    const hasLetters = !/^\d+$/.test(key);
    const isKnown = (word: string): boolean => words.has(word) || /^\d+$/.test(word);
    const known = isKnown(key) || inPlain.split(" ").every(isKnown);
    const begins = keys.some((heading) => heading.length > key.length && heading.startsWith(key));
    if (begins) return { known, hasLetters, begins };
    if (!known) return STRANGE;
    return hasLetters ? WORD : NUMBER;
  }, MOST_WORDS);

  const mayBeHeading = (text: string): boolean => {
    let first = NOTHING;
    let hasLetters = false;
    for (let from = 0; from < text.length; from += 1) {
      const end = endOfPiece(text, from);
      if (end > from) {
        // Numbers hardly repeat, and mean nothing to headings.
        const piece = isNumber(text, from, end) ? NUMBER : pieceOf(text.slice(from, end));
        if (first === NOTHING) first = piece;
        if (!piece.known) return first.begins && mayGoOn(pieceOf(text.slice(0, end)));
        hasLetters ||= piece.hasLetters;
      }
      if (isBracket(text.charCodeAt(end))) return true;
      from = end;
    }
    return hasLetters;
  };
  return {
    mayBeHeading,
    mayBegin: (word) => {
      const { known, begins } = pieceOf(word);
      return known || begins;
    },
  };
}

/**
 * What of a text tells first whether it may be a heading of any form: its first word. Null for a text without letters, which
 * is none; `""` where something in brackets comes before.
 */
export function tellingWord(text: string): string | null {
  for (let from = 0; from < text.length; from += 1) {
    const end = endOfPiece(text, from);
    if (end > from && !isNumber(text, from, end)) return text.slice(from, end);
    if (isBracket(text.charCodeAt(end))) return "";
    from = end;
  }
  return null;
}

function mayGoOn({ known, begins }: Piece): boolean {
  return known || begins;
}

/** Where the letters and digits from a place on end; all that is not ASCII counts as letters. */
function endOfPiece(text: string, from: number): number {
  let end = from;
  while (end < text.length && isLetterOrDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isNumber(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

function isLetterOrDigit(code: number): boolean {
  return code > 0x7f || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What stands in brackets may be a remark, which tells nothing. */
function isBracket(code: number): boolean {
  return code === 0x28 || code === 0x29 || code === 0x5b || code === 0x5d;
}
