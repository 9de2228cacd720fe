/** How far apart two spellings of a name are. */
import { decomposed } from "../text/composing";
import { remembering } from "../text/remembering";

const MARKS = /\p{M}/gu;
/** Half an edit: the letters are right and only marks are wrong or missing. */
const MARKS_ONLY = 0.5;

/**
 * Edits between two `nameKey`s: letters put in, left out, replaced or swapped with their neighbour. Names that differ
 * by their marks alone ("an lac", "ân lạc") are half an edit apart. Above `limit` the answer is only "more".
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  // Most pairs, and all that a text without end is part of. Marks are no letters of their own in a key.
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  if (bare(a) === bare(b)) return MARKS_ONLY;
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const swapped =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(beforePrevious, column - 2) + 1
          : Infinity;
      current.push(Math.min(replaced, swapped, at(previous, column) + 1, at(current, column - 1) + 1));
    }
    if (Math.min(...current) > limit) return Infinity;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(distances: readonly number[], index: number): number {
  return distances[index] ?? Infinity;
}

/** Names of a province, and those that are compared with them. */
const MOST_NAMES = 5_000;

/** Letters without any marks: "đàm thuỷ" → "dam thuy". */
const bare = remembering((key) => decomposed(key).replace(MARKS, "").replaceAll("đ", "d"), MOST_NAMES);
