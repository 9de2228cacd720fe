/**
 * Letters and their marks put together and taken apart, in a time that grows no faster than the text. Putting the marks of
 * one letter in order takes a time that grows with their square, and while it lasts nothing can end it.
 */

/** Combining marks in a row that some text in use may have: the Stream-Safe Text Format of Unicode (UAX #15) allows as many. */
export const MOST_MARKS = 30;

const TOO_MANY_MARKS = new RegExp(`(?<!\\p{M})\\p{M}{${MOST_MARKS + 1}}`, "u");

/** NFC. A text that heaps marks upon a letter stays as it is: it is in no language, and no name equals it. */
export function composed(text: string): string {
  return heapsMarks(text) ? text : text.normalize("NFC");
}

/** NFD. A text that heaps marks upon a letter stays as it is. */
export function decomposed(text: string): string {
  return heapsMarks(text) ? text : text.normalize("NFD");
}

/** True for a text with more than `MOST_MARKS` combining marks in a row. */
export function heapsMarks(text: string): boolean {
  // Every text is asked. A run that is too long cannot pass between two characters that are so far apart.
  for (let index = MOST_MARKS; index < text.length; index += MOST_MARKS + 1) {
    if (mayBeMark(text.charCodeAt(index))) return TOO_MANY_MARKS.test(text);
  }
  return false;
}

/** False for ASCII, the letters of Vietnamese, dashes and quotation marks, among which there are no marks. */
function mayBeMark(code: number): boolean {
  return code >= 0x300 && (code < 0x1e00 || code >= 0x20d0);
}
