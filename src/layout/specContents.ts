import type { CellContent, SheetSpec } from "./sheetSpec";

/** What a spec writes, by zero-based row and column of the sheet. */
export function contentsOf({ blocks }: SheetSpec): ReadonlyMap<number, ReadonlyMap<number, CellContent>> {
  const rows = new Map<number, Map<number, CellContent>>();
  for (const { top, left, rows: lines } of blocks) {
    lines.forEach((line, r) => {
      const row = rows.get(top + r) ?? new Map<number, CellContent>();
      line.forEach((content, c) => row.set(left + c, content));
      rows.set(top + r, row);
    });
  }
  return rows;
}
