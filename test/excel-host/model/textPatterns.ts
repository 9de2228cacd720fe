/** Texts with Excel's wildcards: `*` any text, `?` any character, `~` takes the meaning from the next one. */

/** Whether the whole text fits the pattern, in whatever letter case. */
export function matchesPattern(text: string, pattern: string): boolean {
  return new RegExp(`^${patternSource(pattern)}$`, "isu").test(text);
}

/** The source of a regular expression for the pattern. */
function patternSource(pattern: string): string {
  return pattern.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}/-]/gu, (piece) => {
    if (piece === "*") {
      return ".*";
    }
    return piece === "?" ? "." : `\\${piece.at(-1) ?? ""}`;
  });
}
