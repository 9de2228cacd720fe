/** Records of a BIFF 8 stream and the texts in them. [MS-XLS] 2.1.4, 2.5.240, 2.5.294 */
import { FileFault } from "../fileErrors";
import { MAX_RECORDS, MAX_SHARED_STRINGS } from "../limits";

export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  columns: 0x007d,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  mulBlank: 0x00be,
  richText: 0x00d6,
  cellStyle: 0x00e0,
  merges: 0x00e5,
  sharedStrings: 0x00fc,
  sharedString: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  /** Some writers of newer files use the numbers of older ones. */
  formulaOfExcel3: 0x0206,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  formulaOfExcel4: 0x0406,
  format: 0x041e,
  bof: 0x0809,
} as const;

export interface XlsRecord {
  readonly id: number;
  /** Where it begins in the stream. */
  readonly at: number;
  readonly data: DataView;
}

/**
 * Records of a stream, as far as they are whole: what follows the last sheet may be anything.
 * Throws `FileFault` `tooManyRecords`.
 */
export function readRecords(stream: Uint8Array): readonly XlsRecord[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const records: XlsRecord[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // The stream is padded with zeros after its last record.
    if (at + 4 + length > stream.length || (id === 0 && length === 0)) break;
    if (records.length >= MAX_RECORDS) throw new FileFault("tooManyRecords");
    records.push({ id, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) });
    at += 4 + length;
  }
  return records;
}

/** Bytes of the records of a sheet that are all of one size. [MS-XLS] 2.4 */
const SIZES: ReadonlyMap<number, number> = new Map([
  [RECORD.sharedString, 10],
  [RECORD.blank, 6],
  [RECORD.number, 14],
  [RECORD.boolOrError, 8],
  [RECORD.row, 16],
  [RECORD.rk, 10],
  [RECORD.columns, 12],
  // How it is calculated and protected.
  ...[0x0c, 0x0d, 0x0f, 0x11, 0x12, 0x13, 0x19, 0x5f, 0x63, 0xdd].map((id) => [id, 2] as const),
  // How it is printed: headings and lines, in the middle, margins, paper.
  ...[0x2a, 0x2b, 0x82, 0x83, 0x84].map((id) => [id, 2] as const),
  ...[0x26, 0x27, 0x28, 0x29].map((id) => [id, 8] as const),
  [0xa1, 34],
  // How it is shown: outline, widths and heights, used range, window and its parts.
  ...[0x55, 0x81, 0x99].map((id) => [id, 2] as const),
  [0x80, 8],
  [0x225, 4],
  [0x200, 14],
  [0x23e, 18],
  [0xa0, 4],
  [0x41, 10],
]);
/** Bytes of each cell in records of cells side by side, which say in the end which one is the last. */
const SIZES_OF_EACH: ReadonlyMap<number, number> = new Map([
  [RECORD.mulRk, 6],
  [RECORD.mulBlank, 2],
]);

/** The used range and the cells as Excel 2 wrote them; nobody writes them beside newer ones. */
const OLDEST: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5]);
/** No record has a greater number: those of charts are the last. */
const LAST_ID = 0x10ff;

/** Bytes before what a record says. Some writers leave a byte or two behind it, or more that are all zero. */
const HEADER = 4;

/**
 * Throws `FileFault` `damaged` for a record of a sheet that shows that others were lost: it is so long that it has taken
 * another for its own, or there is none of its kind, as where records are not read from where they begin.
 */
export function refuseMisread({ id, data }: XlsRecord): void {
  const each = SIZES_OF_EACH.get(id);
  const cells =
    each === undefined ? 0 : data.getUint16(data.byteLength - 2, true) - data.getUint16(2, true) + 1;
  const size = each === undefined ? SIZES.get(id) : 6 + cells * each;
  const isTooLong = size !== undefined && data.byteLength >= size + HEADER;
  if ((isTooLong && !isZeroFrom(data, size)) || OLDEST.has(id) || id > LAST_ID)
    throw new FileFault("damaged");
}

function isZeroFrom(data: DataView, from: number): boolean {
  for (let at = from; at < data.byteLength; at += 1) if (data.getUint8(at) !== 0) return false;
  return true;
}

/** The record at this index together with the records that continue it. */
export function withContinuations(records: readonly XlsRecord[], index: number): readonly DataView[] {
  const blocks: DataView[] = [];
  for (let at = index; at < records.length; at++) {
    const record = records[at];
    if (record === undefined || (at > index && record.id !== RECORD.continued)) break;
    blocks.push(record.data);
  }
  return blocks;
}

