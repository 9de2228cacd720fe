/** Contents and looks of a sheet → its cells as the writing library takes them. */
import type { Cell, CellStyle as XlsxStyle, WriteSheet } from "hucre/xlsx";
import type { IsoDate } from "../domain/grid";
import type { CellContent, CellStyle, SheetSpec } from "../layout/sheetSpec";
import { textNumberFormat } from "../layout/textFormat";
import { styleRows, xlsxFont, xlsxStyle } from "./cellStyles";
import { MAX_CELL_TEXT } from "./limits";

/** A value alone, in the look of its column, takes the library far less time and memory than a cell of its own. */
export interface SheetContent {
  /** Values that stand in the look of their column. */
  readonly rows: NonNullable<WriteSheet["rows"]>;
  /** The look that most cells of a column have. */
  readonly columnStyles: readonly (XlsxStyle | undefined)[];
  /** All other cells, by `row,column`. */
  readonly cells: NonNullable<WriteSheet["cells"]>;
}

/** All that stands in the cells of a sheet. */
export function sheetContent(sheet: SheetSpec): SheetContent {
  const written = writtenRows(sheet);
  const columnStyles = sheet.columns.map((_, column) => usualStyle(written, column));
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  const rows = Array.from(written, (sparse = [], row) => {
    const inRow = Array.from(sparse);
    const ownCell = (cell: WrittenCell | undefined, column: number): void => {
      if (cell) cells.set(`${row},${column}`, cell);
    };
    // A cell without a look cannot stand where its column has one.
    if (inRow.some((cell, column) => columnStyles[column] && !cell?.style)) {
      inRow.forEach(ownCell);
      return [];
    }
    return inRow.map((cell, column) => {
      if (cell === undefined || isPlain(cell, columnStyles[column])) return cell?.value ?? null;
      ownCell(cell, column);
      return null;
    });
  });
  return { rows, columnStyles, cells };
}

type WrittenCell = Partial<Cell>;
/** By row and column, where there is anything. */
type WrittenRows = readonly (readonly (WrittenCell | undefined)[] | undefined)[];

function isPlain(cell: WrittenCell, columnStyle: XlsxStyle | undefined): boolean {
  const { style, formula, richText, comment, hyperlink } = cell;
  return style === columnStyle && formula === undefined && !richText && !comment && !hyperlink;
}

/** The style that most cells of a column have; none where many have none, as each of those takes its whole row along. */
function usualStyle(rows: WrittenRows, column: number): XlsxStyle | undefined {
  const counts = new Map<XlsxStyle | undefined, number>();
  rows.forEach((row) => {
    if (row === undefined || column >= row.length) return;
    const style = row[column]?.style;
    counts.set(style, (counts.get(style) ?? 0) + (style === undefined ? row.length : 1));
  });
  let usual: XlsxStyle | undefined;
  for (const [style, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = style;
  return usual;
}

function writtenRows(sheet: SheetSpec): WrittenRows {
  const toXlsxStyle = memoize(xlsxStyle);
  const styles = styleRows(sheet.styles);
  const rows: WrittenCell[][] = styles.map((row) =>
    row.map((style) => ({ value: null, style: toXlsxStyle(style) }))
  );
  const withFormat = withContentFormat();
  for (const block of sheet.blocks) {
    block.rows.forEach((contents, rowOffset) => {
      const row = block.top + rowOffset;
      const cells = (rows[row] ??= []);
      contents.forEach((content, columnOffset) => {
        if (content === null || content === "") return;
        const column = block.left + columnOffset;
        const style = withFormat(styles[row]?.[column], content);
        const written = writeContent(content, style ?? {});
        cells[column] = style ? { ...written, style: toXlsxStyle(style) } : written;
      });
    });
  }
  const add = (row: number, column: number, more: WrittenCell): void => {
    const cells = (rows[row] ??= []);
    cells[column] = { value: null, ...cells[column], ...more };
  };
  for (const { row, column, text } of sheet.comments ?? []) {
    add(row, column, { comment: { author: COMMENT_AUTHOR, text: storableText(text) } });
  }
  for (const { row, column, sheet: target, cell } of sheet.links ?? []) {
    add(row, column, { hyperlink: { target: "", location: `${quotedSheet(target)}!${cell}` } });
  }
  return rows;
}

const COMMENT_AUTHOR = "Biểu Sử";

/**
 * Dates need a date format to be dates; text that Excel would reinterpret needs the text format to stay text. Cells of one
 * look and format share one style, so that it is written once.
 */
function withContentFormat() {
  const withFormats = new Map<CellStyle | undefined, Map<string, CellStyle>>();
  return (style: CellStyle | undefined, content: CellContent): CellStyle | undefined => {
    if (style?.numberFormat !== undefined) return style;
    const numberFormat = contentFormat(content);
    if (numberFormat === undefined) return style;
    const byFormat = withFormats.get(style) ?? new Map<string, CellStyle>();
    withFormats.set(style, byFormat);
    const known = byFormat.get(numberFormat) ?? { ...style, numberFormat };
    byFormat.set(numberFormat, known);
    return known;
  };
}

function contentFormat(content: CellContent): string | undefined {
  if (typeof content === "string") return textNumberFormat(content);
  if (typeof content === "object" && content !== null && "date" in content) return "d/m/yyyy";
  return undefined;
}

/** Text that the library would write as an error value. */
const ERROR_LIKE = /^#[A-Z0-9/_]+[!?]?$/;

function writeContent(content: Exclude<CellContent, null>, style: CellStyle): WrittenCell {
  if (typeof content === "string") {
    const text = storableText(content);
    return ERROR_LIKE.test(text) ? { richText: [{ text, font: xlsxFont(style) }] } : { value: text };
  }
  if (typeof content === "number" || typeof content === "boolean") return { value: content };
  if ("date" in content) return { value: utcDate(content.date) };
  if ("runs" in content) {
    return {
      richText: content.runs.map((run) => ({
        text: storableText(run.text),
        font: xlsxFont({ ...style, bold: run.bold ?? style.bold, italic: run.italic ?? style.italic }),
      })),
    };
  }
  const result = typeof content.result === "string" ? storableText(content.result) : content.result;
  return { formula: withoutEquals(content.formula), ...(result !== undefined && { formulaResult: result }) };
}

/**
 * Text as the file can hold it. `_x0041_` is how the format writes characters that XML forbids, so text that looks like
 * it must be escaped itself; what Excel's cell cannot hold is cut.
 */
export function storableText(text: string): string {
  return text
    .slice(0, MAX_CELL_TEXT)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\uFFFE\uFFFF]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`);
}

export function withoutEquals(formula: string): string {
  return formula.replace(/^=/, "");
}

/** The name of a sheet as formulas and links have it. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function utcDate(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
