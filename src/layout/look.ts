/** The look that all sheets share. */
import type { Area } from "../domain/grid";
import type { CellContent, CellStyle, PrintSpec, SheetSpec } from "./sheetSpec";

/** Official documents are set in this font. */
export const OFFICIAL_FONT = "Times New Roman";

export const INK = "#000000";
export const MUTED = "#595959";

/** Shared by the builders: a sheet without anything on it. */
export const BLANK_SHEET: Omit<SheetSpec, "name"> = {
  visibility: "visible",
  columns: [],
  rowHeights: [],
  blocks: [],
  styles: [],
  merges: [],
  validations: [],
  conditionalFormats: [],
  tables: [],
  names: [],
  showGridlines: false,
};

const POINTS_PER_MM = 72 / 25.4;

/** 20 mm on every side. */
const MARGIN = 20 * POINTS_PER_MM;
/** 15 mm, above and below what has to stand on one page. */
export const NARROW_MARGIN = 15 * POINTS_PER_MM;

/** A4 landscape, one page wide, with the page number at the foot. */
export function landscape(area: Area, repeatRows?: PrintSpec["repeatRows"]): PrintSpec {
  return {
    orientation: "landscape",
    area,
    repeatRows,
    margins: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
    centerHorizontally: true,
    footer: "&CTrang &P/&N",
  };
}

/** A4 portrait, otherwise like `landscape`. */
export function portrait(area: Area, repeatRows?: PrintSpec["repeatRows"]): PrintSpec {
  return { ...landscape(area, repeatRows), orientation: "portrait" };
}

/** An area of one row. */
export function rowArea(row: number, left: number, right: number): Area {
  return { top: row, left, bottom: row, right };
}

/** The `count` rows below a header row. */
export function rowsBelow(header: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => header + 1 + index);
}

/** An area of one column. */
export function columnArea(column: number, top: number, bottom: number): Area {
  return { top, left: column, bottom, right: column };
}

export const TITLE_STYLE: CellStyle = { bold: true, horizontal: "center", vertical: "center" };

/** Lengths that Excel allows in an input message; a longer one makes the file unreadable. */
const MAX_PROMPT_TITLE = 32;
const MAX_PROMPT = 255;

export function inputMessage(title: string, message: string): { title: string; message: string } {
  return { title: cutTo(title, MAX_PROMPT_TITLE), message: cutTo(message, MAX_PROMPT) };
}

function cutTo(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** Height of a line of a short table, in points. */
export const LINE_HEIGHT = 20;

/** From one line of a text to the next, by the size of its letters. */
const LINE_SPACING = 1.25;

/**
 * Heights of the rows whose text needs more than one line, by zero-based index. Readers of files do not all grow a row
 * to its text, so long texts would be cut.
 * @param columns with their widths in characters; the cells of a row are in their order
 * @param fontSize of the official font, in points
 */
export function wrappedHeights(
  rows: readonly (readonly CellContent[])[],
  columns: readonly { readonly width: number }[],
  fontSize: number
): readonly { readonly row: number; readonly height: number }[] {
  const rooms = columns.map(({ width }) => lettersIn(width, fontSize));
  return rows.flatMap((cells, row) => {
    const lines = Math.max(1, ...rooms.map((room, index) => linesOf(cells[index] ?? null, room)));
    return lines === 1 ? [] : [{ row, height: Math.min(lines * fontSize * LINE_SPACING, MAX_ROW_HEIGHT) }];
  });
}

/** Excel's own limit, in points. */
const MAX_ROW_HEIGHT = 409;

/** Width of a digit that columns are measured in, in points; and of a small letter, by the size of the official font. */
const DIGIT_WIDTH = 5.25;
const LETTER_WIDTH = 0.45;
/** Letters of a line that stay free where the next word is too long. */
const LOST_AT_BREAKS = 2;

function lettersIn(width: number, fontSize: number): number {
  return (width * DIGIT_WIDTH) / (LETTER_WIDTH * fontSize);
}

const CAPITAL = /\p{Lu}/gu;
/** By how much of a letter a capital is wider than the others. */
const MORE_OF_CAPITALS = 0.5;

/** A line in letters of usual width. */
function lettersOf(line: string): number {
  return line.length + MORE_OF_CAPITALS * (line.match(CAPITAL)?.length ?? 0);
}

/** Lines that a text fills where so many letters have room in one. */
function linesOf(content: CellContent, room: number): number {
  if (typeof content !== "string") return 1;
  return content.split("\n").reduce((lines, line) => {
    const letters = lettersOf(line);
    return lines + (letters <= room ? 1 : Math.ceil(letters / Math.max(1, room - LOST_AT_BREAKS)));
  }, 0);
}

/** Lines of tables that are not official forms. */
export const GRID_LINE = "#BFBFBF";
/** Cells meant to be edited. */
export const INPUT_FILL = "#FFF8DC";
const HEADER_FILL = "#E3ECF3";
const HEADING_INK = "#1F3864";

export const SHEET_TITLE_STYLE: CellStyle = {
  bold: true,
  fontSize: 16,
  fontColor: HEADING_INK,
  horizontal: "left",
};
export const SECTION_STYLE: CellStyle = { bold: true, fontSize: 13, fontColor: HEADING_INK };
export const NOTE_STYLE: CellStyle = { italic: true, fontColor: MUTED };
export const HEADER_STYLE: CellStyle = {
  bold: true,
  // Said outright: table styles bring white headings of their own.
  fontColor: INK,
  fillColor: HEADER_FILL,
  horizontal: "center",
  vertical: "center",
  wrapText: true,
  borderColor: GRID_LINE,
};
