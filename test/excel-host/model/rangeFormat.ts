/** `Excel.RangeFormat` and what hangs on it: fill, font, borders, protection of cells. */
import { columnsOf, coveredCells, rowsOf, subtractFromAll } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Border, BorderEdge, CellStyle, StylePatch } from "../spreadsheet/spreadsheet";
import { booleanOf, colorOf, integerOf, numberOf, oneOf, textOf } from "./arguments";
import { standardSizeProperties } from "./cellProperties";
import { requireUnprotected } from "./cells";
import { sheetState } from "./context";
import type { Definition, HostObject, Property } from "./definition";
import { defineObject, method, readWrite } from "./definition";
import { columnWidth, rowHeight, setColumnWidth, setRowHeight } from "./lines";
import type { RangeTarget } from "./range";
import { BORDER_STYLES, BORDER_WEIGHTS, HORIZONTAL, VERTICAL } from "./styleWords";

/** The value that all cells of the range share, or null. */
function common<V extends Json>(range: RangeTarget, read: (style: CellStyle) => V): V | null {
  const values = new Set(range.context.spreadsheet.styles(range.sheetId, range.area).map(read));
  const [only = null] = values.size === 1 ? values : [];
  return only;
}

function apply(range: RangeTarget, patch: StylePatch, location: string): void {
  requireUnprotected(range.context, range.sheetId, location, "allowFormatCells");
  range.context.spreadsheet.applyStyle(range.sheetId, range.area, patch);
}

/** Where looks are read and set: cells of a range, or a cell style. */
export interface Looks<T> {
  readonly common: (target: T, read: (style: CellStyle) => Json) => Json;
  readonly apply: (target: T, patch: StylePatch, location: string) => void;
}

const RANGE_LOOKS: Looks<RangeTarget> = { common, apply };

/** A property of a look: how it reads, and the patch that sets it. */
export function lookProperty<T>(
  looks: Looks<T>,
  location: string,
  read: (style: CellStyle) => Json,
  patch: (value: Json) => StylePatch
): Property<T> {
  return readWrite(
    (target) => looks.common(target, read),
    (target, value) => looks.apply(target, patch(value), location)
  );
}

function styled(
  location: string,
  read: (style: CellStyle) => Json,
  patch: (value: Json) => StylePatch
): Property<RangeTarget> {
  return lookProperty(RANGE_LOOKS, location, read, patch);
}

function sameLength(from: number, to: number, lengthOf: (index: number) => number): number | null {
  const first = lengthOf(from);
  const limit = Math.min(to, from + 5000);
  for (let index = from + 1; index <= limit; index += 1) {
    if (lengthOf(index) !== first) {
      return null;
    }
  }
  return first;
}

function lengthIn(limit: number, value: Json, location: string): number {
  const points = numberOf(value, location);
  if (points < 0 || points > limit) {
    throw invalidArgument(location);
  }
  return points;
}

/** Excel's limits: 255 characters of the default font, 409,5 points. */
const WIDEST_COLUMN = 1790;
const TALLEST_ROW = 409.5;

export const rangeFormatObject: (range: RangeTarget) => HostObject = defineObject<RangeTarget>({
  name: "RangeFormat",
  properties: {
    ...standardSizeProperties,
    HorizontalAlignment: styled(
      "RangeFormat.horizontalAlignment",
      ({ horizontal }) => horizontal,
      (value) => ({ horizontal: oneOf(HORIZONTAL, value, "RangeFormat.horizontalAlignment") })
    ),
    VerticalAlignment: styled(
      "RangeFormat.verticalAlignment",
      ({ vertical }) => vertical,
      (value) => ({ vertical: oneOf(VERTICAL, value, "RangeFormat.verticalAlignment") })
    ),
    WrapText: styled(
      "RangeFormat.wrapText",
      ({ wrapText }) => wrapText,
      (value) => ({ wrapText: booleanOf(value, "RangeFormat.wrapText") })
    ),
    TextOrientation: styled(
      "RangeFormat.textOrientation",
      ({ textRotation }) => textRotation,
      (value) => ({ textRotation: integerOf(value, "RangeFormat.textOrientation") })
    ),
    IndentLevel: styled(
      "RangeFormat.indentLevel",
      ({ indent }) => indent,
      (value) => ({ indent: integerOf(value, "RangeFormat.indentLevel") })
    ),
    ColumnWidth: readWrite(
      ({ context, sheetId, area }) =>
        sameLength(area.left, area.right, (column) => columnWidth(context.spreadsheet, sheetId, column)),
      ({ context, sheetId, area }, value) => {
        requireUnprotected(context, sheetId, "RangeFormat.columnWidth", "allowFormatColumns");
        const points = lengthIn(WIDEST_COLUMN, value, "RangeFormat.columnWidth");
        setColumnWidth(context.spreadsheet, sheetId, area.left, area.right, points);
      }
    ),
    RowHeight: readWrite(
      ({ context, sheetId, area }) =>
        sameLength(area.top, area.bottom, (row) => rowHeight(context.spreadsheet, sheetId, row)),
      ({ context, sheetId, area }, value) => {
        requireUnprotected(context, sheetId, "RangeFormat.rowHeight", "allowFormatRows");
        const points = lengthIn(TALLEST_ROW, value, "RangeFormat.rowHeight");
        setRowHeight(context.spreadsheet, sheetId, area.top, area.bottom, points);
      }
    ),
  },
  objects: {
    Fill: (range) => fillObject(range),
    Font: (range) => fontObject(range),
    Borders: (range) => bordersObject(range),
    Protection: (range) => cellProtectionObject(range),
  },
  methods: {
    AutofitColumns: method(({ context, sheetId, area }) => {
      requireUnprotected(context, sheetId, "RangeFormat.autofitColumns", "allowFormatColumns");
      context.spreadsheet.autofitColumns(sheetId, area.left, area.right);
    }),
    AutofitRows: method(({ context, sheetId, area }) => {
      requireUnprotected(context, sheetId, "RangeFormat.autofitRows", "allowFormatRows");
      context.spreadsheet.autofitRows(sheetId, area.top, area.bottom);
    }),
  },
});

