/** What the library would lose from a sheet without a word, or would spend all time and memory on: found before it reads. */
import { FileFault } from "./fileErrors";
import { MAX_COLUMNS, MAX_LIBRARY_TAGS, MAX_MERGES, MAX_ROWS, MAX_SPANNED_CELLS } from "./limits";
import type { Piece } from "./pieces";
import { refuseBrokenXml } from "./wholeXml";
import { decodeEntities } from "./xmlText";

/** Columns that may be described: each of them many times, though once is right. */
const MAX_DESCRIBED_COLUMNS = 64 * MAX_COLUMNS;

/** Declarations: no sheet has any, and what follows them is not followed here. */
const DECLARATION = /<!(?!--|\[CDATA\[)/;

/** Rules that the library makes objects of. */
const COSTLY: ReadonlySet<string> = new Set([
  "cfRule",
  "conditionalFormatting",
  "dataValidation",
  "hyperlink",
]);
/** How many other tags each of them costs as much as. */
const COST = 8;

const EXTENSIONS = "extLst";

interface OpenCell {
  readonly type: string;
  value: string;
  hasValue: boolean;
  hasText: boolean;
}

export interface SheetCost {
  /** Cells from the first one to the last row and column: the library makes them all. */
  readonly spanned: number;
  /** Tags that its rules for looks and entries cost as much as. */
  readonly others: number;
  /** What other programs keep in cells: the library takes values in it for those of the cells. */
  readonly extensions: readonly Piece[];
}

/**
 * Follows the tags of a sheet.
 * Throws `FileFault`: those of `refuseBrokenXml`; `damaged` for what is no sheet, for a place with two cells, and for a cell
 * with two values, whose shared text is not there, or whose content is not of its type; `beyondSheet`, `tooManyCells`, `tooManyMerges`, `unusualTooLong`.
 * @param texts number of shared texts
 */
export function refuseMisreadSheet(xml: string, texts: number): SheetCost {
  if (DECLARATION.test(xml)) throw new FileFault("damaged");
  const places = placesInOrder();
  let row = 0;
  let column = 0;
  let merges = 0;
  let describedColumns = 0;
  let valueAt = 0;
  let cell: OpenCell | null = null;
  let isSheet = false;
  let others = 0;
  const extensions: Piece[] = [];
  let extensionAt = 0;
  let openExtensions = 0;
  refuseBrokenXml(xml, ({ name, kind, at, end }) => {
    const tag = (): string => xml.slice(at, end);
    const local = name.slice(name.indexOf(":") + 1);
    isSheet ||= local === "worksheet";
    if (!isSheet) throw new FileFault("damaged");
    if (local === EXTENSIONS && cell !== null) {
      if (kind === "opens" && openExtensions === 0) extensionAt = at;
      if (kind !== "empty") openExtensions += kind === "opens" ? 1 : -1;
      if (kind === "closes" && openExtensions === 0) extensions.push([extensionAt, end]);
    }
    if (openExtensions > 0) return;
    switch (local) {
      case "row":
        if (kind === "closes") return;
        row = Number(attributeIn(ROW, tag())) || row + 1;
        if (row > MAX_ROWS) throw new FileFault("beyondSheet");
        column = 0;
        return;
      case "c":
        if (kind !== "closes") {
          const place = PLACE.exec(tag());
          column = place === null ? column + 1 : columnNumber(place[1] ?? "");
          places.add(place === null ? row : Number(place[2]), column);
          cell = { type: attributeIn(TYPE, tag()) ?? "n", value: "", hasValue: false, hasText: false };
        }
        if (kind !== "opens" && cell !== null) {
          refuseLostContent(cell, texts);
          cell = null;
        }
        return;
      case "v":
        // The library makes one value of two.
        if (kind !== "closes" && cell?.hasValue) throw new FileFault("damaged");
        if (kind === "opens") valueAt = end;
        if (cell === null) return;
        cell.hasValue = true;
        if (kind === "closes") cell.value = xml.slice(valueAt, at);
        return;
      case "is":
        if (kind === "opens" && cell !== null) cell.hasText = true;
        return;
      case "col":
        describedColumns += Math.max(0, lastColumn(tag()) - firstColumn(tag()) + 1);
        if (describedColumns > MAX_DESCRIBED_COLUMNS) throw new FileFault("damaged");
        return;
      case "mergeCell":
        if (++merges > MAX_MERGES) throw new FileFault("tooManyMerges");
        return;
      default:
        if (COSTLY.has(local)) others += COST;
        if (others > MAX_LIBRARY_TAGS) throw new FileFault("unusualTooLong");
    }
  });
  if (!isSheet) throw new FileFault("damaged");
  places.refuseTwice();
  return { spanned: places.spanned(), others, extensions };
}

const ROW = /\sr\s*=\s*["']([^"']*)["']/;
const PLACE = /\sr\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']/;
const TYPE = /\st\s*=\s*["']([^"']*)["']/;
const MIN = /\smin\s*=\s*["']([^"']*)["']/;
const MAX = /\smax\s*=\s*["']([^"']*)["']/;

function attributeIn(pattern: RegExp, tag: string): string | undefined {
  return pattern.exec(tag)?.[1];
}

function firstColumn(tag: string): number {
  return Math.max(1, Number(attributeIn(MIN, tag)) || 1);
}

function lastColumn(tag: string): number {
  return Math.min(MAX_COLUMNS, Number(attributeIn(MAX, tag)) || 0);
}

/** Number of a column from its letters; A is 1. */
function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Collects the places of cells, one-based. Beyond the sheet the library itself stops. */
function placesInOrder() {
  const places: number[] = [];
  let inOrder = true;
  let bottom = 0;
  let right = 0;
  return {
    /** Throws `FileFault` `tooManyCells`: the library fills all rows up to the last column. */
    add: (row: number, column: number): void => {
      const place = row * (MAX_COLUMNS + 1) + column;
      if (place <= (places[places.length - 1] ?? 0)) inOrder = false;
      places.push(place);
      bottom = Math.max(bottom, Math.min(row, MAX_ROWS));
      right = Math.max(right, Math.min(column, MAX_COLUMNS));
      if (bottom * right > MAX_SPANNED_CELLS) throw new FileFault("tooManyCells");
    },
    spanned: (): number => bottom * right,
    /** Throws `FileFault` `damaged` for two cells in one place: nobody knows which one is meant. */
    refuseTwice: (): void => {
      if (inOrder) return;
      const sorted = Float64Array.from(places).sort();
      if (sorted.some((place, index) => place === sorted[index - 1])) throw new FileFault("damaged");
    },
  };
}

/** Throws `FileFault` `damaged` for a cell that would be empty though it has content. */
function refuseLostContent({ type, value, hasText }: OpenCell, texts: number): void {
  // CDATA: the library reads it, and nobody writes it.
  if (value.includes("<")) return;
  const text = decodeEntities(value).trim();
  const isIndex = Number.isInteger(Number(text)) && Number(text) >= 0 && Number(text) < texts;
  if (type === "s" && text !== "" && !isIndex) throw new FileFault("damaged");
  if (type === "inlineStr" ? text !== "" && !hasText : hasText) throw new FileFault("damaged");
}
