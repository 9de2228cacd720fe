/** Tags of rows and cells: nearly all bytes of a workbook are theirs. */
import type { CellValue } from "../../domain/grid";
import { MAX_COLUMNS, MAX_ROWS } from "../limits";
import { isDigit, readIndex } from "./numbers";
import {
  asciiText,
  EQUALS,
  GREATER,
  isSpace,
  isTrue,
  nameBytes,
  notHandled,
  QUOTE,
  quoteEnd,
  SLASH,
  standsAt,
  valueStart,
} from "./xmlBytes";

export interface RowTag {
  /** One-based; 0 when the tag does not say. */
  number: number;
  hidden: boolean;
  /** `<row/>` */
  empty: boolean;
}

/** What a cell holds: `t` of ECMA-376 part 1, 18.18.11. */
export type CellType = "b" | "d" | "e" | "inlineStr" | "n" | "s" | "str";

export interface CellTag {
  /** Zero-based; -1 when the tag does not say. */
  row: number;
  column: number;
  type: CellType;
  /** -1 when the tag does not say. */
  style: number;
  /** `<c/>` */
  empty: boolean;
  /** What was read for it. */
  value: CellValue;
}

export function newCellTag(): CellTag {
  return { row: -1, column: -1, type: "n", style: -1, empty: false, value: null };
}

const HIDDEN = nameBytes("hidden");
const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_A_CAPITAL = 0x41;
const LETTER_Z_CAPITAL = 0x5a;
const DIGIT_ZERO = 0x30;

/** Reads the attributes of a row from behind its name on. @returns the position behind the tag */
export function readRowTag(bytes: Uint8Array, start: number, row: RowTag): number {
  row.number = 0;
  row.hidden = false;
  for (let at = start; ;) {
    const byte = bytes[at];
    if (byte === GREATER || byte === SLASH) return tagClosed(bytes, at, row);
    if (isSpace(byte)) {
      at++;
      continue;
    }
    const nameEnd = attributeNameEnd(bytes, at);
    const from = valueStart(bytes, nameEnd);
    const to = quoteEnd(bytes, from);
    if (nameEnd - at === 1) {
      if (byte === LETTER_R) row.number = readIndex(bytes, from, to);
    } else if (nameEnd - at === HIDDEN.length && standsAt(bytes, at, HIDDEN)) {
      row.hidden = isTrue(asciiText(bytes, from, Math.min(to, from + 5)));
    }
    at = to + 1;
  }
}

/** Reads the attributes of a cell from behind its name on. @returns the position behind the tag */
export function readCellTag(bytes: Uint8Array, start: number, cell: CellTag): number {
  cell.row = -1;
  cell.column = -1;
  cell.type = "n";
  cell.style = -1;
  for (let at = start; ;) {
    const byte = bytes[at];
    if (byte === GREATER || byte === SLASH) return tagClosed(bytes, at, cell);
    if (isSpace(byte)) {
      at++;
      continue;
    }
    const nameEnd = bytes[at + 1] === EQUALS ? at + 1 : attributeNameEnd(bytes, at);
    const from = bytes[nameEnd + 1] === QUOTE ? nameEnd + 2 : valueStart(bytes, nameEnd);
    if (nameEnd - at !== 1) at = quoteEnd(bytes, from) + 1;
    else if (byte === LETTER_R) at = readPlace(bytes, from, cell) + 1;
    else {
      const to = quoteEnd(bytes, from);
      if (byte === LETTER_S) cell.style = readIndex(bytes, from, to);
      else if (byte === LETTER_T) cell.type = cellType(bytes, from, to);
      at = to + 1;
    }
  }
}

function tagClosed(bytes: Uint8Array, at: number, tag: { empty: boolean }): number {
  tag.empty = bytes[at] === SLASH;
  if (!tag.empty) return at + 1;
  return bytes[at + 1] === GREATER ? at + 2 : notHandled();
}

function attributeNameEnd(bytes: Uint8Array, at: number): number {
  let position = at;
  while (bytes[position] !== EQUALS && !isSpace(bytes[position])) {
    if (bytes[position] === GREATER || ++position >= bytes.length) notHandled();
  }
  return position;
}

function cellType(bytes: Uint8Array, from: number, to: number): CellType {
  if (to - from === 1) {
    const letter = bytes[from];
    if (letter === LETTER_S) return "s";
    return letter === 0x6e
      ? "n"
      : letter === 0x62
        ? "b"
        : letter === 0x65
          ? "e"
          : letter === 0x64
            ? "d"
            : notHandled();
  }
  const name = asciiText(bytes, from, Math.min(to, from + 10));
  return name === "str" || name === "inlineStr" ? name : notHandled();
}

/** Reads a reference like `AB12`, ended by a quotation mark, into `place`. @returns the position of that mark */
function readPlace(bytes: Uint8Array, start: number, place: { row: number; column: number }): number {
  let at = start;
  let column = 0;
  for (let byte = bytes[at]!; byte >= LETTER_A_CAPITAL && byte <= LETTER_Z_CAPITAL; byte = bytes[++at]!) {
    column = column * 26 + (byte - LETTER_A_CAPITAL + 1);
    if (column > MAX_COLUMNS) notHandled();
  }
  let row = 0;
  for (let byte = bytes[at]!; isDigit(byte); byte = bytes[++at]!) {
    row = row * 10 + (byte - DIGIT_ZERO);
    if (row > MAX_ROWS) notHandled();
  }
  if (column === 0 || row === 0 || bytes[at] !== QUOTE) notHandled();
  place.column = column - 1;
  place.row = row - 1;
  return at;
}

const REFERENCE = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** The place that a reference like `AB12` names. */
export function readReference(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = "", row] = REFERENCE.exec(reference) ?? notHandled();
  let column = 0;
  for (let at = 0; at < letters.length; at++) {
    column = column * 26 + (letters.charCodeAt(at) - LETTER_A_CAPITAL + 1);
  }
  if (column > MAX_COLUMNS || Number(row) > MAX_ROWS) notHandled();
  return { row: Number(row) - 1, column: column - 1 };
}
