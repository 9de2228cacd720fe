/** What somebody has written since into sheets that were drawn. */
import { type Area, areaAddress, cellAddress } from "../domain/grid";
import type { CellContent, SheetSpec } from "../layout/sheetSpec";
import { contentsOf } from "../layout/specContents";
import type { Place } from "./placedErrors";
import { contentOf, sameContent } from "./contents";
import { AREA_PROPERTIES, areaOf, cellCount } from "./ranges";
import { readCells, type RawCells } from "./readCells";
import { MOST_USED_CELLS } from "./readOpenWorkbook";

/** What was drawn into one sheet. */
export interface DrawnSheet {
  readonly name: string;
  /** Everything that was drawn into it lately, the latest first. */
  readonly versions: readonly SheetSpec[];
}

/**
 * Cells that hold something else than any version of their sheet, compared with the latest: taking the drawing back would
 * lose them. Cells that were emptied have nothing to lose. A formula is as it was as long as there is one. One sync to look,
 * and one for each full response of cells. Rejects with Office.js errors.
 */
export async function changedSince(drawn: readonly DrawnSheet[]): Promise<readonly Place[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const looked = drawn.map((sheet) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet.name);
      return { ...sheet, worksheet, used: worksheet.getUsedRangeOrNullObject(true).load(AREA_PROPERTIES) };
    });
    await context.sync();
    const filled = looked
      .filter(({ used, versions }) => !used.isNullObject && versions.length > 0)
      .map(({ worksheet, used, ...sheet }) => ({ ...sheet, sheet: worksheet, area: areaOf(used) }));
    // So far out nothing was drawn.
    const far = filled.filter(({ area }) => cellCount(area) > MOST_USED_CELLS);
    if (far.length > 0) {
      return far.map(({ name, area }) => ({ sheet: name, address: cellAddress(area.bottom, area.right) }));
    }
    const read = await readCells(context, filled, "formulas");
    return filled.flatMap(({ name, versions, area }, index) => {
      const cells = read[index];
      if (cells === undefined) return [];
      const byVersion = versions.map((version) => differences(version, area, cells));
      return byVersion.some((changed) => changed.length === 0) ? [] : placesOn(name, byVersion[0] ?? []);
    });
  });
}

/** Cells whose contents are not the spec's; those that are empty by now are left out. */
function differences(spec: SheetSpec, { top, left }: Area, { values, formulas }: RawCells): readonly Cell[] {
  const written = contentsOf(spec);
  return values.flatMap((row, r) =>
    row.flatMap((value, c): readonly Cell[] => {
      const now = contentOf(value, formulas[r]?.[c]);
      const cell = { row: top + r, column: left + c };
      const isSame = now === null || isAsWritten(now, written.get(cell.row)?.get(cell.column) ?? null);
      return isSame ? [] : [cell];
    })
  );
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

function isAsWritten(now: CellContent, written: CellContent): boolean {
  return isFormula(now) ? isFormula(written) : sameContent(now, written);
}

function isFormula(content: CellContent): boolean {
  return typeof content === "object" && content !== null && "formula" in content;
}

/** Cells side by side are one place, and so are such rows one below the other. */
function placesOn(sheet: string, cells: readonly Cell[]): readonly Place[] {
  const areas: Area[] = [];
  /** Place of the lowest area between two columns. */
  const lowest = new Map<string, number>();
  for (const [row, left, right] of runsOf(cells)) {
    const key = `${left}:${right}`;
    const at = lowest.get(key) ?? -1;
    const above = areas[at];
    if (above?.bottom === row - 1) areas[at] = { ...above, bottom: row };
    else lowest.set(key, areas.push({ top: row, left, bottom: row, right }) - 1);
  }
  return areas.map((area) => ({ sheet, address: areaAddress(area) }));
}

type Run = readonly [row: number, first: number, last: number];

function runsOf(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { row, column } of cells) {
    const [open, first, last] = runs[runs.length - 1] ?? [];
    if (open === row && first !== undefined && last === column - 1)
      runs[runs.length - 1] = [row, first, column];
    else runs.push([row, column, column]);
  }
  return runs;
}
