/** Words only: Excel leaves such text as it is when the cell is edited. */
const PLAIN_WORDS = /^(?!(?:true|false)$)\p{L}[\p{L}\p{M}\s,.;:()–-]*$/iu;

/**
 * The number format that keeps a text what it is: `@` for everything that Excel would take for a formula, a number or a
 * date when the cell is next edited, `undefined` for plain words. Both renderers use it where a style sets no format.
 */
export function textNumberFormat(text: string): "@" | undefined {
  return PLAIN_WORDS.test(text) ? undefined : "@";
}
