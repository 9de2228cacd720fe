/** .xlsb. [MS-XLSB] */
import type { Area, CellValue, Grid } from "../domain/grid";
import { boundedSheets } from "./boundedSheets";
import { type CellRows, sheetsOfCells } from "./cellRows";
import { columnSpans } from "./columnSpans";
import { FileFault } from "./fileErrors";
import { MAX_COLUMNS, MAX_MERGES, MAX_PART_RECORDS, MAX_RECORDS } from "./limits";
import type { ZipDirectory } from "./openZip";
import { packageProperties } from "./packageProperties";
import type { SheetsAndProperties } from "./readOoxml";
import { NO_NUMBER, sheetGrid } from "./sheetGrid";
import { isWorksheet } from "./sheetKinds";
import { boolOrError, rkNumber, type XlsContext } from "./xls/sheet";
import { dateOfSerial } from "./xlsx/numbers";
import { resolvePath } from "./xlsx/relations";
import { dateStylesOf } from "./xlsx/styles";
import { attribute, decodeEntities, tags } from "./xmlText";

const RECORD = {
  row: 0,
  blank: 1,
  rk: 2,
  error: 3,
  bool: 4,
  number: 5,
  text: 6,
  sharedString: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  shortBlank: 12,
  shortSharedString: 18,
  sharedStringItem: 19,
  format: 44,
  style: 47,
  columns: 60,
  richText: 62,
  workbookProperties: 153,
  sheet: 156,
  merge: 176,
  cellStyles: 617,
  cellStylesEnd: 618,
} as const;

/**
 * Cells that do not say their column stand one behind the cell before. Their records have the same order as those of
 * cells that do, so many numbers further on.
 */
const TO_SHORT = RECORD.shortBlank - RECORD.blank;

interface XlsbRecord {
  readonly id: number;
  readonly data: DataView;
}

/** Gives the bytes of a part, whatever the capitals of its name; undefined when the package has none of this name. */
type Parts = (path: string) => Uint8Array | undefined;

/**
 * Reads .xlsb.
 * Throws `FileFault`: `damaged`, `beyondSheet`, those of `boundedSheets`; or whatever a record cut short makes it throw.
 */
export function readXlsbFile(zip: ZipDirectory): SheetsAndProperties {
  const parts = zip.openParts();
  const workbook = recordsOf(
    parts("xl/workbook.bin"),
    [RECORD.workbookProperties, RECORD.sheet],
    (record) => record
  );
  const relations = relationsOf(parts);
  const pathOf = (type: string): string | undefined =>
    Array.from(relations.values()).find((relation) => relation.type.endsWith(`/${type}`))?.path;
  const context: XlsContext = {
    strings: recordsOf(partAt(parts, pathOf("sharedStrings")), [RECORD.sharedStringItem], ({ data }) =>
      wideString(data, 1)
    ),
    dateStyles: readDateStyles(readRecords(partAt(parts, pathOf("styles")))),
    date1904: workbook.some(
      ({ id, data }) => id === RECORD.workbookProperties && (data.getUint32(0, true) & 1) !== 0
    ),
  };
  const read = new Set<string>();
  const rowsOfSheet = sheetsOfCells(MAX_COLUMNS);
  const readSheets = function* (): Generator<Grid> {
    for (const { id, data } of workbook) {
      if (id !== RECORD.sheet) continue;
      const relation = relations.get(wideString(data, 8));
      if (relation === undefined) throw new FileFault("damaged");
      // A sheet that holds only a chart or a dialog has no cells.
      if (!isWorksheet(relation.type)) continue;
      // A part is one sheet: reading it for each of many would never end.
      if (read.has(relation.path)) throw new FileFault("damaged");
      read.add(relation.path);
      const name = wideString(data, 12 + data.getUint32(8, true) * 2);
      yield readSheet(
        partAt(parts, relation.path),
        { name, hidden: data.getUint32(0, true) !== 0 },
        context,
        rowsOfSheet()
      );
    }
  };
  return { sheets: boundedSheets(readSheets()), ...packageProperties(parts) };
}

interface Relation {
  readonly type: string;
  /** Path of the part, in small letters: names of parts are the same in capitals. */
  readonly path: string;
}

function relationsOf(parts: Parts): ReadonlyMap<string, Relation> {
  const xml = new TextDecoder().decode(parts("xl/_rels/workbook.bin.rels"));
  return new Map(
    tags(xml, "Relationship").map((tag) => {
      const target = attribute(tag, "Target") ?? "";
      const path = resolvePath("xl", decodeEntities(target)).toLowerCase();
      return [attribute(tag, "Id") ?? "", { type: attribute(tag, "Type") ?? "", path }];
    })
  );
}

/** Throws `FileFault` `damaged` for a path that leads nowhere: what cells refer to would be missing. */
function partAt(parts: Parts, path: string | undefined): Uint8Array | undefined {
  const part = path === undefined ? undefined : parts(path);
  if (path !== undefined && part === undefined) throw new FileFault("damaged");
  return part;
}

/** For each style of cells, by its number, whether it shows a number as a date. */
function readDateStyles(records: Iterable<XlsbRecord>): readonly boolean[] {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let ofCells = false;
  for (const { id, data } of records) {
    if (id === RECORD.format) codes.set(data.getUint16(0, true), wideString(data, 2));
    else if (id === RECORD.cellStyles || id === RECORD.cellStylesEnd) ofCells = id === RECORD.cellStyles;
    else if (id === RECORD.style && ofCells) formats.push(data.getUint16(2, true));
  }
  return dateStylesOf(formats, codes);
}

