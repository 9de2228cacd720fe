/** What a reply adds to the forms: a column beside each that says what is to be done in a row, and a list of it all. */
import { cellAt } from "./grid";
import type { LocatedForm } from "./forms/locate";

/** The sheet of a reply that lists what the unit is asked to change; it is ours too. */
export const REPLY_LIST_SHEET = "Đề nghị chỉnh sửa";

export const REPLY_COLUMN_HEADING = "Kết quả soát";

/** True for that column of a reply that was sent back. */
export function isReplyColumn({ grid, headerBottom }: LocatedForm, column: number): boolean {
  return cellAt(grid, headerBottom, column) === REPLY_COLUMN_HEADING;
}
