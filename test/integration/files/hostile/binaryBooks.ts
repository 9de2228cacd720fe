/** Binary workbooks with exactly these records. */
import { biffStream, type BiffRecord, buildCompoundFile } from "../../../unit/files/compoundFileBuilder";
import { number, repeated } from "./making";
import { type Parts, zipped } from "./zips";

const bof = (type: number): BiffRecord => [0x809, [0, 6, type, 0, 0, 0, 0, 0]];
const eof: BiffRecord = [0x0a, []];
const BOF_BYTES = 12;
const BOUND_BYTES = 13;
const EOF_BYTES = 4;

/** An .xls of sheets that all have these records. */
export function xls(
  sheet: readonly BiffRecord[],
  globals: readonly BiffRecord[] = [],
  sheets = 1
): Uint8Array {
  const own = biffStream([bof(0x10), ...sheet, eof]);
  const first = BOF_BYTES + biffStream(globals).length + BOUND_BYTES * sheets + EOF_BYTES;
  const bounds = Array.from({ length: sheets }, (_, index): BiffRecord => {
    return [0x85, [...number(first + index * own.length), 0, 0, 1, 0, 0x41]];
  });
  const stream = Buffer.concat([
    biffStream([bof(5), ...globals, ...bounds, eof]),
    ...new Array<Uint8Array>(sheets).fill(own),
  ]);
  return buildCompoundFile({ Workbook: stream }, stream.length > 50_000 ? 4096 : 512);
}

/** An .xlsb of one sheet with these records. */
export function xlsb(sheet: Uint8Array, sheets = 1, parts: Parts = {}): Uint8Array {
  const bound = [...number(0), ...number(1), ...wide("rId1"), ...wide("A")];
  return zipped({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.bin": repeated([0x9c, 0x01, bound.length, ...bound], sheets),
    "xl/_rels/workbook.bin.rels":
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.bin"/><Relationship Id="rId3" Type="x/styles" Target="styles.bin"/></Relationships>',
    "xl/sharedStrings.bin": "",
    "xl/styles.bin": "",
    "xl/worksheets/sheet1.bin": sheet,
    ...parts,
  });
}

/** XLWideString. */
export function wide(text: string): number[] {
  return [...number(text.length), ...Array.from(text).flatMap((char) => [char.charCodeAt(0), 0])];
}
