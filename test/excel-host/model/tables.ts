/** `Excel.Table`, its rows and columns, and the collections of tables. */
import { areaOf, columnsOf, covers, intersection, overlaps, rowsOf, sameArea } from "../areas";
import {
  apiNotFound,
  invalidArgument,
  invalidOperation,
  itemAlreadyExists,
  itemNotFound,
  wrongShape,
} from "../errors";
import type { Json } from "../protocol";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import type { Area, TableInfo } from "../spreadsheet/spreadsheet";
import { escaped } from "../spreadsheet/structuredReferences";
import { booleanOf, integerOf, literalOf, optionalText, targetOf, textOf } from "./arguments";
import { requireUnprotected, requireWritable, spread, writeTyped } from "./cells";
import type { ModelContext } from "./context";
import { tableState } from "./context";
import type { Argument, HostObject, Property } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { eventMethods, namedEvent } from "./eventMembers";
import {
  clearTableFilters,
  filterObject,
  reapplyTableFilters,
  shiftedCriteria,
  tableAutoFilterObject,
} from "./filters";
import { isFreeName, isValidName } from "./names";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { TableState } from "./state";
import { tableSortObject } from "./sorting";
import { deleteCells, insertCells } from "./structure";
import { requireNoTable, tablesOn, uniqueTitle } from "./tableAreas";
import { worksheetObject } from "./worksheet";
import { wireSheetId } from "./worksheets";

/** Tables of the workbook, of a sheet, or some of a sheet. */
export interface TablesTarget {
  readonly context: ModelContext;
  readonly sheetId: string | null;
  /** `null`: all of them. */
  readonly within: readonly string[] | null;
  /** Whether the collection is a result (`TableScopedCollection`). */
  readonly scoped: boolean;
}

interface TableTarget {
  readonly context: ModelContext;
  readonly tableId: string;
}

function infoOf({ context, tableId }: TableTarget): TableInfo {
  const info = context.spreadsheet.tables().find(({ id }) => id === tableId);
  if (!info) {
    throw itemNotFound("Table");
  }
  return info;
}

function rangeIn(table: TableTarget, part: (area: Area) => Area): HostObject {
  const { sheetId, area } = infoOf(table);
  return rangeObject({ context: table.context, sheetId, area: part(area) });
}

const DATA_CHANGED = { member: "onChanged", wireName: "DataChanged", eventType: EventType.tableChanged };

/** The table with its row of totals. */
function wholeOf(table: TableTarget): (area: Area) => Area {
  const { showTotals } = tableState(table.context, table.tableId);
  return (area) => (showTotals ? { ...area, bottom: area.bottom + 1 } : area);
}