/** Reads numbers and texts that may run over from one block into the next. Reading beyond the last one throws. */
export interface BlockReader {
  readonly u8: () => number;
  readonly u16: () => number;
  readonly u32: () => number;
  readonly skip: (bytes: number) => void;
  readonly hasMore: () => boolean;
  /** Characters of a text; where it runs over, the next block begins with its flags again. */
  readonly characters: (count: number, flags: number) => string;
}

const TWO_BYTES = 1;
const PHONETIC = 4;
const RICH = 8;

export function blockReader(blocks: readonly DataView[]): BlockReader {
  let block = 0;
  let at = 0;
  const hasMore = (): boolean => {
    while (block < blocks.length && at >= (blocks[block]?.byteLength ?? 0)) {
      block += 1;
      at = 0;
    }
    return block < blocks.length;
  };
  /** The block that holds the next byte. */
  const current = (): DataView => {
    const view = hasMore() ? blocks[block] : undefined;
    if (view === undefined) throw new FileFault("damaged");
    return view;
  };
  const u8 = (): number => current().getUint8(at++);
  const u16 = (): number => u8() | (u8() << 8);
  const characters = (count: number, flags: number): string => {
    const pieces: string[] = [];
    let wide = (flags & TWO_BYTES) !== 0;
    for (let left = count; left > 0;) {
      const view = blocks[block];
      const fitting = Math.min(left, ((view?.byteLength ?? 0) - at) >> (wide ? 1 : 0));
      if (view === undefined || fitting <= 0) {
        // Half a character at the end of a block means nothing.
        block += 1;
        at = 0;
        wide = (u8() & TWO_BYTES) !== 0;
        continue;
      }
      pieces.push(textAt(view, at, fitting, wide));
      at += fitting * (wide ? 2 : 1);
      left -= fitting;
    }
    return pieces.join("");
  };
  return {
    u8,
    u16,
    u32: () => (u16() | (u16() << 16)) >>> 0,
    skip: (bytes) => {
      for (let left = bytes; left > 0;) {
        const step = Math.min(left, current().byteLength - at);
        at += step;
        left -= step;
      }
    },
    hasMore,
    characters,
  };
}

/** Characters made at once: texts put together one by one need many times their memory. */
const AT_ONCE = 4096;

function textAt(view: DataView, at: number, count: number, wide: boolean): string {
  const codes: number[] = [];
  let text = "";
  for (let index = 0; index < count; index++) {
    codes.push(wide ? view.getUint16(at + index * 2, true) : view.getUint8(at + index));
    if (codes.length < AT_ONCE && index + 1 < count) continue;
    text += String.fromCharCode(...codes);
    codes.length = 0;
  }
  return text;
}

/** XLUnicodeString: length, flags, characters. */
export function readText(reader: BlockReader): string {
  const length = reader.u16();
  return length === 0 ? "" : reader.characters(length, reader.u8());
}

/** The same at a place of a record that may end a letter early: some writers state one too many. Throws `FileFault` `damaged`. */
export function readTextThatFits(data: DataView, at: number): string {
  const reader = blockReader([data]);
  reader.skip(at);
  const length = reader.u16();
  if (length === 0) return "";
  const flags = reader.u8();
  const room = (data.byteLength - at - 3) >> ((flags & TWO_BYTES) !== 0 ? 1 : 0);
  if (length > room + 1) throw new FileFault("damaged");
  return reader.characters(Math.min(length, room), flags);
}

/** ShortXLUnicodeString: the same with a length of one byte. */
export function readShortText(reader: BlockReader): string {
  const length = reader.u8();
  return reader.characters(length, reader.u8());
}

/** The table of shared strings, its looks and readings left out. Throws `FileFault` `tooManyRecords`. */
export function readSharedStrings(blocks: readonly DataView[]): readonly string[] {
  const reader = blockReader(blocks);
  reader.skip(8);
  const strings: string[] = [];
  // The numbers of strings that the table states are often wrong.
  while (reader.hasMore()) {
    if (strings.length >= MAX_SHARED_STRINGS) throw new FileFault("tooManyRecords");
    const length = reader.u16();
    const flags = reader.u8();
    const runs = (flags & RICH) !== 0 ? reader.u16() : 0;
    const reading = (flags & PHONETIC) !== 0 ? reader.u32() : 0;
    strings.push(reader.characters(length, flags));
    reader.skip(runs * 4 + reading);
  }
  return strings;
}
