/** What people have said about the columns of a unit's tables, kept for its next file. */
import { isManualMapping, type ManualMapping } from "../forms/mapping";
import { cellAt, type Grid } from "../grid";
import { cellText } from "../values/cells";
import type { UnitMapping } from "./state";

export function mappingsOf(kept: readonly UnitMapping[], unit: string): readonly ManualMapping[] {
  return kept.filter((entry) => entry.unit === unit).map(({ mapping }) => mapping);
}

/** The newest word on a sheet's form stands. */
export function withMappings(
  kept: readonly UnitMapping[],
  unit: string,
  said: readonly ManualMapping[]
): readonly UnitMapping[] {
  const isReplaced = ({ unit: other, mapping }: UnitMapping) =>
    other === unit && said.some(({ form, sheet }) => form === mapping.form && sheet === mapping.sheet);
  return [...kept.filter((entry) => !isReplaced(entry)), ...said.map((mapping) => ({ unit, mapping }))];
}

/** Reads them from their sheet; rows that are not what this product writes are left out. */
export function readMappings(grid: Grid): readonly UnitMapping[] {
  return grid.values.flatMap((_, index) => {
    const unit = cellText(cellAt(grid, grid.top + index, 0));
    const mapping = parsed(cellText(cellAt(grid, grid.top + index, 1)));
    return isManualMapping(mapping) ? [{ unit, mapping }] : [];
  });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
