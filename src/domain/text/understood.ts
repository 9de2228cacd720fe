/** How much of a long cell is looked at. */

/** Characters: nobody writes as many into a cell of a form. Excel allows sixteen times more, in each cell of a table. */
const MOST_UNDERSTOOD = 2_000;

/** What of a text is understood: all of it, of very long ones the beginning. */
export function understoodPart(text: string): string {
  return text.length <= MOST_UNDERSTOOD ? text : text.slice(0, MOST_UNDERSTOOD);
}

/** The key of a text by which it is compared: of a very long one that of its beginning, and the rest of it as it is. */
export function keyOfLong(text: string, keyOf: (part: string) => string): string {
  const part = understoodPart(text);
  return part === text ? keyOf(text) : keyOf(part) + text.slice(part.length);
}
