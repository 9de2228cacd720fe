/** Characters of a cell that messages repeat: those of the longest titles. */
const MOST_CHARACTERS = 300;
const HALF_CHARACTER = /[\ud800-\udbff]$/;

/** The text of a cell as messages repeat it: of a long one the beginning, with an ellipsis. */
export function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  return `${text.slice(0, MOST_CHARACTERS).replace(HALF_CHARACTER, "").trimEnd()}…`;
}
