/** Texts with characters that look like others or like nothing: nearly all cells have none. */
import type { FormRow } from "../forms/readRows";
import type { TableText } from "../text/tableTexts";

/** Marks beside their letters, spaces that do not break, characters of no width, and eth. */
const ODD = /[\u0300-\u036f\u00a0\u2007\u202f\u200b-\u200d\u2060\ufeff\u00d0\u00f0]/;

/** Several rules ask of the same rows. */
const known = new WeakMap<readonly FormRow[], readonly TableText[]>();

/** Such texts in the rows of a table; a cell merged over several rows once. Document numbers have rules of their own. */
export function oddTexts(rows: readonly FormRow[]): readonly TableText[] {
  const texts = known.get(rows) ?? findOddTexts(rows);
  known.set(rows, texts);
  return texts;
}

function findOddTexts(rows: readonly FormRow[]): readonly TableText[] {
  const texts: TableText[] = [];
  for (const { row, cells, merged } of rows) {
    for (const column of Object.keys(cells)) {
      const text = cells[column];
      if (typeof text !== "string" || column === "number" || !ODD.test(text)) continue;
      if (merged?.includes(column) !== true) texts.push({ row, column, text });
    }
  }
  return texts;
}
