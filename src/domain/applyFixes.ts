/** Corrections as findings offer them, in the data itself: what the pane does to the cells of an open workbook. */
import type { Finding } from "./findings";
import { type CellValue, cellAddress, type Grid, type WorkbookContent } from "./grid";

/**
 * The workbook with the fix of every finding in its cell, as text. Of several fixes for one cell the first is made:
 * each was meant for the value that was found, so the others are to be offered again by the next check. Findings
 * without a fix, and cells outside the sheet's used range, change nothing.
 */
export function applyFixes(workbook: WorkbookContent, findings: readonly Finding[]): WorkbookContent {
  const fixes = new Map<string, Map<string, string>>();
  for (const { sheet, cell, fix } of findings) {
    if (!fix) continue;
    const ofSheet = fixes.get(sheet) ?? new Map<string, string>();
    fixes.set(sheet, ofSheet);
    if (!ofSheet.has(cell)) ofSheet.set(cell, fix.value);
  }
  const sheets = workbook.sheets.map((grid) => fixedGrid(grid, fixes.get(grid.sheet)));
  return { ...workbook, sheets };
}

function fixedGrid(grid: Grid, fixes: ReadonlyMap<string, string> | undefined): Grid {
  if (!fixes) return grid;
  const values = grid.values.map((row, index) =>
    row.map((value, column): CellValue => {
      return fixes.get(cellAddress(grid.top + index, grid.left + column)) ?? value;
    })
  );
  return { ...grid, values };
}
