import {
  applyFix,
  applyFixes,
  ChangeError,
  describeExcelError,
  selectCell,
  undo,
  type CellFix,
} from "../../../src/excel";
import { useExcel } from "./useExcel";

const running = useExcel();

/** Value, formula and number format of cells of `Sheet1`. */
async function cells(address: string) {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("values,formulas,numberFormat");
    await context.sync();
    return { values: range.values, formulas: range.formulas, formats: range.numberFormat };
  });
}

async function given(address: string, values: unknown[][], formats: string[][]): Promise<void> {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.numberFormat = formats;
    range.values = values;
    await context.sync();
  });
}

describe("applyFix", () => {
  test.each(["02-KH/HU", "02-03", "0123", "=1+1", "-x", "@SUM(A1)", "25/6/2021", "TRUE"])(
    "the text %j stays exactly this text, whatever the cell's format",
    async (text) => {
      await given("A1:C1", [["cũ", "cũ", 3]], [["General", "@", "#,##0"]]);
      await applyFix("Sheet1", "A1", text);
      await applyFix("Sheet1", "B1", text);
      await applyFix("Sheet1", "C1", text);
      expect(await cells("A1:C1")).toEqual({
        values: [[text, text, text]],
        formulas: [[text, text, text]],
        formats: [["General", "@", "#,##0"]],
      });
    }
  );

  test("a date is a true date, in the cell's own date format or one that shows it", async () => {
    await given("A1:C1", [["25/6/21", "31/6/2021", "cũ"]], [["@", "General", "dd/mm/yyyy"]]);
    const value = { date: "2021-06-25" };
    await applyFixes(["A1", "B1", "C1"].map((address) => ({ sheet: "Sheet1", address, value })));
    expect(await cells("A1:C1")).toMatchObject({
      values: [[44372, 44372, 44372]],
      formats: [["d/m/yyyy", "d/m/yyyy", "dd/mm/yyyy"]],
    });
  });

  test("a number is a number, not a day and not a text", async () => {
    await given("A1:C1", [["50 triệu", "x", "y"]], [["@", "d/m/yyyy", '#,##0" đ"']]);
    await applyFixes(["A1", "B1", "C1"].map((address) => ({ sheet: "Sheet1", address, value: 50_000_000 })));
    expect(await cells("A1:C1")).toMatchObject({
      values: [[50_000_000, 50_000_000, 50_000_000]],
      formats: [["General", "General", '#,##0" đ"']],
    });
  });

  test("undo restores texts, formulas, empty cells and formats", async () => {
    await given("A1:D1", [["0123", 7, "", ""]], [["@", "0.0", "General", "General"]]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("D1").formulas = [["=B1*2"]];
      await context.sync();
    });
    await running.excel.settle();
    const before = await cells("A1:D1");
    const fixes: CellFix[] = ["A1", "B1", "C1", "D1"].map((address) => ({
      sheet: "Sheet1",
      address,
      value: { date: "2021-06-25" },
    }));
    const token = await applyFixes(fixes);
    expect((await cells("A1:D1")).values).toEqual([[44372, 44372, 44372, 44372]]);
    await undo(JSON.parse(JSON.stringify(token)) as typeof token);
    await running.excel.settle();
    expect(await cells("A1:D1")).toEqual(before);
  });

  test("hundreds of fixes take two syncs and one step of undo", async () => {
    const fixes = Array.from({ length: 300 }, (_, row) => ({
      sheet: "Sheet1",
      address: `A${row + 1}`,
      value: `0${row}-KH/HU`,
    }));
    const { counters } = running.excel;
    counters.reset();
    const token = await applyFixes(fixes);
    await running.excel.settle();
    expect(counters.syncs).toBeLessThanOrEqual(3);
    expect((await cells("A300")).values).toEqual([["0299-KH/HU"]]);
    await undo(token);
    expect((await cells("A1:A300")).values.flat().every((value) => value === "")).toBe(true);
  });
});

describe("failures", () => {
  async function protectAllBut(address: string, options = { allowFormatCells: true }): Promise<void> {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange(address).format.protection.locked = false;
      sheet.protection.protect(options);
      await context.sync();
    });
  }

  test("a locked cell refuses, and the cells written before it are as they were", async () => {
    await given("A1:A3", [["một"], ["hai"], ["ba"]], [["General"], ["General"], ["General"]]);
    await protectAllBut("A1:A2");
    const fixes = ["A1", "A2", "A3"].map((address) => ({ sheet: "Sheet1", address, value: "mới" }));
    const failure = await applyFixes(fixes).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ChangeError);
    expect(failure).toMatchObject({ undo: null });
    expect(describeExcelError(failure)).toEqual({ code: "AccessDenied", kind: "protected", retry: false });
    expect((await cells("A1:A3")).values).toEqual([["một"], ["hai"], ["ba"]]);
  });

  test("a protected sheet that forbids formatting still takes what needs no other format", async () => {
    await given("A1:B1", [["235- KH/BCĐ", 44372]], [["@", "d/m/yyyy"]]);
    await protectAllBut("A1:B1", { allowFormatCells: false });
    const token = await applyFixes([
      { sheet: "Sheet1", address: "A1", value: "235-KH/BCĐ" },
      { sheet: "Sheet1", address: "B1", value: { date: "2021-06-26" } },
    ]);
    expect((await cells("A1:B1")).values).toEqual([["235-KH/BCĐ", 44373]]);
    await undo(token);
    expect((await cells("A1:B1")).values).toEqual([["235- KH/BCĐ", 44372]]);
  });

  test("a sheet that is gone is missing", async () => {
    const failure = await applyFix("Không có", "A1", "x").catch((error: unknown) => error);
    expect(describeExcelError(failure)).toEqual({ code: "ItemNotFound", kind: "missing", retry: false });
  });

  test.each([
    ["InvalidOperationInCellEditMode", "cell-edit"],
    ["RequestAborted", "connection"],
    ["GeneralException", "other"],
  ])("%s while writing leaves the cell as it was and may be tried again", async (code, kind) => {
    await given("A1", [["cũ"]], [["General"]]);
    running.excel.faults.at(2, { kind: "error", code, afterActions: 8 });
    const failure = await applyFix("Sheet1", "A1", "mới").catch((error: unknown) => error);
    expect(describeExcelError(failure)).toEqual({ code, kind, retry: true });
    expect((await cells("A1")).values).toEqual([["cũ"]]);
    await applyFix("Sheet1", "A1", "mới");
    expect((await cells("A1")).values).toEqual([["mới"]]);
  });

  test("a connection that is lost after the cell was written is taken back", async () => {
    await given("A1", [["cũ"]], [["General"]]);
    running.excel.faults.at(2, { kind: "connectionLost", carriedOut: true });
    const failure = await applyFix("Sheet1", "A1", "mới").catch((error: unknown) => error);
    expect(failure).toMatchObject({ undo: null });
    expect((await cells("A1")).values).toEqual([["cũ"]]);
  });
});

describe("selectCell", () => {
  test("brings the sheet to the front and selects the cell, in one sync", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Biểu 02");
      await context.sync();
    });
    const { counters } = running.excel;
    counters.reset();
    await selectCell("Biểu 02", "C7");
    expect(counters.syncs).toBeLessThanOrEqual(2);
    await Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange().load("address");
      await context.sync();
      expect(selected.address).toBe("'Biểu 02'!C7");
    });
  });

  test("a sheet that is gone is missing", async () => {
    const failure = await selectCell("Không có", "A1").catch((error: unknown) => error);
    expect(describeExcelError(failure).kind).toBe("missing");
  });
});
