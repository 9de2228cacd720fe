/** Excel's built-in cell styles in the colours of the Office theme, by the name that Excel shows. */
import type { Border, StylePatch } from "../spreadsheet/spreadsheet";
import type { StylePart } from "./state";

export interface BuiltInStyle {
  /** As in `Excel.BuiltInStyle`. */
  readonly word: string;
  readonly look: StylePatch;
  readonly parts: readonly StylePart[];
}

const FONT: StylePatch = {
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fontColor: "#000000",
};

/** The style of a cell for which none was chosen. */
export const NORMAL_LOOK: StylePatch = {
  ...FONT,
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

export const ALL_PARTS: readonly StylePart[] = [
  "alignment",
  "border",
  "font",
  "number",
  "patterns",
  "protection",
];

const line = (weight: Border["weight"], color: string): Border => ({ style: "Continuous", weight, color });
const double = (color: string): Border => ({ style: "Double", weight: "Thick", color });
const box = (border: Border): StylePatch => ({ top: border, bottom: border, left: border, right: border });
const below = (border: Border): StylePatch => ({ top: null, left: null, right: null, bottom: border });
const font = (fontColor: string, more: StylePatch = {}): StylePatch => ({ ...FONT, fontColor, ...more });

function style(word: string, look: StylePatch, ...parts: readonly StylePart[]): BuiltInStyle {
  return { word, look, parts };
}

const number = (word: string, numberFormat: string): BuiltInStyle => style(word, { numberFormat }, "number");
const painted = (word: string, fillColor: string, look: StylePatch): BuiltInStyle =>
  style(word, { fillColor, ...look }, "font", "patterns");
const boxed = (word: string, fillColor: string, look: StylePatch): BuiltInStyle =>
  style(word, { fillColor, ...look }, "font", "patterns", "border");
const heading = (word: string, fontSize: number, border: Border): BuiltInStyle =>
  style(word, { ...font("#44546A", { bold: true, fontSize }), ...below(border) }, "font", "border");

/** The six accents: itself, and its 20, 40 and 60 per cent. */
const ACCENTS = [
  ["#4472C4", "#D9E1F2", "#B4C6E7", "#8EA9DB"],
  ["#ED7D31", "#FCE4D6", "#F8CBAD", "#F4B084"],
  ["#A5A5A5", "#EDEDED", "#DBDBDB", "#C9C9C9"],
  ["#FFC000", "#FFF2CC", "#FFE699", "#FFD966"],
  ["#5B9BD5", "#DDEBF7", "#BDD7EE", "#9BC2E6"],
  ["#70AD47", "#E2EFDA", "#C6E0B4", "#A9D08E"],
] as const;

const accents = ACCENTS.flatMap(([full, ...tints], index): readonly (readonly [string, BuiltInStyle])[] => {
  const name = `Accent${index + 1}`;
  return [
    [name, painted(name, full, font("#FFFFFF"))],
    ...tints.map((color, step) => {
      const percent = (step + 1) * 20;
      const inside = font(percent === 60 ? "#FFFFFF" : "#000000");
      return [`${percent}% - ${name}`, painted(`${name}_${percent}`, color, inside)] as const;
    }),
  ];
});

export const BUILT_IN_STYLES: ReadonlyMap<string, BuiltInStyle> = new Map([
  ["Normal", style("Normal", NORMAL_LOOK, ...ALL_PARTS)],
  ["Comma", number("Comma", '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)')],
  ["Comma [0]", number("WholeComma", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)')],
  ["Currency", number("Currency", '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)')],
  ["Currency [0]", number("WholeDollar", '_($* #,##0_);_($* \\(#,##0\\);_($* "-"_);_(@_)')],
  ["Percent", number("Percent", "0%")],
  ["Hyperlink", style("Hlink", font("#0563C1", { underline: true }), "font")],
  ["Followed Hyperlink", style("HlinkTrav", font("#954F72", { underline: true }), "font")],
  ["Note", style("Note", { fillColor: "#FFFFCC", ...box(line("Thin", "#B2B2B2")) }, "patterns", "border")],
  ["Warning Text", style("WarningText", font("#FF0000"), "font")],
  ["Explanatory Text", style("ExplanatoryText", font("#7F7F7F", { italic: true }), "font")],
  ["Title", style("SheetTitle", font("#44546A", { fontName: "Calibri Light", fontSize: 18 }), "font")],
  ["Heading 1", heading("Heading1", 15, line("Thick", "#4472C4"))],
  ["Heading 2", heading("Heading2", 13, line("Thick", "#A2B8E1"))],
  ["Heading 3", heading("Heading3", 11, line("Medium", "#8EA9DB"))],
  ["Heading 4", style("Heading4", font("#44546A", { bold: true }), "font")],
  ["Input", boxed("Input", "#FFCC99", { ...font("#3F3F76"), ...box(line("Thin", "#7F7F7F")) })],
  [
    "Output",
    boxed("Output", "#F2F2F2", { ...font("#3F3F3F", { bold: true }), ...box(line("Thin", "#3F3F3F")) }),
  ],
  [
    "Calculation",
    boxed("Calculation", "#F2F2F2", { ...font("#FA7D00", { bold: true }), ...box(line("Thin", "#7F7F7F")) }),
  ],
  [
    "Check Cell",
    boxed("CheckCell", "#A5A5A5", { ...font("#FFFFFF", { bold: true }), ...box(double("#3F3F3F")) }),
  ],
  ["Linked Cell", style("LinkedCell", { ...font("#FA7D00"), ...below(double("#FF8001")) }, "font", "border")],
  [
    "Total",
    style(
      "Total",
      {
        ...font("#000000", { bold: true }),
        left: null,
        right: null,
        top: line("Thin", "#4472C4"),
        bottom: double("#4472C4"),
      },
      "font",
      "border"
    ),
  ],
  ["Good", painted("Good", "#C6EFCE", font("#006100"))],
  ["Bad", painted("Bad", "#FFC7CE", font("#9C0006"))],
  ["Neutral", painted("Neutral", "#FFEB9C", font("#9C5700"))],
  ...accents,
]);
