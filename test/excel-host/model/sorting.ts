/** `Excel.RangeSort` and `Excel.TableSort`: rows (or columns) in the order of some of their cells. */
import { areaOf, columnsOf, intersection, overlaps, rowsOf } from "../areas";
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import { formatArea } from "../addresses";
import type { Area, Cell, CellEntry, CellStyle } from "../spreadsheet/spreadsheet";
import { booleanOf, colorOf, integerOf, oneOf, recordOf } from "./arguments";
import { requireUnprotected, requireWritable, valueTypeOf, writeEntries } from "./cells";
import type { ModelContext } from "./context";
import { tableState } from "./context";
import type { Argument, HostObject } from "./definition";
import { defineObject, method, readOnly } from "./definition";
import type { FilterableTable } from "./filters";
import type { RangeTarget } from "./range";
import { movedFormula } from "./relativeFormulas";
import { wireSheetId } from "./worksheets";

const FIELD_KEYS = ["key", "sortOn", "ascending", "color", "dataOption", "icon", "subField"];

interface SortField {
  /** Offset from the first column, or row. */
  readonly key: number;
  readonly ascending: boolean;
  readonly textAsNumber: boolean;
  /** Cells with that colour come first (or last); `null`: by value. */
  readonly color: { readonly part: "fillColor" | "fontColor"; readonly value: string } | null;
}

/** A row that is sorted, or a column: its cells with their looks. */
interface Line {
  readonly index: number;
  readonly cells: readonly Cell[];
  readonly looks: readonly CellStyle[];
}

type Axis = "rows" | "columns";

function fieldsOf(value: Argument | undefined, limit: number, location: string): readonly SortField[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalidArgument(location, "At least one field is needed.");
  }
  return (value as readonly Json[]).map((each) => {
    const field = recordOf(each, FIELD_KEYS, location);
    const key = integerOf(field["key"] ?? null, `${location}.key`);
    if (key < 0 || key >= limit) {
      throw invalidArgument(`${location}.key`);
    }
    const sortOns = ["Value", "CellColor", "FontColor", "Icon"] as const;
    const sortOn = oneOf(sortOns, field["sortOn"] ?? "Value", `${location}.sortOn`);
    if (sortOn === "Icon" || (field["icon"] ?? field["subField"] ?? null) !== null) {
      throw apiNotFound(`${location}(${sortOn})`, "this host does not sort by icons and rich values");
    }
    const dataOption = oneOf(["Normal", "TextAsNumber"] as const, field["dataOption"] ?? "Normal", location);
    return {
      key,
      ascending: booleanOf(field["ascending"] ?? true, `${location}.ascending`),
      textAsNumber: dataOption === "TextAsNumber",
      color:
        sortOn === "Value"
          ? null
          : {
              part: sortOn === "CellColor" ? ("fillColor" as const) : ("fontColor" as const),
              value: colorOf(field["color"] ?? null, `${location}.color`),
            },
    };
  });
}

const TYPE_ORDER = ["Double", "String", "Boolean", "Error"];

/** Numbers before texts before truths before errors; empty cells are last whatever the direction. */
function compareCells(first: Cell, second: Cell, field: SortField, compareTexts: Intl.Collator): number {
  const [one, two] = [keyOf(first, field), keyOf(second, field)];
  if (one === null || two === null) {
    return one === two ? 0 : one === null ? 1 : -1;
  }
  const byType = one.type - two.type;
  const byValue =
    typeof one.value === "string" && typeof two.value === "string"
      ? compareTexts.compare(one.value, two.value)
      : Number(one.value) - Number(two.value);
  const order = byType !== 0 ? byType : Number.isNaN(byValue) ? 0 : byValue;
  return field.ascending ? order : -order;
}

function keyOf(cell: Cell, field: SortField): { readonly type: number; readonly value: unknown } | null {
  if (cell.value === null) {
    return null;
  }
  const number = typeof cell.value === "string" && cell.value.trim() !== "" ? Number(cell.value) : NaN;
  if (field.textAsNumber && !Number.isNaN(number)) {
    return { type: 0, value: number };
  }
  return { type: TYPE_ORDER.indexOf(valueTypeOf(cell)), value: cell.value };
}

