/** Formulas with references by distance (`R[-1]C`) instead of by letter. */
import { columnName, parseArea } from "../addresses";
import { COLUMN_COUNT, ROW_COUNT } from "../areas";

/** Texts in quotes, sheet names and what stands in brackets stay whole. */
const WHOLE = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<=[\p{L}\p{N}_.\\])\[[^\]]*\]/u.source;
const BEFORE = "(?<![\\p{L}\\p{N}_.\\\\$])";
const AFTER = "(?![\\p{L}\\p{N}_.\\\\(!\\[])";

const LETTERS = new RegExp(
  `${WHOLE}|${BEFORE}(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?\\d{1,7}:\\$?\\d{1,7})${AFTER}` +
    `|${BEFORE}(?<cell>\\$?[A-Za-z]{1,3}\\$?\\d{1,7})${AFTER}`,
  "gu"
);

const NUMBER = "(?:\\[-?\\d+\\]|\\d+)?";
const NUMBERS = new RegExp(
  `${WHOLE}|${BEFORE}(?<cell>[Rr]${NUMBER}[Cc]${NUMBER})${AFTER}|${BEFORE}(?<line>[RrCc]${NUMBER}(?::[RrCc]${NUMBER})?)${AFTER}`,
  "gu"
);

function distance(letter: "R" | "C", isFixed: boolean, at: number, from: number): string {
  if (isFixed) {
    return `${letter}${at + 1}`;
  }
  return at === from ? letter : `${letter}[${at - from}]`;
}

/** The formula of a cell (zero-based place) with its references by distance. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(LETTERS, (piece: string, columns?: string, cell?: string) => {
    const area = columns === undefined && cell === undefined ? null : parseArea(piece.replaceAll("$", ""));
    if (!area) {
      return piece;
    }
    if (cell !== undefined) {
      const isFixedRow = /\$\d/.test(piece);
      return (
        distance("R", isFixedRow, area.top, row) + distance("C", piece.startsWith("$"), area.left, column)
      );
    }
    const [first = "", last = ""] = piece.split(":");
    const isColumns = /[A-Za-z]/.test(first);
    const part = (text: string, at: number): string =>
      distance(isColumns ? "C" : "R", text.startsWith("$"), at, isColumns ? column : row);
    const [from, to] = isColumns ? [area.left, area.right] : [area.top, area.bottom];
    const [one, two] = [part(first, from), part(last, to)];
    return one === two ? one : `${one}:${two}`;
  });
}

/** The formula of a cell (zero-based place) with its references by letter; what leaves the sheet is `#REF!`. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(NUMBERS, (piece: string, cell?: string, line?: string) => {
    if (cell !== undefined) {
      const [, rows = "", columns = ""] = /^[Rr](.*)[Cc](.*)$/.exec(cell) ?? [];
      const [atRow, atColumn] = [lineOf(rows, row, ROW_COUNT), lineOf(columns, column, COLUMN_COUNT)];
      return atRow === null || atColumn === null ? "#REF!" : letters(atColumn, columns) + digits(atRow, rows);
    }
    if (line === undefined) {
      return piece;
    }
    const [first = "", last = first] = line.split(":");
    const isColumns = /^[Cc]/.test(first);
    const parts = [first, last].map((part) => {
      const number = part.slice(1);
      const at = isColumns ? lineOf(number, column, COLUMN_COUNT) : lineOf(number, row, ROW_COUNT);
      return at === null ? null : isColumns ? letters(at, number) : digits(at, number);
    });
    return parts.includes(null) ? "#REF!" : parts.join(":");
  });
}

/** `[-1]` from here, `3` counted from the first, nothing for here; `null` outside of the sheet. */
function lineOf(number: string, here: number, count: number): number | null {
  const relative = /^\[(-?\d+)\]$/.exec(number);
  const at = relative ? here + Number(relative[1]) : number === "" ? here : Number(number) - 1;
  return at >= 0 && at < count ? at : null;
}

function letters(column: number, number: string): string {
  return `${/^\d/.test(number) ? "$" : ""}${columnName(column)}`;
}

function digits(row: number, number: string): string {
  return `${/^\d/.test(number) ? "$" : ""}${row + 1}`;
}
