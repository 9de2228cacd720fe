/** What all sheets of a workbook together may hold: many that are each within bounds would still fill all memory. */
import type { CellValue, Grid } from "../domain/grid";
import { heapsMarks } from "../domain/text/composing";
import { FileFault } from "./fileErrors";
import {
  MAX_CELL_TEXT,
  MAX_CELLS,
  MAX_CHARACTERS,
  MAX_ERROR_CODE,
  MAX_FILLED_ROWS,
  MAX_MERGED_CELLS,
  MAX_MERGES,
  MAX_SHEET_NAME,
  MAX_ZIP_ENTRIES,
} from "./limits";

/**
 * Collects sheets, which should come one after the other as they are read: the first one too many ends it.
 * Throws `FileFault`: `tooManyParts`, `tooManyCells`, `tooManyRows`, `tooManyMerges`, `mergesOverlap`, `textTooLong`,
 * `heapedMarks`, `tooMuchText`, `sheetNameTooLong`; `damaged` when there is no sheet at all, and for an error value that is none.
 */
export function boundedSheets(sheets: Iterable<Grid>): readonly Grid[] {
  const bounded: Grid[] = [];
  let cells = 0;
  let filledRows = 0;
  let merges = 0;
  let characters = 0;
  for (const sheet of sheets) {
    if (sheet.sheet.length > MAX_SHEET_NAME) throw new FileFault("sheetNameTooLong");
    for (const row of sheet.values) {
      // An empty row needs room, too.
      cells += Math.max(1, row.length);
      if (row.length > 0) filledRows += 1;
      if (filledRows > MAX_FILLED_ROWS) throw new FileFault("tooManyRows");
      if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
      // A text that many cells share counts for each: whatever is said of a cell repeats it.
      characters += charactersOf(row);
      if (characters > MAX_CHARACTERS) throw new FileFault("tooMuchText");
    }
    merges += sheet.merges.length;
    if (merges > MAX_MERGES) throw new FileFault("tooManyMerges");
    refuseOverlaps(sheet);
    if (bounded.length >= MAX_ZIP_ENTRIES) throw new FileFault("tooManyParts");
    bounded.push(sheet);
  }
  // Every workbook has a sheet: where none is found, what names them is damaged.
  if (bounded.length === 0) throw new FileFault("damaged");
  return bounded;
}

/** Throws `FileFault` `mergesOverlap`: whoever asks for the areas of a row is given all of them. */
function refuseOverlaps({ top, left, values, merges }: Grid): void {
  if (merges.length <= 1) return;
  const bottom = top + values.length - 1;
  const right = left + values.reduce((width, row) => Math.max(width, row.length), 0) - 1;
  let covered = 0;
  for (const area of merges) {
    const height = Math.min(area.bottom, bottom) - Math.max(area.top, top) + 1;
    const width = Math.min(area.right, right) - Math.max(area.left, left) + 1;
    if (height > 0 && width > 0) covered += height * width;
    if (covered > MAX_MERGED_CELLS) throw new FileFault("mergesOverlap");
  }
}

/** Throws `FileFault` `damaged`: whatever is said of a cell repeats its error. */
function refuseLongError(value: CellValue): void {
  if (typeof value !== "object" || value?.kind !== "error") return;
  if (value.code.length > MAX_ERROR_CODE) throw new FileFault("damaged");
}

/** Throws `FileFault`: `textTooLong`, `heapedMarks`, `damaged`. */
function charactersOf(row: Grid["values"][number]): number {
  let characters = 0;
  for (const value of row) {
    if (typeof value !== "string") {
      refuseLongError(value);
      continue;
    }
    if (value.length > MAX_CELL_TEXT) throw new FileFault("textTooLong");
    if (heapsMarks(value)) throw new FileFault("heapedMarks");
    characters += value.length;
  }
  return characters;
}