function totalsArea(table: TableTarget, location: string): Area {
  if (!tableState(table.context, table.tableId).showTotals) {
    throw itemNotFound(location);
  }
  const { area } = infoOf(table);
  return { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
}

const header = (area: Area): Area => ({ ...area, bottom: area.top });
const body = (area: Area): Area => ({ ...area, top: area.top + 1 });

function stateFlag(
  name:
    | "showFilterButton"
    | "showBandedRows"
    | "showBandedColumns"
    | "highlightFirstColumn"
    | "highlightLastColumn"
): Property<TableTarget> {
  return readWrite(
    ({ context, tableId }) => tableState(context, tableId)[name],
    ({ context, tableId }, value) => {
      const state: TableState = tableState(context, tableId);
      state[name] = booleanOf(value, `Table.${name}`);
    }
  );
}

async function rename(table: TableTarget, value: Json): Promise<void> {
  const { context } = table;
  const name = textOf(value, "Table.name");
  const info = infoOf(table);
  if (name === info.name) {
    return;
  }
  if (!isValidName(name)) {
    throw invalidArgument("Table.name", `"${name}" is no name for a table.`);
  }
  if (name.toLowerCase() !== info.name.toLowerCase() && !isFreeName(context, name)) {
    throw itemAlreadyExists("Table.name");
  }
  await context.spreadsheet.renameTable(table.tableId, name);
}

async function removeTable(table: TableTarget): Promise<void> {
  const { context, tableId } = table;
  const { name, sheetId } = infoOf(table);
  if (Object.keys(tableState(context, tableId).filter).length > 0) {
    await clearTableFilters(table, "Table.delete");
  }
  await context.spreadsheet.removeTable(tableId);
  delete context.state.tables[tableId];
  announceTable(context, EventType.tableDeleted, sheetId, { tableId, tableName: name });
}

/** For the handlers of the sheet's tables and of all tables. */
function announceTable(
  context: ModelContext,
  eventType: number,
  sheetId: string,
  message: { readonly tableId: string; readonly tableName?: string }
): void {
  const worksheetId = wireSheetId(sheetId);
  context.announce({
    eventType,
    targets: [worksheetId, WORKBOOK_TARGET],
    message: { worksheetId, ...message },
  });
}

async function resize(table: TableTarget, newRange: Argument | undefined): Promise<void> {
  const { context } = table;
  const location = "Table.resize";
  const info = infoOf(table);
  const area = isHostObject(newRange)
    ? targetOf<RangeTarget>(newRange, "Range", location).area
    : resolveAddress(context, info.sheetId, textOf(newRange, location), location).area;
  requireUnprotected(context, info.sheetId, location);
  if (tableState(context, table.tableId).showTotals) {
    throw apiNotFound(location, "this host resizes no table with a row of totals");
  }
  const others = tablesOn(context, info.sheetId).filter(({ id }) => id !== table.tableId);
  if (area.top !== info.area.top || !overlaps(area, info.area) || rowsOf(area) < 2) {
    throw invalidArgument(location, "The header row must stay where it is, and the tables must overlap.");
  }
  if (others.some((other) => overlaps(other.area, area))) {
    throw invalidOperation(location, "Tables cannot overlap.");
  }
  await context.spreadsheet.resizeTable(table.tableId, area);
}

/** A row of totals comes (cells below make room) with a sum or a count in its last column, or goes. */
function setTotals(table: TableTarget, shown: boolean): void {
  const { context, tableId } = table;
  const state = tableState(context, tableId);
  const location = "Table.showTotals";
  const { sheetId, area, name } = infoOf(table);
  requireUnprotected(context, sheetId, location);
  if (shown === state.showTotals) {
    return;
  }
  const place = { ...area, top: area.bottom + 1, bottom: area.bottom + 1 };
  if (!shown) {
    deleteCells(context, sheetId, place, "Up", location);
    state.showTotals = false;
    return;
  }
  if (!isFree(context, sheetId, place)) {
    insertCells(context, sheetId, place, "Down", location);
  }
  const title = headerTexts(table).at(-1) ?? "";
  const last = context.spreadsheet.cells(sheetId, { ...body(area), left: area.right }).flat();
  const isNumeric = last.some(({ value }) => typeof value === "number");
  const formula = `=SUBTOTAL(${isNumeric ? 109 : 103},${name}[${escaped(title)}])`;
  const entries = headerTexts(table).map((_, index, all) => {
    const total = index === all.length - 1 && all.length > 1 ? { value: null, formula } : null;
    return index === 0 ? { value: "Total", formula: null } : total;
  });
  state.showTotals = true;
  context.spreadsheet.write(sheetId, place.top, place.left, [entries]);
}

export const tableObject: (target: TableTarget) => HostObject = defineObject<TableTarget>({
  name: "Table",
  identity: ({ tableId }) => ({ Id: tableId }),
  properties: {
    Id: readOnly(({ tableId }) => tableId),
    LegacyId: readOnly(({ tableId }) => tableId),
    Name: readWrite((table) => infoOf(table).name, rename),
    ShowHeaders: readOnly(() => true),
    ShowTotals: readWrite(
      ({ context, tableId }) => tableState(context, tableId).showTotals,
      (table, value) => setTotals(table, booleanOf(value, "Table.showTotals"))
    ),
    Style: readWrite(
      ({ context, tableId }) => tableState(context, tableId).style,
      ({ context, tableId }, value) => {
        const style = textOf(value, "Table.style");
        if (!/^TableStyle(Light|Medium|Dark)\d{1,2}$/.test(style)) {
          throw invalidArgument("Table.style", `There is no table style "${style}".`);
        }
        tableState(context, tableId).style = style;
      }
    ),
    ShowFilterButton: stateFlag("showFilterButton"),
    ShowBandedRows: stateFlag("showBandedRows"),
    ShowBandedColumns: stateFlag("showBandedColumns"),
    HighlightFirstColumn: stateFlag("highlightFirstColumn"),
    HighlightLastColumn: stateFlag("highlightLastColumn"),
  },
  objects: {
    AutoFilter: (table) => tableAutoFilterObject(table),
    Columns: (table) => columnsObject(table),
    Rows: (table) => rowsObject(table),
    Sort: (table) => tableSortObject(table),
    Worksheet: (table) => worksheetObject({ context: table.context, sheetId: infoOf(table).sheetId }),
  },
  methods: {
    ClearFilters: method((table) => clearTableFilters(table, "Table.clearFilters")),
    ReapplyFilters: method((table) => reapplyTableFilters(table, "Table.reapplyFilters")),
    GetRange: method((table) => rangeIn(table, wholeOf(table))),
    GetHeaderRowRange: method((table) => rangeIn(table, header)),
    GetDataBodyRange: method((table) => rangeIn(table, body)),
    GetTotalRowRange: method((table) => rangeIn(table, () => totalsArea(table, "Table.getTotalRowRange"))),
    Resize: method(["newRange"], resize),
    Delete: method(async (table) => {
      const { context } = table;
      const { sheetId } = infoOf(table);
      const area = wholeOf(table)(infoOf(table).area);
      requireUnprotected(context, sheetId, "Table.delete");
      await removeTable(table);
      const empty = Array.from({ length: rowsOf(area) }, () =>
        Array.from({ length: columnsOf(area) }, () => ({ value: null, formula: null }))
      );
      context.spreadsheet.write(sheetId, area.top, area.left, empty);
    }),
    ConvertToRange: method(async (table) => {
      const { sheetId } = infoOf(table);
      const area = wholeOf(table)(infoOf(table).area);
      requireUnprotected(table.context, sheetId, "Table.convertToRange");
      await removeTable(table);
      return rangeObject({ context: table.context, sheetId, area });
    }),
    ...eventMethods<TableTarget>(
      "Table",
      [DATA_CHANGED, namedEvent("SelectionChanged", EventType.tableSelectionChanged)],
      ({ tableId }) => tableId
    ),
  },
});

interface ColumnTarget extends TableTarget {
  /** Zero-based inside the table. */
  readonly index: number;
}

function headerTexts(table: TableTarget): readonly string[] {
  const { sheetId, area } = infoOf(table);
  const [row = []] = table.context.spreadsheet.cells(sheetId, header(area));
  return row.map(({ value }) => String(value ?? ""));
}

function columnTarget(table: TableTarget, index: number): ColumnTarget {
  return { context: table.context, tableId: table.tableId, index };
}

function columnArea({ index }: ColumnTarget, area: Area): Area {
  return { ...area, left: area.left + index, right: area.left + index };
}

/** Columns are found by header text or by the id that they are given here: their place, counting from 1. */
function columnByKey(table: TableTarget, key: Json): HostObject | null {
  const texts = headerTexts(table);
  const index =
    typeof key === "number"
      ? key - 1
      : texts.findIndex((text) => text.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < texts.length ? columnObject(columnTarget(table, index)) : null;
}

const columnObject = defineObject<ColumnTarget>({
  name: "TableColumn",
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: readOnly(({ index }) => index + 1),
    Index: readOnly(({ index }) => index),
    Name: readWrite(
      (column) => headerTexts(column)[column.index] ?? "",
      (column, value) => {
        const location = "TableColumn.name";
        const name = textOf(value, location);
        const { sheetId, area } = infoOf(column);
        const taken = headerTexts(column).some(
          (text, index) => index !== column.index && text.toLowerCase() === name.toLowerCase()
        );
        if (name === "" || taken) {
          throw invalidArgument(location);
        }
        requireWritable(column.context, sheetId, columnArea(column, header(area)), location);
        column.context.spreadsheet.write(sheetId, area.top, area.left + column.index, [
          [{ value: name, formula: null }],
        ]);
      }
    ),
    Values: readWrite(
      (column) => {
        const { sheetId, area } = infoOf(column);
        const cells = column.context.spreadsheet.cells(sheetId, columnArea(column, wholeOf(column)(area)));
        return cells.map((row) => row.map(({ value }) => value ?? ""));
      },
      (column, value) => {
        const { sheetId, area } = infoOf(column);
        const whole = columnArea(column, wholeOf(column)(area));
        writeRows(column.context, sheetId, whole, value, "TableColumn.values");
      }
    ),
  },
  objects: { Filter: (column) => filterObject(column) },
  methods: {
    Delete: method(deleteColumn),
    GetTotalRowRange: method((column) =>
      rangeIn(column, () => columnArea(column, totalsArea(column, "TableColumn.getTotalRowRange")))
    ),
    GetRange: method((column) => rangeIn(column, (area) => columnArea(column, wholeOf(column)(area)))),
    GetHeaderRowRange: method((column) => rangeIn(column, (area) => columnArea(column, header(area)))),
    GetDataBodyRange: method((column) => rangeIn(column, (area) => columnArea(column, body(area)))),
  },
});

function writeRows(context: ModelContext, sheetId: string, area: Area, value: Json, location: string): void {
  const rows = spread(area, value, location);
  requireWritable(context, sheetId, area, location);
  writeTyped(context, sheetId, area, rows, location);
}

/** Cells to the right of the table close the gap. */
async function deleteColumn(column: ColumnTarget): Promise<void> {
  const { context, tableId, index } = column;
  const location = "TableColumn.delete";
  const { sheetId, area } = infoOf(column);
  requireUnprotected(context, sheetId, location, "allowDeleteColumns");
  if (columnsOf(area) === 1) {
    throw invalidOperation(location, "A table keeps at least one column.");
  }
  const gone = columnArea(column, wholeOf(column)(area));
  const next = { ...area, right: area.right - 1 };
  await clearTableFilters(column, location);
  deleteCells(context, sheetId, gone, "Left", location);
  if (!sameArea(infoOf(column).area, next)) {
    await context.spreadsheet.resizeTable(tableId, next);
  }
  const state = tableState(context, tableId);
  state.filter = shiftedCriteria(state.filter, index, -1);
}

/** Adds a column at `index` or behind the last one; cells to the right make room when they are in the way. */
async function addColumn(
  table: TableTarget,
  index: Argument | undefined,
  values: Argument | undefined,
  name: Argument | undefined
): Promise<HostObject> {
  const { context, tableId } = table;
  const location = "TableColumnCollection.add";
  const { sheetId, area } = infoOf(table);
  const total = columnsOf(area);
  const at = index === null || index === undefined || index === -1 ? total : integerOf(index, location);
  if (at < 0 || at > total) {
    throw invalidArgument(location);
  }
  requireUnprotected(context, sheetId, location, "allowInsertColumns");
  const column = { context, tableId, index: at };
  const place = columnArea(column, area);
  const [title, ...cells] = columnToAdd(literalOf(values ?? null, location), rowsOf(area), location);
  const whole = wholeOf(table)(place);
  if (at < total || !isFree(context, sheetId, whole)) {
    insertCells(context, sheetId, whole, "Right", location);
  }
  const grown = { ...area, right: area.right + 1 };
  if (!sameArea(infoOf(table).area, grown)) {
    await context.spreadsheet.resizeTable(tableId, grown);
  }
  const wanted = optionalText(name, location) ?? String(title ?? "");
  const taken = headerTexts(table).filter((_, position) => position !== at);
  const unique = uniqueTitle(wanted, at, new Set(taken.map((each) => each.toLowerCase())));
  context.spreadsheet.write(sheetId, place.top, place.left, [[{ value: unique, formula: null }]]);
  writeTyped(
    context,
    sheetId,
    body(place),
    cells.map((cell) => [cell]),
    location
  );
  const state = tableState(context, tableId);
  state.filter = shiftedCriteria(state.filter, at, 1);
  return columnObject(column);
}

/** A title and a value for each row; a single value stands in all of them. */
function columnToAdd(values: Json, rows: number, location: string): readonly Json[] {
  if (!Array.isArray(values)) {
    return [null, ...Array.from({ length: rows - 1 }, () => values)];
  }
  const cells = (values as readonly Json[]).map(
    (row) => (Array.isArray(row) ? row : [row]) as readonly Json[]
  );
  if (cells.length !== rows || cells.some((row) => row.length !== 1)) {
    throw wrongShape(location);
  }
  return cells.map(([cell = null]) => cell);
}

const columnsObject = defineObject<TableTarget>({
  name: "TableColumnCollection",
  properties: { Count: readOnly((table) => headerTexts(table).length) },
  items: (table) => headerTexts(table).map((_, index) => columnObject(columnTarget(table, index))),
  item: columnByKey,
  methods: {
    Add: method(["index", "values", "name"], addColumn),
    GetCount: method((table) => headerTexts(table).length),
    GetItemAt: method(["index"], (table, index) => {
      const location = "TableColumnCollection.getItemAt";
      const position = integerOf(index, location);
      if (position < 0 || position >= headerTexts(table).length) {
        throw itemNotFound(location);
      }
      return columnObject(columnTarget(table, position));
    }),
    GetItemOrNullObject: method(["key"], (table, key) =>
      columnByKey(table, literalOf(key, "TableColumnCollection.getItemOrNullObject"))
    ),
  },
});

interface RowTarget extends TableTarget {
  /** Zero-based inside the data body. */
  readonly index: number;
}

function rowArea({ index }: RowTarget, area: Area): Area {
  return { ...area, top: area.top + 1 + index, bottom: area.top + 1 + index };
}

const rowObject = defineObject<RowTarget>({
  name: "TableRow",
  properties: {
    Index: readOnly(({ index }) => index),
    Values: readWrite(
      (row) => {
        const { sheetId, area } = infoOf(row);
        const cells = row.context.spreadsheet.cells(sheetId, rowArea(row, area));
        return cells.map((each) => each.map(({ value }) => value ?? ""));
      },
      (row, value) => {
        const { sheetId, area } = infoOf(row);
        writeRows(row.context, sheetId, rowArea(row, area), value, "TableRow.values");
      }
    ),
  },
  methods: {
    GetRange: method((row) => rangeIn(row, (area) => rowArea(row, area))),
    Delete: method((row) => deleteRows(row, row.index, 1, "TableRow.delete")),
  },
});

function rowCount(table: TableTarget): number {
  return rowsOf(infoOf(table).area) - 1;
}

/** A table keeps one empty row when its last one goes. */
async function deleteRows(table: TableTarget, index: number, count: number, location: string): Promise<void> {
  const { context, tableId } = table;
  const { sheetId, area } = infoOf(table);
  const total = rowCount(table);
  if (index < 0 || count < 1 || index + count > total) {
    throw invalidArgument(location);
  }
  requireUnprotected(context, sheetId, location, "allowDeleteRows");
  if (count === total) {
    const kept = areaOf(area.top + 1, area.left, 1, columnsOf(area));
    writeTyped(context, sheetId, kept, spread(kept, "", location), location);
    tableState(context, tableId).hasInsertRow = true;
    return count > 1 ? deleteRows(table, 1, count - 1, location) : undefined;
  }
  const gone = areaOf(area.top + 1 + index, area.left, count, columnsOf(area));
  await context.spreadsheet.resizeTable(tableId, { ...area, bottom: area.bottom - count });
  deleteCells(context, sheetId, gone, "Up", location);
  const after = infoOf(table).area;
  if (rowsOf(after) !== rowsOf(area) - count) {
    await context.spreadsheet.resizeTable(tableId, { ...area, bottom: area.bottom - count });
  }
}

/** Adds rows at `index` or behind the last one; cells below the table move down when they are in the way. */
async function addRows(
  table: TableTarget,
  index: Argument | undefined,
  values: Argument | undefined
): Promise<HostObject> {
  const { context, tableId } = table;
  const location = "TableRowCollection.add";
  const { sheetId, area } = infoOf(table);
  const total = rowCount(table);
  const at = index === null || index === undefined || index === -1 ? total : integerOf(index, location);
  const rows = rowsToAdd(literalOf(values ?? null, location), columnsOf(area), location);
  if (at < 0 || at > total) {
    throw invalidArgument(location);
  }
  requireUnprotected(context, sheetId, location, "allowInsertRows");
  if (takeInsertRow(table)) {
    const [first = [], ...others] = rows;
    const filled = areaOf(area.top + 1, area.left, 1, columnsOf(area));
    writeTyped(context, sheetId, filled, [first], location);
    return others.length > 0
      ? addRows(table, null, others).then(() => rowObject({ context, tableId, index: 0 }))
      : rowObject({ context, tableId, index: 0 });
  }
  const place = areaOf(area.top + 1 + at, area.left, rows.length, columnsOf(area));
  const grown = { ...area, bottom: area.bottom + rows.length };
  const { showTotals } = tableState(context, tableId);
  if (at < total || showTotals || !isFree(context, sheetId, place)) {
    insertCells(context, sheetId, place, "Down", location);
  }
  if (!covers(infoOf(table).area, grown)) {
    await context.spreadsheet.resizeTable(tableId, grown);
  }
  writeTyped(context, sheetId, place, rows, location);
  return rowObject({ context, tableId, index: at });
}

/** Whether the table's one row is only the place for the first row to come; it is no longer, afterwards. */
function takeInsertRow(table: TableTarget): boolean {
  const { context, tableId } = table;
  const state = tableState(context, tableId);
  const { sheetId, area } = infoOf(table);
  const isInsertRow = state.hasInsertRow && rowsOf(area) === 2 && isFree(context, sheetId, body(area));
  state.hasInsertRow = false;
  return isInsertRow;
}

/** One row may come as a plain list; null stands for an empty row. */
function rowsToAdd(values: Json, columns: number, location: string): readonly (readonly Json[])[] {
  if (values === null) {
    return [Array.from({ length: columns }, () => null)];
  }
  if (!Array.isArray(values) || values.length === 0) {
    throw invalidArgument(location);
  }
  const rows = (Array.isArray(values[0]) ? values : [values]) as readonly Json[];
  return spread(areaOf(0, 0, rows.length, columns), rows, location);
}

function isFree(context: ModelContext, sheetId: string, area: Area): boolean {
  const used = context.spreadsheet.usedArea(sheetId, true);
  const touched = used && intersection(used, area);
  const cells = touched ? context.spreadsheet.cells(sheetId, touched).flat() : [];
  return cells.every(({ value, formula }) => value === null && formula === null);
}

const rowsObject = defineObject<TableTarget>({
  name: "TableRowCollection",
  properties: { Count: readOnly(rowCount) },
  items: (table) =>
    Array.from({ length: rowCount(table) }, (_, index) =>
      rowObject({ context: table.context, tableId: table.tableId, index })
    ),
  methods: {
    Add: method(["index", "values", "alwaysInsert"], (table, index, values) => addRows(table, index, values)),
    GetCount: method(rowCount),
    GetItemAt: method(["index"], (table, index) => {
      const location = "TableRowCollection.getItemAt";
      const position = integerOf(index, location);
      if (position < 0 || position >= rowCount(table)) {
        throw itemNotFound(location);
      }
      return rowObject({ context: table.context, tableId: table.tableId, index: position });
    }),
  },
});

function members({ context, sheetId, within }: TablesTarget): readonly TableInfo[] {
  return context.spreadsheet
    .tables()
    .filter((table) => sheetId === null || table.sheetId === sheetId)
    .filter((table) => within === null || within.includes(table.id));
}

function tableByKey(target: TablesTarget, key: Json): HostObject | null {
  const name = String(key).toLowerCase();
  const found = members(target).find((table) => table.id === key || table.name.toLowerCase() === name);
  return found ? tableObject({ context: target.context, tableId: found.id }) : null;
}

/** Makes a table; its header row becomes text and its headers unique, as in Excel. */
async function addTable(
  target: TablesTarget,
  address: Argument | undefined,
  hasHeaders: Argument | undefined
): Promise<HostObject> {
  const { context } = target;
  const location = "TableCollection.add";
  const range = isHostObject(address)
    ? targetOf<RangeTarget>(address, "Range", location)
    : resolveAddress(
        context,
        target.sheetId ?? context.spreadsheet.activeSheet(),
        textOf(address, location),
        location
      );
  const { sheetId } = range;
  requireUnprotected(context, sheetId, location);
  requireNoTable(context, sheetId, range.area, location);
  if (context.spreadsheet.merges(sheetId).some((merge) => overlaps(merge, range.area))) {
    throw invalidOperation(location, "A table cannot hold merged cells.");
  }
  const area = booleanOf(hasHeaders, location)
    ? withBody(range.area)
    : withHeader(context, sheetId, range.area, location);
  writeHeaders(context, sheetId, area);
  const tableId = await context.spreadsheet.addTable(sheetId, area, freeTableName(context));
  tableState(context, tableId).hasInsertRow = rowsOf(range.area) === 1 && hasHeaders === true;
  announceTable(context, EventType.tableAdded, sheetId, { tableId });
  return tableObject({ context, tableId });
}

/** A header alone gets an empty row below it. */
function withBody(area: Area): Area {
  return rowsOf(area) === 1 ? { ...area, bottom: area.bottom + 1 } : area;
}

/** Moves the cells down by one row for headers `Column1`, `Column2`, … */
function withHeader(context: ModelContext, sheetId: string, area: Area, location: string): Area {
  insertCells(context, sheetId, { ...area, bottom: area.top }, "Down", location);
  return { ...area, bottom: area.bottom + 1 };
}

function writeHeaders(context: ModelContext, sheetId: string, area: Area): void {
  const row = header(area);
  const [cells = []] = context.spreadsheet.cells(sheetId, row);
  const [texts = []] = context.spreadsheet.texts(sheetId, row);
  const taken = new Set<string>();
  const entries = cells.map((cell, index) => {
    const wanted = typeof cell.value === "string" && cell.value !== "" ? cell.value : (texts[index] ?? "");
    const unique = uniqueTitle(wanted, index, taken);
    taken.add(unique.toLowerCase());
    return unique === cell.value && cell.formula === null ? null : { value: unique, formula: null };
  });
  context.spreadsheet.write(sheetId, row.top, row.left, [entries]);
}

function freeTableName(context: ModelContext): string {
  let number = 1;
  while (!isFreeName(context, `Table${number}`)) {
    number += 1;
  }
  return `Table${number}`;
}

const collection = {
  properties: { Count: readOnly((target: TablesTarget) => members(target).length) },
  items: (target: TablesTarget) =>
    members(target).map(({ id }) => tableObject({ context: target.context, tableId: id })),
  item: tableByKey,
};

const allTablesObject = defineObject<TablesTarget>({
  name: "TableCollection",
  ...collection,
  methods: {
    Add: method(["address", "hasHeaders"], addTable),
    GetCount: method((target) => members(target).length),
    GetItemAt: method(["index"], (target, index) => {
      const found = members(target)[integerOf(index, "TableCollection.getItemAt")];
      if (!found) {
        throw itemNotFound("TableCollection.getItemAt");
      }
      return tableObject({ context: target.context, tableId: found.id });
    }),
    GetItemOrNullObject: method(["key"], (target, key) =>
      tableByKey(target, optionalText(key, "TableCollection.getItemOrNullObject"))
    ),
    ...eventMethods(
      "TableCollection",
      [
        DATA_CHANGED,
        namedEvent("Added", EventType.tableAdded),
        namedEvent("Deleted", EventType.tableDeleted),
      ],
      eventTarget
    ),
  },
});

function eventTarget({ sheetId }: TablesTarget): string {
  return sheetId === null ? WORKBOOK_TARGET : wireSheetId(sheetId);
}

const scopedTablesObject = defineObject<TablesTarget>({
  name: "TableScopedCollection",
  ...collection,
  methods: {
    GetCount: method((target) => members(target).length),
    GetFirst: method((target) => {
      const [first] = members(target);
      if (!first) {
        throw itemNotFound("TableScopedCollection.getFirst");
      }
      return tableObject({ context: target.context, tableId: first.id });
    }),
    GetItemOrNullObject: method(["key"], (target, key) =>
      tableByKey(target, optionalText(key, "TableScopedCollection.getItemOrNullObject"))
    ),
  },
});

export function tablesObject(target: TablesTarget): HostObject {
  return target.scoped ? scopedTablesObject(target) : allTablesObject(target);
}
