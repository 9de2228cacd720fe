/**
 * The fast reader of .xlsx against two others, on files of four writers: ours, the library's, SheetJS's and LibreOffice's.
 * What all three read is the same.
 */
import { readdirSync, readFileSync } from "fs";
import { join } from "path";
import * as sheetJs from "@e965/xlsx";
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { openZip } from "../../../src/files/openZip";
import { readUnusualXlsx } from "../../../src/files/readOoxml";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { readUsualXlsx } from "../../../src/files/xlsx";
import { BLANK_SHEET } from "../../../src/layout/look";
import type { CellContent, SheetSpec } from "../../../src/layout/sheetSpec";
import { convertEach, testWithLibreOffice } from "./libreOffice";
import { asXlsx, SUBMISSIONS } from "./submissions";

type Rows = readonly (readonly CellValue[])[];

const WORDS = "Lịch sử Đảng bộ xã An Lạc 154-KH/BTGTU 年 😀 é  a\u00a0b < & > \" ' ]]> =1+1 #N/A! \n\t".split(
  " "
);
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(" "))
  .filter((words) => words !== "");
const cell = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
  fc.double({ min: -1e15, max: 1e15, noNaN: true }).map((value) => (value === 0 ? 0 : value)),
  fc.boolean(),
  fc
    .date({ min: new Date("1900-03-01"), max: new Date("2100-12-31"), noInvalidDate: true })
    .map((date): CellValue => ({ kind: "date", iso: date.toISOString().slice(0, 10) }))
);
const rows: fc.Arbitrary<Rows> = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });

function isDate(value: CellValue): value is { kind: "date"; iso: string } {
  return typeof value === "object" && value?.kind === "date";
}

const EMPTY_SHEET: SheetSpec = { ...BLANK_SHEET, name: "Trang 1", showGridlines: true };

/** Writers of one sheet. */
const WRITERS: readonly (readonly [name: string, write: (rows: Rows) => Promise<Uint8Array>])[] = [
  [
    "our own",
    (values) => {
      const contents = values.map((row) =>
        row.map((value): CellContent => (isDate(value) ? { date: value.iso } : (value as CellContent)))
      );
      const sheet = { ...EMPTY_SHEET, blocks: [{ top: 0, left: 0, rows: contents }] };
      return writeWorkbook({
        sheets: [sheet],
        properties: { a: "b" },
        activeSheet: sheet.name,
        title: "Thử",
      });
    },
  ],
  ["the library", (values) => writeXlsx({ sheets: [{ name: "Trang 1", rows: values.map(withDates) }] })],
  ["SheetJS with shared texts", (values) => Promise.resolve(bySheetJs(values, true))],
  ["SheetJS without shared texts", (values) => Promise.resolve(bySheetJs(values, false))],
];

function withDates(row: readonly CellValue[]): (string | number | boolean | Date | null)[] {
  return row.map((value) => (isDate(value) ? new Date(`${value.iso}T00:00:00Z`) : (value as string | null)));
}

function bySheetJs(values: Rows, bookSST: boolean): Uint8Array {
  const sheet = sheetJs.utils.aoa_to_sheet(values.map(withDates), { UTC: true, dateNF: "d/m/yyyy" });
  const book = sheetJs.utils.book_new(sheet, "Trang 1");
  return new Uint8Array(sheetJs.write(book, { type: "array", bookType: "xlsx", bookSST, compression: true }));
}

/** The first sheet as SheetJS reads it, at the places of `grid`. */
function readBySheetJs(bytes: Uint8Array, index: number, grid: Grid): Rows {
  const book = sheetJs.read(bytes, { type: "array", dense: true, cellDates: true, UTC: true });
  const data = book.Sheets[book.SheetNames[index] ?? ""]?.["!data"] ?? [];
  return grid.values.map((row, down) =>
    row.map((_, across) => valueOf(data[grid.top + down]?.[grid.left + across]))
  );
}

function valueOf(read: sheetJs.CellObject | undefined): CellValue {
  if (read?.v === undefined || read.v === "") return null;
  if (read.t === "e") return { kind: "error", code: read.w ?? "" };
  return read.v instanceof Date ? { kind: "date", iso: read.v.toISOString().slice(0, 10) } : read.v;
}

/** What the fast reader sees; it has to be able to read the file, and the others have to see the same. */
async function readAlike(bytes: Uint8Array): Promise<readonly Grid[]> {
  const ours = readUsualXlsx(openZip(bytes));
  expect(ours).toEqual(await readUnusualXlsx(openZip(bytes)));
  ours?.sheets.forEach((grid, index) => expect(grid.values).toEqual(readBySheetJs(bytes, index, grid)));
  return ours?.sheets ?? [];
}

test.each(WRITERS)("any table that %s wrote", async (_, write) => {
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      const [grid] = await readAlike(await write(values));
      const filled = values.flatMap((row, down) =>
        row.flatMap((value, across) => (value === null ? [] : [[down, across, value]]))
      );
      const read = (grid?.values ?? []).flatMap((row, down) =>
        row.flatMap((value, across) =>
          value === null ? [] : [[down + (grid?.top ?? 0), across + (grid?.left ?? 0), value]]
        )
      );
      expect(read).toEqual(filled);
    }),
    { numRuns: 120, seed: 20210625 }
  );
});

test("entities are taken once; SheetJS takes those of unshared text twice", async () => {
  const bytes = bySheetJs([["a &amp; b"]], false);
  const [grid] = readUsualXlsx(openZip(bytes))?.sheets ?? [];
  expect(grid?.values).toEqual([["a &amp; b"]]);
  expect(grid && readBySheetJs(bytes, 0, grid)).toEqual([["a & b"]]);
});

test("submissions and samples that we wrote", async () => {
  for (const submission of SUBMISSIONS) await readAlike(await asXlsx(submission));
  const folder = join(__dirname, "../../../assets/samples");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".xlsx"))) {
    await readAlike(new Uint8Array(readFileSync(join(folder, name))));
  }
});

test.each(["kinds.xlsx", "openpyxl.xlsx"])("%s, which another program saved", async (name) => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../unit/files/fixtures", name)));
  const ours = readUsualXlsx(openZip(bytes));
  expect(ours?.sheets.length).toBeGreaterThan(0);
  expect(ours).toEqual(await readUnusualXlsx(openZip(bytes)));
});

testWithLibreOffice("submissions and any tables that LibreOffice saved again", async () => {
  const tables = fc.sample(rows, { numRuns: 20, seed: 20230509 });
  const written = await Promise.all([
    ...SUBMISSIONS.slice(0, 3).map(asXlsx),
    ...tables.map((table, index) => WRITERS[index % WRITERS.length]?.[1](table) as Promise<Uint8Array>),
  ]);
  for (const bytes of convertEach(written, "xlsx", "xlsx")) {
    const ours = readUsualXlsx(openZip(bytes));
    expect(ours).toBeDefined();
    expect(ours).toEqual(await readUnusualXlsx(openZip(bytes)));
  }
});
