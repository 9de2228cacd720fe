import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { readXlsFile } from "../../../src/files/readXls";
import { biffStream, buildCompoundFile } from "./compoundFileBuilder";

type Record = readonly [id: number, data: readonly number[]];

const bof = (type: number): Record => [0x809, [0, 6, type, 0, 0, 0, 0, 0]];
const eof: Record = [0x0a, []];
const u16 = (value: number): number[] => [value & 0xff, value >> 8];
const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));
const place = (row: number, column: number): number[] => [...u16(row), ...u16(column), 0, 0];
/** A number that is a 30-bit integer. */
const integer = (row: number, column: number, value: number): Record => [
  0x27e,
  [...place(row, column), (value << 2) | 2, 0, 0, 0],
];
const label = (row: number, column: number, text: string): Record => [
  0x204,
  [...place(row, column), ...u16(text.length), 0, ...ascii(text)],
];
const shared = (row: number, column: number, index: number): Record => [
  0xfd,
  [...place(row, column), index, 0, 0, 0],
];

/** A workbook of one sheet named A with these records. */
function workbook(sheet: readonly Record[], globals: readonly Record[] = []): Uint8Array {
  const position = [bof(5), ...globals, eof].reduce((sum, [, data]) => sum + 4 + data.length, 0) + 13;
  const bound: Record = [0x85, [...u16(position), 0, 0, 0, 0, 1, 0, 0x41]];
  return biffStream([bof(5), ...globals, bound, eof, bof(0x10), ...sheet, eof]);
}

async function read(streams: Uint8Array): Promise<Grid> {
  const result = await readWorkbook(buildCompoundFile({ Workbook: streams }), "cũ.xls");
  if (!result.ok) throw new Error(result.error.code);
  return result.workbook.sheets[0] as Grid;
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes, "cũ.xls");
  return result.ok ? "read" : result.error.code;
}

test("numbers of a chart inside a sheet do not take the place of the sheet's cells", async () => {
  const merge: Record = [0xe5, [1, 0, 2, 0, 2, 0, 0, 0, 1, 0]];
  const chart = [bof(0x20), integer(0, 0, 7), [0xe5, [0, 0]] as Record, eof];
  const grid = await read(workbook([label(0, 0, "TT"), ...chart, label(1, 0, "sau"), merge]));
  expect(grid.values).toEqual([["TT"], ["sau"]]);
  expect(grid.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }]);
});

test.each([
  [
    "a beginning within a sheet that is none",
    workbook([label(0, 0, "TT"), [0x809, place(1, 0)], label(2, 0, "mất"), eof, label(3, 0, "sau")]),
  ],
  ["an end that says something", workbook([bof(0x20), label(1, 0, "mất"), [0x0a, [1, 0]]])],
  ["a sheet that ends before its last cell", workbook([label(0, 0, "TT"), eof, label(1, 0, "mất")])],
  [
    "a sheet that no list names",
    Buffer.concat([workbook([label(0, 0, "TT")]), biffStream([bof(0x10), eof])]),
  ],
])("%s is damage", async (_, stream) => {
  expect(await codeOf(buildCompoundFile({ Workbook: stream }))).toBe("damaged");
});

test.each<[what: string, record: Record]>([
  ["a cell as Excel 2 wrote it", [0x02, [0, 0, 0, 0, 0, 0, 0, 7, 0]]],
  ["a record under number zero", [0, [0, 0]]],
  ["a record under a number that none has", [0xffff, []]],
])("%s is damage: records are not read from where they begin", async (_, record) => {
  const stream = workbook([label(0, 0, "TT"), record]);
  expect(await codeOf(buildCompoundFile({ Workbook: stream }))).toBe("damaged");
});

/** A record whose length is so wrong that those behind it are taken for a part of it. */
function swallowing([id, data]: Record, ...swallowed: readonly Record[]): Record {
  return [
    id,
    [...data, ...swallowed.flatMap(([next, inside]) => [...u16(next), ...u16(inside.length), ...inside])],
  ];
}

