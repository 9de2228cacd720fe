/** How a cell looks, and whether it is locked, between the host's words and the file's. */
import type { CellStyle as FileStyle } from "hucre/xlsx";
import type {
  Border,
  BorderEdge,
  BorderStyle,
  BorderWeight,
  CellStyle,
  HorizontalAlignment,
  StylePatch,
  VerticalAlignment,
} from "../spreadsheet/spreadsheet";
import { readColor, writeColor } from "./colors";

type FileFont = NonNullable<FileStyle["font"]>;
type FileAlignment = NonNullable<FileStyle["alignment"]>;
type FileBorder = NonNullable<FileStyle["border"]>;
type FileLine = NonNullable<FileBorder["top"]>;

const BLACK = "#000000";

/** What a cell of a new workbook looks like. */
export const PLAIN: CellStyle = {
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontColor: BLACK,
  fillColor: null,
  horizontal: "General",
  vertical: "Bottom",
  wrapText: false,
  textRotation: 0,
  indent: 0,
  numberFormat: "General",
  top: null,
  bottom: null,
  left: null,
  right: null,
};

const HORIZONTAL: readonly (readonly [HorizontalAlignment, FileAlignment["horizontal"]])[] = [
  ["General", "general"],
  ["Left", "left"],
  ["Center", "center"],
  ["Right", "right"],
  ["Fill", "fill"],
  ["Justify", "justify"],
  ["CenterAcrossSelection", "centerContinuous"],
  ["Distributed", "distributed"],
];

const VERTICAL: readonly (readonly [VerticalAlignment, FileAlignment["vertical"]])[] = [
  ["Top", "top"],
  ["Center", "center"],
  ["Bottom", "bottom"],
  ["Justify", "justify"],
  ["Distributed", "distributed"],
];

/** Where several weights share a line of the file, the first one is read. */
const LINES: readonly (readonly [BorderStyle, BorderWeight, FileLine["style"]])[] = [
  ["Continuous", "Thin", "thin"],
  ["Continuous", "Hairline", "hair"],
  ["Continuous", "Medium", "medium"],
  ["Continuous", "Thick", "thick"],
  ["Dot", "Thin", "dotted"],
  ["Dash", "Thin", "dashed"],
  ["Dash", "Medium", "mediumDashed"],
  ["DashDot", "Thin", "dashDot"],
  ["DashDot", "Medium", "mediumDashDot"],
  ["DashDotDot", "Thin", "dashDotDot"],
  ["DashDotDot", "Medium", "mediumDashDotDot"],
  ["SlantDashDot", "Medium", "slantDashDot"],
  ["Double", "Thick", "double"],
];

const EDGES: readonly BorderEdge[] = ["top", "bottom", "left", "right"];

/** Only what differs from a plain cell is written, and the lock where `sayLock` wants it. */
export function writeStyle(style: CellStyle, locked: boolean, sayLock: boolean): FileStyle {
  const alignment = writeAlignment(style);
  const edges = EDGES.flatMap((edge) => {
    const border = style[edge];
    return border ? [[edge, writeLine(border)] as const] : [];
  });
  return {
    font: writeFont(style),
    ...(style.fillColor !== null && { fill: solidFill(style.fillColor) }),
    ...(edges.length > 0 && { border: Object.fromEntries(edges) }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(style.numberFormat !== PLAIN.numberFormat && { numFmt: style.numberFormat }),
    ...((sayLock || !locked) && { protection: { locked } }),
  };
}

export function writeFont(style: CellStyle): FileFont {
  return {
    name: style.fontName,
    size: style.fontSize,
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline && { underline: true }),
    ...(style.strikethrough && { strikethrough: true }),
    ...(style.fontColor !== BLACK && { color: writeColor(style.fontColor) }),
  };
}

/** Both colours: cells take the foreground of a solid fill, conditional formats the background. */
export function solidFill(color: string): NonNullable<FileStyle["fill"]> {
  return { type: "pattern", pattern: "solid", fgColor: writeColor(color), bgColor: writeColor(color) };
}

