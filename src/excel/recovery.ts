/** A drawing that was left half-way (Excel closed, the connection gone) is taken back when the workbook is next used. */
import { findRecord, readRecord, removalStroke, sheetsOf } from "./record";
import { sendStrokes } from "./requests";
import type { DrawToken } from "./tokens";
import { undoDraw } from "./undo";

/** What recovering will do. Both lists are empty where the drawing stopped before it changed anything. */
export interface Recovery {
  /** Sheets that get back what they held before. */
  readonly restored: readonly string[];
  /** Sheets that were not there before and are removed. */
  readonly removed: readonly string[];
}

/**
 * What was left half-way in the open workbook; null when nothing was: one sync. Rejects with Office.js errors and
 * with `RecordUnreadable`.
 */
export async function findRecovery(): Promise<Recovery | null> {
  return Excel.run(async (context) => {
    const found = findRecord(context.workbook);
    await context.sync();
    if (sheetsOf(found).length === 0) return null;
    if (found.whole.isNullObject) return { restored: [], removed: [] };
    const { replaced, added } = await readRecord(context, found.whole);
    return { restored: replaced.map(({ name }) => name), removed: added.map(({ name }) => name) };
  });
}

/**
 * Takes back what was left half-way: the workbook is as before the drawing. Does nothing where nothing was left, and
 * can be repeated when it was itself interrupted. Rejects like `findRecovery`.
 */
export async function recover(): Promise<void> {
  const token = await recordedToken();
  if (token) await undoDraw(token);
}

/** Removes a record that cannot be read: the sheets stay as they are, and drawing is possible again. Rejects with Office.js errors. */
export async function dropRecovery(): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const found = findRecord(context.workbook);
    await context.sync();
    await sendStrokes(context, [removalStroke(sheetsOf(found))]);
  });
}

/** The token of a whole record; what there is of a record that never became whole is removed. */
async function recordedToken(): Promise<DrawToken | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const found = findRecord(context.workbook);
    await context.sync();
    if (!found.whole.isNullObject) return readRecord(context, found.whole);
    const left = sheetsOf(found);
    if (left.length > 0) await sendStrokes(context, [removalStroke(left)]);
    return null;
  });
}
