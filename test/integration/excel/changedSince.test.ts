/** What somebody has written into drawn sheets is found before it would be lost. */
import { besideTables } from "../../../src/domain/merge/besideTables";
import { unreadRows } from "../../../src/domain/merge/unreadRows";
import { computeProgress } from "../../../src/domain/progress/progress";
import { changedSince, drawWorkbook, readOpenWorkbook } from "../../../src/excel";
import { besideSheets } from "../../../src/layout/besideSheets";
import { mergedWorkbook } from "../../../src/layout/merged";
import type { SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02 as scheme } from "../../../src/schemes";
import { sampleState } from "../../unit/layout/sampleState";
import { useExcel } from "./useExcel";

const running = useExcel();
const round = scheme.round("khao-sat-2023")!;
/** The client's own last request, in which it lets go of its proxies. */
const CLOSING = 1;

const template = templateWorkbook({ scheme, unit: null, round, bodyRows: 3 });

function merged(asOf = "2023-06-30"): WorkbookSpec {
  const state = sampleState();
  const figures = computeProgress(state, { scheme, asOf });
  return mergedWorkbook({ state, scheme, round, figures, asOf });
}

async function draw(spec: WorkbookSpec): Promise<readonly SheetSpec[]> {
  await drawWorkbook(spec, { existing: "replace" });
  await running.excel.settle();
  return spec.sheets;
}

const changed = (sheets: readonly SheetSpec[]) =>
  changedSince(sheets.map((sheet) => ({ name: sheet.name, versions: [sheet] })));

test("the blank forms are as they were drawn, which takes few requests to see", async () => {
  const sheets = await draw(template);
  running.excel.counters.reset();
  expect(await changed(sheets)).toEqual([]);
  expect(running.excel.counters.syncs).toBeLessThanOrEqual(2 + CLOSING);
});

test("what is typed into the table and beside it is found", async () => {
  const sheets = await draw(template);
  await running.excel.userEdit("Biểu 01", "B6", "12-KH/HU");
  await running.excel.userEdit("Biểu 01", "C6", "25/6/2021");
  await running.excel.userEdit("Biểu 02", "L20", "hỏi lại");
  await running.excel.userEdit("Biểu 01", "A2", "BIỂU KHÁC");
  expect(await changed(sheets)).toEqual([
    { sheet: "Biểu 01", address: "A2" },
    { sheet: "Biểu 01", address: "B6:C6" },
    { sheet: "Biểu 02", address: "L20" },
  ]);
});

test("the merged tables are; then a value in place of a formula is found, and a formula in place of a value", async () => {
  const sheets = await draw(merged());
  running.excel.counters.reset();
  expect(await changed(sheets)).toEqual([]);
  expect(running.excel.counters.syncs).toBeLessThanOrEqual(2 + CLOSING);
  const open = await readOpenWorkbook();
  expect([...besideTables(open, scheme), ...besideSheets(open, merged())]).toEqual([]);
  expect(unreadRows(open, scheme)).toEqual([]);
  await running.excel.userEdit("Tiến độ", "B6", "99");
  await running.excel.userEdit("Chỉ tiêu", "C6", "=1+1");
  expect(await changed(sheets)).toEqual([
    { sheet: "Tiến độ", address: "B6" },
    { sheet: "Chỉ tiêu", address: "C6" },
  ]);
});

test("nothing is lost with what was emptied, with sheets that are gone, or that were not drawn", async () => {
  const sheets = await draw(template);
  await running.excel.userEdit("Biểu 01", "A2", "");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Biểu 02").delete();
    await context.sync();
  });
  expect(await changed(sheets)).toEqual([]);
  expect(await changedSince([{ name: "Biểu 01", versions: [] }])).toEqual([]);
});

test("a sheet that holds an earlier drawing is as it was drawn", async () => {
  const [earlier] = await draw({ ...merged(), sheets: [merged().sheets[0]!] });
  const [later] = merged("2024-01-31").sheets;
  const versions = [later!, earlier!];
  expect(await changedSince([{ name: earlier!.name, versions }])).toEqual([]);
  expect(await changedSince([{ name: earlier!.name, versions: [later!] }])).not.toEqual([]);
});

test("a cell at the very end of the sheet is found without all that lies between", async () => {
  const sheets = await draw(template);
  await running.excel.userEdit("Biểu 01", "XFD1048576", "x");
  running.excel.counters.reset();
  expect(await changed(sheets)).toEqual([{ sheet: "Biểu 01", address: "XFD1048576" }]);
  expect(running.excel.counters.syncs).toBeLessThanOrEqual(1 + CLOSING);
});
