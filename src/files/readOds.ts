/** .ods */
import type { Workbook } from "hucre/ods";
import { isoDate } from "../domain/values/dates";
import { boundedSheets } from "./boundedSheets";
import { decodeXml } from "./decodeXml";
import { FileFault } from "./fileErrors";
import { MAX_CELLS, MAX_COLUMNS, MAX_LIBRARY_BYTES, MAX_PAGE_TAGS } from "./limits";
import type { ZipDirectory } from "./openZip";
import { refuseLongProperties } from "./packageProperties";
import { type Piece, withoutPieces } from "./pieces";
import { documentProperties, repack, type SheetsAndProperties } from "./readOoxml";
import { refuseBrokenXml } from "./wholeXml";
import { ALL_VISIBLE, sheetGrid, type SheetVisibility } from "./sheetGrid";
import { attribute, attributesOf, decodeEntities } from "./xmlText";

/** Reads .ods. Throws `FileFault`, or whatever the library throws at damaged parts. */
export async function readOdsFile(zip: ZipDirectory): Promise<SheetsAndProperties> {
  const parts = zip.extract((name) => ["mimetype", "content.xml", "meta.xml"].includes(name));
  const packed = parts.get("content.xml") ?? new Uint8Array();
  if (packed.length > MAX_LIBRARY_BYTES) throw new FileFault("openDocumentTooLong");
  const content = ownContent(withoutLooks(withCoveredCells(withoutRowGroups(decodeXml(packed)))));
  refuseLongProperties(parts.get("meta.xml"));
  const meta = new TextDecoder().decode(parts.get("meta.xml"));
  parts.set("content.xml", new TextEncoder().encode(content));
  // A template is read like the spreadsheet that it makes.
  parts.set("mimetype", new TextEncoder().encode("application/vnd.oasis.opendocument.spreadsheet"));

  const { readOds } = await import(/* webpackMode: "eager" */ "hucre/ods");
  const workbook = await readOds(repack(parts));
  const visibility = sheetVisibilities(content, workbook.sheets);
  return {
    sheets: boundedSheets(
      workbook.sheets.map((sheet, index) =>
        sheetGrid({ ...sheet, visibility: visibility[index] ?? ALL_VISIBLE })
      )
    ),
    properties: userDefinedProperties(meta),
    modified: documentProperties(workbook).modified,
  };
}

/**
 * The library sees only rows directly below the table. LibreOffice wraps grouped rows, and the rows that are repeated
 * in print: exactly the header rows of the official forms.
 */
function withoutRowGroups(content: string): string {
  if (!GROUPS.some((start) => content.includes(start))) return content;
  return content.replace(
    /<\/?table:table-(header-rows|row-group|rows|header-columns|column-group|columns)(\s[^<>]*)?>/g,
    ""
  );
}

/** How their tags begin, sooner found than their pattern. */
const GROUPS = ["header-", "row-group", "rows", "column-group", "columns"].map(
  (name) => `<table:table-${name}`
);

const COVERED_CELL = "covered-table-cell";

/**
 * Under a merged area LibreOffice keeps what cells have held, which the library passes over. A row's own cell says more
 * than the one above it, and the reader of forms takes it first, as in an .xlsx.
 */
function withCoveredCells(content: string): string {
  if (!content.includes(COVERED_CELL)) return content;
  return content.replace(/(<\/?table:)covered-(?=table-cell[\s/>])/g, "$1");
}

/** A cell without content: people give looks to whole columns, and the library would make a cell of each. */
const EMPTY_CELL = /<table:table-cell\s[^<>]*\/>/g;
const HAS_CONTENT = /\s(?:office:|table:formula|table:number-(?:columns|rows)-spanned)/;

function withoutLooks(content: string): string {
  return content.replace(EMPTY_CELL, (tag) =>
    HAS_CONTENT.test(tag) ? tag : tag.replace(/\s(?:\w+:)?style-name="[^"]*"/g, "")
  );
}

/** A row whose end has not come yet. */
interface OpenRow {
  readonly repeated: number;
  columns: number;
  /** Columns up to the last cell that is more than empty. */
  filled: number;
}

/** A table whose end has not come yet. */
interface OpenTable {
  readonly at: number;
  /** Of the elements directly inside. */
  readonly depth: number;
  readonly namesFile: boolean;
  isOfOtherFile: boolean;
}

