/** The column of a reply, beside the form, that says what is to be done in each row. It is ours, not the unit's. */
import { cellAt } from "./grid";
import type { LocatedForm } from "./forms/locate";

export const REPLY_COLUMN_HEADING = "Kết quả soát";

/** True for that column of a reply that was sent back. */
export function isReplyColumn({ grid, headerBottom }: LocatedForm, column: number): boolean {
  return cellAt(grid, headerBottom, column) === REPLY_COLUMN_HEADING;
}
