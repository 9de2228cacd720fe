/** A sheet as it is, before it is drawn over: looked at, kept, cleared, put back. */
import { areaAddress, type Area } from "../domain/grid";
import type { CellContent, TableSpec } from "../layout/sheetSpec";
import { contentOf } from "./contents";
import {
  contentStrokes,
  freeze,
  mergeStrokes,
  rowStrokes,
  tableStroke,
  widthStrokes,
  type KeptTables,
  type SheetStrokes,
} from "./drawSheet";
import { lookStrokes, readLooks } from "./looks";
import { AREA_PROPERTIES, areaOf } from "./ranges";
import { readCells } from "./readCells";
import { probePrint, printSnapshot, restorePrint } from "./printSetup";
import { readMerges } from "./readMerges";
import { strokeOfCalls, type Stroke } from "./requests";
import type { SheetSnapshot } from "./tokens";

/** A sheet with what must be known of it before it can be cleared. */
export interface OpenSheet {
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly OpenTable[];
  readonly charts: readonly Excel.Chart[];
  readonly isProtected: boolean;
}

interface OpenTable extends TableSpec {
  readonly table: Excel.Table;
}

/** Looks at sheets that are there; one sync, two where there are tables. */
export async function openSheets(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[]
): Promise<readonly OpenSheet[]> {
  if (sheets.length === 0) return [];
  const probes = sheets.map((sheet) => ({
    sheet,
    tables: sheet.tables.load("items/name,items/style"),
    charts: sheet.charts.load("items/name"),
    protection: sheet.protection.load("protected"),
  }));
  await context.sync();
  const ranges = probes.map(({ tables }) =>
    tables.items.map((table) => table.getRange().load(AREA_PROPERTIES))
  );
  if (ranges.flat().length > 0) await context.sync();
  return probes.map(({ sheet, tables, charts, protection }, index) => ({
    sheet,
    charts: charts.items,
    tables: (ranges[index] ?? []).flatMap((range, position) => {
      const table = tables.items[position];
      return table ? [{ table, name: table.name, style: table.style, area: areaOf(range) }] : [];
    }),
    isProtected: protection.protected,
  }));
}

/** Cells with formats only count up to this many; beyond, somebody has formatted whole columns. */
const MAX_FORMATTED_CELLS = 100_000;
/** Columns and rows whose widths and heights are kept: titles and headers are among them, bodies fit themselves. */
const MEASURED = 64;

const ALL_ROWS = 1_048_576;
const ALL_COLUMNS = 16_384;
const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: ALL_ROWS - 1, right: ALL_COLUMNS - 1 };

/** Asks what snapshots of sheets begin with; the next sync, such as that of `openSheets`, brings the answers. */
export function probeSheets(sheets: readonly Excel.Worksheet[]): readonly SheetProbe[] {
  return sheets.map(probeSheet);
}

/** Takes snapshots of probed sheets; one sync, and one for each full response of cells and of looks. */
export async function takeSnapshots(
  context: Excel.RequestContext,
  opened: readonly OpenSheet[],
  probes: readonly SheetProbe[]
): Promise<readonly SheetSnapshot[]> {
  if (opened.length === 0) return [];
  const filled = probes.flatMap((probe) => {
    const area = snapshotArea(probe);
    return area ? [{ probe, sheet: probe.sheet, area }] : [];
  });
  const merges = await readMerges(
    context,
    probes.map(({ sheet }) => ({ sheet, area: WHOLE_SHEET }))
  );
  const raw = await readCells(context, filled, "formulas");
  const looks = await readLooks(context, filled);
  return probes.flatMap((probe, index) => {
    const open = opened[index];
    const position = filled.findIndex((entry) => entry.probe === probe);
    const [place, cells, look] = [filled[position], raw[position], looks[position]];
    if (!open) return [];
    return snapshotOf(
      open,
      probe,
      merges[index] ?? [],
      place && cells && look
        ? {
            area: place.area,
            contents: contentsOf(cells.values, cells.formulas),
            formats: cells.formats,
            looks: look,
          }
        : null
    );
  });
}

function probeSheet(sheet: Excel.Worksheet) {
  const used = sheet.getUsedRangeOrNullObject(false).load(AREA_PROPERTIES);
  const everything = sheet.getRange();
  return {
    sheet: sheet.load("name,visibility,tabColor,showGridlines,standardHeight"),
    protection: sheet.protection.load("protected,options"),
    frozen: sheet.freezePanes.getLocationOrNullObject().load(AREA_PROPERTIES),
    used,
    filled: sheet.getUsedRangeOrNullObject(true).load(AREA_PROPERTIES),
    columns: sheet
      .getRangeByIndexes(0, 0, 1, MEASURED)
      .getColumnProperties({ format: { columnWidth: true } }),
    rows: sheet.getRangeByIndexes(0, 0, MEASURED, 1).getRowProperties({ format: { rowHeight: true } }),
    validation: everything.dataValidation.load("type"),
    conditionalFormats: everything.conditionalFormats.getCount(),
    print: probePrint(sheet.pageLayout),
  };
}

export type SheetProbe = ReturnType<typeof probeSheet>;

/** The used range; only its filled part when somebody has formatted whole columns. */
function snapshotArea({ used, filled }: SheetProbe): Area | null {
  if (used.isNullObject) return null;
  if (used.rowCount * used.columnCount <= MAX_FORMATTED_CELLS) return areaOf(used);
  return filled.isNullObject ? null : areaOf(filled);
}

