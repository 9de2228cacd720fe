/** `Excel.Range`. */
import { formatAddress, formatArea, parseArea, splitAddress } from "../addresses";
import {
  areaOf,
  boundingArea,
  COLUMN_COUNT,
  columnsOf,
  intersection,
  isInsideSheet,
  ROW_COUNT,
  rowsOf,
  spansAllColumns,
  spansAllRows,
} from "../areas";
import { HostError, invalidArgument, invalidOperation, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area, Cell } from "../spreadsheet/spreadsheet";
import {
  booleanOf,
  integerOf,
  literalOf,
  oneOf,
  optionalText,
  recordOf,
  targetOf,
  textOf,
} from "./arguments";
import { requireUnprotected, requireWritable, spread, valueTypeOf, writeTyped } from "./cells";
import { applyCellStyle, styleOfCells } from "./cellStyles";
import { cellPropertyMethods } from "./cellProperties";
import { conditionalFormatsObject } from "./conditionalFormats";
import type { ModelContext } from "./context";
import { validationObject } from "./dataValidation";
import type { Argument, HostObject, Identity } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { hyperlinkOf, linkedCells, removeHyperlinks, setHyperlink } from "./hyperlinks";
import { columnWidth, rowHeight } from "./lines";
import { fromR1C1, toR1C1 } from "./r1c1";
import { rangeAreasObject } from "./rangeAreas";
import { copyMethods } from "./rangeCopy";
import { moveMethods } from "./rangeMove";
import { rangeFormatObject } from "./rangeFormat";
import { searchMethods } from "./rangeSearch";
import { rangeSortObject } from "./sorting";
import { hasSpill, spillMethods } from "./spills";
import { replaceAll } from "./rangeReplace";
import { outlineMethods } from "./outline";
import { viewMethods } from "./rangeView";
import { clearAreaState, deleteCells, insertCells } from "./structure";
import { requireNoTable, tablesInside } from "./tableAreas";
import { tablesObject } from "./tables";
import { worksheetObject } from "./worksheet";
import { findSheet, sheetName } from "./worksheets";

/** Excel does not tell more merged areas of one range. */
const MOST_MERGED_AREAS = 512;

export interface RangeTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly area: Area;
}

/** Cell values of whole rows or columns are too many: Excel answers null and takes none. */
function isUnbounded(area: Area): boolean {
  return spansAllRows(area) || spansAllColumns(area);
}

function readCells(range: RangeTarget, read: (cell: Cell) => Json): Json {
  return isUnbounded(range.area)
    ? null
    : range.context.spreadsheet.cells(range.sheetId, range.area).map((row) => row.map(read));
}

function writeCells(range: RangeTarget, value: Json, location: string): void {
  if (isUnbounded(range.area)) {
    throw invalidArgument(location, "Whole rows and columns take no cell values.");
  }
  const rows = spread(range.area, value, location);
  requireWritable(range.context, range.sheetId, range.area, location);
  writeTyped(range.context, range.sheetId, range.area, rows, location);
}

/** Formulas as written at their place, other cells by their values. */
function eachCell(range: RangeTarget, write: (formula: string, row: number, column: number) => string): Json {
  const { context, sheetId, area } = range;
  return isUnbounded(area)
    ? null
    : context.spreadsheet
        .cells(sheetId, area)
        .map((cells, row) =>
          cells.map(({ value, formula }, column) =>
            formula === null ? (value ?? "") : write(formula, area.top + row, area.left + column)
          )
        );
}

/** Formulas by distance as formulas by letters; a single one is for every cell. */
function withLetters({ area }: RangeTarget, value: Json): Json {
  const translated = (each: Json, row: number, column: number): Json =>
    typeof each === "string" && each.startsWith("=") ? fromR1C1(each, row, column) : each;
  if (isUnbounded(area)) {
    return value;
  }
  return spread(area, value, "Range.formulasR1C1").map((cells, row) =>
    cells.map((each, column) => translated(each, area.top + row, area.left + column))
  );
}

