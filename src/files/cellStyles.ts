/** `CellStyle`s of a sheet → one style of the writing library per cell. */
import type { CellStyle as XlsxStyle } from "hucre/xlsx";
import type { CellStyle, StyledArea } from "../layout/sheetSpec";

/** The style of every styled cell, by row and column; later styles win property by property. */
export function styleRows(styles: readonly StyledArea[]): CellStyle[][] {
  const rows: CellStyle[][] = [];
  const merge = memoizedMerge();
  for (const { area, style } of styles) {
    for (let row = area.top; row <= area.bottom; row++) {
      const cells = (rows[row] ??= []);
      for (let column = area.left; column <= area.right; column++) {
        cells[column] = merge(cells[column], style);
      }
    }
  }
  return rows;
}

/** Thousands of cells share a handful of combinations: each is merged once. */
function memoizedMerge(): (base: CellStyle | undefined, over: CellStyle) => CellStyle {
  const known = new Map<CellStyle, Map<CellStyle, CellStyle>>();
  return (base, over) => {
    if (base === undefined) return over;
    const byOver = known.get(base) ?? new Map<CellStyle, CellStyle>();
    known.set(base, byOver);
    const merged = byOver.get(over) ?? { ...base, ...over };
    byOver.set(over, merged);
    return merged;
  };
}

const DEFAULT_FONT = { name: "Calibri", size: 11 };

export function xlsxFont(style: CellStyle): NonNullable<XlsxStyle["font"]> {
  return {
    name: style.fontName ?? DEFAULT_FONT.name,
    size: style.fontSize ?? DEFAULT_FONT.size,
    ...(style.bold === true && { bold: true }),
    ...(style.italic === true && { italic: true }),
    ...(style.fontColor !== undefined && { color: xlsxColor(style.fontColor) }),
  };
}

export function xlsxStyle(style: CellStyle): XlsxStyle {
  const side = style.borderColor && ({ style: "thin", color: xlsxColor(style.borderColor) } as const);
  const alignment = {
    ...(style.horizontal !== undefined && { horizontal: style.horizontal }),
    ...(style.vertical !== undefined && { vertical: style.vertical }),
    ...(style.wrapText === true && { wrapText: true }),
  };
  return {
    font: xlsxFont(style),
    ...(style.fillColor !== undefined && { fill: xlsxFill(style.fillColor) }),
    ...(side && { border: { top: side, right: side, bottom: side, left: side } }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(style.numberFormat !== undefined &&
      style.numberFormat !== "General" && { numFmt: style.numberFormat }),
    ...(style.locked !== undefined && { protection: { locked: style.locked } }),
  };
}

/** Both colours: cells take the foreground of a solid fill, conditional formats the background. */
export function xlsxFill(color: string): XlsxStyle["fill"] {
  return { type: "pattern", pattern: "solid", fgColor: xlsxColor(color), bgColor: xlsxColor(color) };
}

export function xlsxColor(color: string): { rgb: string } {
  return { rgb: color.replace("#", "").toUpperCase() };
}