function writeAlignment(style: CellStyle): FileAlignment {
  const angle = style.textRotation;
  return {
    ...(style.horizontal !== PLAIN.horizontal && {
      horizontal: HORIZONTAL.find(([ours]) => ours === style.horizontal)?.[1],
    }),
    ...(style.vertical !== PLAIN.vertical && {
      vertical: VERTICAL.find(([ours]) => ours === style.vertical)?.[1],
    }),
    ...(style.wrapText && { wrapText: true }),
    // The file counts clockwise angles on from 90.
    ...(angle !== 0 && { textRotation: angle < 0 ? 90 - angle : angle }),
    ...(style.indent !== 0 && { indent: style.indent }),
  };
}

function writeLine(border: Border): FileLine {
  const exact = LINES.find(([style, weight]) => style === border.style && weight === border.weight);
  const nearest = exact ?? LINES.find(([style]) => style === border.style);
  return { style: nearest?.[2] ?? "thin", color: writeColor(border.color) };
}

/** What the styles of one workbook refer to. */
export interface StyleSource {
  readonly theme: readonly string[];
  /** A cell without any style of its own. */
  readonly plain: CellStyle;
}

export function styleSource(theme: readonly string[], font: FileFont | undefined): StyleSource {
  return { theme, plain: { ...PLAIN, ...readFont(font, PLAIN, theme) } };
}

/** The whole look of a cell that carries this style. */
export function readStyle(style: FileStyle | undefined, { theme, plain }: StyleSource): CellStyle {
  if (!style) {
    return plain;
  }
  const { fill, border, alignment } = style;
  const angle = alignment?.textRotation ?? 0;
  const lineAt = (edge: BorderEdge): Border | null => readLine(border?.[edge], theme);
  return {
    ...plain,
    ...(style.font && readFont(style.font, PLAIN, theme)),
    fillColor: fill?.type === "pattern" && fill.pattern === "solid" ? readColor(fill.fgColor, theme) : null,
    horizontal: HORIZONTAL.find(([, theirs]) => theirs === alignment?.horizontal)?.[0] ?? PLAIN.horizontal,
    vertical: VERTICAL.find(([, theirs]) => theirs === alignment?.vertical)?.[0] ?? PLAIN.vertical,
    wrapText: alignment?.wrapText ?? false,
    textRotation: angle > 180 ? 0 : angle > 90 ? 90 - angle : angle,
    indent: alignment?.indent ?? 0,
    numberFormat: style.numFmt ?? PLAIN.numberFormat,
    top: lineAt("top"),
    bottom: lineAt("bottom"),
    left: lineAt("left"),
    right: lineAt("right"),
  };
}

function readFont(
  font: FileFont | undefined,
  plain: CellStyle,
  theme: readonly string[]
): Pick<
  CellStyle,
  "fontName" | "fontSize" | "bold" | "italic" | "underline" | "strikethrough" | "fontColor"
> {
  return {
    fontName: font?.name ?? plain.fontName,
    fontSize: font?.size ?? plain.fontSize,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: Boolean(font?.underline),
    strikethrough: font?.strikethrough ?? false,
    fontColor: readColor(font?.color, theme) ?? BLACK,
  };
}

function readLine(line: FileLine | undefined, theme: readonly string[]): Border | null {
  const found = LINES.find(([, , theirs]) => theirs === line?.style);
  return found ? { style: found[0], weight: found[1], color: readColor(line?.color, theme) ?? BLACK } : null;
}

/** What makes `style` of `base`; `null` when they are alike. */
export function stylePatch(style: CellStyle, base: CellStyle): StylePatch | null {
  const different = Object.entries(style).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(base[key as keyof CellStyle])
  );
  return different.length > 0 ? (Object.fromEntries(different) as StylePatch) : null;
}
