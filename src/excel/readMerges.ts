/** Merged areas, also where there are more than Excel tells at once. */
import type { Area } from "../domain/grid";
import { describeExcelError } from "./errors";
import { AREA_PROPERTIES, areaOf, rangeOf } from "./ranges";
import type { SheetArea } from "./readCells";

/**
 * Reads the merged areas that touch each of the areas; one sync. Excel fails on more than 512 of them in one
 * range: then halves are asked for, until each has fewer.
 */
export async function readMerges(
  context: Excel.RequestContext,
  areas: readonly SheetArea[]
): Promise<readonly (readonly Area[])[]> {
  if (areas.length === 0) return [];
  const probes = areas.map(({ sheet, area }) => {
    const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
    return { merged, ranges: merged.areas.load(AREA_PROPERTIES) };
  });
  try {
    await context.sync();
  } catch (error) {
    const { kind } = describeExcelError(error);
    if (kind === "cell-edit" || kind === "connection" || kind === "protected") throw error;
    return readHalves(context, areas, error);
  }
  return probes.map(({ merged, ranges }) => (merged.isNullObject ? [] : ranges.items.map(areaOf)));
}

async function readHalves(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  error: unknown
): Promise<readonly (readonly Area[])[]> {
  const [only] = areas;
  if (areas.length > 1) {
    const half = Math.ceil(areas.length / 2);
    const first = await readMerges(context, areas.slice(0, half));
    return [...first, ...(await readMerges(context, areas.slice(half)))];
  }
  if (only === undefined || only.area.top === only.area.bottom) throw error;
  const middle = Math.floor((only.area.top + only.area.bottom) / 2);
  const upper = await readMerges(context, [{ ...only, area: { ...only.area, bottom: middle } }]);
  const lower = await readMerges(context, [{ ...only, area: { ...only.area, top: middle + 1 } }]);
  return [withoutRepetition([...upper.flat(), ...lower.flat()])];
}

/** An area that reaches over the cut is told twice. */
function withoutRepetition(areas: readonly Area[]): readonly Area[] {
  return Array.from(new Map(areas.map((area) => [JSON.stringify(area), area])).values());
}
