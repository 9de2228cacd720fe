/** Valid files of every format, from several writers: what the fuzzer mutates. */
import * as sheetJs from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Grid } from "../src/domain/grid";
import { readWorkbook } from "../src/files/readWorkbook";
import { asCsv, asDocx, asXlsx, SUBMISSIONS } from "../test/integration/files/submissions";

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly Grid[];
}

type Row = readonly (string | number | boolean | Date | null)[];

/** A table with all kinds of values; no two rows are alike. */
const ROWS: readonly Row[] = Array.from({ length: 40 }, (_, row) => [
  row + 1,
  `${row + 10}-KH/HU`,
  new Date(Date.UTC(2021, row % 12, (row % 28) + 1)),
  `Lịch sử Đảng bộ xã thứ ${row + 1}, giai đoạn 1930 - ${2000 + row} < & > "`,
  row % 3 === 0 ? null : row * 1.5,
  row % 2 === 0,
]);

function bySheetJs(bookType: "xlsx" | "xlsb" | "biff8" | "ods" | "html", bookSST = true): Uint8Array {
  const rows = ROWS.map((row) => [...row]);
  const sheet = sheetJs.utils.aoa_to_sheet(rows, { UTC: true, dateNF: "d/m/yyyy" });
  const other = sheetJs.utils.aoa_to_sheet(rows.slice(0, 5).reverse());
  const book = sheetJs.utils.book_new(sheet, "Trang 1");
  sheetJs.utils.book_append_sheet(book, other, "Trang 2");
  const written: unknown = sheetJs.write(book, { type: "array", bookType, bookSST, compression: true });
  return typeof written === "string" ? strToU8(written) : new Uint8Array(written as ArrayBuffer);
}

const BY_LIBRARY = { sheets: [{ name: "Trang 1", rows: ROWS.map((row) => [...row]) }] };

const TEXT = ROWS.map((row) =>
  [row[0], row[1], `"${String(row[3]).replaceAll('"', '""')}"`, row[4] ?? ""].join(";")
).join("\r\n");

const FIXTURES = path.resolve("test/unit/files/fixtures");
const KEPT = ["kinds.xlsx", "openpyxl.xlsx", "kinds.xls", "kinds.ods", "letter.docx"];

type NamedBytes = readonly [name: string, bytes: Uint8Array | Promise<Uint8Array>];

const MADE: readonly NamedBytes[] = SUBMISSIONS.slice(0, 3).flatMap((submission, index): NamedBytes[] => [
  [`${index}.xlsx`, asXlsx(submission)],
  [`${index}.csv`, asCsv(submission, index)],
  [`${index}.docx`, asDocx(submission, index)],
]);

const BY_OTHERS: readonly NamedBytes[] = [
  ["SheetJS.xlsx", bySheetJs("xlsx")],
  ["SheetJS không chung chữ.xlsx", bySheetJs("xlsx", false)],
  ["SheetJS.xlsb", bySheetJs("xlsb")],
  ["SheetJS.xls", bySheetJs("biff8")],
  ["SheetJS.ods", bySheetJs("ods")],
  ["SheetJS.html", bySheetJs("html")],
  ["hucre.xlsx", writeXlsx(BY_LIBRARY)],
  ["hucre.ods", writeOds(BY_LIBRARY)],
  ["UTF-8.csv", strToU8(TEXT)],
  ["UTF-16.csv", new Uint8Array(Buffer.from(`\ufeff${TEXT}`, "utf16le"))],
];

/** All of them, with what is read of each. Throws when one is not read. */
export async function fuzzSeeds(): Promise<readonly Seed[]> {
  const kept = KEPT.map((name): NamedBytes => [
    name,
    new Uint8Array(readFileSync(path.join(FIXTURES, name))),
  ]);
  return Promise.all(
    [...MADE, ...BY_OTHERS, ...kept].map(async ([name, bytes]) => {
      const stable = withoutTimes(await bytes);
      const read = await readWorkbook(stable, name);
      if (!read.ok) throw new Error(read.error.message);
      return { name, bytes: stable, sheets: read.workbook.sheets };
    })
  );
}

export const LONG_AGO = new Date(1980, 0, 1);

/** A file as it would be at any other time: the same seed of random numbers is to give the same files. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  if (!isZip(bytes)) return bytes;
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => {
    if (!/^(docProps\/core|meta)\.xml$/.test(name)) return [name, part] as const;
    const timeless = strFromU8(part).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, "2023-05-18T09:30:00Z");
    return [name, strToU8(timeless)] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: LONG_AGO });
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
