/** The words of tables repeat: what was found for one is kept for the next. */

/** Longer texts hardly repeat. */
const LONGEST = 120;

/**
 * A pure function of text that keeps its results for short texts, at most `most` of them; when they are full it begins
 * anew, so that no table makes them grow.
 */
export function remembering<T>(find: (text: string) => T, most: number): (text: string) => T {
  const found = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return find(text);
    const known = found.get(text);
    if (known !== undefined) return known;
    if (found.size >= most) found.clear();
    const result = find(text);
    found.set(text, result);
    return result;
  };
}
