/** The cells of a sheet. Nothing is made for cells, rows and columns that only have looks. */
import type { Area, CellValue } from "../../domain/grid";
import { FileFault } from "../fileErrors";
import { MAX_CELLS, MAX_COLUMNS, MAX_FILLED_ROWS, MAX_MERGES, MAX_ROWS } from "../limits";
import { type CellTag, newCellTag, readCellTag, readReference, readRowTag, type RowTag } from "./cellTags";
import { dateOfSerial, readIndex, readNumber, serialOfIso } from "./numbers";
import { readRichText } from "./richText";
import type { SharedStrings } from "./sharedStrings";
import {
  attributeOf,
  cellText,
  contentText,
  endsName,
  GREATER,
  isNamed,
  isTrue,
  LESS,
  markupStart,
  nameBytes,
  newTag,
  nextTag,
  notHandled,
  SLASH,
  standsAt,
  type Tag,
  tagEnd,
  textEnd,
} from "./xmlBytes";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** For each style whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

/** A row from its first filled cell to its last one. Places are zero-based. */
export interface FilledRow {
  readonly row: number;
  readonly left: number;
  readonly cells: readonly CellValue[];
}

export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

export interface SheetPart {
  /** From top to bottom. */
  readonly rows: readonly FilledRow[];
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly ColumnSpan[];
}

const WORKSHEET = nameBytes("worksheet");
const COLUMN = nameBytes("col");
const MIN = nameBytes("min");
const MAX = nameBytes("max");
const HIDDEN = nameBytes("hidden");
const SHEET_DATA = nameBytes("sheetData");
const MERGE = nameBytes("mergeCell");
const REFERENCE = nameBytes("ref");

/** Reads a worksheet. Throws `FileFault`: `tooManyCells`, `tooManyRows`, `tooManyMerges`, `damaged`. */
export function readSheetPart(bytes: Uint8Array, context: SheetContext): SheetPart {
  const tag = newTag();
  if (!nextTag(bytes, markupStart(bytes), tag) || !isNamed(bytes, tag, WORKSHEET)) notHandled();
  const hiddenColumns = readHead(bytes, tag);
  const rows: FilledRow[] = [];
  const hiddenRows: number[] = [];
  if (!tag.empty) tag.end = readRows(bytes, tag.end, context, rows, hiddenRows);
  return { rows, hiddenRows, hiddenColumns, merges: readTail(bytes, tag) };
}

/** Reads what stands before the cells, and moves `tag` to the tag that opens them. */
function readHead(bytes: Uint8Array, tag: Tag): readonly ColumnSpan[] {
  const hidden: ColumnSpan[] = [];
  let previous = 0;
  while (nextTag(bytes, tag.end, tag)) {
    if (tag.closing) continue;
    if (isNamed(bytes, tag, SHEET_DATA)) return hidden;
    if (!isNamed(bytes, tag, COLUMN)) continue;
    const first = columnNumber(attributeOf(bytes, tag, MIN));
    const last = columnNumber(attributeOf(bytes, tag, MAX));
    if (first <= previous || last < first) notHandled();
    previous = last;
    if (isTrue(attributeOf(bytes, tag, HIDDEN))) hidden.push({ first: first - 1, last: last - 1 });
  }
  return notHandled();
}

function columnNumber(text: string | undefined): number {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : notHandled();
}

/** Reads what stands behind the cells, to the end. */
function readTail(bytes: Uint8Array, tag: Tag): readonly Area[] {
  const merges: Area[] = [];
  let isWhole = false;
  while (nextTag(bytes, tag.end, tag)) {
    isWhole = tag.closing && isNamed(bytes, tag, WORKSHEET);
    if (tag.closing) continue;
    if (isNamed(bytes, tag, SHEET_DATA)) notHandled();
    if (!isNamed(bytes, tag, MERGE)) continue;
    if (merges.length >= MAX_MERGES) throw new FileFault("tooManyMerges");
    merges.push(mergedArea(attributeOf(bytes, tag, REFERENCE) ?? ""));
  }
  return isWhole ? merges : notHandled();
}

function mergedArea(reference: string): Area {
  const [from = "", to = from] = reference.split(":");
  const [topLeft, bottomRight] = [readReference(from), readReference(to)];
  return { top: topLeft.row, left: topLeft.column, bottom: bottomRight.row, right: bottomRight.column };
}

const ROW_START = nameBytes("<row");
const ROW_END = nameBytes("</row>");
const DATA_END = nameBytes("</sheetData>");
const CELL_END = nameBytes("</c>");
const VALUE_END = nameBytes("</v>");
const FORMULA_END = nameBytes("</f>");
const INLINE = nameBytes("is");
const LETTER_C = 0x63;
const LETTER_F = 0x66;
const LETTER_I = 0x69;
const LETTER_S = 0x73;
const LETTER_V = 0x76;