function compareLines(fields: readonly SortField[], matchCase: boolean): (one: Line, two: Line) => number {
  const texts = new Intl.Collator("vi", { sensitivity: matchCase ? "variant" : "accent" });
  return (one, two) => {
    for (const field of fields) {
      const [first, second] = [one.cells[field.key], two.cells[field.key]];
      if (!first || !second) {
        continue;
      }
      const order = field.color
        ? compareColors(one.looks[field.key], two.looks[field.key], field)
        : compareCells(first, second, field, texts);
      if (order !== 0) {
        return order;
      }
    }
    return one.index - two.index;
  };
}

function compareColors(
  first: CellStyle | undefined,
  second: CellStyle | undefined,
  field: SortField
): number {
  const { color } = field;
  const rank = (look: CellStyle | undefined): number => (color && look?.[color.part] === color.value ? 0 : 1);
  const order = rank(first) - rank(second);
  return field.ascending ? order : -order;
}

function isHidden({ context, sheetId }: RangeTarget, axis: Axis, line: number): boolean {
  const { spreadsheet } = context;
  return axis === "rows" ? spreadsheet.isRowHidden(sheetId, line) : spreadsheet.isColumnHidden(sheetId, line);
}

function partOf(area: Area, axis: Axis, index: number): Area {
  return axis === "rows"
    ? { ...area, top: area.top + index, bottom: area.top + index }
    : { ...area, left: area.left + index, right: area.left + index };
}

/** Sorts what is shown of the area; hidden rows stay where they are. Looks go with their cells. */
async function sortLines(
  range: RangeTarget,
  fields: readonly SortField[],
  matchCase: boolean,
  axis: Axis,
  location: string
): Promise<void> {
  const { context, sheetId, area } = range;
  const { spreadsheet } = context;
  requireUnprotected(context, sheetId, location, "allowSort");
  requireWritable(context, sheetId, area, location);
  if (spreadsheet.merges(sheetId).some((merge) => overlaps(merge, area))) {
    throw invalidOperation(location, "Merged cells cannot be sorted.");
  }
  await spreadsheet.settle();
  const count = axis === "rows" ? rowsOf(area) : columnsOf(area);
  const first = axis === "rows" ? area.top : area.left;
  const places = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !isHidden(range, axis, first + index)
  );
  const manyLooks = spreadsheet.styles(sheetId, area).length > 1;
  const lines = places.map((index): Line => {
    const part = partOf(area, axis, index);
    const cells = spreadsheet.cells(sheetId, part).flat();
    return { index, cells, looks: manyLooks ? looksOf(context, sheetId, part) : [] };
  });
  const sorted = [...lines].sort(compareLines(fields, matchCase));
  const moved = places.flatMap((place, order) => {
    const line = sorted[order];
    return line && line.index !== place ? [{ line, place }] : [];
  });
  for (const { line, place } of moved) {
    putLooks(range, axis, line, place);
  }
  writeEntries(context, sheetId, area, entriesOf(area, axis, moved));
  announceSort(range, axis);
}

function looksOf({ spreadsheet }: ModelContext, sheetId: string, part: Area): readonly CellStyle[] {
  return Array.from({ length: rowsOf(part) * columnsOf(part) }, (_, index) =>
    spreadsheet.style(
      sheetId,
      part.top + (rowsOf(part) > 1 ? index : 0),
      part.left + (rowsOf(part) > 1 ? 0 : index)
    )
  );
}

/** A line and the place that it comes to. */
interface MovedLine {
  readonly line: Line;
  readonly place: number;
}

/** The whole area's entries; what stays in its place is null. */
function entriesOf(
  area: Area,
  axis: Axis,
  moved: readonly MovedLine[]
): readonly (readonly (CellEntry | null)[])[] {
  const lines = new Map(moved.map(({ line, place }) => [place, line]));
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (_unused, column) => {
      const [place, across] = axis === "rows" ? [row, column] : [column, row];
      const line = lines.get(place);
      const cell = line?.cells[across];
      if (!line || !cell) {
        return null;
      }
      const by = place - line.index;
      const [down, right] = axis === "rows" ? [by, 0] : [0, by];
      return cell.formula === null
        ? { value: cell.value, formula: null }
        : { value: null, formula: movedFormula(cell.formula, down, right) };
    })
  );
}

function putLooks({ context, sheetId, area }: RangeTarget, axis: Axis, line: Line, place: number): void {
  const part = partOf(area, axis, place);
  line.looks.forEach((look, index) => {
    const [row, column] = axis === "rows" ? [0, index] : [index, 0];
    context.spreadsheet.applyStyle(sheetId, areaOf(part.top + row, part.left + column, 1, 1), look);
  });
}