function writeNumberFormats(range: RangeTarget, value: Json): void {
  const location = "Range.numberFormat";
  if (isUnbounded(range.area)) {
    throw invalidArgument(location, "Whole rows and columns take no number formats of cells.");
  }
  const formats = spread(range.area, value, location, true).map((row) =>
    row.map((format) => optionalText(format, location))
  );
  requireUnprotected(range.context, range.sheetId, location, "allowFormatCells");
  range.context.spreadsheet.applyNumberFormats(range.sheetId, range.area.top, range.area.left, formats);
}

/** True, false, or null when the rows or columns of the area differ. */
function hiddenState(from: number, to: number, isHidden: (index: number) => boolean): boolean | null {
  const first = isHidden(from);
  for (let index = from + 1; index <= to; index += 1) {
    if (isHidden(index) !== first) {
      return null;
    }
  }
  return first;
}

function rowHidden({ context, sheetId, area }: RangeTarget): boolean | null {
  return spansAllRows(area)
    ? false
    : hiddenState(area.top, area.bottom, (row) => context.spreadsheet.isRowHidden(sheetId, row));
}

function columnHidden({ context, sheetId, area }: RangeTarget): boolean | null {
  return spansAllColumns(area)
    ? false
    : hiddenState(area.left, area.right, (column) => context.spreadsheet.isColumnHidden(sheetId, column));
}

function sum(from: number, to: number, lengthOf: (index: number) => number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) {
    total += lengthOf(index);
  }
  return total;
}

/** Another area of the same sheet; `InvalidArgument` outside of it. */
function move(range: RangeTarget, area: Area, location: string): HostObject {
  if (!isInsideSheet(area)) {
    throw invalidArgument(location, "The range would lie outside the sheet.");
  }
  return rangeObject({ ...range, area });
}

/** An argument that is a Range or an address on the same sheet. */
function areaArgument(range: RangeTarget, value: Argument | undefined, location: string): Area {
  if (isHostObject(value)) {
    const other = targetOf<RangeTarget>(value, "Range", location);
    if (other.sheetId !== range.sheetId) {
      throw invalidArgument(location, "Both ranges must be on the same sheet.");
    }
    return other.area;
  }
  return resolveAddress(range.context, range.sheetId, textOf(value, location), location).area;
}

/** Rows above or below, columns before or after; negative counts look the other way. */
function neighbours(
  range: RangeTarget,
  value: Argument | undefined,
  side: "above" | "below" | "before" | "after"
): HostObject {
  const location = `Range.get${{ above: "RowsAbove", below: "RowsBelow", before: "ColumnsBefore", after: "ColumnsAfter" }[side]}`;
  const count = value === undefined || value === null ? 1 : integerOf(value, location);
  const { top, left, bottom, right } = range.area;
  if (count < 1) {
    throw invalidArgument(location);
  }
  const area = {
    above: { top: top - count, left, bottom: top - 1, right },
    below: { top: bottom + 1, left, bottom: bottom + count, right },
    before: { top, left: left - count, bottom, right: left - 1 },
    after: { top, left: right + 1, bottom, right: right + count },
  }[side];
  return move(range, area, location);
}

function usedPart(range: RangeTarget, valuesOnly: boolean): Area | null {
  const used = range.context.spreadsheet.usedArea(range.sheetId, false);
  const part = used && intersection(used, range.area);
  if (!part || !valuesOnly) {
    return part;
  }
  return contentArea(range.context, range.sheetId, part);
}

function contentArea(context: ModelContext, sheetId: string, within: Area): Area | null {
  let found: Area | null = null;
  context.spreadsheet.cells(sheetId, within).forEach((row, rowIndex) =>
    row.forEach((cell, columnIndex) => {
      if (cell.value !== null || cell.formula !== null) {
        const here = areaOf(within.top + rowIndex, within.left + columnIndex, 1, 1);
        found = found ? boundingArea(found, here) : here;
      }
    })
  );
  return found;
}

