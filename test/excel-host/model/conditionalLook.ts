/** `Excel.ConditionalRangeFormat`: how the cells look that a conditional format is for. */
import { itemNotFound } from "../errors";
import { booleanOf, colorOf, integerOf, oneOf, textOf } from "./arguments";
import type { FormatTarget } from "./conditionalTarget";
import { painted, repaint } from "./conditionalTarget";
import type { HostObject } from "./definition";
import { defineObject, method, readOnly } from "./definition";
import type { ConditionalFormatState } from "./state";

export const lookObject: (target: FormatTarget) => HostObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFormat",
  properties: {
    NumberFormat: painted(
      "ConditionalRangeFormat.numberFormat",
      ({ numberFormat }) => numberFormat ?? "",
      (format, value) => {
        format.numberFormat = textOf(value, "ConditionalRangeFormat.numberFormat") || null;
      }
    ),
  },
  objects: {
    Fill: (target) => fillObject(target),
    Font: (target) => fontObject(target),
    Borders: (target) => bordersObject(target),
  },
});

const fillObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFill",
  properties: {
    Color: painted(
      "ConditionalRangeFill.color",
      ({ fillColor }) => fillColor ?? "",
      (format, value) => {
        format.fillColor = colorOf(value, "ConditionalRangeFill.color");
      }
    ),
  },
  methods: {
    Clear: method((target) =>
      repaint(target, "ConditionalRangeFill.clear", () => {
        target.format.fillColor = null;
      })
    ),
  },
});

function clearFont(format: ConditionalFormatState): void {
  format.font = { color: null, bold: null, italic: null, underline: null };
}

const UNDERLINES = ["None", "Single", "Double"] as const;

const fontObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFont",
  properties: {
    Color: painted(
      "ConditionalRangeFont.color",
      ({ font }) => font.color ?? "",
      (format, value) => {
        format.font.color = colorOf(value, "ConditionalRangeFont.color");
      }
    ),
    Bold: painted(
      "ConditionalRangeFont.bold",
      ({ font }) => font.bold,
      (format, value) => {
        format.font.bold = booleanOf(value, "ConditionalRangeFont.bold");
      }
    ),
    Italic: painted(
      "ConditionalRangeFont.italic",
      ({ font }) => font.italic,
      (format, value) => {
        format.font.italic = booleanOf(value, "ConditionalRangeFont.italic");
      }
    ),
    Strikethrough: painted(
      "ConditionalRangeFont.strikethrough",
      ({ font }) => font.strikethrough ?? null,
      (format, value) => {
        format.font.strikethrough = booleanOf(value, "ConditionalRangeFont.strikethrough");
      }
    ),
    Underline: painted(
      "ConditionalRangeFont.underline",
      ({ font }) => font.underline,
      (format, value) => {
        format.font.underline = oneOf(UNDERLINES, value, "ConditionalRangeFont.underline");
      }
    ),
  },
  methods: {
    Clear: method((target) => repaint(target, "ConditionalRangeFont.clear", () => clearFont(target.format))),
  },
});

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
type Edge = (typeof EDGES)[number];
const BORDER_STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"] as const;

interface BorderTarget extends FormatTarget {
  readonly edge: Edge;
}

const bordersObject = defineObject<FormatTarget>({
  name: "ConditionalRangeBorderCollection",
  properties: { Count: readOnly(() => EDGES.length) },
  objects: {
    Top: (target) => borderObject({ ...target, edge: "EdgeTop" }),
    Bottom: (target) => borderObject({ ...target, edge: "EdgeBottom" }),
    Left: (target) => borderObject({ ...target, edge: "EdgeLeft" }),
    Right: (target) => borderObject({ ...target, edge: "EdgeRight" }),
  },
  items: (target) => EDGES.map((edge) => borderObject({ ...target, edge })),
  item: (target, key) => {
    const edge = EDGES.find((each) => each === key);
    return edge ? borderObject({ ...target, edge }) : null;
  },
  methods: {
    GetItemAt: method(["index"], (target, index) => {
      const location = "ConditionalRangeBorderCollection.getItemAt";
      const edge = EDGES[integerOf(index, location)];
      if (!edge) {
        throw itemNotFound(location);
      }
      return borderObject({ ...target, edge });
    }),
  },
});

const borderObject = defineObject<BorderTarget>({
  name: "ConditionalRangeBorder",
  identity: ({ edge }) => ({ SideIndex: edge }),
  properties: {
    SideIndex: readOnly(({ edge }) => edge),
    Color: borderProperty("color", (value) => colorOf(value, "ConditionalRangeBorder.color")),
    Style: borderProperty("style", (value) => oneOf(BORDER_STYLES, value, "ConditionalRangeBorder.style")),
  },
});

const NO_BORDER = { style: "None", color: "#000000" };

function borderProperty(
  name: "color" | "style",
  parse: (value: Parameters<typeof textOf>[0]) => string
): {
  get(target: BorderTarget): string;
  set(target: BorderTarget, value: Parameters<typeof textOf>[0]): void;
} {
  return {
    get: ({ format, edge }) => (format.borders?.[edge] ?? NO_BORDER)[name],
    set: (target, value) =>
      repaint(target, `ConditionalRangeBorder.${name}`, () => {
        const { format, edge } = target;
        const drawn = { ...NO_BORDER, style: "Continuous", ...format.borders?.[edge] };
        format.borders = { ...format.borders, [edge]: { ...drawn, [name]: parse(value) } };
      }),
  };
}
