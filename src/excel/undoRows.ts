/** Takes back rows that were filled in or put in. It can be done twice, and after a change that stopped half-way. */
import { areaAddress, type Area, cellAddress } from "../domain/grid";
import type { CellContent } from "../layout/sheetSpec";
import { type Place, WrittenChanged } from "./placedErrors";
import { contentOf, isUndoable, sameContent } from "./contents";
import { contentStrokes } from "./drawSheet";
import { AREA_PROPERTIES, areaOf, rangeOf } from "./ranges";
import { readCells, type RawCells } from "./readCells";
import { sendStrokes, strokeOfCalls, type Stroke } from "./requests";
import type { BlockSnapshot, InsertedRows, RowsToken } from "./tokens";

type Contents = readonly (readonly CellContent[])[];

/**
 * Takes back all of it or nothing. False when nothing of it is there. Rejects with `WrittenChanged` when something else is
 * where it was written, and with Office.js errors.
 */
export async function undoRows({ sheet: name, filled, inserted }: RowsToken): Promise<boolean> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const around = inserted && areaAround(inserted);
    const whole = inserted && usedOfRows(sheet, inserted);
    // By itself: a response of cells that is too large is asked for again in parts, and what came with it is lost.
    if (whole) await context.sync();
    const areas = [...filled.map(({ area }) => area), ...(around ? [around] : [])];
    const read = await readCells(
      context,
      areas.map((area) => ({ sheet, area })),
      "formulas"
    );
    const now = read.map(contentsOf);
    const changed = filled.flatMap((block, index) => changedCells(name, block, now[index] ?? []));
    if (changed.length > 0) throw new WrittenChanged(changed);
    const restored = filled.flatMap((block) => restoreStrokes(sheet, block));
    const removal =
      inserted && around
        ? removalOf(sheet, name, inserted, besideFilled(around, now[filled.length] ?? [], filled))
        : [];
    const beside = inserted && whole && removal.length > 0 ? besideTable(whole, inserted) : [];
    if (beside.length > 0) {
      throw new WrittenChanged(beside.map((area) => ({ sheet: name, address: areaAddress(area) })));
    }
    await sendStrokes(context, [...restored, ...removal]);
    return removal.length > 0 || filled.some((block, index) => holdsAnyOf(block, now[index] ?? []));
  });
}

function holdsAnyOf({ written }: BlockSnapshot, now: Contents): boolean {
  return written.some((row, r) =>
    row.some((content, c) => content !== null && sameContent(now[r]?.[c] ?? null, content))
  );
}

function contentsOf({ values, formulas }: RawCells): Contents {
  return values.map((row, r) => row.map((value, c) => contentOf(value, formulas[r]?.[c])));
}

/** A formula that was left alone is not looked at: it follows the rows. */
function changedCells(
  sheet: string,
  { area, contents, written }: BlockSnapshot,
  now: Contents
): readonly Place[] {
  return written.flatMap((row, r) =>
    row.flatMap((content, c) => {
      const before = contents[r]?.[c] ?? null;
      if (content === null && isFormula(before)) return [];
      return isUndoable(now[r]?.[c] ?? null, { before, written: content ?? before })
        ? []
        : [{ sheet, address: cellAddress(area.top + r, area.left + c) }];
    })
  );
}

function isFormula(content: CellContent): boolean {
  return typeof content === "object" && content !== null && "formula" in content;
}

/** Cells that were left alone are so again. */
function restoreStrokes(
  sheet: Excel.Worksheet,
  { area, contents, written, formats, formatted }: BlockSnapshot
): readonly Stroke[] {
  const restored = contents.map((row, r) =>
    row.map((content, c) => ((written[r]?.[c] ?? null) === null ? null : (content ?? "")))
  );
  const { constants, formulas } = contentStrokes(sheet, area, restored, formats, !formatted);
  return [...constants, ...formulas];
}

/** So many rows above and below are searched for rows that have moved. */
const NEAR = 10;

