/** A sheet as it is, before it is drawn over: taken, cleared, put back. */
import type { Area } from "../domain/grid";
import type { CellContent } from "../layout/sheetSpec";
import { contentOf } from "./contents";
import {
  contentStrokes,
  freeze,
  mergeStrokes,
  tableStroke,
  widthStrokes,
  type SheetStrokes,
} from "./drawSheet";
import { AREA_PROPERTIES, areaOf } from "./ranges";
import { readCells, type RawCells } from "./readCells";
import { strokeOfCalls, type Stroke } from "./requests";
import type { SheetSnapshot } from "./tokens";

/** A sheet with what must be known of it before it can be cleared. */
export interface OpenSheet {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly Excel.Table[];
  readonly isProtected: boolean;
}

/** Cells with formats only count up to this many; beyond, somebody has formatted whole columns. */
const MAX_FORMATTED_CELLS = 100_000;

/** Looks at sheets that are there; one sync. */
export async function openSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[]
): Promise<readonly OpenSheet[]> {
  if (sheets.length === 0) return [];
  const probes = sheets.map((sheet) => ({
    sheet,
    tables: sheet.tables.load("items/name,items/style"),
    protection: sheet.protection.load("protected"),
  }));
  await context.sync();
  return probes.map(({ sheet, tables, protection }) => ({
    sheet,
    tables: tables.items,
    isProtected: protection.protected,
  }));
}

/** Columns whose widths are kept. */
const MEASURED_COLUMNS = 64;

/** Takes snapshots of sheets; one sync, and one for each full response of cells. */
export async function takeSnapshots(
  context: Excel.RequestContext,
  opened: readonly OpenSheet[]
): Promise<readonly SheetSnapshot[]> {
  if (opened.length === 0) return [];
  const probes = opened.map(probeSheet);
  await context.sync();
  const filled = probes.flatMap((probe) => {
    const area = snapshotArea(probe);
    return area ? [{ probe, sheet: probe.sheet, area }] : [];
  });
  const cells = await readCells(context, filled, "formulas");
  return probes.map((probe) => {
    const position = filled.findIndex((entry) => entry.probe === probe);
    return snapshotOf(probe, filled[position]?.area, cells[position]);
  });
}

function probeSheet({ sheet, tables }: OpenSheet) {
  const used = sheet.getUsedRangeOrNullObject(false).load(AREA_PROPERTIES);
  const merged = used.getMergedAreasOrNullObject();
  return {
    sheet: sheet.load("name,visibility,tabColor,showGridlines"),
    protection: sheet.protection.load("protected,options"),
    frozen: sheet.freezePanes.getLocationOrNullObject().load(AREA_PROPERTIES),
    used,
    filled: sheet.getUsedRangeOrNullObject(true).load(AREA_PROPERTIES),
    merged,
    mergedRanges: merged.areas.load(AREA_PROPERTIES),
    tables: tables.map((table) => ({ table, range: table.getRange().load(AREA_PROPERTIES) })),
    columns: sheet
      .getRangeByIndexes(0, 0, 1, MEASURED_COLUMNS)
      .getColumnProperties({ format: { columnWidth: true } }),
  };
}

type SheetProbe = ReturnType<typeof probeSheet>;

/** The used range; only its filled part when somebody has formatted whole columns. */
function snapshotArea({ used, filled }: SheetProbe): Area | null {
  if (used.isNullObject) return null;
  if (used.rowCount * used.columnCount <= MAX_FORMATTED_CELLS) return areaOf(used);
  return filled.isNullObject ? null : areaOf(filled);
}

function snapshotOf(probe: SheetProbe, area: Area | undefined, cells: RawCells | undefined): SheetSnapshot {
  const { sheet, protection, frozen, used, merged, mergedRanges, tables, columns } = probe;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    frozen: frozen.isNullObject ? null : frozenPart(areaOf(frozen)),
    protection: protection.protected ? { ...protection.options } : null,
    cells: area && cells ? { area, contents: contentsOf(cells), formats: cells.formats } : null,
    merges: used.isNullObject || merged.isNullObject ? [] : mergedRanges.items.map(areaOf),
    tables: tables.map(({ table, range }) => ({ name: table.name, area: areaOf(range), style: table.style })),
    columnWidths: columns.value.map((column) => column.format?.columnWidth ?? null),
  };
}

const ALL_ROWS = 1_048_576;
const ALL_COLUMNS = 16_384;

/** Frozen rows reach over all columns, frozen columns over all rows. */
function frozenPart({ bottom, right }: Area): { readonly rows: number; readonly columns: number } {
  return { rows: (bottom + 1) % ALL_ROWS, columns: (right + 1) % ALL_COLUMNS };
}

/** What can be written again: formulas as formulas, texts as texts, even a text that looks like a formula. */
function contentsOf({ values, formulas }: RawCells): readonly (readonly CellContent[])[] {
  return values.map((row, r) => row.map((value, c) => contentOf(value, formulas[r]?.[c])));
}

/** Empties a sheet and lifts what would hinder drawing: protection, tables, merges, hidden rows and columns. */
export function clearStroke({ sheet, tables, isProtected }: OpenSheet): Stroke {
  return strokeOfCalls(15 + tables.length, () => {
    if (isProtected) sheet.protection.unprotect();
    for (const table of tables) table.convertToRange();
    const everything = sheet.getRange();
    everything.unmerge();
    everything.clear();
    everything.dataValidation.clear();
    everything.conditionalFormats.clearAll();
    everything.rowHidden = false;
    everything.columnHidden = false;
    everything.format.useStandardHeight = true;
    everything.format.useStandardWidth = true;
    sheet.freezePanes.unfreeze();
  });
}

/** Puts a snapshot back on a sheet that is empty (`clearStroke`). Phases as in `SheetStrokes`. */
export function restoreStrokes(sheet: Excel.Worksheet, snapshot: SheetSnapshot): SheetStrokes {
  const { cells, merges, tables, frozen, protection, columnWidths } = snapshot;
  const contents = cells ? contentStrokes(sheet, cells.area, cells.contents, cells.formats, false) : null;
  const finish = strokeOfCalls(6, () => {
    sheet.showGridlines = snapshot.showGridlines;
    sheet.tabColor = snapshot.tabColor;
    sheet.visibility = snapshot.visibility;
    if (frozen) freeze(sheet, frozen.rows, frozen.columns);
    if (protection) sheet.protection.protect(protection);
  });
  return {
    body: [
      ...widthStrokes(sheet, columnWidths),
      ...(contents?.constants ?? []),
      ...mergeStrokes(sheet, merges),
      ...tables.map((table) => tableStroke(sheet, table)),
    ],
    formulas: contents?.formulas ?? [],
    finish: [finish],
  };
}
