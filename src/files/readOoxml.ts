/** .xlsx and .xlsm, and what all Office packages have in common. */
import { zipSync } from "fflate";
import type { Workbook } from "hucre/xlsx";
import type { Grid } from "../domain/grid";
import { isoToSerial } from "../domain/values/dates";
import { boundedSheets } from "./boundedSheets";
import { decodeXml, xmlAsUtf8 } from "./decodeXml";
import { FileFault } from "./fileErrors";
import { MAX_LIBRARY_BYTES, MAX_LIBRARY_TAGS, MAX_SPANNED_CELLS } from "./limits";
import { refuseMisreadSheet } from "./misreadSheet";
import type { ZipDirectory } from "./openZip";
import { refuseLongProperties } from "./packageProperties";
import { withoutPieces } from "./pieces";
import { sheetGrid } from "./sheetGrid";
import { isWorksheet } from "./sheetKinds";
import { refuseBrokenXml } from "./wholeXml";
import { readUsualXlsx } from "./xlsx";
import { folderOf, relationsPath, resolvePath } from "./xlsx/relations";
import { LESS } from "./xlsx/xmlBytes";
import { attribute, attributesOf, decodeEntities } from "./xmlText";

/** Sheets and properties of a workbook, whatever its format. */
export interface SheetsAndProperties {
  readonly sheets: readonly Grid[];
  readonly properties: Readonly<Record<string, string>>;
  readonly modified: string | null;
}

type Parts = ReadonlyMap<string, Uint8Array>;

/** Reads .xlsx and .xlsm. Throws `FileFault`, or whatever the library throws at damaged parts. */
export async function readXlsxFile(zip: ZipDirectory): Promise<SheetsAndProperties> {
  return readUsualXlsx(zip) ?? readUnusualXlsx(zip);
}

/** Reads by the library whatever it reads: slower, and larger in memory. */
export async function readUnusualXlsx(zip: ZipDirectory): Promise<SheetsAndProperties> {
  const parts = utf8Parts(zip.extract(isNeeded));
  for (const [name, bytes] of parts) if (PROPERTIES_PART.test(name)) refuseLongProperties(bytes);
  const main = mainPart(parts);
  refuseMissingParts(parts, main);
  const readable = readableSheets(main);
  const readableParts = preparedParts(parts, main);
  const { readXlsx } = await import(/* webpackMode: "eager" */ "hucre/xlsx");
  const workbook = await readXlsx(repack(withoutPrefixes(readableParts)), {
    sheets: (info) => readable.has(info.name),
  });
  // The library leaves out what it does not find.
  if (workbook.sheets.length < readable.size) throw new FileFault("damaged");
  return { sheets: boundedSheets(gridsOf(workbook)), ...documentProperties(workbook) };
}

function* gridsOf(workbook: Workbook): Generator<Grid> {
  for (const sheet of workbook.sheets) yield xlsxGrid(sheet);
}

/** What cells refer to by number: without it texts would be missing, and dates be numbers. */
const REFERRED_TO = /\/(sharedStrings|styles)$/;

function refuseMissingParts(parts: Parts, { relations }: MainPart): void {
  const names = new Set(Array.from(parts.keys(), (name) => name.toLowerCase()));
  if (relations.some(({ type, path }) => REFERRED_TO.test(type) && !names.has(path))) {
    throw new FileFault("damaged");
  }
}

/** The parts in the one encoding that the library knows. Throws `FileFault`: `unusualTooLong`, `damaged`. */
function utf8Parts(parts: Parts): Parts {
  if (sumOf(parts, (bytes) => bytes.length) > MAX_LIBRARY_BYTES) throw new FileFault("unusualTooLong");
  return new Map(
    Array.from(parts, ([name, bytes]) => [name, XML_PART.test(name) ? xmlAsUtf8(bytes) : bytes])
  );
}

const PROPERTIES_PART = /^docProps\/(core|custom)\.xml$/i;
const XML_PART = /\.(xml|rels)$/i;

