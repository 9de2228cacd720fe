/** `Excel.Filter` of a table's column, and `Excel.AutoFilter` of a sheet or a table. */
import { areaOf, columnsOf } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import type { JsonRecord } from "./arguments";
import { integerOf, targetOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { sheetState, tableState } from "./context";
import type { Argument, HostObject, Method } from "./definition";
import { defineObject, isHostObject, method, readOnly } from "./definition";
import type { FilteredCell } from "./filterCriteria";
import { criteriaOf, testOf } from "./filterCriteria";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { FilterState } from "./state";
import type { SheetTarget } from "./worksheet";

/** Rows that are filtered: the first one is the header. */
interface FilteredRows {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly area: Area;
  readonly criteria: FilterState;
}

/** Hides every row that one of the columns' criteria keeps back, and shows the others. */
async function filterRows(rows: FilteredRows, location: string): Promise<void> {
  const { context, sheetId, area } = rows;
  requireUnprotected(context, sheetId, location, "allowAutoFilter");
  await context.spreadsheet.settle();
  const body = { ...area, top: area.top + 1 };
  if (body.bottom < body.top) {
    return;
  }
  const tests = Object.entries(rows.criteria).map(([column, criteria]) => {
    const cells = columnCells(rows, body, Number(column));
    const test = testOf(criteria as JsonRecord, cells, location);
    return cells.map(test);
  });
  for (let row = body.top; row <= body.bottom;) {
    const isHidden = tests.some((passed) => passed[row - body.top] === false);
    const from = row;
    for (row += 1; row <= body.bottom; row += 1) {
      if (tests.some((passed) => passed[row - body.top] === false) !== isHidden) {
        break;
      }
    }
    context.spreadsheet.setRowsHidden(sheetId, from, row - 1, isHidden);
  }
}

function columnCells(
  { context, sheetId }: FilteredRows,
  body: Area,
  column: number
): readonly FilteredCell[] {
  const { spreadsheet } = context;
  const area = { ...body, left: body.left + column, right: body.left + column };
  const texts = spreadsheet.texts(sheetId, area);
  return spreadsheet.cells(sheetId, area).map(([cell], index) => ({
    value: cell?.value ?? null,
    text: texts[index]?.[0] ?? "",
    style: () => spreadsheet.style(sheetId, area.top + index, area.left),
  }));
}

/** The criteria of columns after one column came (`1`) or went (`-1`). */
export function shiftedCriteria(criteria: FilterState, at: number, by: 1 | -1): FilterState {
  const kept = Object.entries(criteria).filter(([column]) => by === 1 || Number(column) !== at);
  return Object.fromEntries(
    kept.map(([column, each]) => [Number(column) >= at ? Number(column) + by : Number(column), each])
  );
}

export interface FilterableTable {
  readonly context: ModelContext;
  readonly tableId: string;
}

function rowsOfTable({ context, tableId }: FilterableTable): FilteredRows {
  const info = context.spreadsheet.tables().find(({ id }) => id === tableId);
  if (!info) {
    throw itemNotFound("Table");
  }
  return { context, sheetId: info.sheetId, area: info.area, criteria: tableState(context, tableId).filter };
}

/** Takes the criteria of all columns away, or hides again what they keep back now. */
export async function clearTableFilters(table: FilterableTable, location: string): Promise<void> {
  requireUnprotected(table.context, rowsOfTable(table).sheetId, location, "allowAutoFilter");
  tableState(table.context, table.tableId).filter = {};
  await filterRows(rowsOfTable(table), location);
}

export async function reapplyTableFilters(table: FilterableTable, location: string): Promise<void> {
  await filterRows(rowsOfTable(table), location);
}

interface ColumnFilterTarget extends FilterableTable {
  /** Zero-based inside the table. */
  readonly index: number;
}

/** `null` as criteria clears the column. */
async function setCriteria(
  target: ColumnFilterTarget,
  criteria: JsonRecord | null,
  location: string
): Promise<void> {
  const { context, tableId, index } = target;
  const { sheetId, criteria: before } = rowsOfTable(target);
  requireUnprotected(context, sheetId, location, "allowAutoFilter");
  const others = Object.fromEntries(Object.entries(before).filter(([column]) => column !== String(index)));
  tableState(context, tableId).filter = criteria ? { ...others, [index]: criteria } : others;
  await filterRows(rowsOfTable(target), location);
}

/** A method that makes criteria of its arguments. */
function applying(
  name: string,
  filterOn: string,
  parameters: readonly string[],
  criteria: (...args: readonly Json[]) => JsonRecord
): Method<ColumnFilterTarget> {
  const location = `Filter.apply${name}Filter`;
  return method(parameters, (target, ...args) => {
    const given = args.map((each) => (isHostObject(each) ? null : each));
    return setCriteria(target, criteriaOf({ filterOn, ...criteria(...given) }, location), location);
  });
}

export const filterObject: (target: ColumnFilterTarget) => HostObject = defineObject<ColumnFilterTarget>({
  name: "Filter",
  properties: {
    Criteria: readOnly((target) => rowsOfTable(target).criteria[target.index] ?? null),
  },
  methods: {
    Apply: method(["criteria"], (target, criteria) =>
      setCriteria(target, criteriaOf(criteria, "Filter.apply"), "Filter.apply")
    ),
    ApplyBottomItemsFilter: applying("BottomItems", "BottomItems", ["count"], ranked),
    ApplyBottomPercentFilter: applying("BottomPercent", "BottomPercent", ["percent"], ranked),
    ApplyTopItemsFilter: applying("TopItems", "TopItems", ["count"], ranked),
    ApplyTopPercentFilter: applying("TopPercent", "TopPercent", ["percent"], ranked),
    ApplyCellColorFilter: applying("CellColor", "CellColor", ["color"], (color = null) => ({ color })),
    ApplyFontColorFilter: applying("FontColor", "FontColor", ["color"], (color = null) => ({ color })),
    ApplyDynamicFilter: applying("Dynamic", "Dynamic", ["criteria"], (dynamicCriteria = null) => ({
      dynamicCriteria,
    })),
    ApplyIconFilter: applying("Icon", "Icon", ["icon"], (icon = null) => ({ icon })),
    ApplyValuesFilter: applying("Values", "Values", ["values"], (values = null) => ({ values })),
    ApplyCustomFilter: applying(
      "Custom",
      "Custom",
      ["criteria1", "criteria2", "oper"],
      (criterion1 = null, criterion2 = null, operator = null) => ({ criterion1, criterion2, operator })
    ),
    Clear: method((target) => setCriteria(target, null, "Filter.clear")),
  },
});

function ranked(count: Json = null): JsonRecord {
  return { criterion1: typeof count === "number" ? String(count) : null };
}

/** The filter of a sheet, or of a table where it stands by its own state. */
interface AutoFilterTarget {
  readonly rows: () => FilteredRows | null;
  /** Keeps which rows are filtered and how; `null` takes the filter away. */
  readonly keep: (area: Area | null, criteria: FilterState) => void;
  readonly sheetId: () => string;
  readonly context: ModelContext;
}

function areaArgument(target: AutoFilterTarget, range: Argument | undefined, location: string): Area {
  const { sheetId, area } = isHostObject(range)
    ? targetOf<RangeTarget>(range, "Range", location)
    : resolveAddress(target.context, target.sheetId(), textOf(range, location), location);
  if (sheetId !== target.sheetId()) {
    throw invalidArgument(location, "The range lies on another sheet.");
  }
  return area;
}

function columnArgument(area: Area, index: Argument | undefined, location: string): number {
  const column = integerOf(index, location);
  if (column < 0 || column >= columnsOf(area)) {
    throw invalidArgument(location, "There is no such column.");
  }
  return column;
}

/** Shows all rows of the filter as it stands, then keeps and carries out the next one. */
async function refilter(
  target: AutoFilterTarget,
  area: Area | null,
  criteria: FilterState,
  location: string
): Promise<void> {
  const before = target.rows();
  requireUnprotected(target.context, target.sheetId(), location, "allowAutoFilter");
  if (before) {
    await filterRows({ ...before, criteria: {} }, location);
  }
  target.keep(area, criteria);
  const after = target.rows();
  if (after) {
    await filterRows(after, location);
  }
}

async function applyAutoFilter(
  target: AutoFilterTarget,
  range: Argument | undefined,
  columnIndex: Argument | undefined,
  criteria: Argument | undefined
): Promise<void> {
  const location = "AutoFilter.apply";
  const area = clippedToUsed(target, areaArgument(target, range, location));
  const before = target.rows();
  const isSame = before !== null && JSON.stringify(before.area) === JSON.stringify(area);
  const kept = isSame ? before.criteria : {};
  if (columnIndex === undefined || columnIndex === null) {
    return refilter(target, area, kept, location);
  }
  const column = columnArgument(area, columnIndex, location);
  const others = Object.fromEntries(Object.entries(kept).filter(([key]) => key !== String(column)));
  const isGiven = criteria !== undefined && criteria !== null;
  const next = isGiven ? { ...others, [column]: criteriaOf(criteria, location) } : others;
  return refilter(target, area, next, location);
}

/** Whole columns are filtered as far as there is something in them. */
function clippedToUsed({ context, sheetId }: AutoFilterTarget, area: Area): Area {
  const used = context.spreadsheet.usedArea(sheetId(), true) ?? areaOf(area.top, area.left, 1, 1);
  return {
    ...area,
    bottom: Math.max(area.top, Math.min(area.bottom, used.bottom)),
    right: Math.max(area.left, Math.min(area.right, used.right)),
  };
}

function enabled(target: AutoFilterTarget, location: string): FilteredRows {
  const rows = target.rows();
  if (!rows) {
    throw itemNotFound(location);
  }
  return rows;
}

function rangeOf({ context, sheetId, area }: FilteredRows): HostObject {
  return rangeObject({ context, sheetId, area });
}

const autoFilterObject = defineObject<AutoFilterTarget>({
  name: "AutoFilter",
  properties: {
    Enabled: readOnly((target) => target.rows() !== null),
    IsDataFiltered: readOnly((target) => Object.keys(target.rows()?.criteria ?? {}).length > 0),
    Criteria: readOnly((target) => {
      const rows = target.rows();
      return rows
        ? Array.from({ length: columnsOf(rows.area) }, (_, index) => rows.criteria[index] ?? null)
        : [];
    }),
  },
  methods: {
    Apply: method(["range", "columnIndex", "criteria"], applyAutoFilter),
    ClearColumnCriteria: method(["columnIndex"], (target, columnIndex) => {
      const location = "AutoFilter.clearColumnCriteria";
      const { area, criteria } = enabled(target, location);
      const column = columnArgument(area, columnIndex, location);
      const others = Object.entries(criteria).filter(([key]) => key !== String(column));
      return refilter(target, area, Object.fromEntries(others), location);
    }),
    ClearCriteria: method((target) => {
      const rows = target.rows();
      return rows ? refilter(target, rows.area, {}, "AutoFilter.clearCriteria") : undefined;
    }),
    GetRange: method((target) => rangeOf(enabled(target, "AutoFilter.getRange"))),
    GetRangeOrNullObject: method((target) => {
      const rows = target.rows();
      return rows && rangeOf(rows);
    }),
    Reapply: method((target) => {
      const rows = target.rows();
      return rows ? filterRows(rows, "AutoFilter.reapply") : undefined;
    }),
    Remove: method((target) => refilter(target, null, {}, "AutoFilter.remove")),
  },
});

export function sheetAutoFilterObject({ context, sheetId }: SheetTarget): HostObject {
  return autoFilterObject({
    context,
    sheetId: () => sheetId,
    rows: () => {
      const filter = sheetState(context, sheetId).autoFilter;
      return filter && { context, sheetId, ...filter };
    },
    keep: (area, criteria) => {
      sheetState(context, sheetId).autoFilter = area && { area, criteria };
    },
  });
}

/** A table's filter is over the table itself, and there as long as its filter buttons are. */
export function tableAutoFilterObject(table: FilterableTable): HostObject {
  const { context, tableId } = table;
  return autoFilterObject({
    context,
    sheetId: () => rowsOfTable(table).sheetId,
    rows: () => (tableState(context, tableId).showFilterButton ? rowsOfTable(table) : null),
    keep: (area, criteria) => {
      if (area && JSON.stringify(area) !== JSON.stringify(rowsOfTable(table).area)) {
        throw invalidArgument("AutoFilter.apply", "A table is filtered as a whole.");
      }
      const state = tableState(context, tableId);
      state.showFilterButton = area !== null;
      state.filter = criteria;
    },
  });
}
