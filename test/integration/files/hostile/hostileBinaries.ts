/** Records of .xls and .xlsb that lie, or are too many. */
import { withNumber, filled, type HostileFile, joined, letters, MEGABYTE, number, repeated } from "./making";
import { wide, xls, xlsb } from "./binaryBooks";
import { biffStream, type BiffRecord, buildCompoundFile } from "../../../unit/files/compoundFileBuilder";

const CONTINUED = 0x3c;
const SHARED_STRINGS = 0xfc;
const FORMAT = 0x41e;
const STYLE = 0xe0;
const NUMBER = 0x203;
const MERGES = 0xe5;

/** A number in a cell; its style is the first one. */
function cell(row: number, column: number): BiffRecord {
  return [NUMBER, [row & 0xff, row >> 8, column, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]];
}

function records(count: number, make: (index: number) => BiffRecord): readonly BiffRecord[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A table of texts of the greatest length, over as many records as they need. */
function sharedTexts(count: number): readonly BiffRecord[] {
  const first: BiffRecord = [SHARED_STRINGS, [...number(count), ...number(count)]];
  const one = Uint8Array.from([0xff, 0x1f, 0, ...Buffer.from(letters(0x1fff))]);
  return [first, ...new Array<BiffRecord>(count).fill([CONTINUED, one])];
}

/** A compound file with all of its header's room for the allocation table taken by one sector. */
function wholeTable(): Uint8Array {
  const bytes = buildCompoundFile({ Workbook: new Uint8Array(30 * MEGABYTE) }, 4096);
  const view = new DataView(bytes.buffer);
  for (let slot = 0; slot < 109; slot++) view.setUint32(76 + slot * 4, 0, true);
  return bytes;
}

const OLD: readonly HostileFile[] = [
  {
    name: "bản ghi dài hơn tệp.xls",
    bytes: () => {
      const stream = biffStream([
        [0x809, [0, 6, 5, 0]],
        [NUMBER, new Uint8Array(14)],
      ]);
      stream[10] = 0xff;
      stream[11] = 0xff;
      return buildCompoundFile({ Workbook: stream });
    },
    outcome: "damaged",
  },
  {
    name: "bốn trang đầy dòng.xls",
    bytes: () =>
      xls(
        records(65_536, (row) => cell(row, 0)),
        [],
        4
      ),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "trăm trang ô cột cuối.xls",
    bytes: () =>
      xls(
        records(7000, (row) => cell(row, 255)),
        [[STYLE, new Uint8Array(20)]],
        100
      ),
    outcome: "too-large",
  },
  {
    name: "trăm trang ô đầu và ô cuối.xls",
    bytes: () => xls([...records(7000, (row) => cell(row, 255)), cell(7000, 0)], [], 100),
    outcome: "too-large",
    says: "2.000.000",
  },
  { name: "bảng chữ 40 MB.xls", bytes: () => xls([cell(0, 0)], sharedTexts(5000)), outcome: "read" },
  {
    name: "nối tiếp vô tận.xls",
    bytes: () =>
      xls([cell(0, 0)], [[SHARED_STRINGS, new Uint8Array(8)], ...records(2_000_000, () => [CONTINUED, []])]),
    outcome: "too-large",
    says: "1.500.000",
  },
  {
    name: "triệu vùng gộp.xls",
    bytes: () => {
      const areas = Uint8Array.from([0xff, 3, ...repeated([0, 0, 1, 0, 0, 0, 1, 0], 1023)]);
      return xls([cell(0, 0), ...records(3000, (): BiffRecord => [MERGES, areas])]);
    },
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "dạng số toàn ngoặc vuông.xls",
    bytes: () => {
      const code = Uint8Array.from([200, 0, 0x00, 0x10, 0, ...filled(1, 0x5b).subarray(0, 4096)]);
      const styles = records(4000, (): BiffRecord => [
        STYLE,
        [0, 0, 200, 0, ...new Array<number>(16).fill(0)],
      ]);
      return xls([cell(0, 0)], [[FORMAT, code], ...styles]);
    },
    outcome: "read",
  },
  { name: "bảng FAT lặp.xls", bytes: wholeTable, outcome: "damaged" },
  {
    name: "thư mục là cả tệp.xls",
    bytes: () => {
      const bytes = buildCompoundFile({ Workbook: new Uint8Array(30 * MEGABYTE) }, 4096);
      // The directory begins where the stream does.
      const first = new DataView(bytes.buffer).getUint32(48, true) + 2;
      return withNumber(bytes, 48, first);
    },
    outcome: "damaged",
  },
];

const BINARY: readonly HostileFile[] = [
  {
    name: "triệu dòng.xlsb",
    bytes: () =>
      xlsb(
        Buffer.concat(
          Array.from({ length: 300_000 }, (_, row) =>
            Uint8Array.from([0, 4, ...number(row), 4, 9, ...number(0), ...number(0), 1])
          )
        )
      ),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "ô không ghi cột quá cột cuối.xlsb",
    bytes: () => {
      const first = [0, 4, ...number(0), 4, 9, ...number(0), ...number(0), 1];
      return xlsb(joined(Uint8Array.from(first), repeated([15, 5, ...number(0), 1], 20_000)));
    },
    outcome: "damaged",
    says: "16.384",
  },
  {
    name: "bảng chữ 150 MB.xlsb",
    bytes: () => {
      const one = [19, 0x83, 0x80, 0x04, 0, ...wide(letters(10_000).repeat(4).slice(0, 32_767))];
      const size = 1 + 4 + 65_534;
      one.splice(1, 3, (size & 0x7f) | 0x80, ((size >> 7) & 0x7f) | 0x80, size >> 14);
      return xlsb(Uint8Array.of(0, 4, 0, 0, 0, 0), 1, { "xl/sharedStrings.bin": repeated(one, 2300) });
    },
    outcome: "read",
    large: true,
  },
  {
    name: "bản ghi dài hơn phần.xlsb",
    bytes: () => xlsb(Uint8Array.of(0, 4, 0, 0, 0, 0, 4, 0xff, 0xff, 0xff, 0x7f)),
    outcome: "damaged",
  },
  {
    name: "số bản ghi không dứt.xlsb",
    bytes: () => xlsb(filled(8, 0xff)),
    outcome: "damaged",
  },
  {
    name: "triệu vùng gộp.xlsb",
    bytes: () => xlsb(repeated([0xb0, 0x01, 16, ...new Array<number>(16).fill(0)], 1_000_000)),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "dạng số toàn ngoặc vuông.xlsb",
    bytes: () => {
      const code = wide("[".repeat(500_000));
      const size = code.length + 2;
      const length = [0, 7, 14, 21].map((shift) => ((size >> shift) & 0x7f) | (shift < 21 ? 0x80 : 0));
      const styles = [
        0xe9,
        0x04,
        0,
        ...[47, 16, 0, 0, 200, 0, ...new Array<number>(12).fill(0)],
        0xea,
        0x04,
        0,
      ];
      return xlsb(Uint8Array.of(0, 4, 0, 0, 0, 0), 1, {
        "xl/styles.bin": Uint8Array.from([44, ...length, 200, 0, ...code, ...styles]),
      });
    },
    outcome: "read",
  },
];

export const HOSTILE_BINARIES: readonly HostileFile[] = [...OLD, ...BINARY];
