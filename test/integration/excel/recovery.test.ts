/** A record larger than a request and than a response; print setup; recovering what was never whole. */
import {
  describeExcelError,
  drawWorkbook,
  dropRecovery,
  findRecovery,
  readOpenWorkbook,
  recover,
  RECOVERY_SHEET,
} from "../../../src/excel";
import { RESPONSE_CELLS } from "../../../src/excel/chunks";
import { plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";
import { workbookState } from "./workbookState";

const running = useExcel();

const title = "Lịch sử Đảng bộ xã “An Lạc” 😀 giai đoạn 1930 - 2020. ".repeat(30);
const MANY = Array.from({ length: 3_500 }, (_, row) => [row, `${row} ${title}`, row % 2 === 0]);

test("a record of several megabytes is kept, read and used in requests below 4 MB", async () => {
  expect(MANY.length * 3).toBeLessThan(RESPONSE_CELLS);
  await drawWorkbook(plainWorkbook("Lớn", MANY), { existing: "keep" });
  const before = (await readOpenWorkbook()).sheets;
  const { excel } = running;
  const small = plainWorkbook("Lớn", [["nhỏ"]]);
  excel.counters.reset();
  await drawWorkbook(small, { existing: "replace" });
  const withoutRecord = excel.counters.syncs;
  await drawWorkbook(plainWorkbook("Lớn", MANY), { existing: "replace" });
  excel.counters.reset();
  for (let request = withoutRecord + 2; request < withoutRecord + 30; request += 1) {
    excel.faults.at(request, { kind: "connectionLost", carriedOut: false });
  }
  await expect(drawWorkbook(small, { existing: "replace", recoverable: true })).rejects.toThrow();
  excel.faults.clear();
  expect(excel.counters.largestRequest).toBeLessThan(4_000_000);
  expect(await findRecovery()).toEqual({ restored: ["Lớn"], removed: [] });
  await recover();
  expect(excel.counters.largestRequest).toBeLessThan(4_000_000);
  expect((await readOpenWorkbook()).sheets).toEqual(before);
});

test("a record that was being written when Excel stopped is no more than removed", async () => {
  await drawWorkbook(plainWorkbook("A", [["của tôi"]]), { existing: "keep" });
  const before = await workbookState();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`${RECOVERY_SHEET}.DangGhi`);
    sheet.getRange("A1").values = [["|1"]];
    sheet.visibility = "VeryHidden";
    await context.sync();
  });
  expect(await findRecovery()).toEqual({ restored: [], removed: [] });
  await recover();
  expect(await workbookState()).toEqual(before);
  expect(await findRecovery()).toBeNull();
});

test("a record that cannot be read is told of, and can be dropped", async () => {
  await drawWorkbook(plainWorkbook("A", [["của tôi"]]), { existing: "keep" });
  const before = await workbookState();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(RECOVERY_SHEET);
    sheet.getRange("A1:A2").values = [["|0"], ["|{}"]];
    sheet.visibility = "VeryHidden";
    await context.sync();
  });
  const failure = await findRecovery().catch((error: unknown) => error);
  expect(describeExcelError(failure)).toMatchObject({ kind: "record", retry: false });
  await dropRecovery();
  expect(await workbookState()).toEqual(before);
  expect(await findRecovery()).toBeNull();
});
