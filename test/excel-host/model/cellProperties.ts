/** Formats of many cells at once: `Range.getCellProperties` and its kin, and standard widths and heights. */
import { formatAddress } from "../addresses";
import { areaOf, columnsOf, rowsOf, subtractFromAll } from "../areas";
import { invalidArgument, wrongShape } from "../errors";
import type { Json } from "../protocol";
import type { Area, Border, BorderEdge, CellStyle, StylePatch } from "../spreadsheet/spreadsheet";
import {
  booleanOf,
  colorOf,
  integerOf,
  numberOf,
  oneOf,
  recordOf,
  textOf,
  type JsonRecord,
} from "./arguments";
import { requireUnprotected } from "./cells";
import { applyCellStyle, styleOfCells } from "./cellStyles";
import { sheetState } from "./context";
import type { Argument, Method, Property } from "./definition";
import { method, readWrite } from "./definition";
import { hyperlinkOf, setHyperlink } from "./hyperlinks";
import { columnWidth, rowHeight, setColumnWidth, setRowHeight } from "./lines";
import type { RangeTarget } from "./range";
import { BORDER_STYLES, BORDER_WEIGHTS, HORIZONTAL, VERTICAL } from "./styleWords";
import { sheetName } from "./worksheets";

/** Sizes of a new sheet's columns and rows in points: 8,43 characters, one line of the default font. */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

type Read = (style: CellStyle) => Json;

const FILL: { readonly [name: string]: Read } = {
  color: ({ fillColor }) => fillColor ?? "#FFFFFF",
  pattern: ({ fillColor }) => (fillColor === null ? "None" : "Solid"),
};
const FONT: { readonly [name: string]: Read } = {
  name: ({ fontName }) => fontName,
  size: ({ fontSize }) => fontSize,
  bold: ({ bold }) => bold,
  italic: ({ italic }) => italic,
  color: ({ fontColor }) => fontColor,
  underline: ({ underline }) => (underline ? "Single" : "None"),
  strikethrough: ({ strikethrough }) => strikethrough,
};
const PLAIN: { readonly [name: string]: Read } = {
  horizontalAlignment: ({ horizontal }) => horizontal,
  verticalAlignment: ({ vertical }) => vertical,
  wrapText: ({ wrapText }) => wrapText,
  indentLevel: ({ indent }) => indent,
  textOrientation: ({ textRotation }) => textRotation,
};
const EDGES: readonly BorderEdge[] = ["top", "bottom", "left", "right"];
const BORDER: { readonly [name: string]: (border: Border | null) => Json } = {
  style: (border) => border?.style ?? "None",
  weight: (border) => border?.weight ?? "Thin",
  color: (border) => border?.color ?? "#000000",
};

/** The names that a load option asks for; one that is not known is refused. */
function wanted(options: Json | undefined, known: readonly string[], location: string): readonly string[] {
  if (options === undefined) return [];
  const record = recordOf(options, known, location);
  return Object.keys(record).filter((name) => record[name] !== false && record[name] !== null);
}

function pick(options: Json | undefined, reads: { readonly [name: string]: Read }, location: string) {
  const names = wanted(options, Object.keys(reads), location);
  return (style: CellStyle): JsonRecord =>
    Object.fromEntries(names.map((name) => [name, reads[name]?.(style) ?? null]));
}

/** What a `format` option asks of a cell. `locked` is kept apart from the styles. */
function formatReader(options: Json | undefined, more: readonly string[], location: string) {
  if (options === undefined) return null;
  const groups = ["fill", "font", "borders", "protection"];
  const record = recordOf(options, [...groups, ...Object.keys(PLAIN), ...more], location);
  const asked = (name: string): boolean => name in record;
  const fill = pick(record["fill"], FILL, `${location}.fill`);
  const font = pick(record["font"], FONT, `${location}.font`);
  const sides = wanted(record["borders"], Object.keys(BORDER), `${location}.borders`);
  const plain = Object.keys(PLAIN).filter((name) => record[name] === true);
  return (style: CellStyle, locked: boolean): JsonRecord => ({
    ...(asked("fill") && { fill: fill(style) }),
    ...(asked("font") && { font: font(style) }),
    ...(asked("borders") && {
      borders: Object.fromEntries(
        EDGES.map((edge) => [
          edge,
          Object.fromEntries(sides.map((side) => [side, BORDER[side]?.(style[edge]) ?? null])),
        ])
      ),
    }),
    ...Object.fromEntries(plain.map((name) => [name, PLAIN[name]?.(style) ?? null])),
    ...(asked("protection") && { protection: { locked, formulaHidden: false } }),
  });
}