/** Reads all rows. @returns the position behind the tag that closes them */
function readRows(
  bytes: Uint8Array,
  start: number,
  context: SheetContext,
  rows: FilledRow[],
  hiddenRows: number[]
): number {
  const rowTag: RowTag = { number: 0, hidden: false, empty: false };
  const reader: RowReader = {
    context,
    cell: newCellTag(),
    tag: newTag(),
    cells: [],
    left: 0,
    room: MAX_CELLS,
  };
  let row = -1;
  for (let at = textEnd(bytes, start); ; at = textEnd(bytes, at)) {
    if (standsAt(bytes, at, DATA_END)) return at + DATA_END.length;
    if (!standsAt(bytes, at, ROW_START) || !endsName(bytes[at + ROW_START.length])) notHandled();
    at = readRowTag(bytes, at + ROW_START.length, rowTag);
    const next = rowTag.number > 0 ? rowTag.number - 1 : row + 1;
    if (next <= row || next >= MAX_ROWS) notHandled();
    row = next;
    if (rowTag.hidden) hiddenRows.push(row);
    if (rowTag.empty) continue;
    at = readCells(bytes, at, row, reader);
    if (reader.cells.length === 0) continue;
    if (rows.length >= MAX_FILLED_ROWS) throw new FileFault("tooManyRows");
    rows.push({ row, left: reader.left, cells: reader.cells.slice() });
  }
}

/** What reading a row works with; made once for all rows of a sheet. */
interface RowReader {
  readonly context: SheetContext;
  readonly cell: CellTag;
  readonly tag: Tag;
  /** The row that was read, from its first filled cell to its last one. */
  readonly cells: CellValue[];
  left: number;
  /** Cells that the sheet may still have. */
  room: number;
}

/** Reads the cells of a row into `reader`. @returns the position behind the tag that closes it */
function readCells(bytes: Uint8Array, start: number, row: number, reader: RowReader): number {
  const { cell, cells } = reader;
  cells.length = 0;
  let column = -1;
  for (let at = start; ;) {
    if (bytes[at] !== LESS) at = textEnd(bytes, at);
    if (bytes[at + 1] !== LETTER_C || !endsName(bytes[at + 2])) {
      if (!standsAt(bytes, at, ROW_END)) notHandled();
      reader.room -= cells.length;
      return at + ROW_END.length;
    }
    at = readCellTag(bytes, at + 2, cell);
    const next = cell.column < 0 ? column + 1 : cell.column;
    if (next <= column || next >= MAX_COLUMNS || (cell.row >= 0 && cell.row !== row)) notHandled();
    column = next;
    if (cell.empty) continue;
    at = readCell(bytes, at, reader);
    if (cell.value === null) continue;
    if (cells.length === 0) reader.left = column;
    if (column - reader.left >= reader.room) throw new FileFault("tooManyCells");
    while (cells.length < column - reader.left) cells.push(null);
    cells.push(cell.value);
  }
}

/** Reads the value of the cell whose opening tag was read. @returns the position behind the tag that closes it */
function readCell(bytes: Uint8Array, start: number, reader: RowReader): number {
  const { cell, context } = reader;
  cell.value = null;
  let isRead = false;
  for (let at = start; ;) {
    if (bytes[at] !== LESS) at = textEnd(bytes, at);
    const first = bytes[at + 1];
    if (first === LETTER_V && !isRead) {
      isRead = true;
      const from = bytes[at + 2] === GREATER ? at + 3 : attributesEnd(bytes, at + 2);
      const to = bytes[from - 2] === SLASH ? from : textEnd(bytes, from);
      if (to > from) cell.value = valueOf(bytes, from, to, cell, context);
      at = bytes[from - 2] === SLASH ? from : behind(bytes, to, VALUE_END);
    } else if (first === LETTER_F) {
      const from = attributesEnd(bytes, at + 2);
      at = bytes[from - 2] === SLASH ? from : behind(bytes, textEnd(bytes, from), FORMULA_END);
    } else if (first === LETTER_I && bytes[at + 2] === LETTER_S && cell.type === "inlineStr" && !isRead) {
      isRead = true;
      const from = attributesEnd(bytes, at + 3);
      if (bytes[from - 2] === SLASH) at = from;
      else {
        cell.value = readRichText(bytes, from, INLINE, reader.tag) || null;
        at = reader.tag.end;
      }
    } else return behind(bytes, at, CELL_END);
  }
}

/** Position behind an opening tag whose name ends at `at`. */
function attributesEnd(bytes: Uint8Array, at: number): number {
  return endsName(bytes[at]) ? tagEnd(bytes, at) : notHandled();
}

/** Position behind a closing tag that must stand at `at`. */
function behind(bytes: Uint8Array, at: number, closing: Uint8Array): number {
  return standsAt(bytes, at, closing) ? at + closing.length : notHandled();
}

function valueOf(
  bytes: Uint8Array,
  from: number,
  to: number,
  { type, style }: CellTag,
  { strings, dateStyles, date1904 }: SheetContext
): CellValue {
  switch (type) {
    case "s":
      // A text that is not there would leave its cell empty without a word.
      return (strings(readIndex(bytes, from, to)) ?? damaged()) || null;
    case "n": {
      const value = readNumber(bytes, from, to);
      return dateStyles[style] === true ? dateOfSerial(value, date1904) : value;
    }
    case "str":
      return cellText(bytes, from, to) || null;
    case "b":
      return readTruth(contentText(bytes, from, to));
    case "e":
      return { kind: "error", code: contentText(bytes, from, to) };
    case "d": {
      const serial = serialOfIso(contentText(bytes, from, to), date1904);
      return dateStyles[style] === true ? dateOfSerial(serial, date1904) : serial;
    }
    case "inlineStr":
      return notHandled();
  }
}

function damaged(): never {
  throw new FileFault("damaged");
}

function readTruth(text: string): boolean {
  if (text === "1" || text === "true") return true;
  return text === "0" || text === "false" ? false : notHandled();
}