/** Before the first cell of a row. */
const NO_COLUMN = -1;
const COLUMN_BYTES = 4;
const STYLE_BYTES = 4;

function readSheet(
  part: Uint8Array | undefined,
  { name, hidden }: Pick<Grid, "hidden"> & { readonly name: string },
  context: XlsContext,
  { rows, put }: CellRows
): Grid {
  const merges: Area[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns = columnSpans(MAX_COLUMNS);
  let row = 0;
  let column = NO_COLUMN;
  for (const { id, data } of readRecords(part)) {
    if ((id >= RECORD.blank && id <= RECORD.formulaError) || id === RECORD.richText) {
      column = data.getUint32(0, true);
      const value = cellValue(id, data, COLUMN_BYTES, context);
      if (value !== undefined) put(row, column, value);
    } else if (id >= RECORD.shortBlank && id <= RECORD.shortSharedString) {
      if (column === NO_COLUMN) throw new FileFault("damaged");
      column += 1;
      const value = cellValue(id - TO_SHORT, data, 0, context);
      if (value !== undefined) put(row, column, value);
    } else if (id === RECORD.row) {
      row = data.getUint32(0, true);
      column = NO_COLUMN;
      // fDyZero
      if (data.byteLength > 11 && (data.getUint8(11) & 0x10) !== 0) hiddenRows.push(row);
    } else if (id === RECORD.columns) {
      // fHidden
      const isHidden = data.byteLength > 17 && (data.getUint8(16) & 1) !== 0;
      if (isHidden) hiddenColumns.add(data.getUint32(0, true), data.getUint32(4, true));
    } else if (id === RECORD.merge) {
      if (merges.length >= MAX_MERGES) throw new FileFault("tooManyMerges");
      const at = (index: number): number => data.getUint32(index * 4, true);
      merges.push({ top: at(0), bottom: at(1), left: at(2), right: at(3) });
    }
  }
  const visibility = { hidden, hiddenRows, hiddenColumns: hiddenColumns.columns() };
  return { ...sheetGrid({ name, rows, visibility, isError: () => false }), merges };
}

/**
 * Undefined for cells with looks alone.
 * @param styleAt where the style stands in the record; the value stands behind it
 */
function cellValue(id: number, data: DataView, styleAt: number, context: XlsContext): CellValue | undefined {
  const at = styleAt + STYLE_BYTES;
  const number = (value: number): CellValue => {
    if (!Number.isFinite(value)) return NO_NUMBER;
    const style = data.getUint32(styleAt, true) & 0xffffff;
    return context.dateStyles[style] === true ? dateOfSerial(value, context.date1904) : value;
  };
  switch (id) {
    case RECORD.rk:
      return number(rkNumber(data.getUint32(at, true)));
    case RECORD.number:
    case RECORD.formulaNumber:
      return number(data.getFloat64(at, true));
    case RECORD.bool:
    case RECORD.formulaBool:
      return boolOrError(data.getUint8(at), false);
    case RECORD.error:
    case RECORD.formulaError:
      return boolOrError(data.getUint8(at), true);
    case RECORD.text:
    case RECORD.formulaText:
      return wideString(data, at);
    case RECORD.richText:
      return wideString(data, at + 1);
    case RECORD.sharedString: {
      const shared = context.strings[data.getUint32(at, true)];
      if (shared === undefined) throw new FileFault("damaged");
      return shared;
    }
    default:
      return undefined;
  }
}

/** What `read` makes of the records with these numbers. Throws `FileFault` `tooManyRecords`. */
function recordsOf<T>(
  part: Uint8Array | undefined,
  ids: readonly number[],
  read: (record: XlsbRecord) => T
): readonly T[] {
  const found: T[] = [];
  for (const record of readRecords(part)) {
    if (!ids.includes(record.id)) continue;
    if (found.length >= MAX_RECORDS) throw new FileFault("tooManyRecords");
    found.push(read(record));
  }
  return found;
}

/** Records of a part, one at a time: number and length in groups of seven bits, then the data. Throws `FileFault`. */
function* readRecords(part: Uint8Array = new Uint8Array()): Generator<XlsbRecord> {
  let at = 0;
  const readGroups = (most: number): number => {
    let value = 0;
    for (let group = 0; group < most; group++) {
      const byte = part[at] ?? 0;
      at += 1;
      value |= (byte & 0x7f) << (7 * group);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  };
  for (let left = MAX_PART_RECORDS; at < part.length; left--) {
    if (left === 0) throw new FileFault("tooManyRecords");
    const id = readGroups(2);
    const length = readGroups(4);
    if (at + length > part.length) throw new FileFault("damaged");
    yield { id, data: new DataView(part.buffer, part.byteOffset + at, length) };
    at += length;
  }
}

const UTF_16 = new TextDecoder("utf-16le");
/** Length of a text that is not there. */
const NO_TEXT = 0xffffffff;

/** XLWideString: number of characters, then two bytes for each. Throws `FileFault` when they are not all there. */
function wideString(data: DataView, at: number): string {
  const length = data.getUint32(at, true);
  if (length === NO_TEXT) return "";
  if (at + 4 + length * 2 > data.byteLength) throw new FileFault("damaged");
  return UTF_16.decode(new Uint8Array(data.buffer, data.byteOffset + at + 4, length * 2));
}