/** The parts as the library copes with them. Throws `FileFault`: `unusualTooLong`, and those of `refuseMisreadSheet`. */
function preparedParts(parts: Parts, main: MainPart): Parts {
  const prepareSheet = sheetPreparation(main);
  const texts = sharedTextCount(parts, main);
  const sheets = new Set(
    main.relations.flatMap(({ type, path }) => (type.endsWith("/worksheet") ? [path] : []))
  );
  const isSheetPart = (name: string): boolean => SHEET_PART.test(name) || sheets.has(name.toLowerCase());
  const isReadPart = (name: string): boolean => READ_PART.test(name) || name.toLowerCase() === main.path;
  // Of all parts but sheets the library makes trees.
  const tagsInTrees = sumOf(parts, (bytes, name) => (isSheetPart(name) ? 0 : tagsIn(bytes)));
  if (tagsInTrees > MAX_LIBRARY_TAGS) throw new FileFault("unusualTooLong");
  let spanned = 0;
  let others = tagsInTrees;
  return new Map(
    Array.from(parts, ([name, bytes]) => {
      const isSheet = isSheetPart(name);
      if (!isSheet && !isReadPart(name)) return [name, bytes];
      const xml = decodeXml(bytes);
      if (!isSheet) {
        refuseBrokenXml(xml);
        return [name, bytes];
      }
      const sheet = prepareSheet(xml);
      const cost = refuseMisreadSheet(sheet, texts);
      spanned += cost.spanned;
      others += cost.others;
      if (others > MAX_LIBRARY_TAGS) throw new FileFault("unusualTooLong");
      if (spanned > MAX_SPANNED_CELLS) throw new FileFault("tooManyCells");
      return [name, new TextEncoder().encode(withoutPieces(sheet, cost.extensions))];
    })
  );
}

function sumOf(parts: Parts, measure: (bytes: Uint8Array, name: string) => number): number {
  return Array.from(parts).reduce((sum, [name, bytes]) => sum + measure(bytes, name), 0);
}

/** Number of tags, opening and closing ones. */
function tagsIn(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === LESS ? count + 1 : count), 0);
}

/** The library knows relations only without a prefix. */
function withoutPrefixes(parts: Parts): Parts {
  return new Map(
    Array.from(parts, ([name, bytes]) => {
      if (!name.endsWith(".rels")) return [name, bytes];
      const xml = new TextDecoder().decode(bytes).replace(/<(\/?)[\w.-]+:(Relationships?)\b/g, "<$1$2");
      return [name, new TextEncoder().encode(xml)];
    })
  );
}

interface WorkbookRelation {
  readonly id: string | undefined;
  readonly type: string;
  /** Path of the part, in small letters: the library finds it in any. */
  readonly path: string;
}

/** The part that the package names as its workbook. */
interface MainPart {
  /** In small letters. */
  readonly path: string;
  /** Its tags, opening and empty ones. */
  readonly tags: readonly string[];
  /** What it leads to. */
  readonly relations: readonly WorkbookRelation[];
}

/**
 * Follows the package to its workbook, as the library does: another part may look like one, and list fewer sheets.
 * Throws `FileFault`: `damaged` where that leads nowhere, `unusualTooLong`.
 */
function mainPart(parts: Parts): MainPart {
  const root = relationsIn(parts, "_rels/.rels", "");
  const path = root.find(({ type }) => type.endsWith("/officeDocument"))?.path;
  if (path === undefined) throw new FileFault("damaged");
  const relations = relationsIn(parts, relationsPath(path), folderOf(path));
  return { path, tags: openingTags(parts, path), relations };
}

/** @param folder of the part whose relations these are */
function relationsIn(parts: Parts, path: string, folder: string): readonly WorkbookRelation[] {
  return openingTags(parts, path)
    .filter((tag) => RELATION_TAG.test(tag))
    .map((tag) => {
      const attributes = attributesOf(tag);
      const target = resolvePath(folder, decodeEntities(attributes.get("Target") ?? ""));
      return { id: attributes.get("Id"), type: attributes.get("Type") ?? "", path: target.toLowerCase() };
    });
}

