/** Hints that the selection or the cells are other ones. They come late and together: whoever gets one looks anew. */

/** `selection`: another cell or sheet is selected; `cells`: something was changed, by anybody. */
export type EntryHint = "selection" | "cells";

/** Begins to listen; two syncs. The result ends it and never rejects. Rejects with Office.js errors. */
export async function watchEntry(onHint: (hint: EntryHint) => void): Promise<() => Promise<void>> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const tell = (hint: EntryHint) => async (): Promise<void> => onHint(hint);
    const handlers = [
      worksheets.onSelectionChanged.add(tell("selection")),
      worksheets.onActivated.add(tell("selection")),
      worksheets.onChanged.add(tell("cells")),
      worksheets.onDeleted.add(tell("cells")),
    ];
    await context.sync();
    return async () => {
      try {
        handlers.forEach((handler) => handler.remove());
        await context.sync();
      } catch {
        // Excel is closing or lost: no hint will come any more.
      }
    };
  });
}