/**
 * The content without the tables of other files, and without types of cells whose value says nothing. Follows the tags, and counts what rows and cells that are written once
 * for many would become.
 * Throws `FileFault`: `tooManyCells`, `openDocumentTooLong`, `openDocumentPrefixes`, those of `refuseBrokenXml`.
 */
function ownContent(content: string): string {
  const open: OpenRow[] = [];
  const tables: OpenTable[] = [];
  const leftOut: Piece[] = [];
  let depth = 0;
  let tags = 0;
  let cells = 0;
  let emptyRows = 0;
  const declares = content.includes("xmlns");
  refuseBrokenXml(content, ({ name, kind, at, end }) => {
    if (++tags > MAX_PAGE_TAGS) throw new FileFault("openDocumentTooLong");
    if (declares && kind !== "closes") refuseOtherPrefixes(content.slice(at, end));
    if (kind === "opens") depth += 1;
    else if (kind === "closes") depth -= 1;
    if (name === "table:table") {
      emptyRows = 0;
      if (kind === "opens") tables.push(openTable(content.slice(at, end), at, depth + 1));
      const table = kind === "closes" ? tables.pop() : undefined;
      if (table?.isOfOtherFile) leftOut.push([table.at, end]);
    } else if (name === "table:table-source") {
      const table = tables[tables.length - 1];
      const isDirectlyInside = depth + (kind === "empty" ? 1 : 0) === table?.depth;
      if (table !== undefined && isDirectlyInside && table.namesFile) table.isOfOtherFile = true;
    } else if (name === "table:table-row") {
      if (kind !== "closes") {
        open.push({ repeated: repeated(content.slice(at, end), "rows"), columns: 0, filled: 0 });
      }
      const row = kind === "opens" ? undefined : open.pop();
      if (row === undefined) return;
      if (row.filled === 0) emptyRows += row.repeated;
      else {
        cells += emptyRows + row.repeated * row.filled;
        emptyRows = 0;
      }
      if (cells > MAX_CELLS) throw new FileFault("tooManyCells");
    } else if (kind !== "closes" && name === "table:table-cell") {
      const row = open[open.length - 1];
      if (row === undefined) return;
      const tag = content.slice(at, end);
      row.columns += Math.min(MAX_COLUMNS, repeated(tag, "columns"));
      if (kind === "opens" || HAS_CONTENT.test(tag)) row.filled = row.columns;
      // An empty tag shows nothing.
      if (kind === "opens") for (const [from, to] of emptyTypes(tag)) leftOut.push([at + from, at + to]);
    }
  });
  return withoutPieces(content, leftOut);
}

/**
 * LibreOffice keeps what links to other files have led to as tables that it never shows, and knows them by such names,
 * which no sheet can have. Sheets that are linked as a whole are shown, and have names of their own.
 */
const NAME_OF_FILE = /^'.*'#/;

function openTable(tag: string, at: number, depth: number): OpenTable {
  const namesFile = NAME_OF_FILE.test(decodeEntities(attributesOf(tag).get("table:name") ?? ""));
  return { at, depth, namesFile, isOfOtherFile: false };
}

const TYPE = /\s(?:office|calcext):value-type\s*=\s*(?:"[^"]*"|'[^']*')/g;
const IS_TEXT = 'value-type="string"';
const NO_PIECES: readonly Piece[] = [];

/** Where a cell's tag says its type but no value of it: without type the library takes what the cell shows. */
function emptyTypes(tag: string): readonly Piece[] {
  if (tag.includes(IS_TEXT) || !tag.includes("value-type")) return NO_PIECES;
  const attributes = attributesOf(tag);
  const type = attributes.get("office:value-type") ?? attributes.get("calcext:value-type") ?? "";
  const hasValue = VALUES.get(type);
  if (hasValue === undefined || hasValue(attributes)) return NO_PIECES;
  return Array.from(tag.matchAll(TYPE), ({ index, 0: found }): Piece => [index, index + found.length]);
}

type HasValue = (attributes: ReadonlyMap<string, string>) => boolean;

const hasNumber: HasValue = (attributes) => (attributes.get("office:value") ?? "").trim() !== "";

