/** Texts of cells as a file can hold them. */

/** Error values, as an alternation for expressions. */
export const ERROR_VALUES = "#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!)";

const ERROR_VALUE = new RegExp(`^${ERROR_VALUES}$`);

export function isErrorValue(value: unknown): boolean {
  return typeof value === "string" && ERROR_VALUE.test(value);
}

/**
 * `_x0041_` is how the format writes characters that XML forbids; text that looks like it must be escaped itself. The
 * library reads both back.
 */
export function storableText(text: string): string {
  return (
    text
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
      // eslint-disable-next-line no-control-regex -- those are what XML forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, escaped)
  );
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
