/** Reads again what was edited, and nothing else. */
import { type Area, areaAddress, type Grid } from "../domain/grid";
import { patchGrid } from "../domain/patchGrid";
import { type Edit, editedAreas } from "./editedAreas";
import { describeExcelError } from "./errors";
import { AREA_PROPERTIES, areaOf, cellCount, rangeOf } from "./ranges";
import {
  cellValues,
  contentOf,
  listWorkbook,
  openSheet,
  type OpenWorkbook,
  OUTLINE_PROPERTIES,
  sheetsOfUser,
} from "./readOpenWorkbook";

/** More cells than this are read as part of the whole workbook, in pieces. */
const MOST_CELLS = 200_000;

/** A sheet with the rows that are to be read again. */
interface Wanted {
  readonly index: number;
  readonly sheetId: string;
  readonly grid: Grid;
  readonly areas: readonly Area[];
}

/**
 * The workbook with the edited rows as they are now: one sync, whatever was edited. Null: more has changed than cells
 * (sheets, merged cells, what is hidden), or more than one response holds; then `openWorkbook` has to read all of it.
 * Rejects with Office.js errors (`describeExcelError`) where trying again may help.
 */
export async function readEdits(known: OpenWorkbook, edits: readonly Edit[]): Promise<OpenWorkbook | null> {
  const wanted = wantedAreas(known, edits);
  if (wanted === null) return null;
  const context = new Excel.RequestContext();
  const listed = listWorkbook(context);
  const probes = wanted.map((each) => ({ ...each, ...probe(context, each) }));
  try {
    await context.sync();
  } catch (error) {
    const { kind } = describeExcelError(error);
    if (kind === "cell-edit" || kind === "connection") throw error;
    return null;
  }
  const sheets = sheetsOfUser(listed).map(openSheet);
  if (!sameSheets(known, sheets) || !probes.every(isAsBefore)) return null;
  const patched = new Map(
    probes.map(({ index, grid, used, bands }) => [
      index,
      patchGrid(
        grid,
        used.isNullObject ? null : areaOf(used),
        bands.map(({ area, range }) => ({
          area,
          values: cellValues({ values: range.values, formats: range.numberFormat as string[][] }),
        }))
      ),
    ])
  );
  const grids = known.content.sheets.map((grid, index) => patched.get(index) ?? grid);
  return { content: contentOf(listed, grids), sheets };
}

function wantedAreas(known: OpenWorkbook, edits: readonly Edit[]): readonly Wanted[] | null {
  const ids = [...new Set(edits.map(({ sheetId }) => sheetId))];
  const wanted = ids.map((sheetId) => {
    const index = known.sheets.findIndex(({ id }) => id === sheetId);
    const grid = known.content.sheets[index];
    const addresses = edits.filter((edit) => edit.sheetId === sheetId).map(({ address }) => address);
    const areas = grid ? editedAreas(addresses, usedBefore(grid)) : null;
    return grid && areas ? { index, sheetId, grid, areas } : null;
  });
  const sure = wanted.flatMap((each) => (each ? [each] : []));
  const cells = sure.flatMap(({ areas }) => areas).reduce((sum, area) => sum + cellCount(area), 0);
  return sure.length === wanted.length && cells <= MOST_CELLS ? sure : null;
}

function usedBefore({ top, left, values }: Grid): Area | null {
  if (values.length === 0) return null;
  return { top, left, bottom: top + values.length - 1, right: left + (values[0]?.length ?? 1) - 1 };
}

interface Probe {
  readonly used: Excel.Range;
  readonly bands: readonly {
    readonly area: Area;
    readonly range: Excel.Range;
    readonly merged: Excel.RangeCollection;
  }[];
}

function probe({ workbook }: Excel.RequestContext, { sheetId, areas }: Wanted): Probe {
  // A sheet that is gone answers nothing; the list of sheets then says so.
  const sheet = workbook.worksheets.getItemOrNullObject(sheetId);
  return {
    used: sheet.getUsedRangeOrNullObject(true).load(OUTLINE_PROPERTIES),
    bands: areas.map((area) => {
      const range = rangeOf(sheet, area).load("values,numberFormat");
      return { area, range, merged: range.getMergedAreasOrNullObject().areas.load(AREA_PROPERTIES) };
    }),
  };
}

function sameSheets(known: OpenWorkbook, sheets: OpenWorkbook["sheets"]): boolean {
  const said = (all: OpenWorkbook["sheets"]): string =>
    JSON.stringify(all.map(({ id, name, visibility }) => [id, name, visibility]));
  return said(known.sheets) === said(sheets);
}

/** Cells merged or hidden as they were; what is in use lies where it was known or has been read. */
function isAsBefore({ grid, used, bands }: Wanted & Probe): boolean {
  const before = usedBefore(grid);
  const merged = bands.every(
    ({ area, merged: areas }) =>
      addresses(areas.isNullObject ? [] : areas.items.map(areaOf)) ===
      addresses(grid.merges.filter((each) => touches(each, area)))
  );
  if (used.isNullObject) return merged && grid.merges.length === 0;
  const now = areaOf(used);
  const known = [...bands.map(({ area }) => area), ...(before ? [before] : [])];
  return (
    merged &&
    (used.rowHidden !== false) === grid.hiddenRows.length > 0 &&
    (used.columnHidden !== false) === grid.hiddenColumns.length > 0 &&
    now.top >= Math.min(...known.map(({ top }) => top)) &&
    now.left >= Math.min(...known.map(({ left }) => left)) &&
    now.bottom <= Math.max(...known.map(({ bottom }) => bottom)) &&
    now.right <= Math.max(...known.map(({ right }) => right))
  );
}

function addresses(areas: readonly Area[]): string {
  return areas.map(areaAddress).sort().join();
}

function touches(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