function isLocked({ context, sheetId }: RangeTarget): (row: number, column: number) => boolean {
  const { unlocked } = sheetState(context, sheetId);
  return (row, column) =>
    !unlocked.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right
    );
}

function getCellProperties(range: RangeTarget, options: Argument | undefined): Json {
  const names = ["address", "addressLocal", "format", "hidden", "hyperlink", "style"] as const;
  const record = recordOf(options, names, "Range.getCellProperties");
  const read = formatReader(record["format"], [], "Range.getCellProperties.format");
  const { context, sheetId, area } = range;
  const { spreadsheet } = context;
  const locked = isLocked(range);
  const sheet = sheetName(context, sheetId);
  return Array.from({ length: rowsOf(area) }, (_, r) =>
    Array.from({ length: columnsOf(area) }, (_unused, c) => {
      const [row, column] = [area.top + r, area.left + c];
      const address = formatAddress(sheet, areaOf(row, column, 1, 1));
      return {
        ...(record["address"] === true && { address }),
        ...(record["addressLocal"] === true && { addressLocal: address }),
        ...(record["hidden"] === true && {
          hidden: spreadsheet.isRowHidden(sheetId, row) || spreadsheet.isColumnHidden(sheetId, column),
        }),
        ...(record["hyperlink"] === true && {
          hyperlink: hyperlinkOf({ ...range, area: areaOf(row, column, 1, 1) }),
        }),
        ...(record["style"] === true && {
          style: styleOfCells(context, sheetId, areaOf(row, column, 1, 1)),
        }),
        ...(read && { format: read(spreadsheet.style(sheetId, row, column), locked(row, column)) }),
      };
    })
  );
}

/** Rows or columns: what is asked of their size and whether they are hidden. */
function getLineProperties(range: RangeTarget, options: Argument | undefined, axis: "row" | "column"): Json {
  const location = axis === "row" ? "Range.getRowProperties" : "Range.getColumnProperties";
  const [hidden, index, size] =
    axis === "row" ? ["rowHidden", "rowIndex", "rowHeight"] : ["columnHidden", "columnIndex", "columnWidth"];
  const record = recordOf(options, [hidden, index, "format"], location);
  const sizes = wanted(record["format"], [size], `${location}.format`);
  const { context, sheetId, area } = range;
  const { spreadsheet } = context;
  const [first, count] = axis === "row" ? [area.top, rowsOf(area)] : [area.left, columnsOf(area)];
  return Array.from({ length: count }, (_, offset) => {
    const line = first + offset;
    const length =
      axis === "row" ? rowHeight(spreadsheet, sheetId, line) : columnWidth(spreadsheet, sheetId, line);
    const isHidden =
      axis === "row" ? spreadsheet.isRowHidden(sheetId, line) : spreadsheet.isColumnHidden(sheetId, line);
    return {
      ...(record[hidden] === true && { [hidden]: isHidden }),
      ...(record[index] === true && { [index]: line }),
      ...(sizes.length > 0 && { format: { [size]: length } }),
    };
  });
}

type Patch = (value: Json, location: string) => StylePatch;

