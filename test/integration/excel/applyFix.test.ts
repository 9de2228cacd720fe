import {
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

/** A correction of a cell of `Sheet1` that held this when it was checked. */
const fixOf = (address: string, checked: CellFix["checked"], value: CellFix["value"]): CellFix => ({
  sheet: "Sheet1",
  address,
  checked,
  value,
});
const day = (iso: string) => ({ kind: "date", iso }) as const;

describe("applyFixes", () => {
  test.each(["02-KH/HU", "02-03", "0123", "=1+1", "-x", "@SUM(A1)", "25/6/2021", "TRUE"])(
    "the text %j stays exactly this text, whatever the cell's format",
    async (text) => {
      await given("A1:C1", [["cũ", "cũ", 3]], [["General", "@", "#,##0"]]);
      const before = await cells("A1:C1");
      await applyFixes([fixOf("A1", "cũ", text)]);
      const token = await applyFixes([fixOf("B1", "cũ", text), fixOf("C1", 3, text)]);
      expect(await cells("A1:C1")).toEqual({
        values: [[text, text, text]],
        formulas: [[text, text, text]],
        formats: [["General", "@", "#,##0"]],
      });
      await undo(token);
      expect((await cells("B1:C1")).values[0]).toEqual(before.values[0]?.slice(1));
    }
  );

  test("a date is a true date, in the cell's own date format or one that shows it", async () => {
    await given("A1:C1", [["25/6/21", "31/6/2021", "cũ"]], [["@", "General", "dd/mm/yyyy"]]);
    const value = { date: "2021-06-25" };
    await applyFixes([
      fixOf("A1", "25/6/21", value),
      fixOf("B1", "31/6/2021", value),
      fixOf("C1", "cũ", value),
    ]);
    expect(await cells("A1:C1")).toMatchObject({
      values: [[44372, 44372, 44372]],
      formats: [["d/m/yyyy", "d/m/yyyy", "dd/mm/yyyy"]],
    });
  });

  test("a number is a number, not a day and not a text", async () => {
    await given("A1:C1", [["50 triệu", "x", "y"]], [["@", "d/m/yyyy", '#,##0" đ"']]);
    await applyFixes([
      fixOf("A1", "50 triệu", 50_000_000),
      fixOf("B1", "x", 50_000_000),
      fixOf("C1", "y", 50_000_000),
    ]);
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
    const value = { date: "2021-06-25" };
    const fixes = [
      fixOf("A1", "0123", value),
      fixOf("B1", 7, value),
      fixOf("C1", null, value),
      fixOf("D1", 14, value),
    ];
    const token = await applyFixes(fixes);
    expect((await cells("A1:D1")).values).toEqual([[44372, 44372, 44372, 44372]]);
    await undo(JSON.parse(JSON.stringify(token)) as typeof token);
    await running.excel.settle();
    expect(await cells("A1:D1")).toEqual(before);
  });

  test("hundreds of fixes take two syncs and one step of undo", async () => {
    const fixes = Array.from({ length: 300 }, (_, row) => fixOf(`A${row + 1}`, null, `0${row}-KH/HU`));
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

describe("cells that have changed", () => {
  async function putRowAbove(): Promise<void> {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down");
      await context.sync();
    });
  }
  const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

  test("a cell that no longer holds what was checked is not corrected, nor is any other", async () => {
    await given("A2:B2", [["12 - KH/HU", "45 - CV/HU"]], [["@", "@"]]);
    await putRowAbove();
    await given("A2:B2", [["99-QĐ/TU", "45 - CV/HU"]], [["@", "@"]]);
    const { counters } = running.excel;
    counters.reset();
    const fixes = [fixOf("A2", "12 - KH/HU", "12-KH/HU"), fixOf("B2", "45 - CV/HU", "45-CV/HU")];
    const failure = await failureOf(applyFixes(fixes));
    expect(describeExcelError(failure)).toEqual({
      code: "CheckedChanged",
      kind: "stale",
      places: [{ sheet: "Sheet1", address: "A2" }],
      retry: false,
    });
    expect(counters.syncs).toBeLessThanOrEqual(2);
    expect((await cells("A2:B3")).values).toEqual([
      ["99-QĐ/TU", "45 - CV/HU"],
      ["12 - KH/HU", "45 - CV/HU"],
    ]);
  });

  test.each<[string, unknown, string, CellFix["checked"]]>([
    ["a day that is shown as a number", 44372, "General", day("2021-06-25")],
    ["a number that has become text", "5", "@", 5],
    ["an empty cell", "", "General", "5"],
  ])("%s is another value", async (_name, value, format, checked) => {
    await given("A1", [[value]], [[format]]);
    const failure = await failureOf(applyFixes([fixOf("A1", checked, "x")]));
    expect(describeExcelError(failure).kind).toBe("stale");
  });

  test("what stands now where a correction was made is not overwritten by taking it back", async () => {
    await given("A1:B1", [["12 - KH/HU", 44372]], [["@", "d/m/yyyy"]]);
    const token = await applyFixes([
      fixOf("A1", "12 - KH/HU", "12-KH/HU"),
      fixOf("B1", day("2021-06-25"), { date: "2021-06-26" }),
    ]);
    await putRowAbove();
    await given("A1", [["99-QĐ/TU"]], [["@"]]);
    const failure = await failureOf(undo(token));
    expect(describeExcelError(failure)).toMatchObject({
      code: "WrittenChanged",
      kind: "changed",
      places: [
        { sheet: "Sheet1", address: "A1" },
        { sheet: "Sheet1", address: "B1" },
      ],
    });
    expect((await cells("A1:B2")).values).toEqual([
      ["99-QĐ/TU", ""],
      ["12-KH/HU", 44373],
    ]);
  });

  test("a correction of which the user has taken back a part can be taken back, as often as one likes", async () => {
    await given("A1:B1", [["12 - KH/HU", "'0123"]], [["@", "General"]]);
    const before = await cells("A1:B1");
    const token = await applyFixes([fixOf("A1", "12 - KH/HU", "12-KH/HU"), fixOf("B1", "0123", "'0124")]);
    await given("A1", [["12 - KH/HU"]], [["@"]]);
    await undo(token);
    await undo(token);
    expect((await cells("A1:B1")).values).toEqual(before.values);
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
    const fixes = [fixOf("A1", "một", "mới"), fixOf("A2", "hai", "mới"), fixOf("A3", "ba", "mới")];
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
      fixOf("A1", "235- KH/BCĐ", "235-KH/BCĐ"),
      fixOf("B1", day("2021-06-25"), { date: "2021-06-26" }),
    ]);
    expect((await cells("A1:B1")).values).toEqual([["235-KH/BCĐ", 44373]]);
    await undo(token);
    expect((await cells("A1:B1")).values).toEqual([["235- KH/BCĐ", 44372]]);
  });

  test("a sheet that is gone is missing", async () => {
    const failure = await applyFixes([{ ...fixOf("A1", null, "x"), sheet: "Không có" }]).catch(
      (error: unknown) => error
    );
    expect(describeExcelError(failure)).toEqual({ code: "ItemNotFound", kind: "missing", retry: false });
  });

  test.each([
    ["InvalidOperationInCellEditMode", "cell-edit"],
    ["RequestAborted", "connection"],
    ["GeneralException", "other"],
  ])("%s while writing leaves the cell as it was and may be tried again", async (code, kind) => {
    await given("A1", [["cũ"]], [["General"]]);
    running.excel.faults.at(2, { kind: "error", code, afterActions: 8 });
    const failure = await applyFixes([fixOf("A1", "cũ", "mới")]).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toEqual({ code, kind, retry: true });
    expect((await cells("A1")).values).toEqual([["cũ"]]);
    await applyFixes([fixOf("A1", "cũ", "mới")]);
    expect((await cells("A1")).values).toEqual([["mới"]]);
  });

  test("a connection that is lost after the cell was written is taken back", async () => {
    await given("A1", [["cũ"]], [["General"]]);
    running.excel.faults.at(2, { kind: "connectionLost", carriedOut: true });
    const failure = await applyFixes([fixOf("A1", "cũ", "mới")]).catch((error: unknown) => error);
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
