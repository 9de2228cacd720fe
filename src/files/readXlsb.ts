/** .xlsb. [MS-XLSB] */
import { readXlsb } from "hucre/xlsx";
import type { ZipDirectory } from "./openZip";
import { packageProperties } from "./packageProperties";
import { isNeeded, repack, type SheetsAndProperties } from "./readOoxml";
import { ALL_VISIBLE, sheetGrid, type SheetVisibility } from "./sheetGrid";
import { attribute, tags } from "./xmlText";

const RECORD = { row: 0, columns: 60, sheet: 156 };

interface XlsbRecord {
  readonly id: number;
  readonly data: DataView;
}

/** Reads .xlsb. Throws `FileFault`, or whatever the library throws at damaged records. */
export async function readXlsbFile(zip: ZipDirectory): Promise<SheetsAndProperties> {
  const parts = zip.extract(isNeeded);
  const workbook = await readXlsb(repack(parts, (xml) => xml));
  const visibility = sheetVisibilities(parts);
  const sheets = workbook.sheets.map((sheet, index) =>
    sheetGrid({ ...sheet, visibility: visibility[index] ?? ALL_VISIBLE })
  );
  return { sheets, ...packageProperties(parts) };
}

/** What the library does not tell: which sheets, rows and columns are hidden. In the order of the sheets. */
function sheetVisibilities(parts: ReadonlyMap<string, Uint8Array>): readonly SheetVisibility[] {
  const relations = new TextDecoder().decode(parts.get("xl/_rels/workbook.bin.rels"));
  const targets = new Map(
    tags(relations, "Relationship").map((tag) => [attribute(tag, "Id"), attribute(tag, "Target") ?? ""])
  );
  return readRecords(parts.get("xl/workbook.bin"))
    .filter(({ id }) => id === RECORD.sheet)
    .map(({ data }) => {
      const target = targets.get(wideString(data, 8)) ?? "";
      const sheet = parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
      return { hidden: data.getUint32(0, true) !== 0, ...hiddenPositions(readRecords(sheet)) };
    });
}

function hiddenPositions(records: readonly XlsbRecord[]): Omit<SheetVisibility, "hidden"> {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  for (const { id, data } of records) {
    // fDyZero
    if (id === RECORD.row && data.byteLength > 11 && (data.getUint8(11) & 0x10) !== 0) {
      hiddenRows.push(data.getUint32(0, true));
    }
    // fHidden
    if (id === RECORD.columns && data.byteLength > 17 && (data.getUint8(16) & 1) !== 0) {
      const last = Math.min(LAST_COLUMN, data.getUint32(4, true));
      for (let column = data.getUint32(0, true); column <= last; column++) hiddenColumns.push(column);
    }
  }
  return { hiddenRows, hiddenColumns };
}

const LAST_COLUMN = 16_383;

/** Records of a part: number and length in groups of seven bits, then the data. A record cut off ends the list. */
function readRecords(part: Uint8Array = new Uint8Array()): XlsbRecord[] {
  const records: XlsbRecord[] = [];
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
  while (at < part.length) {
    const id = readGroups(2);
    const length = readGroups(4);
    if (at + length > part.length) break;
    records.push({ id, data: new DataView(part.buffer, part.byteOffset + at, length) });
    at += length;
  }
  return records;
}

/** XLWideString: number of characters, then two bytes for each. */
function wideString(data: DataView, at: number): string {
  const length = data.getUint32(at, true);
  const end = Math.min(data.byteLength, at + 4 + length * 2);
  return new TextDecoder("utf-16le").decode(
    new Uint8Array(data.buffer, data.byteOffset + at + 4, Math.max(0, end - at - 4))
  );
}
