/** In what the numbers of the funds column count. */
import { cellAt } from "../grid";
import { cleanText } from "../text/normalize";
import { unitOfHeading } from "../values/money";
import type { LocatedForm } from "./locate";

const UNIT_NOTE =
  /(?:đơn vị(?: tính)?|đvt|đv tính)\s*[:.]?\s*((?:triệu|nghìn|ngàn|tỷ|tỉ|tr\.?\s?đ|1[.,]?000|đồng|đ).*)$/iu;
/** "Đơn vị tính: triệu đồng" stands close above a table. */
const ROWS_ABOVE = 3;

/**
 * Đồng per plain number of the funds column: as its heading says, else as a note above the table says ("ĐVT: triệu
 * đồng"), else 1.
 */
export function fundsUnitOf(located: LocatedForm): number {
  const heading = located.columns["funds"]?.heading ?? "";
  const unit = unitOfHeading(heading);
  if (unit !== 1 || /\(\s*(?:đồng|đ)\s*\)/iu.test(heading)) return unit;
  return unitOfHeading(noteAbove(located));
}

function noteAbove({ grid, headerTop }: LocatedForm): string {
  for (let row = headerTop - 1; row >= Math.max(grid.top, headerTop - ROWS_ABOVE); row -= 1) {
    for (const [index] of (grid.values[row - grid.top] ?? []).entries()) {
      const value = cellAt(grid, row, grid.left + index);
      const note = typeof value === "string" ? UNIT_NOTE.exec(cleanText(value))?.[1] : undefined;
      if (note !== undefined) return note;
    }
  }
  return "";
}
