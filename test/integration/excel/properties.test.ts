import { ChangeError, describeExcelError, readSigns, undo, writeProperties } from "../../../src/excel";
import { useExcel } from "./useExcel";

const running = useExcel();

const properties = async () => (await readSigns()).properties;

test("the signs of a workbook are names of sheets, hidden ones too, and properties, in one sync", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Biểu 01").visibility = "VeryHidden";
    context.workbook.worksheets.add("BieuSu.KhoiPhuc");
    context.workbook.properties.custom.add("BieuSu.Unit", "ha-lang");
    context.workbook.properties.custom.add("Năm", 2026);
    await context.sync();
  });
  const { counters } = running.excel;
  await running.excel.settle();
  counters.reset();
  expect(await readSigns()).toEqual({
    sheets: ["Sheet1", "Biểu 01"],
    properties: { "BieuSu.Unit": "ha-lang", Năm: "2026" },
  });
  expect(counters.syncs).toBe(1);
});

test("properties are written in two syncs and taken back: old values return, new ones go", async () => {
  await writeProperties({ "BieuSu.Unit": "hoa-an", Khac: "1" });
  const { counters } = running.excel;
  await running.excel.settle();
  counters.reset();
  const token = await writeProperties({ "BieuSu.Unit": "ha-lang", "BieuSu.Round": "khao-sat-2023" });
  expect(counters.syncs).toBe(2);
  expect(await properties()).toEqual({
    "BieuSu.Unit": "ha-lang",
    "BieuSu.Round": "khao-sat-2023",
    Khac: "1",
  });
  await undo(JSON.parse(JSON.stringify(token)) as typeof token);
  expect(await properties()).toEqual({ "BieuSu.Unit": "hoa-an", Khac: "1" });
  await undo(token);
  expect(await properties()).toEqual({ "BieuSu.Unit": "hoa-an", Khac: "1" });
});

test("while a cell is typed in nothing is written, and the next try works", async () => {
  running.excel.faults.at(2, { kind: "error", code: "InvalidOperationInCellEditMode" });
  const failure = await writeProperties({ A: "1" }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ChangeError);
  expect(failure).toMatchObject({ undo: null });
  expect(describeExcelError(failure)).toMatchObject({ kind: "cell-edit", retry: true });
  expect(await properties()).toEqual({});
  await writeProperties({ A: "1" });
  expect(await properties()).toEqual({ A: "1" });
});