const FONT_PATCHES: { readonly [name: string]: Patch } = {
  name: (value, location) => ({ fontName: textOf(value, location) }),
  size: (value, location) => ({ fontSize: numberOf(value, location) }),
  bold: (value, location) => ({ bold: booleanOf(value, location) }),
  italic: (value, location) => ({ italic: booleanOf(value, location) }),
  color: (value, location) => ({ fontColor: colorOf(value, location) }),
  underline: (value, location) => ({
    underline: oneOf(["None", "Single"] as const, value, location) === "Single",
  }),
  strikethrough: (value, location) => ({ strikethrough: booleanOf(value, location) }),
};
const FORMAT_PATCHES: { readonly [name: string]: Patch } = {
  fill: (value, location) => ({
    fillColor: colorOf(recordOf(value, ["color"], location)["color"], `${location}.color`),
  }),
  font: (value, location) => patchOf(value, FONT_PATCHES, location),
  borders: (value, location) => {
    const record = recordOf(value, EDGES, location);
    const edges = EDGES.filter((edge) => edge in record);
    return Object.fromEntries(
      edges.map((edge) => [edge, borderOf(record[edge] ?? null, `${location}.${edge}`)])
    );
  },
  horizontalAlignment: (value, location) => ({ horizontal: oneOf(HORIZONTAL, value, location) }),
  verticalAlignment: (value, location) => ({ vertical: oneOf(VERTICAL, value, location) }),
  wrapText: (value, location) => ({ wrapText: booleanOf(value, location) }),
  indentLevel: (value, location) => ({ indent: integerOf(value, location) }),
  textOrientation: (value, location) => ({ textRotation: integerOf(value, location) }),
  protection: () => ({}),
};

function patchOf(value: Json, patches: { readonly [name: string]: Patch }, location: string): StylePatch {
  const record = recordOf(value, Object.keys(patches), location);
  return Object.entries(record).reduce<StylePatch>(
    (patch, [name, part]) => ({ ...patch, ...patches[name]?.(part, `${location}.${name}`) }),
    {}
  );
}

function borderOf(value: Json, location: string): Border | null {
  const record = recordOf(value, ["style", "weight", "color"], location);
  const style = oneOf(BORDER_STYLES, record["style"] ?? "Continuous", `${location}.style`);
  if (style === "None") return null;
  return {
    style,
    weight: oneOf(BORDER_WEIGHTS, record["weight"] ?? "Thin", `${location}.weight`),
    color: colorOf(record["color"] ?? "#000000", `${location}.color`),
  };
}

function setCellProperties(range: RangeTarget, data: Argument | undefined): void {
  const location = "Range.setCellProperties";
  const { context, sheetId, area } = range;
  const rows = Array.isArray(data) ? (data as readonly Json[]) : [];
  const fits =
    rows.length === rowsOf(area) && rows.every((row) => Array.isArray(row) && row.length === columnsOf(area));
  if (!fits) throw wrongShape(location);
  requireUnprotected(context, sheetId, location, "allowFormatCells");
  rows.forEach((row, r) =>
    (row as readonly Json[]).forEach((cell, c) => {
      const { format, hyperlink, style } = recordOf(cell, ["format", "hyperlink", "style"], location);
      const here = areaOf(area.top + r, area.left + c, 1, 1);
      if (style !== undefined && style !== null) {
        applyCellStyle({ ...range, area: here }, style, `${location}.style`);
      }
      if (hyperlink !== undefined && hyperlink !== null) {
        setHyperlink({ ...range, area: here }, hyperlink, `${location}.hyperlink`);
      }
      if (format === undefined || format === null) return;
      context.spreadsheet.applyStyle(sheetId, here, patchOf(format, FORMAT_PATCHES, `${location}.format`));
      setLocked(range, here, recordOf(format, Object.keys(FORMAT_PATCHES), location)["protection"]);
    })
  );
}