/** `Excel.RangeFill`. */
export function fillDefinition<T>(looks: Looks<T>): Definition<T> {
  return {
    name: "RangeFill",
    properties: {
      /** Without fill it reads as white. */
      Color: lookProperty(
        looks,
        "RangeFill.color",
        ({ fillColor }) => fillColor ?? "#FFFFFF",
        (value) => ({ fillColor: value === "" ? null : colorOf(value, "RangeFill.color") })
      ),
    },
    methods: {
      Clear: method((target) => looks.apply(target, { fillColor: null }, "RangeFill.clear")),
    },
  };
}

const fillObject = defineObject(fillDefinition(RANGE_LOOKS));

/** `Excel.RangeFont`. */
export function fontDefinition<T>(looks: Looks<T>): Definition<T> {
  return {
    name: "RangeFont",
    properties: {
      Name: lookProperty(
        looks,
        "RangeFont.name",
        ({ fontName }) => fontName,
        (value) => ({ fontName: textOf(value, "RangeFont.name") })
      ),
      Size: lookProperty(
        looks,
        "RangeFont.size",
        ({ fontSize }) => fontSize,
        (value) => ({ fontSize: lengthIn(409, value, "RangeFont.size") })
      ),
      Color: lookProperty(
        looks,
        "RangeFont.color",
        ({ fontColor }) => fontColor,
        (value) => ({ fontColor: colorOf(value, "RangeFont.color") })
      ),
      Bold: lookProperty(
        looks,
        "RangeFont.bold",
        ({ bold }) => bold,
        (value) => ({ bold: booleanOf(value, "RangeFont.bold") })
      ),
      Italic: lookProperty(
        looks,
        "RangeFont.italic",
        ({ italic }) => italic,
        (value) => ({ italic: booleanOf(value, "RangeFont.italic") })
      ),
      Underline: lookProperty(
        looks,
        "RangeFont.underline",
        ({ underline }) => (underline ? "Single" : "None"),
        (value) => ({
          underline: oneOf(["None", "Single"] as const, value, "RangeFont.underline") === "Single",
        })
      ),
      Strikethrough: lookProperty(
        looks,
        "RangeFont.strikethrough",
        ({ strikethrough }) => strikethrough,
        (value) => ({ strikethrough: booleanOf(value, "RangeFont.strikethrough") })
      ),
    },
  };
}

const fontObject = defineObject(fontDefinition(RANGE_LOOKS));

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
] as const;
type Side = (typeof SIDES)[number];

interface BorderTarget {
  readonly range: RangeTarget;
  readonly side: Side;
}

