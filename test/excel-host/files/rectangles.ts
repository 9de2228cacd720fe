/** Cells joined into rectangles. */
import type { Area } from "../spreadsheet/spreadsheet";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Disjoint rectangles that cover exactly these cells: runs of a row, joined with equal ones below. */
export function joinedAreas(cells: readonly Place[]): readonly Area[] {
  const done: Area[] = [];
  const open = new Map<string, Area>();
  for (const run of runsOf(cells)) {
    const key = `${run.left}:${run.right}`;
    const above = open.get(key);
    if (above && above.bottom === run.top - 1) {
      open.set(key, { ...above, bottom: run.top });
    } else {
      done.push(...(above ? [above] : []));
      open.set(key, run);
    }
  }
  return [...done, ...open.values()];
}

/** Neighbours in a row, from the top down. */
function runsOf(cells: readonly Place[]): readonly Area[] {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column - 1) {
      runs[runs.length - 1] = { ...last, right: column };
    } else {
      runs.push({ top: row, bottom: row, left: column, right: column });
    }
  }
  return runs;
}
