/** Columns that are named span by span, however often the same ones. */

export interface ColumnSpans {
  /** Zero-based. What lies beyond the sheet is left out. */
  readonly add: (first: number, last: number) => void;
  /** From left to right, each once. */
  readonly columns: () => readonly number[];
}

/** @param count columns that the format knows */
export function columnSpans(count: number): ColumnSpans {
  // Spans that begin less spans that ended: a million spans over all columns cost no more than a million short ones.
  const changes = new Int32Array(count + 1);
  return {
    add: (first, last) => {
      if (first >= count || last < first) return;
      changes[first]! += 1;
      changes[Math.min(last, count - 1) + 1]! -= 1;
    },
    columns: () => {
      const covered: number[] = [];
      let open = 0;
      for (let column = 0; column < count; column++) {
        open += changes[column]!;
        if (open > 0) covered.push(column);
      }
      return covered;
    },
  };
}
