/** Cells and merged areas of one sheet of an .xls. [MS-XLS] 2.1.7.20.6 */
import type { Area, CellValue } from "../../domain/grid";
import type { CellRows } from "../cellRows";
import { FileFault } from "../fileErrors";
import { MAX_MERGES } from "../limits";
import { NO_NUMBER } from "../sheetGrid";
import { dateOfSerial } from "../xlsx/numbers";
import { blockReader, readText, RECORD, refuseMisread, withContinuations, type XlsRecord } from "./records";

/** What all sheets of a workbook share. */
export interface XlsContext {
  readonly strings: readonly string[];
  /** For each style of cells, by its number, whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly date1904: boolean;
}

export interface XlsCells {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
}

/** Columns that the format knows. */
export const COLUMNS = 256;

/** Error values by the numbers that binary workbooks give them. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/**
 * Reads the records of a sheet, see `sheetRecords`. The first cell of a formula that several cells share is followed by
 * that formula and only then by its text.
 * Throws `FileFault`: `damaged`, `beyondSheet`, `tooManyCells`, `tooManyMerges`.
 * @param into takes the cells
 */
export function readCells(
  records: readonly XlsRecord[],
  context: XlsContext,
  { rows, put }: CellRows
): XlsCells {
  const merges: Area[] = [];
  const number = (value: number, style: number): CellValue => {
    if (!Number.isFinite(value)) return NO_NUMBER;
    return context.dateStyles[style] === true ? dateOfSerial(value, context.date1904) : value;
  };
  /** The cell of a formula whose text has not come yet. */
  let awaiting: { readonly row: number; readonly column: number } | null = null;

  records.forEach((record, index) => {
    refuseMisread(record);
    const { id, data } = record;
    const place = () => [data.getUint16(0, true), data.getUint16(2, true)] as const;
    const text = (at: number): string => {
      const reader = blockReader(withContinuations(records, index));
      reader.skip(at);
      // Some writers know no flags.
      const length = data.getUint16(at, true);
      if (data.byteLength !== at + 2 + length) return readText(reader);
      reader.skip(2);
      return reader.characters(length, 0);
    };
    switch (id) {
      case RECORD.sharedString: {
        const shared = context.strings[data.getUint32(6, true)];
        if (shared === undefined) throw new FileFault("damaged");
        return put(...place(), shared);
      }
      case RECORD.label:
      case RECORD.richText:
        return put(...place(), text(6));
      case RECORD.number:
        return put(...place(), number(data.getFloat64(6, true), data.getUint16(4, true)));
      case RECORD.rk:
        return put(...place(), number(rkNumber(data.getUint32(6, true)), data.getUint16(4, true)));
      case RECORD.mulRk: {
        const [row, first] = place();
        for (let at = 4; at + 8 <= data.byteLength; at += 6) {
          const value = number(rkNumber(data.getUint32(at + 2, true)), data.getUint16(at, true));
          put(row, first + (at - 4) / 6, value);
        }
        return;
      }
      case RECORD.boolOrError:
        return put(...place(), boolOrError(data.getUint8(6), data.getUint8(7) === 1));
      case RECORD.formula:
      case RECORD.formulaOfExcel3:
      case RECORD.formulaOfExcel4: {
        const [row, column] = place();
        awaiting = null;
        if (data.getUint16(12, true) !== 0xffff) {
          return put(row, column, number(data.getFloat64(6, true), data.getUint16(4, true)));
        }
        const kind = data.getUint8(6);
        if (kind === 0) awaiting = { row, column };
        else if (kind <= 2) put(row, column, boolOrError(data.getUint8(8), kind === 2));
        return;
      }
      case RECORD.string:
        if (awaiting !== null) put(awaiting.row, awaiting.column, text(0));
        awaiting = null;
        return;
      case RECORD.merges:
        merges.push(...readMerges(data));
        if (merges.length > MAX_MERGES) throw new FileFault("tooManyMerges");
    }
  });
  return { rows, merges };
}

/** What the one byte of a truth or an error value means. */
export function boolOrError(value: number, isError: boolean): CellValue {
  return isError ? { kind: "error", code: ERRORS.get(value) ?? "#ERR!" } : value !== 0;
}

/** RkNumber: an integer of thirty bits or the upper half of a double, either in hundredths. */
export function rkNumber(rk: number): number {
  const double = new DataView(new ArrayBuffer(8));
  double.setUint32(4, (rk & ~3) >>> 0, true);
  const value = (rk & 2) !== 0 ? rk >> 2 : double.getFloat64(0, true);
  return (rk & 1) !== 0 ? value / 100 : value;
}

function readMerges(data: DataView): readonly Area[] {
  const count = Math.min(data.getUint16(0, true), Math.floor((data.byteLength - 2) / 8));
  return Array.from({ length: count }, (_, index) => {
    const at = 2 + index * 8;
    return {
      top: data.getUint16(at, true),
      bottom: data.getUint16(at + 2, true),
      left: data.getUint16(at + 4, true),
      right: data.getUint16(at + 6, true),
    };
  });
}
