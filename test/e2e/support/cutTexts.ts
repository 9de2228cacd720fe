/** Which texts of a sheet would be cut off on the screen, by the widths of real letters. */
import type { Page } from "playwright-core";
import { cellAddress, type Area } from "../../../src/domain/grid";
import { formatDate } from "../../../src/domain/values/dates";
import { styleRows } from "../../../src/files/cellStyles";
import { pointsFromCharacters } from "../../../src/excel/columnWidth";
import type { CellContent, CellStyle, SheetSpec } from "../../../src/layout/sheetSpec";

/** A text and the room that it has, in pixels. */
interface PlacedText {
  readonly cell: string;
  readonly text: string;
  /** As CSS states fonts. */
  readonly font: string;
  readonly width: number;
  readonly wraps: boolean;
  /** Null: the row grows with its text. */
  readonly height: number | null;
}

/** A text that does not fit, and what it would need. */
export interface CutText extends PlacedText {
  readonly needed: number;
}

const PIXELS_A_POINT = 4 / 3;
const DEFAULT_WIDTH = 8.43;
const DEFAULT_ROW = 15;
/** What Excel leaves free at both sides of a cell together, with its grid line. */
const MARGIN = 5;

/** The texts of a sheet that people see, as Excel places them. */
function placedTexts(sheet: SheetSpec): readonly PlacedText[] {
  const styles = styleRows(sheet.styles);
  const contents = new Map<string, CellContent>();
  for (const { top, left, rows } of sheet.blocks) {
    rows.forEach((row, down) =>
      row.forEach((content, across) => contents.set(cellAddress(top + down, left + across), content))
    );
  }
  const merges = new Map(sheet.merges.map((area) => [cellAddress(area.top, area.left), area]));
  const heights = new Map(sheet.rowHeights.map(({ row, height }) => [row, height]));
  const widthOf = (column: number): number => {
    const { width = DEFAULT_WIDTH, hidden = false } = sheet.columns[column] ?? {};
    return hidden ? 0 : pointsFromCharacters(width) * PIXELS_A_POINT;
  };
  const isFree = (row: number, column: number): boolean =>
    column < Math.max(sheet.columns.length, 40) && textOf(contents.get(cellAddress(row, column))) === "";

  return sheet.blocks.flatMap(({ top, left, rows }) =>
    rows.flatMap((cells, down) =>
      cells.flatMap((content, across): PlacedText[] => {
        const row = top + down;
        const column = left + across;
        const style = styles[row]?.[column] ?? {};
        const text = textOf(content, style.numberFormat);
        if (text === "" || widthOf(column) === 0) return [];
        const cell = cellAddress(row, column);
        const merged = merges.get(cell);
        const area: Area = merged ?? { top: row, left: column, bottom: row, right: column };
        // What is no text becomes a row of #.
        const isText = Number.isNaN(Number(valueOf(content)));
        const spills = isText && !merged && !style.wrapText && (style.horizontal ?? "left") === "left";
        let right = area.right;
        while (spills && isFree(row, right + 1)) right += 1;
        const grows = !merged && !heights.has(row);
        return [
          {
            cell,
            text,
            font: fontOf(style),
            width: sum(area.left, right, widthOf) - MARGIN,
            wraps: style.wrapText === true,
            height: grows
              ? null
              : sum(area.top, area.bottom, (each) => heights.get(each) ?? DEFAULT_ROW) * PIXELS_A_POINT,
          },
        ];
      })
    )
  );
}

function sum(from: number, to: number, of: (index: number) => number): number {
  let total = 0;
  for (let index = from; index <= to; index += 1) total += of(index);
  return total;
}

function valueOf(content: CellContent | undefined): string | number | boolean {
  if (typeof content !== "object" || content === null) return content ?? "";
  if ("runs" in content) return content.runs.map(({ text }) => text).join("");
  return "date" in content ? formatDate(content.date) : (content.result ?? "");
}

/** As Excel shows it in Vietnam, with the formats that our sheets use. */
function textOf(content: CellContent | undefined, numberFormat = "General"): string {
  const value = valueOf(content);
  if (typeof value !== "number") return String(value);
  if (numberFormat.includes("%")) return `${value.toFixed(1)} %`;
  const inThousands = numberFormat.startsWith("#,##0") ? value.toLocaleString("vi-VN") : String(value);
  return numberFormat.includes("đ") ? `${inThousands} đ` : inThousands;
}

function fontOf({ fontName = "Calibri", fontSize = 11, bold = false, italic = false }: CellStyle): string {
  return `${italic ? "italic " : ""}${bold ? "bold " : ""}${fontSize * PIXELS_A_POINT}px '${fontName}'`;
}

/** Measures in a page, whose machine must have the fonts or others with letters as wide. */
export async function cutTexts(page: Page, sheet: SheetSpec): Promise<readonly CutText[]> {
  return page.evaluate((texts) => {
    const canvas = document.createElement("canvas").getContext("2d");
    if (canvas === null) throw new Error("No canvas");
    /** Ascent, descent and gap of Times New Roman, and the pixels that Excel adds to a row. */
    const lineHeight = (font: string): number => Math.ceil(1.149 * Number(/([\d.]+)px/.exec(font)?.[1] ?? 0));
    const ROW_EXTRA = 2;
    const linesOf = (line: string, width: number): number => {
      let lines = 1;
      let used = 0;
      for (const word of line.split(/(?<=[ -])/)) {
        const needed = canvas.measureText(word.trimEnd()).width;
        if (used > 0 && used + needed > width) {
          lines += 1;
          used = 0;
        }
        lines += Math.max(0, Math.ceil(needed / width) - 1);
        used += canvas.measureText(word).width;
      }
      return lines;
    };
    return texts.flatMap((placed) => {
      canvas.font = placed.font;
      const lines = placed.text.split("\n");
      if (!placed.wraps) {
        const needed = Math.max(...lines.map((line) => canvas.measureText(line).width));
        return needed <= placed.width ? [] : [{ ...placed, needed }];
      }
      if (placed.height === null) return [];
      const count = lines.reduce((total, line) => total + linesOf(line, placed.width), 0);
      const needed = count * lineHeight(placed.font) + ROW_EXTRA;
      return needed <= placed.height ? [] : [{ ...placed, needed }];
    });
  }, placedTexts(sheet));
}
