/** Whether a workbook that is about to be written could be read again: it is read when the next reports come. */
import type { CellContent, WorkbookSpec } from "../layout/sheetSpec";
import { MAX_CELLS, MAX_CHARACTERS, MAX_FILLED_ROWS } from "./limits";

/** True when its rows, cells and texts are within what `readWorkbook` takes, see `boundedSheets`. */
export function isReadableAgain({ sheets }: WorkbookSpec): boolean {
  let rows = 0;
  let cells = 0;
  let characters = 0;
  for (const block of sheets.flatMap(({ blocks }) => blocks)) {
    rows += block.rows.length;
    for (const row of block.rows) {
      // What stands to the left of a block counts, too.
      cells += Math.max(1, block.left + row.length);
      for (const content of row) characters += lengthOf(content);
    }
  }
  return rows <= MAX_FILLED_ROWS && cells <= MAX_CELLS && characters <= MAX_CHARACTERS;
}

function lengthOf(content: CellContent): number {
  if (typeof content === "string") return content.length;
  if (typeof content !== "object" || content === null) return 0;
  if ("runs" in content) return content.runs.reduce((sum, { text }) => sum + text.length, 0);
  return "result" in content && typeof content.result === "string" ? content.result.length : 0;
}
