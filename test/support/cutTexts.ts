/**
 * Which texts of a sheet would be cut off on the screen, by how wide the letters of Times New Roman are. Their widths, in
 * thousandths of their size, are those that a browser measures of Liberation Serif, whose letters are as wide.
 */
import { cellAddress, type Area } from "../../src/domain/grid";
import { formatDate } from "../../src/domain/values/dates";
import { pointsFromCharacters } from "../../src/excel/columnWidth";
import { styleRows } from "../../src/files/cellStyles";
import { OFFICIAL_FONT } from "../../src/layout/look";
import type { CellContent, CellStyle, SheetSpec } from "../../src/layout/sheetSpec";
import WIDTHS from "../fixtures/times-new-roman-widths.json";

/** A text and the room that it has, in pixels. */
interface PlacedText {
  readonly cell: string;
  readonly text: string;
  readonly letters: Letters;
  /** Of its letters. */
  readonly size: number;
  readonly width: number;
  readonly wraps: boolean;
  /** Null: the row grows with its text. */
  readonly height: number | null;
}

/** A text that does not fit, and the pixels that it needs and has: of width, or of height where it wraps. */
export interface CutText {
  readonly cell: string;
  readonly text: string;
  readonly needed: number;
  readonly room: number;
}

const PIXELS_A_POINT = 4 / 3;
const DEFAULT_WIDTH = 8.43;
const DEFAULT_ROW = 15;
const DEFAULT_SIZE = 11;
/** So far a text may reach over empty cells. */
const SPILL_COLUMNS = 40;
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
    column < SPILL_COLUMNS && textOf(contents.get(cellAddress(row, column))) === "";

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
            letters: lettersOf(style),
            size: (style.fontSize ?? DEFAULT_SIZE) * PIXELS_A_POINT,
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

type Letters = keyof typeof WIDTHS;

function lettersOf({ fontName, bold = false, italic = false }: CellStyle): Letters {
  if (fontName !== OFFICIAL_FONT)
    throw new Error(`The widths of the letters of ${fontName} are not known here.`);
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}

/** By letter, for a size of one. */
function widthsOf(letters: Letters): ReadonlyMap<string, number> {
  const groups = Object.entries(WIDTHS[letters]);
  return new Map(
    groups.flatMap(([width, group]) => Array.from(group, (letter) => [letter, Number(width) / 1000]))
  );
}

const LETTERS = {
  regular: widthsOf("regular"),
  bold: widthsOf("bold"),
  italic: widthsOf("italic"),
  boldItalic: widthsOf("boldItalic"),
};

/** Stands above or below another letter. */
const MARK = /\p{M}/u;

/** A letter without its marks, which does not get wider by them. */
function bare(letter: string): string {
  return letter.normalize("NFD").charAt(0);
}

/** Width of a line in pixels. */
function widthOfText(text: string, { letters, size }: PlacedText): number {
  const widths = LETTERS[letters];
  return Array.from(text.normalize("NFC")).reduce((sum, letter) => {
    const width = MARK.test(letter) ? 0 : (widths.get(letter) ?? widths.get(bare(letter)));
    if (width === undefined) throw new Error(`The width of “${letter}” is not known here.`);
    return sum + width * size;
  }, 0);
}

/** Lines of a text that breaks behind spaces and hyphens, and within words that are wider than the cell. */
function linesOf(line: string, placed: PlacedText): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/(?<=[ -])/)) {
    const needed = widthOfText(word.trimEnd(), placed);
    if (used > 0 && used + needed > placed.width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(needed / placed.width) - 1);
    used += widthOfText(word, placed);
  }
  return lines;
}

/** Ascent, descent and gap of Times New Roman, and the pixels that Excel adds to a row. */
const LINE_HEIGHT = 1.149;
const ROW_EXTRA = 2;

function needs(placed: PlacedText): number {
  const lines = placed.text.split("\n");
  if (!placed.wraps) return Math.max(...lines.map((line) => widthOfText(line, placed)));
  const count = lines.reduce((total, line) => total + linesOf(line, placed), 0);
  return count * Math.ceil(LINE_HEIGHT * placed.size) + ROW_EXTRA;
}

/** The texts of a sheet that people do not see whole, in Excel with its default font. */
export function cutTexts(sheet: SheetSpec): readonly CutText[] {
  return placedTexts(sheet).flatMap((placed) => {
    const room = placed.wraps ? placed.height : placed.width;
    const needed = needs(placed);
    return room === null || needed <= room ? [] : [{ cell: placed.cell, text: placed.text, needed, room }];
  });
}
