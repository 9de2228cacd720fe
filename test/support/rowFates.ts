/** What becomes of the rows of a sheet. */
import { locateForms } from "../../src/domain/forms/locate";
import { type FormRows, readRows } from "../../src/domain/forms/readRows";
import { endOfRows } from "../../src/domain/forms/tableEnds";
import type { Grid } from "../../src/domain/grid";
import { deAn02 } from "../../src/schemes";

/** Every form of a sheet with its rows. */
export function readForms(
  sheet: Grid
): readonly (FormRows & { readonly form: string; readonly top: number })[] {
  const located = locateForms(sheet, deAn02.forms);
  return located.map((form) => ({
    form: form.form.id,
    top: form.headerTop,
    ...readRows(form, endOfRows(form, located)),
  }));
}

/** Sheet rows read, and those left out with the reason. */
export function fates(sheet: Grid, at = 0): readonly [rows: readonly number[], leftOut: readonly string[]] {
  const { rows = [], leftOut = [] } = readForms(sheet)[at] ?? {};
  return [rows.map(({ row }) => row), leftOut.map(({ row, reason }) => `${row} ${reason}`)];
}

/** From top to bottom "row", or why it is none; blank rows are not told. */
export function fatesInOrder(sheet: Grid): readonly string[] {
  const { rows = [], leftOut = [] } = readForms(sheet)[0] ?? {};
  return [
    ...rows.map(({ row }) => ({ row, fate: "row" })),
    ...leftOut.map(({ row, reason }) => ({ row, fate: reason })),
  ]
    .sort((a, b) => a.row - b.row)
    .map(({ fate }) => fate);
}
