/** Corrections of single cells, kept so that they can be taken back. */
import type { CellContent } from "../layout/sheetSpec";
import { cellSnapshot, cellStroke } from "./cells";
import { DATE_FORMAT, GENERAL_FORMAT, TEXT_FORMAT } from "./contents";
import { sendStrokes } from "./requests";
import { isDateFormat } from "./serialDates";
import type { CellsToken } from "./tokens";
import { takeBack } from "./undo";

/** A correction of one cell. */
export interface CellFix {
  /** Sheet name. */
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly address: string;
  /** A string is written as text, whatever it looks like. */
  readonly value: CellContent;
}

/** Writes one correction; see `applyFixes`. */
export function applyFix(sheet: string, address: string, value: CellContent): Promise<CellsToken> {
  return applyFixes([{ sheet, address, value }]);
}

/**
 * Writes corrections, all or none, in two syncs; the token takes all of them back. Texts stay texts; a number or
 * a date gets a number format that shows it where the cell's own would not. Rejects with `ChangeError` when
 * Excel refuses to write (a locked cell: `AccessDenied`), with an Office.js error when it cannot read.
 */
export async function applyFixes(fixes: readonly CellFix[]): Promise<CellsToken> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const ranges = fixes.map(({ sheet, address }) =>
      workbook.worksheets.getItem(sheet).getRange(address).load("values,formulas,numberFormat")
    );
    await context.sync();
    const cells = ranges.flatMap((range, index) => {
      const fix = fixes[index];
      return fix ? [{ ...cellSnapshot(fix.sheet, fix.address, range), written: fix.value }] : [];
    });
    const token: CellsToken = { kind: "cells", cells };
    const strokes = fixes.map(({ value, ...place }, index) => {
      const present = cells[index]?.format ?? GENERAL_FORMAT;
      return cellStroke(workbook, { ...place, content: value, format: formatFor(value, present) }, present);
    });
    try {
      await sendStrokes(context, strokes);
    } catch (error) {
      throw await takeBack(token, error);
    }
    return token;
  });
}

/** A number must not be shown as a day or kept as text, nor a day as a number. */
function formatFor(value: CellContent, format: string): string {
  const isDay = typeof value === "object" && value !== null && "date" in value;
  if (isDay) return isDateFormat(format) ? format : DATE_FORMAT;
  const misleading = format === TEXT_FORMAT || isDateFormat(format);
  return typeof value === "number" && misleading ? GENERAL_FORMAT : format;
}
