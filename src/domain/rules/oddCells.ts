/** Cells that hold an error, and texts with characters that look like others or like nothing: nearly all rows have none. */
import type { FormRow } from "../forms/readRows";
import type { TableText } from "../text/tableTexts";
import type { TableHit } from "./rule";

/** Marks beside their letters, spaces that do not break, characters of no width, and eth. */
const ODD = /[\u0300-\u036f\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff\u00d0\u00f0]/;

interface OddCells {
  readonly errors: readonly TableHit[];
  /** A cell merged over several rows once. Document numbers have rules of their own. */
  readonly texts: readonly TableText[];
}

/** Several rules ask of the same rows. */
const known = new WeakMap<readonly FormRow[], OddCells>();

/** The odd cells in the rows of a table. */
export function oddCells(rows: readonly FormRow[]): OddCells {
  const cells = known.get(rows) ?? findOddCells(rows);
  known.set(rows, cells);
  return cells;
}

function findOddCells(rows: readonly FormRow[]): OddCells {
  const errors: TableHit[] = [];
  const texts: TableText[] = [];
  for (const { row, cells, merged } of rows) {
    for (const column in cells) {
      const value = cells[column];
      if (typeof value === "string") {
        if (column === "number" || !ODD.test(value) || merged?.includes(column) === true) continue;
        texts.push({ row, column, text: value });
      } else if (typeof value === "object" && value?.kind === "error") errors.push({ row, column });
    }
  }
  return { errors, texts };
}