const FOLLOWING = [label(1, 0, "mất"), integer(1, 1, 7)];
const rks = (row: number, first: number, last: number): Record => [
  0xbd,
  [
    ...u16(row),
    ...u16(first),
    ...Array.from({ length: last - first + 1 }, () => [0, 0, 6, 0, 0, 0]).flat(),
    ...u16(last),
  ],
];
const blanks = (row: number, first: number, last: number): Record => [
  0xbe,
  [...u16(row), ...u16(first), ...Array.from({ length: 2 * (last - first + 1) }, () => 0), ...u16(last)],
];

test.each<[what: string, record: Record]>([
  ["a shared text", shared(0, 0, 0)],
  ["an integer", integer(0, 0, 7)],
  ["a number", [0x203, [...place(0, 0), 0, 0, 0, 0, 0, 0, 0x2e, 0x40]]],
  ["a truth", [0x205, [...place(0, 0), 1, 0]]],
  ["an empty cell", [0x201, place(0, 0)]],
  ["a row", [0x208, new Array<number>(16).fill(0)]],
  ["numbers side by side", rks(0, 0, 2)],
  ["empty cells side by side", blanks(0, 0, 2)],
  ["a margin", [0x29, [0, 0, 0, 0, 0, 0, 0xe8, 0x3f]]],
  ["the used range", [0x200, new Array<number>(14).fill(0)]],
])("%s that takes the records behind it for its own is damage, and by itself is read", async (_, record) => {
  const texts: Record = [0xfc, [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, ...ascii("x")]];
  const code = (...records: readonly Record[]) =>
    codeOf(buildCompoundFile({ Workbook: workbook(records, [texts]) }));
  expect(await code(record, ...FOLLOWING)).toBe("read");
  expect(await code(swallowing(record, ...FOLLOWING))).toBe("damaged");
});

test("what a writer leaves behind a record, all zero, hides nothing", async () => {
  const number: Record = [0x203, [...place(0, 0), 0, 0, 0, 0, 0, 0, 0x2e, 0x40, 0, 0, 0, 0]];
  expect((await read(workbook([number, label(1, 0, "sau")]))).values).toEqual([[15], ["sau"]]);
});

test("a number format that states a letter more than it has is read as far as it goes", async () => {
  const format: Record = [0x41e, [...u16(164), ...u16(11), 0, ...ascii("dd/mm/yyyy")]];
  const styles: readonly Record[] = [0, 164].map((code) => [
    0xe0,
    [0, 0, ...u16(code), ...Array(16).fill(0)],
  ]);
  const day: Record = [0x203, [...u16(0), ...u16(0), 1, 0, 0, 0, 0, 0, 0, 0x88, 0xe5, 0x40]];
  const grid = await read(workbook([day], [format, ...styles]));
  expect(grid.values).toEqual([[{ kind: "date", iso: "2020-09-22" }]]);
});

test("a number format that lacks more than a letter is damage", async () => {
  const format: Record = [0x41e, [...u16(164), ...u16(12), 0, ...ascii("dd/mm/yyyy")]];
  expect(await codeOf(buildCompoundFile({ Workbook: workbook([], [format]) }))).toBe("damaged");
});

test("a text that runs over into the next record, its second half in two bytes a character", async () => {
  const table: Record = [0xfc, [1, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, ...ascii("xa")]];
  const more: Record = [0x3c, [1, 0x11, 0x01, 0xe3, 0]];
  expect((await read(workbook([shared(0, 0, 0)], [table, more]))).values).toEqual([["xađã"]]);
});

test("shared texts count as they come, whatever number of them is stated", async () => {
  const table: Record = [0xfc, [9, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, ...ascii("a"), 1, 0, 0, ...ascii("b")]];
  expect((await read(workbook([shared(0, 0, 0), shared(0, 1, 1)], [table]))).values).toEqual([["a", "b"]]);
});

test("a cell whose shared text is not there is damage, not an empty cell", async () => {
  const bytes = workbook([label(0, 0, "TT"), shared(1, 0, 5)]);
  expect(await codeOf(buildCompoundFile({ Workbook: bytes }))).toBe("damaged");
});

test("texts without flags, rich texts and formulas under older numbers", async () => {
  const grid = await read(
    workbook([
      [0x204, [...place(0, 0), 2, 0, ...ascii("ab")]],
      [0xd6, [...place(0, 1), 2, 0, 0, ...ascii("cd"), 0, 0]],
      [0x406, [...place(0, 2), 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0]],
      [0x204, [...place(0, 3), 0, 0]],
    ])
  );
  expect(grid.values).toEqual([["ab", "cd", 1]]);
});