function snapshotOf(
  { tables, charts }: OpenSheet,
  probe: SheetProbe,
  merges: readonly Area[],
  cells: SheetSnapshot["cells"]
): SheetSnapshot {
  const { sheet, protection, frozen, columns, rows } = probe;
  const heights = rows.value.map((row) => row.format?.rowHeight ?? null);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    frozen: frozen.isNullObject ? null : frozenPart(areaOf(frozen)),
    protection: protection.protected ? { ...protection.options } : null,
    cells,
    merges,
    tables: tables.map(({ name, area, style }) => ({ name, area, style })),
    charts: charts.map(({ name }) => name),
    columnWidths: columns.value.map((column) => column.format?.columnWidth ?? null),
    rowHeights: heights.map((height) => (height === sheet.standardHeight ? null : height)),
    hasValidations: probe.validation.type !== "None",
    hasConditionalFormats: probe.conditionalFormats.value > 0,
    print: printSnapshot(probe.print),
  };
}

/** Frozen rows reach over all columns, frozen columns over all rows. */
function frozenPart({ bottom, right }: Area): { readonly rows: number; readonly columns: number } {
  return { rows: (bottom + 1) % ALL_ROWS, columns: (right + 1) % ALL_COLUMNS };
}

/** What can be written again: formulas as formulas, texts as texts, even a text that looks like a formula. */
function contentsOf(
  values: readonly (readonly unknown[])[],
  formulas: readonly (readonly unknown[])[]
): readonly (readonly CellContent[])[] {
  return values.map((row, r) => row.map((value, c) => contentOf(value, formulas[r]?.[c])));
}

/**
 * Tables of an open sheet that can stay, because the wanted one begins at the same cell: formulas elsewhere that
 * name their columns then stay whole.
 */
export function keptTables(open: OpenSheet | undefined, wanted: readonly TableSpec[]): KeptTables {
  const kept = (open?.tables ?? []).filter(({ name, area }) =>
    wanted.some(
      (spec) =>
        spec.name.toLowerCase() === name.toLowerCase() &&
        spec.area.top === area.top &&
        spec.area.left === area.left
    )
  );
  return new Map(kept.map(({ name, table }) => [name.toLowerCase(), table]));
}

/** Rules of a sheet that are left when it is cleared. */
interface LeftRules {
  readonly validations: boolean;
  readonly conditionalFormats: boolean;
}

/**
 * Empties a sheet and lifts what would hinder drawing: protection, merges, hidden rows and columns, and all tables
 * but the kept ones, which get the area of the wanted table. Charts stay.
 */
export function clearStroke(
  { sheet, tables, isProtected }: OpenSheet,
  wanted: readonly TableSpec[],
  kept: KeptTables,
  left: LeftRules = { validations: false, conditionalFormats: false }
): Stroke {
  return strokeOfCalls(15 + tables.length, () => {
    if (isProtected) sheet.protection.unprotect();
    for (const { name, table } of tables) {
      if (!kept.has(name.toLowerCase())) table.convertToRange();
    }
    const everything = sheet.getRange();
    everything.unmerge();
    // Not `clear()` at once: it would take the kept tables away too.
    everything.clear("Contents");
    everything.clear("Formats");
    for (const { name, area } of wanted) kept.get(name.toLowerCase())?.resize(areaAddress(area));
    if (!left.validations) everything.dataValidation.clear();
    if (!left.conditionalFormats) everything.conditionalFormats.clearAll();
    everything.rowHidden = false;
    everything.columnHidden = false;
    everything.format.useStandardHeight = true;
    everything.format.useStandardWidth = true;
    sheet.freezePanes.unfreeze();
  });
}

/** Clears a sheet, or adds it where somebody has deleted it, and puts a snapshot back. Phases as in `SheetStrokes`. */
export function restoreStrokes(
  workbook: Excel.Workbook,
  open: OpenSheet | undefined,
  snapshot: SheetSnapshot
): SheetStrokes {
  const { cells, merges, tables, frozen, protection, columnWidths, rowHeights } = snapshot;
  const sheet = open?.sheet ?? workbook.worksheets.add(snapshot.name);
  const kept = keptTables(open, tables);
  const left = { validations: snapshot.hasValidations, conditionalFormats: snapshot.hasConditionalFormats };
  const contents = cells ? contentStrokes(sheet, cells.area, cells.contents, cells.formats, false) : null;
  const heights = rowHeights.flatMap((height, row) => (height === null ? [] : [{ row, height }]));
  const finish = strokeOfCalls(12, () => {
    restorePrint(sheet.pageLayout, snapshot.print);
    sheet.showGridlines = snapshot.showGridlines;
    sheet.tabColor = snapshot.tabColor;
    sheet.visibility = snapshot.visibility;
    if (frozen) freeze(sheet, frozen.rows, frozen.columns);
    if (protection) sheet.protection.protect(protection);
  });
  return {
    body: [
      ...(open ? [clearStroke(open, tables, kept, left), ...addedChartStrokes(open, snapshot)] : []),
      ...widthStrokes(sheet, columnWidths),
      ...(cells ? lookStrokes(sheet, cells.area, cells.looks) : []),
      ...(contents?.constants ?? []),
      ...rowStrokes(sheet, heights),
      ...mergeStrokes(sheet, merges),
      ...tables.map((table) => tableStroke(sheet, table, kept)),
    ],
    formulas: contents?.formulas ?? [],
    finish: [finish],
  };
}

/** Removes the charts that were not there. */
function addedChartStrokes({ charts }: OpenSheet, snapshot: SheetSnapshot): readonly Stroke[] {
  const added = charts.filter(({ name }) => !snapshot.charts.includes(name));
  return added.map((chart) => strokeOfCalls(1, () => chart.delete()));
}
