import { describeExcelError, drawWorkbook, readOpenWorkbook } from "../../../src/excel";
import type { Grid } from "../../../src/domain/grid";
import { plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";

const running = useExcel({ workbookName: "Hạ Lang.xlsx" });

async function onSheet1(work: (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Sheet1"), context.workbook);
    await context.sync();
  });
}

async function readSheet(name = "Sheet1"): Promise<Grid> {
  const grid = (await readOpenWorkbook()).sheets.find(({ sheet }) => sheet === name);
  if (!grid) throw new Error(`No sheet ${name}`);
  return grid;
}

test("an empty workbook: its name and an empty grid", async () => {
  expect(await readOpenWorkbook()).toEqual({
    file: "Hạ Lang.xlsx",
    format: "excel",
    sheets: [
      {
        sheet: "Sheet1",
        top: 0,
        left: 0,
        values: [],
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        hidden: false,
      },
    ],
    properties: {},
    modified: null,
    sha256: null,
  });
});

test("numbers, texts, booleans, dates, times, errors and empty cells", async () => {
  await onSheet1((sheet) => {
    const range = sheet.getRange("B3:J3");
    range.numberFormat = [
      ["General", "@", "General", "dd/mm/yyyy", "d/m/yyyy h:mm", "h:mm", "General", "0.0", "dd/mm/yyyy"],
    ];
    range.values = [[1.5, "0123", true, 44372, 44372.75, 0.5, "", 44372, 60]];
    sheet.getRange("B4:C4").formulas = [["=1/0", "=B3*2"]];
  });
  await running.excel.settle();
  expect(await readSheet()).toMatchObject({
    top: 2,
    left: 1,
    values: [
      [
        1.5,
        "0123",
        true,
        { kind: "date", iso: "2021-06-25" },
        { kind: "date", iso: "2021-06-25" },
        0.5,
        null,
        44372,
        60, // 29/02/1900, which never was
      ],
      [{ kind: "error", code: "#DIV/0!" }, 3, null, null, null, null, null, null, null],
    ],
  });
});

test("what a user types is read as Excel understood it", async () => {
  await running.excel.userEdit("Sheet1", "A1", [["20/5/2023", "02-KH/HU", "50.000.000", "8/2022"]]);
  const [row] = (await readSheet()).values;
  expect(row?.slice(0, 3)).toEqual([{ kind: "date", iso: "2023-05-20" }, "02-KH/HU", 50_000_000]);
  expect(row?.[3]).toEqual({ kind: "date", iso: "2022-08-01" });
});

test("merges, hidden rows and columns, hidden and very hidden sheets", async () => {
  await onSheet1((sheet, workbook) => {
    sheet.getRange("A1:D4").values = Array.from({ length: 4 }, (_, row) => [row, row, row, row]);
    sheet.getRange("A1:B1").merge();
    sheet.getRange("C2:D3").merge();
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("D:D").columnHidden = true;
    const hidden = workbook.worksheets.add("Ẩn");
    hidden.getRange("A1").values = [["x"]];
    hidden.visibility = "Hidden";
    workbook.worksheets.add("Rất ẩn").visibility = "VeryHidden";
  });
  expect(await readSheet()).toMatchObject({
    merges: [
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 2, bottom: 2, right: 3 },
    ],
    hiddenRows: [1, 2],
    hiddenColumns: [3],
    hidden: false,
  });
  expect(await readSheet("Ẩn")).toMatchObject({ values: [["x"]], hidden: true });
  expect(await readSheet("Rất ẩn")).toMatchObject({ values: [], hidden: true });
});

test("more merged areas than Excel tells at once", async () => {
  const rows = 700;
  await onSheet1((sheet) => {
    sheet.getRange(`A1:C${rows}`).values = Array.from({ length: rows }, (_, row) => [row, "", "x"]);
    for (let row = 1; row <= rows; row += 1) sheet.getRange(`A${row}:B${row}`).merge();
  });
  const { merges } = await readSheet();
  const expected = Array.from({ length: rows }, (_, row) => ({ top: row, left: 0, bottom: row, right: 1 }));
  expect([...merges].sort((one, other) => one.top - other.top)).toEqual(expected);
});

test("custom properties are texts", async () => {
  await onSheet1((_sheet, workbook) => {
    workbook.properties.custom.add("BieuSu.Unit", "ha-lang");
    workbook.properties.custom.add("Số", 5);
  });
  expect((await readOpenWorkbook()).properties).toEqual({ "BieuSu.Unit": "ha-lang", Số: "5" });
});

test("several small sheets take four syncs", async () => {
  await drawWorkbook(plainWorkbook("Một", [["a"]]), { existing: "keep" });
  await drawWorkbook(plainWorkbook("Hai", [["b", 2]]), { existing: "keep" });
  await running.excel.settle();
  const { counters } = running.excel;
  counters.reset();
  const { sheets } = await readOpenWorkbook();
  expect(sheets.map(({ values }) => values)).toEqual([[], [["a"]], [["b", 2]]]);
  const reading = counters.syncs;
  await running.excel.settle();
  // A fifth request lets go of the ranges, after the answer.
  expect(reading).toBeLessThanOrEqual(5);
  expect(counters.trackedObjects()).toBe(0);
});

test("a sheet of 10.000 × 8 cells is read in a few responses below 4 MB", async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [
    row,
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    `${row}-KH/HU`,
  ]);
  await drawWorkbook(plainWorkbook("Lớn", rows), { existing: "keep" });
  const { counters } = running.excel;
  counters.reset();
  const grid = await readSheet("Lớn");
  expect(grid.values).toEqual(rows);
  expect(counters.syncs).toBeLessThanOrEqual(3 + 4 + 1);
  expect(counters.largestResponse).toBeLessThan(4_000_000);
});

test.each(["XFD1048576", "XFD200", "C1048576"])(
  "a stray cell %s is told of: what lies before it is not read",
  async (cell) => {
    const name = (await readOpenWorkbook()).sheets[0]!.sheet;
    await running.excel.userEdit(name, "A1", "TT");
    await running.excel.userEdit(name, cell, "x");
    running.excel.counters.reset();
    const failure = await readOpenWorkbook().catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({
      kind: "far",
      places: [{ sheet: name, address: cell }],
    });
    expect(running.excel.counters.syncs).toBeLessThanOrEqual(2);
  }
);

test("Excel's own error comes through", async () => {
  running.excel.faults.next({ kind: "error", code: "InvalidOperationInCellEditMode" });
  await expect(readOpenWorkbook()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
});