const RELATION_TAG = /^<(?:[\w.-]+:)?Relationship[\s/>]/;

/** Opening and empty tags of a part; what comments hold is none. Throws `FileFault`: `damaged` also for a part that is not there. */
function openingTags(parts: Parts, path: string): readonly string[] {
  const part = Array.from(parts).find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
  if (part === undefined) throw new FileFault("damaged");
  if (tagsIn(part) > MAX_LIBRARY_TAGS) throw new FileFault("unusualTooLong");
  const xml = decodeXml(part);
  const found: string[] = [];
  refuseBrokenXml(xml, ({ kind, at, end }) => {
    if (kind !== "closes") found.push(xml.slice(at, end));
  });
  return found;
}

/**
 * Number of the texts that the workbook says its cells share: 0 when it leads to none, whatever the package holds. The
 * library does not follow a relation without a name.
 */
function sharedTextCount(parts: Parts, { relations }: MainPart): number {
  const relation = relations.find(({ id, type }) => id && type.endsWith("/sharedStrings"));
  const found = Array.from(parts).find(([name]) => name.toLowerCase() === relation?.path);
  return found === undefined ? 0 : tagCount(new TextDecoder().decode(found[1]), "si");
}

function tagCount(xml: string, localName: string): number {
  return xml.match(new RegExp(`<(?:\\w+:)?${localName}(?=[\\s/>])`, "g"))?.length ?? 0;
}

/** Custom properties as text and the day and time of the last saving, of every format that the library reads. */
export function documentProperties(workbook: Workbook): Omit<SheetsAndProperties, "sheets"> {
  const custom = Object.entries(workbook.properties?.custom ?? {});
  return {
    properties: Object.fromEntries(
      custom.map(([name, value]) => [name, value instanceof Date ? value.toISOString() : String(value)])
    ),
    modified: workbook.properties?.modified?.toISOString() ?? null,
  };
}

function xlsxGrid(sheet: Workbook["sheets"][number]): Grid {
  const hiddenRows = Array.from(sheet.rowDefs ?? []).filter(([, row]) => row.hidden === true);
  return sheetGrid({
    ...sheet,
    visibility: {
      hidden: sheet.hidden === true || sheet.veryHidden === true,
      hiddenRows: hiddenRows.map(([row]) => row).sort((a, b) => a - b),
      hiddenColumns: (sheet.columns ?? []).flatMap((column, index) =>
        column.hidden === true ? [index] : []
      ),
    },
    isError: (row, column) => sheet.cells?.get(`${row},${column}`)?.type === "error",
  });
}

/** Parts that tell nothing about cells; never inflated, so pictures and macros cost and risk nothing. */
const NOT_NEEDED =
  /(^|\/)(media|drawings|charts|chartsheets|diagrams|embeddings|activeX|ctrlProps|printerSettings|pivotCache|pivotTables|slicers|slicerCaches|timelines|externalLinks|persons|threadedComments|customXml)\/|worksheets\/_rels\/|vbaProject|calcChain/;

function isNeeded(name: string): boolean {
  return !NOT_NEEDED.test(name);
}

/**
 * Names of the sheets that are worksheets. Sheets that hold only a chart have no cells, and the library stops at them.
 * Throws `FileFault` `damaged` when a sheet leads nowhere, or two to the same part: reading it for each of many would
 * never end.
 */
