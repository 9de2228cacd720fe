/** How much of each printed page the rows of a sheet take, as Excel lays them out: one page wide. */
import { pointsFromCharacters } from "../../src/excel/columnWidth";
import type { SheetSpec } from "../../src/layout/sheetSpec";

/** A4, in points. */
const SHORT = 595.3;
const LONG = 841.9;
/** Excel's own heights and widths, where a sheet states none. */
const DEFAULT_HEIGHT = 15;
const DEFAULT_WIDTH = 8.43;

export interface PrintedPage {
  /** First and last row, zero-based. */
  readonly top: number;
  readonly bottom: number;
  /** Of the page's height; above 1 the rows go over its end. */
  readonly share: number;
}

/** The parts between page breaks that the sheet itself states. */
export function printedPages({ name, print, columns, rowHeights }: SheetSpec): readonly PrintedPage[] {
  if (print === undefined) throw new Error(`${name} is not printed`);
  const { area, margins, orientation, breaksBefore = [] } = print;
  const [width, height] = orientation === "landscape" ? [LONG, SHORT] : [SHORT, LONG];
  const heights = new Map(rowHeights.map((row) => [row.row, row.height]));
  const rows = (top: number, bottom: number): readonly number[] =>
    Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const wide = rows(area.left, area.right)
    .map((column) => columns[column]?.width ?? DEFAULT_WIDTH)
    .reduce((sum, characters) => sum + pointsFromCharacters(characters), 0);
  const scale = Math.min(1, (width - margins.left - margins.right) / wide);
  const room = (height - margins.top - margins.bottom) / scale;
  return [area.top, ...breaksBefore].map((top, index) => {
    const bottom = (breaksBefore[index] ?? area.bottom + 1) - 1;
    const needed = rows(top, bottom).reduce((sum, row) => sum + (heights.get(row) ?? DEFAULT_HEIGHT), 0);
    return { top, bottom, share: needed / room };
  });
}
