/** .xls (BIFF 8). [MS-XLS] */
import type { Grid } from "../domain/grid";
import { boundedSheets } from "./boundedSheets";
import { type CellRows, sheetsOfCells } from "./cellRows";
import { columnSpans } from "./columnSpans";
import type { CompoundFile } from "./compoundFile";
import { FileFault } from "./fileErrors";
import type { SheetsAndProperties } from "./readOoxml";
import { sheetGrid, type SheetVisibility } from "./sheetGrid";
import {
  blockReader,
  readRecords,
  readSharedStrings,
  readShortText,
  readTextThatFits,
  RECORD,
  withContinuations,
  type XlsRecord,
} from "./xls/records";
import { COLUMNS, readCells, type XlsContext } from "./xls/sheet";
import { dateStylesOf } from "./xlsx/styles";

const BIFF8 = 0x0600;
/** Type of a sheet with cells; charts, macro sheets and modules have none of interest. */
const WORKSHEET = 0;
/** The same, as the beginning of its records tells it. */
const WORKSHEET_SUBSTREAM = 0x10;

/**
 * Reads .xls. Its document properties are not read: `properties` is empty, `modified` unknown.
 * Throws `FileFault`: `damaged`, `encrypted`, `oldExcel`, those of `boundedSheets`; or whatever a record cut short makes it throw.
 */
export function readXlsFile(compound: CompoundFile): SheetsAndProperties {
  const records = readRecords(compound.stream("Workbook") ?? new Uint8Array());
  const first = records[0];
  if (first === undefined || first.id !== RECORD.bof) throw new FileFault("damaged");
  if (first.data.getUint16(0, true) !== BIFF8) throw new FileFault("oldExcel");

  const globals = substream(records, 0).own;
  if (globals.some(({ id }) => id === RECORD.filePass)) throw new FileFault("encrypted");
  const context = readContext(globals);
  const bounds = globals.filter(({ id, data }) => id === RECORD.boundSheet && data.getUint8(5) === WORKSHEET);
  const starts = indexesOf(
    bounds.map(({ data }) => data.getUint32(0, true)),
    records
  );
  const substreams = separateSubstreams(records, starts);
  const rowsOfSheet = sheetsOfCells(COLUMNS);
  const readSheets = function* (): Generator<Grid> {
    for (const [index, bound] of bounds.entries()) {
      yield readSheet(bound, substreams.get(starts[index] ?? -1) ?? [], context, rowsOfSheet());
    }
  };
  return { sheets: boundedSheets(readSheets()), properties: {}, modified: null };
}

/** For each position in the file the index of the record that begins there, or -1. */
function indexesOf(positions: readonly number[], records: readonly XlsRecord[]): readonly number[] {
  const indexAt = new Map(positions.map((position) => [position, -1]));
  records.forEach(({ at }, index) => {
    if (indexAt.has(at)) indexAt.set(at, index);
  });
  return positions.map((position) => indexAt.get(position) ?? -1);
}

/**
 * Records of the sheets that begin at these indexes. Throws `FileFault` `damaged` when one begins inside another (reading
 * the same records for each of many sheets would never end), and when there is a worksheet, or any record, that belongs
 * to none of them: it would be lost.
 */
function separateSubstreams(
  records: readonly XlsRecord[],
  starts: readonly number[]
): ReadonlyMap<number, readonly XlsRecord[]> {
  const wanted = new Set(starts);
  const found = new Map<number, readonly XlsRecord[]>();
  for (let start = 0; start < records.length;) {
    const { own, end } = substream(records, start);
    if (wanted.has(start)) found.set(start, own);
    else if (records[start]?.data.getUint16(2, true) === WORKSHEET_SUBSTREAM) throw new FileFault("damaged");
    start = end;
  }
  if (found.size < starts.length) throw new FileFault("damaged");
  return found;
}

interface Substream {
  readonly own: readonly XlsRecord[];
  /** Index behind its last record. */
  readonly end: number;
}

/**
 * Records from a beginning to the end that belongs to it. What stands between is left out where it has a beginning of
 * its own: charts in a sheet hold their numbers in records like those of cells.
 */
function substream(records: readonly XlsRecord[], start: number): Substream {
  if (records[start]?.id !== RECORD.bof) throw new FileFault("damaged");
  const own: XlsRecord[] = [];
  for (let index = start + 1, depth = 1; index < records.length; index++) {
    const record = records[index];
    if (record === undefined || isFalseBound(record)) break;
    if (record.id === RECORD.bof) depth += 1;
    else if (record.id === RECORD.eof) depth -= 1;
    else if (depth === 1) own.push(record);
    if (depth === 0) return { own, end: index + 1 };
  }
  throw new FileFault("damaged");
}

/** A beginning or an end that cannot be one: what lies between would be taken for a chart's, and lost. */
function isFalseBound({ id, data }: XlsRecord): boolean {
  if (id === RECORD.eof) return data.byteLength > 0;
  return id === RECORD.bof && (data.byteLength < 4 || data.getUint16(0, true) !== BIFF8);
}

function readContext(globals: readonly XlsRecord[]): XlsContext {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let strings: readonly string[] = [];
  let date1904 = false;
  globals.forEach(({ id, data }, index) => {
    if (id === RECORD.date1904) date1904 = data.getUint16(0, true) === 1;
    else if (id === RECORD.cellStyle) formats.push(data.getUint16(2, true));
    else if (id === RECORD.sharedStrings) strings = readSharedStrings(withContinuations(globals, index));
    else if (id === RECORD.format) {
      codes.set(data.getUint16(0, true), readTextThatFits(data, 2));
    }
  });
  return { strings, date1904, dateStyles: dateStylesOf(formats, codes) };
}

function readSheet(
  bound: XlsRecord,
  records: readonly XlsRecord[],
  context: XlsContext,
  into: CellRows
): Grid {
  const name = blockReader([bound.data]);
  name.skip(6);
  const { rows, merges } = readCells(records, context, into);
  const visibility = visibilityOf(bound, records);
  return { ...sheetGrid({ name: readShortText(name), rows, visibility, isError: () => false }), merges };
}

function visibilityOf(bound: XlsRecord, records: readonly XlsRecord[]): SheetVisibility {
  const hiddenRows: number[] = [];
  const hidden = columnSpans(COLUMNS);
  for (const { id, data } of records) {
    // fDyZero
    if (id === RECORD.row && (data.getUint8(12) & 0x20) !== 0) hiddenRows.push(data.getUint16(0, true));
    // fHidden
    if (id === RECORD.columns && (data.getUint16(8, true) & 1) !== 0) {
      hidden.add(data.getUint16(0, true), data.getUint16(2, true));
    }
  }
  return { hidden: (bound.data.getUint8(4) & 3) !== 0, hiddenRows, hiddenColumns: hidden.columns() };
}