/** Grows from the range until it is surrounded by empty cells. */
function surroundingRegion({ context, sheetId, area }: RangeTarget): Area {
  const used = context.spreadsheet.usedArea(sheetId, true);
  if (!used) {
    return area;
  }
  const cells = context.spreadsheet.cells(sheetId, used);
  const isFilled = (row: number, column: number): boolean => {
    const cell = cells[row - used.top]?.[column - used.left];
    return cell !== undefined && (cell.value !== null || cell.formula !== null);
  };
  let region = area;
  for (let grown = true; grown;) {
    grown = false;
    const ring = {
      top: region.top - 1,
      left: region.left - 1,
      bottom: region.bottom + 1,
      right: region.right + 1,
    };
    const touching: Area[] = [];
    for (let row = ring.top; row <= ring.bottom; row += 1) {
      for (let column = ring.left; column <= ring.right; column += 1) {
        const isInside = intersection(region, areaOf(row, column, 1, 1)) !== null;
        if (!isInside && isFilled(row, column)) {
          touching.push(areaOf(row, column, 1, 1));
        }
      }
    }
    if (touching.length > 0) {
      region = touching.reduce(boundingArea, region);
      grown = true;
    }
  }
  return region;
}

function mergeCells(range: RangeTarget, across: boolean): void {
  const { context, sheetId, area } = range;
  const location = "Range.merge";
  requireUnprotected(context, sheetId, location);
  requireNoTable(context, sheetId, area, location);
  const parts = across
    ? Array.from({ length: rowsOf(area) }, (_, row) => areaOf(area.top + row, area.left, 1, columnsOf(area)))
    : [area];
  for (const part of parts.filter((each) => rowsOf(each) * columnsOf(each) > 1)) {
    const cells = context.spreadsheet.cells(sheetId, part);
    const empty = { value: null, formula: null };
    const cleared = cells.map((row, rowIndex) =>
      row.map((cell, columnIndex) =>
        (rowIndex > 0 || columnIndex > 0) && (cell.value !== null || cell.formula !== null) ? empty : null
      )
    );
    context.spreadsheet.write(sheetId, part.top, part.left, cleared);
    context.spreadsheet.unmerge(sheetId, part);
    context.spreadsheet.merge(sheetId, part);
  }
}

function clear(range: RangeTarget, what: string): void {
  const { context, sheetId, area } = range;
  const location = "Range.clear";
  const used = context.spreadsheet.usedArea(sheetId, false);
  const part = used && intersection(used, area);
  if (what !== "Formats") {
    requireWritable(context, sheetId, area, location);
    if (part) {
      const empty = { value: null, formula: null };
      const rows = Array.from({ length: rowsOf(part) }, () =>
        Array.from({ length: columnsOf(part) }, () => empty)
      );
      context.spreadsheet.write(sheetId, part.top, part.left, rows);
    }
  }
  if (what === "All" || what === "Formats") {
    requireUnprotected(context, sheetId, location, "allowFormatCells");
    if (what === "All") {
      context.spreadsheet.unmerge(sheetId, area);
    }
    context.spreadsheet.clearFormats(sheetId, area);
    clearAreaState(context, sheetId, area, what);
  }
}

/** `Hyperlinks` leaves the looks of links, `RemoveHyperlinks` takes them too. */
function clearHyperlinks(range: RangeTarget, withLooks: boolean): void {
  const location = "Range.clear";
  requireUnprotected(range.context, range.sheetId, location, "allowInsertHyperlinks");
  const cells = linkedCells(range);
  removeHyperlinks(range);
  if (withLooks) {
    cells.forEach((area) => clear({ ...range, area }, "Formats"));
  }
}