test("text of an error's name is text", async () => {
  const grid = await read(workbook([label(0, 0, "#N/A"), [0x205, [...place(0, 1), 0x2a, 1]]]));
  expect(grid.values).toEqual([["#N/A", { kind: "error", code: "#N/A" }]]);
});

test("the name of the stream may be in capitals", async () => {
  const file = buildCompoundFile({ WORKBOOK: workbook([label(0, 0, "TT")]) });
  expect(await codeOf(file)).toBe("read");
});

test("a sheet cut off before its end is damaged", async () => {
  const whole = workbook([label(0, 0, "TT"), label(1, 0, "dòng")]);
  expect(await codeOf(buildCompoundFile({ Workbook: whole.slice(0, -20) }))).toBe("damaged");
});

test("a file embedded in the workbook is not taken for it", async () => {
  const inner = workbook([label(0, 0, "inner")]);
  const outer = workbook([label(0, 0, "outer")]);
  const file = buildCompoundFile({ Workbook: inner, WORKBOOK: outer });
  // The directory's tree: the second stream belongs to the root, the first to nobody here.
  const root = 512 * 2;
  new DataView(file.buffer).setUint32(root + 76, 2, true);
  for (const entry of [0, 1, 2]) {
    new DataView(file.buffer).setUint32(root + entry * 128 + 68, 0xffffffff, true);
    new DataView(file.buffer).setUint32(root + entry * 128 + 72, 0xffffffff, true);
  }
  const result = await readWorkbook(file, "cũ.xls");
  expect(result.ok && result.workbook.sheets[0]?.values).toEqual([["outer"]]);
});

test("allocation tables that name one sector a million times, and chains in a ring, are damage at once", async () => {
  const file = buildCompoundFile({ Workbook: workbook([label(0, 0, "TT")]) });
  const view = new DataView(file.buffer);
  const slots = file.slice();
  for (let slot = 0; slot < 109; slot++) new DataView(slots.buffer).setUint32(76 + slot * 4, 0, true);
  expect(await codeOf(slots)).toBe("damaged");
  // Sector 3, the first of the stream, follows itself.
  view.setUint32(512 + 3 * 4, 3, true);
  expect(await codeOf(file)).toBe("damaged");
});

test("sheets that begin in one place are damage: reading it for each of many would never end", async () => {
  const position = 12 + 2 * 13 + 4;
  const bound: Record = [0x85, [...u16(position), 0, 0, 0, 0, 1, 0, 0x41]];
  const sheet = [bof(0x10), label(0, 0, "TT"), eof];
  const streams = biffStream([bof(5), bound, bound, eof, ...sheet]);
  expect(await codeOf(buildCompoundFile({ Workbook: streams }))).toBe("damaged");
});

test("a number that is none is an error, not an empty cell", async () => {
  const none: Record = [0x203, [...place(0, 0), 0, 0, 0, 0, 0, 0, 0xf8, 0x7f]];
  expect((await read(workbook([none]))).values).toEqual([[{ kind: "error", code: "#NUM!" }]]);
});

test("a hundred thousand records that hide all columns cost no more than one", () => {
  const hide: Record = [0x7d, [0, 0, 255, 0, 0, 0, 0, 0, 1, 0, 0, 0]];
  const all = new Array<Record>(100_000).fill(hide);
  const streams = workbook([integer(0, 0, 1), integer(0, 2, 3), ...all]);
  const [grid] = readXlsFile({ has: () => true, stream: () => streams }).sheets;
  expect(grid?.hiddenColumns).toEqual([0, 1, 2]);
});

test("more shared texts than anybody has are refused", () => {
  const table: Record = [0xfc, new Array<number>(8).fill(0)];
  const more = new Array<Record>(1501).fill([0x3c, new Array<number>(8000).fill(0)]);
  const streams = workbook([], [table, ...more]).slice();
  expect(() => readXlsFile({ has: () => true, stream: () => streams })).toThrow("tooManyRecords");
});