function readableSheets(main: MainPart): ReadonlySet<string> {
  const named = main.relations.filter(({ id }) => id !== undefined);
  const byId = new Map(named.map((relation) => [relation.id, relation]));
  // Two relations of one name: nobody knows which one is meant.
  if (byId.size < named.length) throw new FileFault("damaged");
  const relationOf = (tag: string): WorkbookRelation | undefined => byId.get(attribute(tag, "id"));
  const isReadable = (tag: string): boolean =>
    // A module of macros, as old versions keep it, has no part and no cells.
    attribute(tag, "id") !== "" && isWorksheet(relationOf(tag)?.type ?? "");
  const sheets = main.tags.filter((tag) => SHEET_TAG.test(tag) && isReadable(tag));
  const paths = new Set(sheets.map((tag) => relationOf(tag)?.path));
  if (paths.size < sheets.length) throw new FileFault("damaged");
  return new Set(sheets.map((tag) => decodeEntities(attribute(tag, "name") ?? "")));
}

const SHEET_TAG = /^<(?:\w+:)?sheet\s/;

/** Parts that hold cells, or lead to them. */
const READ_PART = /(^|\/)(worksheets\/[^/]+|workbook\d*|sharedStrings\d*)\.xml(\.rels)?$/i;
const SHEET_PART = /worksheets\/[^/]+\.xml$/i;

/** What the library does not cope with in a sheet's XML, put right before it reads. */
function sheetPreparation({ tags }: MainPart): (xml: string) => string {
  const date1904 = tags.some((tag) => DATES_1904.test(tag));
  // What looks like a cell may be text there.
  return (xml) => (xml.includes("<![CDATA[") ? xml : withSerialDates(withoutEmptyCells(xml), date1904));
}

const DATES_1904 = /^<(?:\w+:)?workbookPr\s(?:[^<>]*\s)?date1904\s*=\s*["'](1|true)["']/;

const ISO_DATE_CELL = /(<(?:\w+:)?c\s[^<>]*)(>\s*<(?:\w+:)?v>)(\d{4}-\d{2}-\d{2})(?:T[^<>]*)?(?=<)/g;
const DATE_TYPE = /\st="d"/;
const ANY_DATE_TYPE = 't="d"';
/** Days between the first days of the two date systems. */
const DAYS_TO_1904 = 1462;

/** "Strict Open XML" writes dates as text of a type of their own; the library would read them as text. */
function withSerialDates(xml: string, date1904: boolean): string {
  if (!xml.includes(ANY_DATE_TYPE)) return xml;
  return xml.replace(ISO_DATE_CELL, (cell, tag: string, between: string, iso: string) => {
    if (!DATE_TYPE.test(tag)) return cell;
    const serial = isoToSerial(iso) - (date1904 ? DAYS_TO_1904 : 0);
    return `${tag.replace(DATE_TYPE, "")}${between}${serial}`;
  });
}

/** A cell's tag, with the one that closes it where nothing stands between them. */
const CELL = /<((?:\w+:)?c)(?:\s[^<>]*)?>(?:<\/\1>)?/y;
const HAS_PLACE = /\br=/;
const IS_EMPTY = /(?:\/|<\/[^<>]*)>$/;

/**
 * Without cells that have no content, only formatting: people format whole columns, and then a sheet seems to have a
 * million rows. Cells that do not say where they are follow the one before: where there are any, all stay.
 */
function withoutEmptyCells(xml: string): string {
  const startsCell = cellStarts(xml);
  let kept = "";
  let done = 0;
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at + 1)) {
    if (!startsCell(at)) continue;
    CELL.lastIndex = at;
    const cell = CELL.exec(xml)?.[0];
    if (cell === undefined) continue;
    if (!HAS_PLACE.test(cell)) return xml;
    if (!IS_EMPTY.test(cell)) continue;
    kept += xml.slice(done, at);
    done = at + cell.length;
  }
  return kept + xml.slice(done);
}

/** Tells of a `<` whether it may be that of a cell, sooner than a pattern would. */
function cellStarts(xml: string): (at: number) => boolean {
  const hasPrefixes = xml.includes(":c");
  return (at) => hasPrefixes || xml.charCodeAt(at + 1) === SMALL_C;
}

const SMALL_C = 0x63;

/** The parts as a new zip, without compression: what was checked is what the library reads. */
export function repack(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) });
}
