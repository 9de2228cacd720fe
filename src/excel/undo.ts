/** Taking back. Every part can be done twice without harm, and after a change that stopped half-way. */
import { cellSnapshot, cellStroke, formatStroke } from "./cells";
import { isUndoable, sameContent } from "./contents";
import { WrittenChanged } from "./placedErrors";
import { findRecord, keepRecord, removalStroke, sheetsOf, type FoundRecord } from "./record";
import { removeSheet } from "./removeSheet";
import { sendStrokes, strokeOfCalls, type Stroke } from "./requests";
import { openSheets, restoreStrokes } from "./snapshot";
import type { CellSnapshot, CellsToken, DrawToken, PropertiesToken, UndoToken } from "./tokens";
import { undoRows } from "./undoRows";

/** A change that failed; its `cause` is what Office.js reported. */
export class ChangeError extends Error {
  /** Null: the workbook is as before. Else taking back failed too, and this is what to try it with again. */
  readonly undo: UndoToken | null;

  constructor(cause: unknown, undo: UndoToken | null) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "ChangeError";
    this.undo = undo;
  }
}

/** Takes back what a failed change has done so far. Returns the error to throw; never rejects. */
export async function takeBack(token: UndoToken, cause: unknown): Promise<ChangeError> {
  try {
    await undo(token);
    return new ChangeError(cause, null);
  } catch {
    return new ChangeError(cause, token);
  }
}

/** Removes the record of a drawing that failed before it changed anything. Returns the error to throw. */
export async function dropRecord(token: DrawToken, cause: unknown): Promise<ChangeError> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const found = findRecord(context.workbook);
      await context.sync();
      await sendStrokes(context, [removalStroke(sheetsOf(found))]);
    });
    return new ChangeError(cause, null);
  } catch {
    return new ChangeError(cause, token);
  }
}

/**
 * Puts back what was before. While the user types in a cell, Excel waits for the end of it where it can. False when cells or
 * rows hold nothing of what was written: it was taken back already, or it has moved. Rejects with Office.js errors
 * (`describeExcelError`), and with `WrittenChanged` where they hold something else by now.
 */
export async function undo(token: UndoToken): Promise<boolean> {
  switch (token.kind) {
    case "draw":
      await undoDraw(token);
      return true;
    case "cells":
      return undoCells(token);
    case "properties":
      await undoProperties(token);
      return true;
    case "rows":
      return undoRows(token);
  }
}

/**
 * Removes the sheets that a drawing added and restores those that it replaced, names and properties too. Of a
 * recoverable drawing the record is there until the last stroke: undoing can be interrupted too.
 */
export async function undoDraw(token: DrawToken): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { workbook } = context;
    const found = await findDrawn(context, token);
    const record = token.recoverable ? await keptRecord(context, found.record, token) : [];
    const opened = await openSheets(context, found.replaced.filter(isThere));
    const restored = token.replaced.map((snapshot, index) => {
      const open = opened.find(({ sheet }) => sheet === found.replaced[index]);
      return restoreStrokes(workbook, open, snapshot);
    });
    const { made, isWhole } = madeSheets(found.added);
    const calls = 2 * token.names.length + 2 * token.properties.length + 3 * token.added.length;
    await sendStrokes(context, [
      ...restored.flatMap(({ body }) => body),
      strokeOfCalls(calls, () => {
        if (isWhole) {
          restoreNames(token, found.names);
          restoreProperties(workbook, token, found.properties);
        }
        if (isThere(found.active)) found.active.activate();
        made.filter(isThere).forEach(removeSheet);
      }),
      ...restored.flatMap(({ formulas }) => formulas),
      ...restored.flatMap(({ finish }) => finish),
      removalStroke(record),
    ]);
  });
}

/** The sheets of the token's record, which is written where it is missing. */
async function keptRecord(
  context: Excel.RequestContext,
  found: FoundRecord,
  token: DrawToken
): Promise<readonly Excel.Worksheet[]> {
  return found.whole.isNullObject ? [await keepRecord(context, found, token)] : sheetsOf(found);
}

interface FoundSheet {
  readonly named: Excel.Worksheet;
  /** Under the name that it has until it gets its own. */
  readonly unnamed: Excel.Worksheet;
}

