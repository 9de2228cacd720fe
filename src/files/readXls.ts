/** .xls (BIFF 8). [MS-XLS] */
import { readXls } from "hucre/xlsx";
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
  const sheets = workbook.sheets.map((sheet, index) =>
    sheetGrid({ ...sheet, visibility: visibilityOf(bound[index], records) })
  );
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

function visibilityOf(bound: XlsRecord | undefined, records: readonly XlsRecord[]): SheetVisibility {
  if (bound === undefined) return { hidden: false, hiddenRows: [], hiddenColumns: [] };
  const start = bound.data.getUint32(0, true);
  const from = records.findIndex((record) => record.at === start);
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  for (let index = from; index >= 0 && index < records.length; index++) {
    const { id, data } = records[index] as XlsRecord;
    if (id === RECORD.eof) break;
    // fDyZero
    if (id === RECORD.row && (data.getUint8(12) & 0x20) !== 0) hiddenRows.push(data.getUint16(0, true));
    // fHidden
    if (id === RECORD.columns && (data.getUint16(8, true) & 1) !== 0) {
      const last = Math.min(255, data.getUint16(2, true));
      for (let column = data.getUint16(0, true); column <= last; column++) hiddenColumns.push(column);
    }
  }
  return { hidden: (bound.data.getUint8(4) & 3) !== 0, hiddenRows, hiddenColumns };
}