/** The cells along a side of the range and the edges of theirs that make it. */
function edgesOf({
  range,
  side,
}: BorderTarget): readonly { readonly range: RangeTarget; readonly edge: BorderEdge }[] {
  const { area } = range;
  const part = (changes: Partial<typeof area>): RangeTarget => ({ ...range, area: { ...area, ...changes } });
  switch (side) {
    case "EdgeTop":
      return [{ range: part({ bottom: area.top }), edge: "top" }];
    case "EdgeBottom":
      return [{ range: part({ top: area.bottom }), edge: "bottom" }];
    case "EdgeLeft":
      return [{ range: part({ right: area.left }), edge: "left" }];
    case "EdgeRight":
      return [{ range: part({ left: area.right }), edge: "right" }];
    case "InsideVertical":
      return columnsOf(area) < 2
        ? []
        : [
            { range: part({ right: area.right - 1 }), edge: "right" },
            { range: part({ left: area.left + 1 }), edge: "left" },
          ];
    case "InsideHorizontal":
      return rowsOf(area) < 2
        ? []
        : [
            { range: part({ bottom: area.bottom - 1 }), edge: "bottom" },
            { range: part({ top: area.top + 1 }), edge: "top" },
          ];
  }
}

/** What the side's edges share: a border, `None`, or null when they differ. */
function commonBorder(target: BorderTarget): Border | "None" | null {
  const [first] = edgesOf(target);
  if (!first) {
    return "None";
  }
  const borders = first.range.context.spreadsheet
    .styles(first.range.sheetId, first.range.area)
    .map((style) => style[first.edge]);
  const distinct = new Set(borders.map((border) => JSON.stringify(border)));
  return distinct.size > 1 ? null : (borders[0] ?? "None");
}

function changeBorder(
  target: BorderTarget,
  change: (before: Border) => Border | null,
  location: string
): void {
  const before = commonBorder(target);
  const thin: Border = { style: "Continuous", weight: "Thin", color: "#000000" };
  const border = change(before === null || before === "None" ? thin : before);
  // Each of its properties is set by itself, mostly to what it is already.
  if (before !== null && isSameBorder(before, border ?? "None")) {
    requireUnprotected(target.range.context, target.range.sheetId, location, "allowFormatCells");
    return;
  }
  for (const { range, edge } of edgesOf(target)) {
    apply(range, { [edge]: border }, location);
  }
}

function isSameBorder(a: Border | "None", b: Border | "None"): boolean {
  if (a === "None" || b === "None") {
    return a === b;
  }
  return a.style === b.style && a.weight === b.weight && a.color === b.color;
}

function ofBorder<K extends keyof Border>(target: BorderTarget, key: K, none: Json): Json {
  const border = commonBorder(target);
  return border === null ? null : border === "None" ? none : border[key];
}

const borderObject = defineObject<BorderTarget>({
  name: "RangeBorder",
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: readWrite(
      (target) => ofBorder(target, "style", "None"),
      (target, value) => {
        const style = oneOf(BORDER_STYLES, value, "RangeBorder.style");
        changeBorder(
          target,
          (before) => (style === "None" ? null : { ...before, style }),
          "RangeBorder.style"
        );
      }
    ),
    Weight: readWrite(
      (target) => ofBorder(target, "weight", "Thin"),
      (target, value) => {
        const weight = oneOf(BORDER_WEIGHTS, value, "RangeBorder.weight");
        changeBorder(target, (before) => ({ ...before, weight }), "RangeBorder.weight");
      }
    ),
    Color: readWrite(
      (target) => ofBorder(target, "color", "#000000"),
      (target, value) => {
        const color = colorOf(value, "RangeBorder.color");
        changeBorder(target, (before) => ({ ...before, color }), "RangeBorder.color");
      }
    ),
  },
});

function borderOf(range: RangeTarget, key: Json): HostObject | null {
  const side = SIDES.find((each) => each === key);
  return side ? borderObject({ range, side }) : null;
}

const bordersObject = defineObject<RangeTarget>({
  name: "RangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  items: (range) => SIDES.map((side) => borderObject({ range, side })),
  item: borderOf,
  methods: {
    GetItemAt: method(["index"], (range, index) => {
      const border = borderOf(range, SIDES[integerOf(index, "RangeBorderCollection.getItemAt")] ?? null);
      if (!border) {
        throw itemNotFound("RangeBorderCollection.getItemAt");
      }
      return border;
    }),
  },
});

/** `format.protection.locked`: every cell is locked until it is said otherwise. */
const cellProtectionObject = defineObject<RangeTarget>({
  name: "FormatProtection",
  properties: {
    Locked: readWrite(
      ({ context, sheetId, area }) => {
        const open = coveredCells(sheetState(context, sheetId).unlocked, area);
        return open === 0 ? true : open === rowsOf(area) * columnsOf(area) ? false : null;
      },
      ({ context, sheetId, area }, value) => {
        const locked = booleanOf(value, "FormatProtection.locked");
        requireUnprotected(context, sheetId, "FormatProtection.locked");
        const state = sheetState(context, sheetId);
        const others = subtractFromAll(state.unlocked, area);
        state.unlocked = locked ? others : [...others, area];
      }
    ),
  },
});
