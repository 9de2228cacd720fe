/** Single cells as snapshots. */
import { jsonBytes } from "./chunks";
import { GENERAL_FORMAT, applyConstants, applyFormulas, contentOf, rangeWrites } from "./contents";
import { strokeOfContent, type Stroke } from "./requests";
import type { CellSnapshot } from "./tokens";

/** The cell as it is; `values`, `formulas` and `numberFormat` of the range must be loaded. */
export function cellSnapshot(
  sheet: string,
  address: string,
  { values, formulas, numberFormat }: Pick<Excel.Range, "values" | "formulas" | "numberFormat">
): CellSnapshot {
  return {
    sheet,
    address,
    content: contentOf(values[0]?.[0], formulas[0]?.[0]),
    format: String(numberFormat[0]?.[0] ?? GENERAL_FORMAT),
  };
}

/**
 * Writes a cell that has a number format so that it is as the snapshot says; formats are set only where they must
 * change, for a protected sheet may refuse that. Excel ignores null: an empty text empties the cell.
 */
export function cellStroke(workbook: Excel.Workbook, cell: CellSnapshot, presentFormat: string): Stroke {
  const writes = rangeWrites([[cell.content ?? ""]], [[cell.format]], cell.format === presentFormat);
  return strokeOfContent(jsonBytes(writes), () => {
    const range = workbook.worksheets.getItem(cell.sheet).getRange(cell.address);
    applyConstants(range, writes);
    applyFormulas(range, writes);
  });
}

/** Gives a cell the number format of the snapshot. */
export function formatStroke(workbook: Excel.Workbook, cell: CellSnapshot): Stroke {
  return strokeOfContent(jsonBytes(cell.format), () => {
    workbook.worksheets.getItem(cell.sheet).getRange(cell.address).numberFormat = [[cell.format]];
  });
}
