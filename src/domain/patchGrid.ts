/** A grid after some of its rows were read again. */
import type { Area, CellValue, Grid } from "./grid";

/** Rows as they are now, in sheet coordinates. */
export interface ReadBand {
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
}

/**
 * The grid with the cells of the bands in place of its own, cut to the area that is in use now (null: the sheet is empty).
 * Rows that no band touches stay the same objects where the columns in use are the same. Cells outside the grid and the
 * bands are empty.
 */
export function patchGrid(grid: Grid, used: Area | null, bands: readonly ReadBand[]): Grid {
  if (used === null) return { ...grid, top: 0, left: 0, values: [], merges: [] };
  const width = used.right - used.left + 1;
  const sameColumns = grid.left === used.left && widthOf(grid) === width;
  const values = Array.from({ length: used.bottom - used.top + 1 }, (_, index) => {
    const row = used.top + index;
    const known = grid.values[row - grid.top];
    const band = bands.find(({ area }) => area.top <= row && row <= area.bottom);
    if (band === undefined && known !== undefined && sameColumns) return known;
    return Array.from({ length: width }, (__, offset) => {
      const column = used.left + offset;
      const read = band?.values[row - band.area.top]?.[column - band.area.left];
      return read !== undefined ? read : (known?.[column - grid.left] ?? null);
    });
  });
  return { ...grid, top: used.top, left: used.left, values };
}

function widthOf({ values }: Grid): number {
  return values[0]?.length ?? 0;
}
