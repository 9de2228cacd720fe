/** How a cell looks, between our words and Univer's. */
import type { IBorderData, IStyleData, Nullable } from "@univerjs/core";
import { BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type {
  Border,
  BorderEdge,
  BorderStyle,
  BorderWeight,
  CellStyle,
  HorizontalAlignment,
  StylePatch,
  VerticalAlignment,
} from "../spreadsheet";

/** What Excel shows where nothing was said. */
const DEFAULT_FONT = "Calibri";
const DEFAULT_SIZE = 11;
const BLACK = "#000000";
const GENERAL = "General";

/** Pixels of indentation for one level. */
const INDENT = 8;

/**
 * Alignments that Univer does not know: it keeps their numbers and shows such cells at the left, or at the bottom.
 */
const KEPT_ONLY = 100;

const HORIZONTAL: readonly (readonly [HorizontalAlignment, HorizontalAlign])[] = [
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
  ["Justify", HorizontalAlign.JUSTIFIED],
  ["Distributed", HorizontalAlign.DISTRIBUTED],
  ["Fill", (KEPT_ONLY + 1) as HorizontalAlign],
  ["CenterAcrossSelection", (KEPT_ONLY + 2) as HorizontalAlign],
];

const VERTICAL: readonly (readonly [VerticalAlignment, VerticalAlign])[] = [
  ["Top", VerticalAlign.TOP],
  ["Center", VerticalAlign.MIDDLE],
  ["Bottom", VerticalAlign.BOTTOM],
  ["Justify", (KEPT_ONLY + 1) as VerticalAlign],
  ["Distributed", (KEPT_ONLY + 2) as VerticalAlign],
];

const BORDERS: readonly (readonly [BorderStyle, BorderWeight, BorderStyleTypes])[] = [
  ["Continuous", "Thin", BorderStyleTypes.THIN],
  ["Continuous", "Hairline", BorderStyleTypes.HAIR],
  ["Continuous", "Medium", BorderStyleTypes.MEDIUM],
  ["Continuous", "Thick", BorderStyleTypes.THICK],
  ["Dot", "Thin", BorderStyleTypes.DOTTED],
  ["Dash", "Thin", BorderStyleTypes.DASHED],
  ["Dash", "Medium", BorderStyleTypes.MEDIUM_DASHED],
  ["DashDot", "Thin", BorderStyleTypes.DASH_DOT],
  ["DashDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["DashDotDot", "Thin", BorderStyleTypes.DASH_DOT_DOT],
  ["DashDotDot", "Medium", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["SlantDashDot", "Medium", BorderStyleTypes.SLANT_DASH_DOT],
  ["Double", "Thick", BorderStyleTypes.DOUBLE],
];

const EDGES: readonly (readonly [BorderEdge, "t" | "b" | "l" | "r"])[] = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
];

/** Univer's style of a cell, all of its levels joined, as ours. */
export function fromUniverStyle(style: Nullable<IStyleData>): CellStyle {
  const borderAt = (side: "t" | "b" | "l" | "r"): Border | null => fromBorder(style?.bd, side);
  return {
    fontName: style?.ff ?? DEFAULT_FONT,
    fontSize: style?.fs ?? DEFAULT_SIZE,
    bold: style?.bl === 1,
    italic: style?.it === 1,
    underline: style?.ul?.s === 1,
    strikethrough: style?.st?.s === 1,
    fontColor: upper(style?.cl?.rgb) ?? BLACK,
    fillColor: upper(style?.bg?.rgb),
    horizontal: HORIZONTAL.find(([, theirs]) => theirs === style?.ht)?.[0] ?? "General",
    vertical: VERTICAL.find(([, theirs]) => theirs === style?.vt)?.[0] ?? "Bottom",
    wrapText: style?.tb === WrapStrategy.WRAP,
    textRotation: -(style?.tr?.a ?? 0) + 0,
    indent: Math.round((style?.pd?.l ?? 0) / INDENT),
    numberFormat: style?.n?.pattern || GENERAL,
    top: borderAt("t"),
    bottom: borderAt("b"),
    left: borderAt("l"),
    right: borderAt("r"),
  };
}

function upper(color: Nullable<string> | void): string | null {
  return color ? color.toUpperCase() : null;
}

function fromBorder(borders: Nullable<IBorderData>, side: "t" | "b" | "l" | "r"): Border | null {
  const border = borders?.[side];
  const found = BORDERS.find(([, , theirs]) => theirs === border?.s);
  return border && found
    ? { style: found[0], weight: found[1], color: upper(border.cl?.rgb) ?? BLACK }
    : null;
}

/** The parts of a style that a patch sets; `null` takes a part away. */
export function toUniverStyle(patch: StylePatch): Record<string, unknown> {
  const style: Record<string, unknown> = {};
  const put = (key: string, value: unknown, isGiven: boolean): void => {
    if (isGiven) {
      style[key] = value;
    }
  };
  put("ff", patch.fontName, patch.fontName !== undefined);
  put("fs", patch.fontSize, patch.fontSize !== undefined);
  put("bl", patch.bold ? 1 : 0, patch.bold !== undefined);
  put("it", patch.italic ? 1 : 0, patch.italic !== undefined);
  put("ul", { s: patch.underline ? 1 : 0 }, patch.underline !== undefined);
  put("st", { s: patch.strikethrough ? 1 : 0 }, patch.strikethrough !== undefined);
  put("cl", { rgb: patch.fontColor }, patch.fontColor !== undefined);
  put("bg", patch.fillColor ? { rgb: patch.fillColor } : null, patch.fillColor !== undefined);
  put("ht", HORIZONTAL.find(([ours]) => ours === patch.horizontal)?.[1], patch.horizontal !== undefined);
  put("vt", VERTICAL.find(([ours]) => ours === patch.vertical)?.[1], patch.vertical !== undefined);
  put("tb", patch.wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW, patch.wrapText !== undefined);
  put("tr", { a: -(patch.textRotation ?? 0), v: 0 }, patch.textRotation !== undefined);
  put("pd", { l: (patch.indent ?? 0) * INDENT }, patch.indent !== undefined);
  put("n", toNumberFormat(patch.numberFormat ?? GENERAL), patch.numberFormat !== undefined);
  const edges = EDGES.filter(([edge]) => patch[edge] !== undefined);
  put("bd", Object.fromEntries(edges.map(([edge, key]) => [key, toBorder(patch[edge])])), edges.length > 0);
  return style;
}

export function toNumberFormat(format: string): { readonly pattern: string } | null {
  return format === GENERAL ? null : { pattern: format };
}

function toBorder(border: Border | null | undefined): object | null {
  if (!border) {
    return null;
  }
  const exact = BORDERS.find(([style, weight]) => style === border.style && weight === border.weight);
  const nearest = exact ?? BORDERS.find(([style]) => style === border.style);
  return { s: nearest?.[2] ?? BorderStyleTypes.THIN, cl: { rgb: border.color } };
}
