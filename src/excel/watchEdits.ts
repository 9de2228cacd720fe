/** Listens to what happens to the sheets. What is heard is a hint to look again, never a fact. */
import type { Edit } from "./editedAreas";

/** Cells that may have changed; `everything` when more than cells may have. */
export type Hint = Edit | "everything";

/** Ends the listening; rejects with Office.js errors, after which nothing is heard either. */
export type StopWatching = () => Promise<void>;

/**
 * Tells every edit, by whomever (the user, a co-author, a formula, this add-in itself), until it is stopped. One sync.
 * Rejects with Office.js errors (`describeExcelError`).
 */
export async function watchEdits(onHint: (hint: Hint) => void): Promise<StopWatching> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  let listening = true;
  const tell = (hint: Hint): Promise<void> => {
    if (listening) onHint(hint);
    return Promise.resolve();
  };
  const tellEdit = ({ worksheetId, address }: { worksheetId: string; address: string }): Promise<void> =>
    tell(address === "" ? "everything" : { sheetId: worksheetId, address });
  const tellAll = (): Promise<void> => tell("everything");
  const handlers = [
    worksheets.onChanged.add((event) => (event.changeType === "RangeEdited" ? tellEdit(event) : tellAll())),
    worksheets.onCalculated.add(tellEdit),
    // Number formats make dates of numbers.
    worksheets.onFormatChanged.add(tellEdit),
    worksheets.onRowSorted.add(tellAll),
    worksheets.onColumnSorted.add(tellAll),
    worksheets.onRowHiddenChanged.add(tellAll),
    worksheets.onAdded.add(tellAll),
    worksheets.onDeleted.add(tellAll),
  ];
  await context.sync();
  return async () => {
    listening = false;
    handlers.forEach((handler) => handler.remove());
    await context.sync();
  };
}
