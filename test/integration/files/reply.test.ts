/** Replies as files: what is sent back says what was sent, and opens everywhere with its comments and input rules. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { readAndCheck, type ReadWorkbook } from "../../../src/domain/check";
import { cellText } from "../../../src/domain/values/cells";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { zipFiles } from "../../../src/files/zipFiles";
import { replyWorkbook } from "../../../src/layout/reply";
import type { WorkbookSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { convert, testWithLibreOffice } from "./libreOffice";

const SAMPLE = join(__dirname, "../../../assets/samples/trung-khanh-co-loi.xlsx");
const scheme = deAn02;
const asOf = "2023-06-30";

async function check(bytes: Uint8Array, file: string): Promise<ReadWorkbook> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.error.message);
  return readAndCheck(result.workbook, { scheme, asOf, language: "vi" });
}

async function sampleReply(): Promise<{ sent: ReadWorkbook; spec: WorkbookSpec; bytes: Uint8Array }> {
  const sent = await check(readFileSync(SAMPLE), "trung-khanh-co-loi.xlsx");
  const unit = scheme.units.find(({ id }) => id === sent.check.unit)!;
  const round = scheme.round(sent.check.round ?? "")!;
  const spec = replyWorkbook({ scheme, unit, round, checked: [sent], asOf });
  return { sent, spec, bytes: await writeWorkbook(spec) };
}

/** What the rows say, without where they stand. */
function rowsOf({ tables }: ReadWorkbook): readonly (readonly string[])[] {
  return tables.flatMap(({ located, rows }) =>
    rows.map(({ cells }) => located.form.columns.map(({ key }) => cellText(cells[key] ?? null)))
  );
}

const findingsOf = ({ check: { findings } }: ReadWorkbook) =>
  findings.map(({ rule, value, message }) => [rule, value, message]);

function commentsOf(sheets: readonly Sheet[], name: string): ReadonlyMap<string, string> {
  const cells = sheets.find((sheet) => sheet.name === name)?.cells ?? new Map();
  return new Map(
    Array.from(
      cells,
      ([key, cell]: [string, { comment?: { text: string } }]) => [key, cell.comment?.text ?? ""] as const
    ).filter(([, text]) => text !== "")
  );
}

test("a reply that is sent back unchanged says the same and has the same findings, and no more", async () => {
  const { sent, bytes } = await sampleReply();
  const back = await check(bytes, "Tra loi - trung-khanh - khao-sat-2023.xlsx");
  expect(back.check.unit).toBe("trung-khanh");
  expect(back.check.round).toBe(sent.check.round);
  expect(rowsOf(back)).toEqual(rowsOf(sent));
  expect(findingsOf(back)).toEqual(findingsOf(sent));
  expect(back.check.nearMisses).toBeUndefined();
});

test("comments and links are in the file; boxes have room for their texts", async () => {
  const { spec, bytes } = await sampleReply();
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  for (const { name, comments = [] } of spec.sheets) {
    const found = commentsOf(sheets, name);
    expect(found.size).toBe(comments.length);
    for (const { row, column, text } of comments) expect(found.get(`${row},${column}`)).toBe(text);
  }
  const parts = unzipSync(bytes);
  const list = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
  expect(list).toContain('location="&apos;Biểu 01&apos;!C6"');
  expect(list).not.toContain("<f>");
  const drawing = strFromU8(parts["xl/drawings/vmlDrawing2.vml"]!);
  const boxes = [...drawing.matchAll(/<x:Anchor>\d+,\d+,(\d+),\d+,\d+,\d+,(\d+),\d+<\/x:Anchor>/g)];
  expect(boxes.length).toBeGreaterThan(0);
  expect(boxes.some(([, top, bottom]) => Number(bottom) - Number(top) > 4)).toBe(true);
});

test("the same replies give the same zip; names are plain and must differ", async () => {
  const { bytes } = await sampleReply();
  const files = [{ name: "Tra loi - trung-khanh - khao-sat-2023.xlsx", bytes }];
  expect(zipFiles(files)).toEqual(zipFiles(files));
  expect(Object.keys(unzipSync(zipFiles(files)))).toEqual([files[0]?.name]);
  expect(() => zipFiles([...files, ...files])).toThrow("Two files of one name");
});

testWithLibreOffice("LibreOffice keeps the rows, comments and input rules of a reply", async () => {
  const { sent, spec, bytes } = await sampleReply();
  const converted = convert(bytes, "xlsx", "xlsx");
  expect(rowsOf(await check(converted, "tra-loi.xlsx"))).toEqual(rowsOf(sent));
  const { sheets } = await readXlsx(converted, { readStyles: true });
  for (const { name, comments = [], validations } of spec.sheets) {
    const found = commentsOf(sheets, name);
    expect([...found.keys()].sort()).toEqual(comments.map(({ row, column }) => `${row},${column}`).sort());
    for (const { row, column, text } of comments) {
      expect(found.get(`${row},${column}`)?.replace(/\s+/g, " ")).toContain(text.replace(/\s+/g, " "));
    }
    const restricting = validations.filter(({ rule }) => rule.kind !== "any").length;
    const kept = sheets.find((sheet) => sheet.name === name)?.dataValidations ?? [];
    expect(kept.length).toBeGreaterThanOrEqual(restricting);
  }
  const asOds = await check(convert(bytes, "xlsx", "ods"), "tra-loi.ods");
  expect(rowsOf(asOds)).toEqual(rowsOf(sent));
});
