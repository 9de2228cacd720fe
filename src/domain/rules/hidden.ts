/** Which rows and columns of a sheet are hidden: very many tables may ask, and very many may be. */

/** Sheets are never changed, and those that differ in a row share what is hidden. */
const known = new WeakMap<readonly number[], ReadonlySet<number>>();

/** The hidden rows, or columns, of a sheet as a set, made once. */
export function setOfHidden(hidden: readonly number[]): ReadonlySet<number> {
  const set = known.get(hidden) ?? new Set(hidden);
  known.set(hidden, set);
  return set;
}
