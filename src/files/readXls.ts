/** .xls (BIFF 8). [MS-XLS] */
import { readXls, type Sheet } from "hucre/xlsx";
import type { CompoundFile } from "./compoundFile";
import { FileFault } from "./fileErrors";
import type { SheetsAndProperties } from "./readOoxml";
import { sheetGrid, type SheetVisibility } from "./sheetGrid";

const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  filePass: 0x002f,
  boundSheet: 0x0085,
  row: 0x0208,
  columns: 0x007d,
  formula: 0x0006,
  string: 0x0207,
  sharedFormula: 0x04bc,
  arrayFormula: 0x0221,
  dataTable: 0x0236,
};
const BIFF8 = 0x0600;

interface XlsRecord {
  readonly id: number;
  readonly at: number;
  readonly data: DataView;
}

/**
 * Reads .xls. Its document properties are not read: `properties` is empty, `modified` unknown.
 * Throws `FileFault`, or whatever the library throws at damaged records.
 */
export async function readXlsFile(bytes: Uint8Array, compound: CompoundFile): Promise<SheetsAndProperties> {
  const records = readRecords(compound.stream("Workbook") ?? new Uint8Array());
  const first = records[0];
  if (first === undefined || first.id !== RECORD.bof) throw new FileFault("damaged");
  if (first.data.getUint16(0, true) !== BIFF8) throw new FileFault("oldExcel");
  if (records.some((record) => record.id === RECORD.filePass)) throw new FileFault("encrypted");

  const workbook = await readXls(bytes);
  const bound = records.filter((record) => record.id === RECORD.boundSheet);
  const sheets = workbook.sheets.map((sheet, index) => {
    const own = sheetRecords(bound[index], records);
    const rows = withTexts(sheet.rows, textsBehindSharedFormulas(own));
    return sheetGrid({ ...sheet, rows, visibility: visibilityOf(bound[index], own) });
  });
  // Type 0 is a worksheet; charts, macro sheets and modules have no cells of interest.
  return {
    sheets: sheets.filter((_, index) => bound[index]?.data.getUint8(5) === 0),
    properties: {},
    modified: null,
  };
}

function readRecords(stream: Uint8Array): XlsRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: XlsRecord[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) throw new FileFault("damaged");
    records.push({ id, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) });
    at += 4 + length;
    // The stream is padded with zeros after its last record.
    if (id === 0 && length === 0) break;
  }
  return records;
}

/** Records of one sheet, from its beginning to its end. */
function sheetRecords(bound: XlsRecord | undefined, records: readonly XlsRecord[]): readonly XlsRecord[] {
  const start = bound?.data.getUint32(0, true);
  const from = records.findIndex((record) => record.at === start);
  if (from < 0) return [];
  const length = records.slice(from).findIndex(({ id }) => id === RECORD.eof);
  return records.slice(from, length < 0 ? undefined : from + length);
}

function visibilityOf(bound: XlsRecord | undefined, records: readonly XlsRecord[]): SheetVisibility {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  for (const { id, data } of records) {
    // fDyZero
    if (id === RECORD.row && (data.getUint8(12) & 0x20) !== 0) hiddenRows.push(data.getUint16(0, true));
    // fHidden
    if (id === RECORD.columns && (data.getUint16(8, true) & 1) !== 0) {
      const last = Math.min(255, data.getUint16(2, true));
      for (let column = data.getUint16(0, true); column <= last; column++) hiddenColumns.push(column);
    }
  }
  return { hidden: bound !== undefined && (bound.data.getUint8(4) & 3) !== 0, hiddenRows, hiddenColumns };
}

interface CellText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

const BETWEEN: readonly number[] = [RECORD.sharedFormula, RECORD.arrayFormula, RECORD.dataTable];

/**
 * The first cell of a formula that several cells share is followed by that formula and only then by its text; the library
 * looks for the text directly behind the cell and loses it.
 */
function textsBehindSharedFormulas(records: readonly XlsRecord[]): CellText[] {
  return records.flatMap(({ id, data }, index) => {
    const [next, afterNext] = [records[index + 1], records[index + 2]];
    if (id !== RECORD.formula || next === undefined || !BETWEEN.includes(next.id)) return [];
    if (afterNext?.id !== RECORD.string) return [];
    return [
      { row: data.getUint16(0, true), column: data.getUint16(2, true), text: unicodeString(afterNext.data) },
    ];
  });
}

/** XLUnicodeString: length, a flag for two bytes a character, the characters. */
function unicodeString(data: DataView): string {
  const length = data.getUint16(0, true);
  const wide = (data.getUint8(2) & 1) !== 0;
  return Array.from({ length }, (_, index) =>
    String.fromCharCode(wide ? data.getUint16(3 + index * 2, true) : data.getUint8(3 + index))
  ).join("");
}

function withTexts(rows: Sheet["rows"], texts: readonly CellText[]): Sheet["rows"] {
  if (texts.length === 0) return rows;
  const changed = Array.from(rows, (row) => Array.from(row ?? []));
  for (const { row, column, text } of texts) {
    while (changed.length <= row) changed.push([]);
    const cells = changed[row];
    if (cells !== undefined) cells[column] = text;
  }
  return changed;
}