/** For each type of cells but text, whether a cell has a value of it. */
const VALUES: ReadonlyMap<string, HasValue> = new Map([
  ["float", hasNumber],
  ["currency", hasNumber],
  ["percentage", hasNumber],
  ["boolean", (attributes) => /^(?:true|false)$/.test(attributes.get("office:boolean-value") ?? "")],
  ["date", (attributes) => isDay(attributes.get("office:date-value") ?? "")],
  ["time", (attributes) => (attributes.get("office:time-value") ?? "") !== ""],
]);

const DAY_AND_TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z?)?$/;

/** The library itself takes whatever the engine takes for a day, which is the wrong one for 9/5/2023. */
function isDay(text: string): boolean {
  const [year, month, day] = DAY_AND_TIME.exec(text)?.slice(1).map(Number) ?? [];
  return isoDate(year ?? NaN, month ?? NaN, day ?? NaN) !== null;
}

const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
/** The prefixes that every program gives to these namespaces, and that are looked for here and in the library. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  ["office", "style", "table", "text"].map((prefix) => [`${OASIS}${prefix}:1.0`, `xmlns:${prefix}`])
);

/** Throws `FileFault` `openDocumentPrefixes`: under another prefix, repeated cells would be one, and cells move. */
function refuseOtherPrefixes(tag: string): void {
  if (!tag.includes("xmlns")) return;
  for (const [name, value] of attributesOf(tag)) {
    const expected = PREFIXES.get(decodeEntities(value));
    if (expected !== undefined && /^xmlns(:|$)/.test(name) && name !== expected) {
      throw new FileFault("openDocumentPrefixes");
    }
  }
}

/** How often a row or a cell is meant that is written once. */
function repeated(tag: string, what: "rows" | "columns"): number {
  const name = `number-${what}-repeated`;
  return tag.includes(name) ? Math.max(1, Number(attribute(tag, name)) || 1) : 1;
}

/** For each table, from where it begins to where the next one does. */
function sheetVisibilities(content: string, sheets: Workbook["sheets"]): SheetVisibility[] {
  const hiddenStyles = new Set(
    (content.match(/<style:style\s[^<>]*>\s*<style:table-properties\s[^<>]*>/g) ?? [])
      .filter((tag) => tag.includes('style:family="table"') && tag.includes('table:display="false"'))
      .map((tag) => attribute(tag, "name"))
  );
  const tables = tablesIn(content);
  return sheets.map(({ rows }, index) => {
    const table = tables[index] ?? "";
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    return {
      hidden: hiddenStyles.has(attribute(table, "style-name")),
      hiddenRows: hiddenPositions(table, "table-row", "number-rows-repeated", rows.length),
      hiddenColumns: hiddenPositions(table, "table-column", "number-columns-repeated", columns),
    };
  });
}

const TABLE = "<table:table";

/** The content from the beginning of each table to that of the next. */
function tablesIn(content: string): readonly string[] {
  const starts: number[] = [];
  for (let at = content.indexOf(TABLE); at >= 0; at = content.indexOf(TABLE, at + 1)) {
    if (/\s/.test(content.charAt(at + TABLE.length))) starts.push(at);
  }
  return starts.map((start, index) => content.slice(start, starts[index + 1]));
}

/** Runs longer than this reach from the table to the end of the sheet: nobody's data is there. */
const LONGEST_RUN = 10_000;

/** @param count of the rows or columns that the table has: positions beyond do not matter */
function hiddenPositions(table: string, element: string, repeated: string, count: number): number[] {
  const positions: number[] = [];
  let next = 0;
  for (const tag of table.match(new RegExp(`<table:${element}(?:\\s[^<>]*)?>`, "g")) ?? []) {
    const run = Math.max(1, Number(attribute(tag, repeated) ?? "1") || 1);
    const visibility = attribute(tag, "visibility");
    const hidden = visibility === "collapse" || visibility === "filter";
    const end = hidden && run <= LONGEST_RUN ? Math.min(next + run, count) : next;
    for (let position = next; position < end; position++) positions.push(position);
    next += run;
  }
  return positions;
}

function userDefinedProperties(meta: string): Record<string, string> {
  const found = meta.match(/<meta:user-defined\s[^<>]*>[^<>]*<\/meta:user-defined>/g) ?? [];
  return Object.fromEntries(
    found.map((element) => {
      const text = element.slice(element.indexOf(">") + 1, element.lastIndexOf("<"));
      return [decodeEntities(attribute(element, "name") ?? ""), decodeEntities(text)];
    })
  );
}