interface Drawn {
  readonly added: readonly FoundSheet[];
  readonly replaced: readonly Excel.Worksheet[];
  readonly active: Excel.Worksheet;
  readonly names: readonly Excel.NamedItem[];
  readonly properties: readonly Excel.CustomProperty[];
  readonly record: FoundRecord;
}

/** What of a drawing is still there; one sync. */
async function findDrawn(context: Excel.RequestContext, token: DrawToken): Promise<Drawn> {
  const { names, worksheets, properties } = context.workbook;
  const sheetNamed = (name: string) => worksheets.getItemOrNullObject(name).load("name");
  const drawn: Drawn = {
    added: token.added.map(({ name, madeAs }) => ({
      named: sheetNamed(name),
      unnamed: sheetNamed(madeAs),
    })),
    replaced: token.replaced.map(({ name }) => sheetNamed(name)),
    active: sheetNamed(token.activeSheet),
    names: token.names.map(({ name }) => names.getItemOrNullObject(name).load("name")),
    properties: token.properties.map(({ key }) => properties.custom.getItemOrNullObject(key).load("key")),
    record: findRecord(context.workbook),
  };
  await context.sync();
  return drawn;
}

/**
 * The sheets that the drawing has made, where they are still there. They are made before anything else, one after the other:
 * where one has not got its name, somebody else's sheet has it, and nothing else was done.
 */
function madeSheets(added: readonly FoundSheet[]): {
  readonly made: readonly Excel.Worksheet[];
  readonly isWhole: boolean;
} {
  const refused = added.findIndex(({ unnamed }) => isThere(unnamed));
  if (refused < 0) return { made: added.map(({ named }) => named), isWhole: true };
  return {
    made: added.slice(0, refused + 1).map(({ named, unnamed }) => (isThere(unnamed) ? unnamed : named)),
    isWhole: false,
  };
}

function isThere(object: OfficeExtension.ClientObject): boolean {
  return !object.isNullObject;
}

function restoreNames(token: DrawToken, found: readonly Excel.NamedItem[]): void {
  found.forEach((item, index) => {
    const formula = token.names[index]?.formula ?? null;
    if (item.isNullObject) return;
    if (formula === null) item.delete();
    else item.formula = formula;
  });
}

function restoreProperties(
  workbook: Excel.Workbook,
  token: Pick<DrawToken, "properties">,
  found: readonly Excel.CustomProperty[]
): void {
  token.properties.forEach(({ key, value }, index) => {
    if (value !== null) workbook.properties.custom.add(key, value);
    else
      found
        .slice(index, index + 1)
        .filter(isThere)
        .forEach((property) => property.delete());
  });
}

/** Puts back custom properties; two syncs. */
export async function undoProperties(token: PropertiesToken): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const { workbook } = context;
    const { custom } = workbook.properties;
    const found = token.properties.map(({ key }) => custom.getItemOrNullObject(key).load("key"));
    await context.sync();
    restoreProperties(workbook, token, found);
    await context.sync();
  });
}

/**
 * Puts back what of cells is not as it was; the rest is left alone, for it may be locked. Rejects with `WrittenChanged`, and
 * puts back nothing, when a cell holds neither what was written nor what was there before. Returns as `undo` does.
 */
export async function undoCells(token: CellsToken): Promise<boolean> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { workbook } = context;
    const ranges = token.cells.map(({ sheet, address }) =>
      workbook.worksheets.getItem(sheet).getRange(address).load("values,formulas,numberFormat")
    );
    await context.sync();
    const cells = token.cells.flatMap((before, index) => {
      const range = ranges[index];
      return range ? [{ before, now: cellSnapshot(before.sheet, before.address, range) }] : [];
    });
    const changed = cells.filter(
      ({ before: { content, written }, now }) => !isUndoable(now.content, { before: content, written })
    );
    if (changed.length > 0) throw new WrittenChanged(changed.map(({ now }) => now));
    await sendStrokes(
      context,
      cells.flatMap(({ before, now }) => restoreCell(workbook, before, now))
    );
    return cells.some(({ before, now }) => sameContent(now.content, before.written));
  });
}

function restoreCell(workbook: Excel.Workbook, before: CellSnapshot, now: CellSnapshot): readonly Stroke[] {
  const sameContent = JSON.stringify(before.content) === JSON.stringify(now.content);
  if (sameContent) return before.format === now.format ? [] : [formatStroke(workbook, before)];
  return [cellStroke(workbook, before, now.format)];
}