function areaAround({ top, count, left, right }: InsertedRows): Area {
  return { top: Math.max(0, top - NEAR), left, bottom: top + count + NEAR, right };
}

/** What is filled in the rows that were put in, over all columns of the sheet: they are taken out whole. */
function usedOfRows(sheet: Excel.Worksheet, { top, count, left, right }: InsertedRows): Excel.Range {
  const rows = rangeOf(sheet, { top, left, bottom: top + count - 1, right }).getEntireRow();
  return rows.getUsedRangeOrNullObject(true).load(AREA_PROPERTIES);
}

/** The parts of it that are not the table's: somebody wrote there since. */
function besideTable(used: Excel.Range, { left, right }: InsertedRows): readonly Area[] {
  if (used.isNullObject) return [];
  const area = areaOf(used);
  return [
    { ...area, right: Math.min(area.right, left - 1) },
    { ...area, left: Math.max(area.left, right + 1) },
  ].filter((part) => part.left <= part.right);
}

/** Rows as they are, by their zero-based place on the sheet; null for those that were filled in, which look alike. */
type RowAt = (row: number) => readonly CellContent[] | null | undefined;

function besideFilled({ top }: Area, now: Contents, filled: readonly BlockSnapshot[]): RowAt {
  const isFilled = (row: number): boolean => filled.some(({ area }) => area.top <= row && row <= area.bottom);
  return (row) => (isFilled(row) ? null : now[row - top]);
}

/** Removes the rows when they are there as they were put in, wholly or in part. */
function removalOf(
  sheet: Excel.Worksheet,
  name: string,
  rows: InsertedRows,
  rowAt: RowAt
): readonly Stroke[] {
  const { top, count, left, right } = rows;
  const area = { top, left, bottom: top + count - 1, right };
  switch (stateOf(rows, rowAt)) {
    case "there":
      return [strokeOfCalls(1, () => rangeOf(sheet, area).getEntireRow().delete("Up"))];
    case "gone":
      return [];
    case "changed":
      throw new WrittenChanged([{ sheet: name, address: areaAddress(area) }]);
  }
}

/**
 * Rows that are as they were written are there; so are blank ones above the row that stood there before, which a change
 * that stopped half-way leaves behind. They are gone only where they stand nowhere near: rows taken out above move them up.
 */
function stateOf(rows: InsertedRows, rowAt: RowAt): "there" | "gone" | "changed" {
  const { top, count, contents, below } = rows;
  const inserted = Array.from({ length: count }, (_, index) => rowAt(top + index) ?? []);
  const arePartly = inserted.every((row, r) =>
    row.every((content, c) => content === null || sameContent(content, contents[r]?.[c] ?? null))
  );
  const areBlank = inserted.every(isBlankRow);
  if (arePartly && !areBlank) return "there";
  const knowsBelow = !isBlankRow(below);
  const isBelow = (row: readonly CellContent[]): boolean =>
    knowsBelow
      ? below.every((content, c) => content === null || sameContent(content, row[c] ?? null))
      : row.every((content) => content === null || typeof content === "object");
  if (areBlank && knowsBelow && isBelow(rowAt(top + count) ?? [])) return "there";
  return isBelow(rowAt(top) ?? []) && !haveMoved(rows, rowAt) ? "gone" : "changed";
}

/** True when the rows stand a little higher or lower, as far as was read. */
function haveMoved({ top, contents }: InsertedRows, rowAt: RowAt): boolean {
  const steps = Array.from({ length: NEAR }, (_, index) => index + 1);
  const places = steps.flatMap((step) => [top - step, top + step]);
  return places
    .filter((first) => rowAt(first) !== undefined)
    .some((first) =>
      contents.every((row, r) => {
        const now = rowAt(first + r);
        return now === undefined || (now !== null && isSameRow(row, now));
      })
    );
}

function isSameRow(written: readonly CellContent[], now: readonly CellContent[]): boolean {
  return written.every((content, c) => sameContent(content, now[c] ?? null));
}

function isBlankRow(row: readonly CellContent[]): boolean {
  return row.every((content) => content === null);
}
