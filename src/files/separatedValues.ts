/** Text tables of one separator (RFC 4180, line ends of all systems), within bounds. */
import { FileFault } from "./fileErrors";
import { MAX_CELL_TEXT, MAX_CELLS, MAX_FILLED_ROWS } from "./limits";

export interface RowLimits {
  /** Rows to read at most. */
  readonly rows: number;
  /** Cells after which no row is begun. */
  readonly cells: number;
}

const QUOTE = '"';
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

export interface ParsedTable {
  readonly rows: readonly (readonly string[])[];
  /** Whether a quotation mark that nobody closes has made one cell of the rows behind it. */
  readonly swallowed: boolean;
}

/**
 * All rows. A cell that begins with a quotation mark ends at the next single one, `""` inside stands for one.
 * Throws `FileFault`: `tooManyCells`, `tooManyRows`, `textTooLong` (most often a quotation mark that nobody closes).
 */
export function parseTable(text: string, separator: string): ParsedTable {
  const { rows, end, swallowed } = readRows(text, separator, { rows: Infinity, cells: MAX_CELLS });
  if (end < text.length) throw new FileFault("tooManyCells");
  return { rows, swallowed };
}

/** The first rows, to see what separates them. Cells too long are rows that no separator splits. */
export function firstRows(
  text: string,
  separator: string,
  limits: RowLimits
): readonly (readonly string[])[] {
  try {
    return readRows(text, separator, limits).rows;
  } catch (error) {
    if (error instanceof FileFault) return [];
    throw error;
  }
}

function readRows(text: string, separator: string, limits: RowLimits) {
  const rows: string[][] = [];
  let cells = 0;
  let filledRows = 0;
  let end = 0;
  let swallowed = false;
  while (end < text.length && rows.length < limits.rows && cells < limits.cells) {
    const row: string[] = [];
    for (;;) {
      const cell = readCell(text, end, separator);
      row.push(cell.text);
      cells += 1;
      end = cell.end;
      swallowed = cell.isOpen && /[\r\n]/.test(cell.text.trimEnd());
      if (text[end] !== separator) break;
      if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
      end += 1;
    }
    if (row.some((cell) => cell !== "")) filledRows += 1;
    if (filledRows > MAX_FILLED_ROWS) throw new FileFault("tooManyRows");
    rows.push(row);
    end += text.startsWith("\r\n", end) ? 2 : 1;
  }
  return { rows, end, swallowed };
}

/**
 * A cell, the position of what ends it (the separator, a line end, or the end of the text), and whether it begins with a
 * quotation mark that nobody closes.
 */
function readCell(text: string, start: number, separator: string) {
  let cell = "";
  let isOpen = false;
  let at = start;
  while (cell === "" && text[at] === QUOTE) {
    const closing = closingQuote(text, at + 1);
    isOpen = closing >= text.length;
    cell = text.slice(at + 1, closing).replaceAll(QUOTE + QUOTE, QUOTE);
    at = Math.min(text.length, closing + 1);
  }
  const end = cellEnd(text, at, separator);
  if (cell.length + end - at > MAX_CELL_TEXT) throw new FileFault("textTooLong");
  return { text: cell + text.slice(at, end), end, isOpen };
}

/** Position of the quotation mark that is not one of two, or the end of the text. Throws `FileFault` `textTooLong`. */
function closingQuote(text: string, start: number): number {
  for (let at = start; ;) {
    // Two quotation marks stand for one character, all else for itself.
    if (at - start > 2 * MAX_CELL_TEXT) throw new FileFault("textTooLong");
    const quote = text.indexOf(QUOTE, at);
    if (quote < 0) return text.length;
    if (text[quote + 1] !== QUOTE) return quote;
    at = quote + 2;
  }
}

/** Position of the separator, the line end or the end of the text; of a cell that is too long, one behind the longest. */
function cellEnd(text: string, start: number, separator: string): number {
  const separatorCode = separator.charCodeAt(0);
  const last = Math.min(text.length, start + MAX_CELL_TEXT + 1);
  for (let at = start; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === separatorCode || code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return last;
}