function announceSort({ context, sheetId, area }: RangeTarget, axis: Axis): void {
  const wireId = wireSheetId(sheetId);
  context.announce({
    eventType: axis === "rows" ? EventType.worksheetRowSorted : EventType.worksheetColumnSorted,
    targets: [wireId, WORKBOOK_TARGET],
    message: { worksheetId: wireId, address: formatArea(area) },
  });
}

export const rangeSortObject: (range: RangeTarget) => HostObject = defineObject<RangeTarget>({
  name: "RangeSort",
  methods: {
    Apply: method(
      ["fields", "matchCase", "hasHeaders", "orientation", "method"],
      async (range, fields, matchCase, hasHeaders, orientation, sortMethod) => {
        const location = "RangeSort.apply";
        const axis = oneOf(["Rows", "Columns"] as const, orientation ?? "Rows", location);
        methodOf(sortMethod, location);
        const { context, sheetId } = range;
        const used = context.spreadsheet.usedArea(sheetId, true);
        const area = used && intersection(used, range.area);
        const hasHeader = booleanOf(hasHeaders ?? false, location);
        const body = area && hasHeader ? withoutFirst(area, axis) : area;
        if (!body) {
          return;
        }
        const offset = axis === "Rows" ? body.left - range.area.left : body.top - range.area.top;
        const limit = axis === "Rows" ? columnsOf(range.area) : rowsOf(range.area);
        const inBody = fieldsOf(fields, limit, `${location}.fields`).map((field) => ({
          ...field,
          key: field.key - offset,
        }));
        const isRows = axis === "Rows" ? "rows" : "columns";
        await sortLines(
          { context, sheetId, area: body },
          inBody,
          booleanOf(matchCase ?? false, location),
          isRows,
          location
        );
      }
    ),
  },
});

function withoutFirst(area: Area, axis: "Rows" | "Columns"): Area | null {
  const rest = axis === "Rows" ? { ...area, top: area.top + 1 } : { ...area, left: area.left + 1 };
  return rowsOf(rest) < 1 || columnsOf(rest) < 1 ? null : rest;
}

function methodOf(value: Argument | undefined, location: string): string {
  return oneOf(["PinYin", "StrokeCount"] as const, value ?? "PinYin", `${location}.method`);
}

function bodyOfTable({ context, tableId }: FilterableTable): RangeTarget {
  const info = context.spreadsheet.tables().find(({ id }) => id === tableId);
  if (!info) {
    throw itemNotFound("Table");
  }
  return { context, sheetId: info.sheetId, area: { ...info.area, top: info.area.top + 1 } };
}

async function sortTable(table: FilterableTable, fields: Json, matchCase: boolean, location: string) {
  const body = bodyOfTable(table);
  await sortLines(
    body,
    fieldsOf(fields, columnsOf(body.area), `${location}.fields`),
    matchCase,
    "rows",
    location
  );
}

export const tableSortObject: (table: FilterableTable) => HostObject = defineObject<FilterableTable>({
  name: "TableSort",
  properties: {
    Fields: readOnly(({ context, tableId }) => tableState(context, tableId).sort?.fields ?? []),
    MatchCase: readOnly(({ context, tableId }) => tableState(context, tableId).sort?.matchCase ?? false),
    Method: readOnly(({ context, tableId }) => tableState(context, tableId).sort?.method ?? "PinYin"),
  },
  methods: {
    Apply: method(["fields", "matchCase", "method"], async (table, fields, matchCase, sortMethod) => {
      const location = "TableSort.apply";
      const next = {
        fields: (Array.isArray(fields) ? fields : []) as Json,
        matchCase: booleanOf(matchCase ?? false, location),
        method: methodOf(sortMethod, location),
      };
      await sortTable(table, next.fields, next.matchCase, location);
      tableState(table.context, table.tableId).sort = next;
    }),
    /** The order of the rows stays. */
    Clear: method(({ context, tableId }) => {
      tableState(context, tableId).sort = null;
    }),
    Reapply: method(async (table) => {
      const { sort } = tableState(table.context, table.tableId);
      if (sort) {
        await sortTable(table, sort.fields, sort.matchCase, "TableSort.reapply");
      }
    }),
  },
});