/** First cell whose shown text holds the text, row by row. */
function find(range: RangeTarget, text: string, criteria: Json, location: string): HostObject | null {
  const options =
    criteria === null ? {} : recordOf(criteria, ["completeMatch", "matchCase", "searchDirection"], location);
  const part = usedPart(range, true);
  if (!part) {
    return null;
  }
  const fold = (value: string): string => (options["matchCase"] === true ? value : value.toLocaleLowerCase());
  const wanted = fold(text);
  const cells = range.context.spreadsheet
    .texts(range.sheetId, part)
    .flatMap((row, rowIndex) =>
      row.map((shown, columnIndex) => ({ shown: fold(shown), rowIndex, columnIndex }))
    );
  const inOrder = options["searchDirection"] === "Backwards" ? cells.reverse() : cells;
  const hit = inOrder.find(({ shown }) =>
    options["completeMatch"] === true ? shown === wanted : shown.includes(wanted)
  );
  return hit
    ? rangeObject({ ...range, area: areaOf(part.top + hit.rowIndex, part.left + hit.columnIndex, 1, 1) })
    : null;
}

function found(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

function flag(value: Argument | undefined, location: string): boolean {
  return value === undefined || value === null ? false : booleanOf(value, location);
}

export const rangeObject: (target: RangeTarget) => HostObject = defineObject<RangeTarget>({
  name: "Range",
  identity: (range): Identity => {
    const id = range.context.references.idOf(range);
    return id === null ? {} : { _ReferenceId: id };
  },
  properties: {
    Address: readOnly((range) => addressOf(range)),
    AddressLocal: readOnly((range) => addressOf(range)),
    CellCount: readOnly(({ area }) => {
      const count = rowsOf(area) * columnsOf(area);
      return count > 2 ** 31 - 1 ? -1 : count;
    }),
    RowIndex: readOnly(({ area }) => area.top),
    ColumnIndex: readOnly(({ area }) => area.left),
    RowCount: readOnly(({ area }) => rowsOf(area)),
    ColumnCount: readOnly(({ area }) => columnsOf(area)),
    IsEntireRow: readOnly(({ area }) => spansAllColumns(area)),
    IsEntireColumn: readOnly(({ area }) => spansAllRows(area)),
    Values: readWrite(
      (range) => readCells(range, ({ value }) => value ?? ""),
      (range, value) => writeCells(range, value, "Range.values")
    ),
    Formulas: readWrite(
      (range) => readCells(range, ({ value, formula }) => formula ?? value ?? ""),
      (range, value) => writeCells(range, value, "Range.formulas")
    ),
    FormulasR1C1: readWrite(
      (range) => eachCell(range, toR1C1),
      (range, value) => writeCells(range, withLetters(range, value), "Range.formulasR1C1")
    ),
    Text: readOnly((range) =>
      isUnbounded(range.area) ? null : range.context.spreadsheet.texts(range.sheetId, range.area)
    ),
    ValueTypes: readOnly((range) => readCells(range, valueTypeOf)),
    NumberFormat: readWrite(
      (range) => readCells(range, ({ numberFormat }) => numberFormat),
      (range, value) => writeNumberFormats(range, value)
    ),
    Hyperlink: readWrite(hyperlinkOf, (range, value) => setHyperlink(range, value, "Range.hyperlink")),
    Style: readWrite(
      ({ context, sheetId, area }) => styleOfCells(context, sheetId, area),
      (range, value) => applyCellStyle(range, value, "Range.style")
    ),
    HasSpill: readOnly(hasSpill),
    RowHidden: readWrite(rowHidden, (range, value) => {
      const { context, sheetId, area } = range;
      requireUnprotected(context, sheetId, "Range.rowHidden", "allowFormatRows");
      const hidden = booleanOf(value, "Range.rowHidden");
      context.spreadsheet.setRowsHidden(sheetId, area.top, area.bottom, hidden);
    }),
    ColumnHidden: readWrite(columnHidden, (range, value) => {
      const { context, sheetId, area } = range;
      requireUnprotected(context, sheetId, "Range.columnHidden", "allowFormatColumns");
      const hidden = booleanOf(value, "Range.columnHidden");
      context.spreadsheet.setColumnsHidden(sheetId, area.left, area.right, hidden);
    }),
    Hidden: readOnly((range) => {
      const [rows, columns] = [rowHidden(range), columnHidden(range)];
      return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
    }),
    Top: readOnly(({ context, sheetId, area }) =>
      sum(0, area.top, (row) => rowHeight(context.spreadsheet, sheetId, row))
    ),
    Left: readOnly(({ context, sheetId, area }) =>
      sum(0, area.left, (column) => columnWidth(context.spreadsheet, sheetId, column))
    ),
    Height: readOnly(({ context, sheetId, area }) =>
      sum(area.top, area.bottom + 1, (row) => rowHeight(context.spreadsheet, sheetId, row))
    ),
    Width: readOnly(({ context, sheetId, area }) =>
      sum(area.left, area.right + 1, (column) => columnWidth(context.spreadsheet, sheetId, column))
    ),
  },
  objects: {
    Format: (range) => rangeFormatObject(range),
    Worksheet: ({ context, sheetId }) => worksheetObject({ context, sheetId }),
    DataValidation: (range) => validationObject(range),
    ConditionalFormats: ({ context, sheetId, area }) =>
      conditionalFormatsObject({ context, sheetId, areas: [area] }),
    Sort: (range) => rangeSortObject(range),
  },
  methods: {
    ...cellPropertyMethods,
    ...copyMethods,
    ...moveMethods,
    ...outlineMethods,
    ...searchMethods,
    ...spillMethods,
    ...viewMethods,
    _KeepReference: method((range) => void range.context.references.keep(rangeObject(range))),
    _ValidateArraySize: method(["rows", "columns"], ({ area }, rows, columns) => {
      if (rows !== rowsOf(area) || columns !== columnsOf(area)) {
        throw invalidArgument(
          "Range",
          "The number of rows or columns in the input array doesn't match the size or dimensions of the range."
        );
      }
    }),
    GetCell: method(["row", "column"], (range, row, column) => {
      const location = "Range.getCell";
      const { top, left } = range.area;
      return move(
        range,
        areaOf(top + integerOf(row, location), left + integerOf(column, location), 1, 1),
        location
      );
    }),
    GetRow: method(["row"], (range, row) => {
      const top = range.area.top + integerOf(row, "Range.getRow");
      return move(range, { ...range.area, top, bottom: top }, "Range.getRow");
    }),
    GetColumn: method(["column"], (range, column) => {
      const left = range.area.left + integerOf(column, "Range.getColumn");
      return move(range, { ...range.area, left, right: left }, "Range.getColumn");
    }),
    GetRowsAbove: method(["count"], (range, count) => neighbours(range, count, "above")),
    GetRowsBelow: method(["count"], (range, count) => neighbours(range, count, "below")),
    GetColumnsBefore: method(["count"], (range, count) => neighbours(range, count, "before")),
    GetColumnsAfter: method(["count"], (range, count) => neighbours(range, count, "after")),
    GetEntireRow: method((range) =>
      rangeObject({ ...range, area: { ...range.area, left: 0, right: COLUMN_COUNT - 1 } })
    ),
    GetEntireColumn: method((range) =>
      rangeObject({ ...range, area: { ...range.area, top: 0, bottom: ROW_COUNT - 1 } })
    ),
    GetLastCell: method((range) =>
      rangeObject({ ...range, area: areaOf(range.area.bottom, range.area.right, 1, 1) })
    ),
    GetLastRow: method((range) => rangeObject({ ...range, area: { ...range.area, top: range.area.bottom } })),
    GetLastColumn: method((range) =>
      rangeObject({ ...range, area: { ...range.area, left: range.area.right } })
    ),
    GetOffsetRange: method(["rowOffset", "columnOffset"], (range, rowOffset, columnOffset) => {
      const location = "Range.getOffsetRange";
      const [down, right] = [integerOf(rowOffset, location), integerOf(columnOffset, location)];
      const { area } = range;
      return move(range, areaOf(area.top + down, area.left + right, rowsOf(area), columnsOf(area)), location);
    }),
    GetResizedRange: method(["deltaRows", "deltaColumns"], (range, deltaRows, deltaColumns) => {
      const location = "Range.getResizedRange";
      const { area } = range;
      const corner = {
        row: area.bottom + integerOf(deltaRows, location),
        column: area.right + integerOf(deltaColumns, location),
      };
      // The last cell moves; beyond the first one it goes on to the other side.
      const first = areaOf(area.top, area.left, 1, 1);
      return move(range, boundingArea(first, areaOf(corner.row, corner.column, 1, 1)), location);
    }),
    GetAbsoluteResizedRange: method(["numRows", "numColumns"], (range, numRows, numColumns) => {
      const location = "Range.getAbsoluteResizedRange";
      const rows = integerOf(numRows, location);
      const columns = integerOf(numColumns, location);
      return move(range, areaOf(range.area.top, range.area.left, rows, columns), location);
    }),
    GetBoundingRect: method(["anotherRange"], (range, another) =>
      rangeObject({
        ...range,
        area: boundingArea(range.area, areaArgument(range, another, "Range.getBoundingRect")),
      })
    ),
    GetIntersection: method(["anotherRange"], (range, another) => {
      const location = "Range.getIntersection";
      const common = intersection(range.area, areaArgument(range, another, location));
      return found(common && rangeObject({ ...range, area: common }), location);
    }),
    GetIntersectionOrNullObject: method(["anotherRange"], (range, another) => {
      const common = intersection(
        range.area,
        areaArgument(range, another, "Range.getIntersectionOrNullObject")
      );
      return common && rangeObject({ ...range, area: common });
    }),
    GetUsedRange: method(["valuesOnly"], (range, valuesOnly) => {
      const part = usedPart(range, flag(valuesOnly, "Range.getUsedRange"));
      return rangeObject({ ...range, area: part ?? areaOf(range.area.top, range.area.left, 1, 1) });
    }),
    GetUsedRangeOrNullObject: method(["valuesOnly"], (range, valuesOnly) => {
      const part = usedPart(range, flag(valuesOnly, "Range.getUsedRangeOrNullObject"));
      return part && rangeObject({ ...range, area: part });
    }),
    GetSurroundingRegion: method((range) => rangeObject({ ...range, area: surroundingRegion(range) })),
    GetMergedAreasOrNullObject: method(({ context, sheetId, area }) => {
      const areas = context.spreadsheet.merges(sheetId).filter((merge) => intersection(merge, area) !== null);
      if (areas.length > MOST_MERGED_AREAS) {
        throw new HostError("GeneralException", "There are too many merged areas.", "Range.getMergedAreas");
      }
      return areas.length > 0 ? rangeAreasObject({ context, sheetId, areas }) : null;
    }),
    GetTables: method(["fullyContained"], (range, fullyContained) =>
      tablesObject({
        context: range.context,
        sheetId: range.sheetId,
        within: tablesInside(
          range.context,
          range.sheetId,
          range.area,
          flag(fullyContained, "Range.getTables")
        ),
        scoped: true,
      })
    ),
    Find: method(["text", "criteria"], (range, text, criteria) =>
      found(
        find(range, textOf(text, "Range.find"), literalOf(criteria, "Range.find"), "Range.find"),
        "Range.find"
      )
    ),
    FindOrNullObject: method(["text", "criteria"], (range, text, criteria) => {
      const location = "Range.findOrNullObject";
      return find(range, textOf(text, location), literalOf(criteria, location), location);
    }),
    ReplaceAll: method(["text", "replacement", "criteria"], (range, text, replacement, criteria) =>
      replaceAll(range, text, replacement, criteria, "Range.replaceAll")
    ),
    Merge: method(["across"], (range, across) => mergeCells(range, flag(across, "Range.merge"))),
    Unmerge: method(({ context, sheetId, area }) => {
      requireUnprotected(context, sheetId, "Range.unmerge");
      context.spreadsheet.unmerge(sheetId, area);
    }),
    Clear: method(["applyTo"], (range, applyTo) => {
      const kinds = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"] as const;
      const what = applyTo === null || applyTo === undefined ? "All" : oneOf(kinds, applyTo, "Range.clear");
      if (what === "All" || what === "Formats" || what === "Contents") {
        clear(range, what);
      } else {
        clearHyperlinks(range, what === "RemoveHyperlinks");
      }
    }),
    Insert: method(["shift"], (range, shift) => {
      const direction = oneOf(["Down", "Right"] as const, shift, "Range.insert");
      insertCells(range.context, range.sheetId, range.area, direction, "Range.insert");
      return rangeObject({ ...range });
    }),
    Delete: method(["shift"], (range, shift) => {
      const direction = oneOf(["Up", "Left"] as const, shift, "Range.delete");
      deleteCells(range.context, range.sheetId, range.area, direction, "Range.delete");
    }),
    Select: method(({ context, sheetId, area }) => {
      const sheet = context.spreadsheet.sheets().find(({ id }) => id === sheetId);
      if (sheet?.hidden) {
        throw invalidOperation("Range.select", "The sheet is hidden.");
      }
      context.spreadsheet.activateSheet(sheetId);
      context.spreadsheet.select(sheetId, area);
    }),
    Calculate: method(({ context }) => context.spreadsheet.settle()),
  },
});

export function addressOf({ context, sheetId, area }: RangeTarget): string {
  return formatAddress(sheetName(context, sheetId), area);
}

/**
 * The range of an address such as `B2:D9`, `A:A`, `'Biểu 02'!A1` or of a defined name. An address that names another
 * sheet is refused as Excel does, except where `sheetId` is null.
 */
export function resolveAddress(
  context: ModelContext,
  sheetId: string | null,
  address: string,
  location: string
): RangeTarget {
  const { sheet, local } = splitAddress(address.replace(/^=/, ""));
  const named = sheet === null ? null : findSheet(context, sheet);
  if (sheet !== null && (named === null || (sheetId !== null && named !== sheetId))) {
    throw invalidArgument(location, `"${address}" is not on this sheet.`);
  }
  const area = parseArea(local);
  const ofSheet = named ?? sheetId;
  if (area && ofSheet !== null) {
    return { context, sheetId: ofSheet, area };
  }
  const name = context.spreadsheet
    .names()
    .filter((each) => each.sheetId === null || each.sheetId === sheetId)
    .find((each) => each.name.toLowerCase() === local.toLowerCase());
  const table = context.spreadsheet.tables().find((each) => each.name.toLowerCase() === local.toLowerCase());
  if (table) {
    return { context, sheetId: table.sheetId, area: { ...table.area, top: table.area.top + 1 } };
  }
  if (!name) {
    throw invalidArgument(location, `"${address}" is no address.`);
  }
  return resolveAddress(context, null, name.formula, location);
}

/** An address of several areas, `A1:B2,D4`. */
export function areasOf(
  context: ModelContext,
  sheetId: string,
  address: string,
  location: string
): readonly Area[] {
  return address.split(",").map((part) => resolveAddress(context, sheetId, part, location).area);
}

export function localAddress(areas: readonly Area[], absolute = false): string {
  return areas.map((area) => formatArea(area, absolute)).join(",");
}