/** Rows or columns of the range, one entry for each: hidden or not, their size, their style and looks. */
function setLineProperties(range: RangeTarget, data: Argument | undefined, axis: "row" | "column"): void {
  const location = axis === "row" ? "Range.setRowProperties" : "Range.setColumnProperties";
  const [hidden, size] = axis === "row" ? ["rowHidden", "rowHeight"] : ["columnHidden", "columnWidth"];
  const { context, sheetId, area } = range;
  const { spreadsheet } = context;
  const count = axis === "row" ? rowsOf(area) : columnsOf(area);
  if (!Array.isArray(data) || data.length !== count) throw wrongShape(location);
  requireUnprotected(context, sheetId, location, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  (data as readonly Json[]).forEach((entry, offset) => {
    const record = recordOf(entry, [hidden, "format", "style"], location);
    const line =
      axis === "row"
        ? { ...area, top: area.top + offset, bottom: area.top + offset }
        : { ...area, left: area.left + offset, right: area.left + offset };
    const { [size]: points, ...looks } = recordOf(
      record["format"] ?? {},
      [size, ...Object.keys(FORMAT_PATCHES)],
      `${location}.format`
    );
    if (record["style"] !== undefined) {
      applyCellStyle({ ...range, area: line }, record["style"], `${location}.style`);
    }
    if (Object.keys(looks).length > 0) {
      spreadsheet.applyStyle(sheetId, line, patchOf(looks, FORMAT_PATCHES, `${location}.format`));
    }
    if (points !== undefined) {
      const length = numberOf(points, `${location}.format.${size}`);
      if (axis === "row") setRowHeight(spreadsheet, sheetId, line.top, line.bottom, length);
      else setColumnWidth(spreadsheet, sheetId, line.left, line.right, length);
    }
    if (record[hidden] !== undefined) {
      const isHidden = booleanOf(record[hidden], `${location}.${hidden}`);
      if (axis === "row") spreadsheet.setRowsHidden(sheetId, line.top, line.bottom, isHidden);
      else spreadsheet.setColumnsHidden(sheetId, line.left, line.right, isHidden);
    }
  });
}

function setLocked({ context, sheetId }: RangeTarget, cell: Area, protection: Json | undefined): void {
  if (protection === undefined) return;
  const location = "Range.setCellProperties.format.protection";
  const { locked } = recordOf(protection, ["locked", "formulaHidden"], location);
  if (locked === undefined) return;
  const state = sheetState(context, sheetId);
  const others = subtractFromAll(state.unlocked, cell);
  state.unlocked = booleanOf(locked, location) ? others : [...others, cell];
}

/** Methods of `Excel.Range`. */
export const cellPropertyMethods: { readonly [name: string]: Method<RangeTarget> } = {
  GetCellProperties: method(["cellPropertiesLoadOptions"], getCellProperties),
  GetRowProperties: method(["rowPropertiesLoadOptions"], (range, options) =>
    getLineProperties(range, options, "row")
  ),
  GetColumnProperties: method(["columnPropertiesLoadOptions"], (range, options) =>
    getLineProperties(range, options, "column")
  ),
  SetCellProperties: method(["cellPropertiesData"], setCellProperties),
  SetRowProperties: method(["rowPropertiesData"], (range, data) => setLineProperties(range, data, "row")),
  SetColumnProperties: method(["columnPropertiesData"], (range, data) =>
    setLineProperties(range, data, "column")
  ),
};

function onlyTrue(value: Json, location: string): void {
  if (value !== true) {
    throw invalidArgument(location, "It can only be set to true; another size makes it false.");
  }
}

/** Properties of `Excel.RangeFormat`. */
export const standardSizeProperties: { readonly [name: string]: Property<RangeTarget> } = {
  UseStandardHeight: readWrite(
    ({ context, sheetId, area }) => rowHeight(context.spreadsheet, sheetId, area.top) === STANDARD_HEIGHT,
    ({ context, sheetId, area }, value) => {
      onlyTrue(value, "RangeFormat.useStandardHeight");
      requireUnprotected(context, sheetId, "RangeFormat.useStandardHeight", "allowFormatRows");
      setRowHeight(context.spreadsheet, sheetId, area.top, area.bottom, STANDARD_HEIGHT);
    }
  ),
  UseStandardWidth: readWrite(
    ({ context, sheetId, area }) => columnWidth(context.spreadsheet, sheetId, area.left) === STANDARD_WIDTH,
    ({ context, sheetId, area }, value) => {
      onlyTrue(value, "RangeFormat.useStandardWidth");
      requireUnprotected(context, sheetId, "RangeFormat.useStandardWidth", "allowFormatColumns");
      setColumnWidth(context.spreadsheet, sheetId, area.left, area.right, STANDARD_WIDTH);
    }
  ),
};
