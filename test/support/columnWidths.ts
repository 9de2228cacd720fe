/** Widths of columns as Excel tells them; the way back is the product's (`src/excel/columnWidth.ts`). */
const DIGIT_PIXELS = 7;
const MARGIN_PIXELS = 5;
const POINTS_A_PIXEL = 0.75;

/** Points of `RangeFormat.columnWidth` → characters of the default font, to a hundredth. */
export function charactersFromPoints(points: number): number {
  const pixels = points / POINTS_A_PIXEL;
  const full = DIGIT_PIXELS + MARGIN_PIXELS;
  const characters = pixels < full ? pixels / full : (pixels - MARGIN_PIXELS) / DIGIT_PIXELS;
  return Math.round(characters * 100) / 100;
}
