/**
 * Widths of columns. A spec states characters of the default font, as Excel's own dialog does; Office.js takes
 * points. With Excel's default font (Calibri 11) a digit is 7 pixels wide, a column has 5 pixels of margins and
 * grid line besides, and a pixel is 3/4 point: 8,43 characters are 64 pixels are 48 points. Below one character
 * the margins shrink in proportion.
 */
const DIGIT_PIXELS = 7;
const MARGIN_PIXELS = 5;
const POINTS_A_PIXEL = 0.75;

/** Width in characters of the default font → points for `RangeFormat.columnWidth`. */
export function pointsFromCharacters(characters: number): number {
  const pixels =
    characters < 1
      ? Math.round(characters * (DIGIT_PIXELS + MARGIN_PIXELS))
      : Math.round(characters * DIGIT_PIXELS) + MARGIN_PIXELS;
  return pixels * POINTS_A_PIXEL;
}
