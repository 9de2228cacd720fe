/** What a terminal would obey, and what would break lines or turn them round: much that is printed comes from files. */
const OBEYED = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** Those of them that stand between words. */
const BLANKS: ReadonlySet<string> = new Set(["\t", "\n", "\v", "\f", "\r", "\u0085", "\u2028", "\u2029"]);

/** One line as it may be printed: blanks are blanks, and all else that is obeyed is the sign of what cannot be shown. */
export function printable(line: string): string {
  return line.replace(OBEYED, (character) => (BLANKS.has(character) ? " " : "\ufffd"));
}

/** What of them JSON itself leaves as it is. */
const LEFT_BY_JSON = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that says the same, and may be shown on a terminal. */
export function printableJson(json: string): string {
  return json.replace(
    LEFT_BY_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
