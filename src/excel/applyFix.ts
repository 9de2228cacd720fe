/** Corrections of single cells, kept so that they can be taken back. */
import type { CellValue } from "../domain/grid";
import type { CellContent } from "../layout/sheetSpec";
import { cellSnapshot, cellStroke } from "./cells";
import { CheckedChanged } from "./placedErrors";
import { DATE_FORMAT, GENERAL_FORMAT, TEXT_FORMAT } from "./contents";
import { cellValue } from "./readOpenWorkbook";
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
  /** What the cell held when it was checked, as it was read then: it is the one to be corrected only as long as it still does. */
  readonly checked: CellValue;
  /** A string is written as text, whatever it looks like. */
  readonly value: CellContent;
}

/**
 * Writes corrections, all or none, in two syncs; the token takes all of them back. Texts stay texts; a number or
 * a date gets a number format that shows it where the cell's own would not. Rejects with `CheckedChanged` when a cell is
 * no longer what was checked, with `ChangeError` when Excel refuses to write (a locked cell: `AccessDenied`), with an
 * Office.js error when it cannot read.
 */
export async function applyFixes(fixes: readonly CellFix[]): Promise<CellsToken> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const ranges = fixes.map(({ sheet, address }) =>
      workbook.worksheets.getItem(sheet).getRange(address).load("values,formulas,numberFormat")
    );
    await context.sync();
    const changed = fixes.filter(({ checked }, index) => !holds(ranges[index], checked));
    if (changed.length > 0) throw new CheckedChanged(changed);
    const cells = ranges.flatMap((range, index) => {
      const fix = fixes[index];
      return fix ? [{ ...cellSnapshot(fix.sheet, fix.address, range), written: fix.value }] : [];
    });
    const token: CellsToken = { kind: "cells", cells };
    const strokes = fixes.map(({ sheet, address, value }, index) => {
      const present = cells[index]?.format ?? GENERAL_FORMAT;
      const after = { sheet, address, content: value, format: formatFor(value, present) };
      return cellStroke(workbook, after, present);
    });
    try {
      await sendStrokes(context, strokes);
    } catch (error) {
      throw await takeBack(token, error);
    }
    return token;
  });
}

/** True when the loaded cell holds what was checked. */
function holds(range: Excel.Range | undefined, checked: CellValue): boolean {
  const now = cellValue(range?.values[0]?.[0], String(range?.numberFormat[0]?.[0] ?? GENERAL_FORMAT));
  return JSON.stringify(now) === JSON.stringify(checked);
}

/** A number must not be shown as a day or kept as text, nor a day as a number. */
function formatFor(value: CellContent, format: string): string {
  const isDay = typeof value === "object" && value !== null && "date" in value;
  if (isDay) return isDateFormat(format) ? format : DATE_FORMAT;
  const misleading = format === TEXT_FORMAT || isDateFormat(format);
  return typeof value === "number" && misleading ? GENERAL_FORMAT : format;
}
