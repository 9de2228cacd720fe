import type { BootedExcel } from "./inProcess";
import { bootExcel } from "./inProcess";

let excel: BootedExcel;
beforeAll(async () => {
  excel = await bootExcel();
});
afterAll(() => excel.dispose());

test("a sheet is added once, with values that read back", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Biểu 02");
    sheet.load("name,id");
    await context.sync();
    const range = sheet.getRange("A1:C2");
    range.values = [
      ["Khóa", "Số", "Đúng"],
      ["a", 1, true],
    ];
    range.format.fill.color = "#DDEBF7";
    range.load("values,address,format/fill/color");
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    expect(sheet.name).toBe("Biểu 02");
    expect(count.value).toBe(2);
    expect(range.values).toEqual([
      ["Khóa", "Số", "Đúng"],
      ["a", 1, true],
    ]);
    expect(range.address).toBe("'Biểu 02'!A1:C2");
    expect(range.format.fill.color).toBe("#DDEBF7");
  });
});

test("formulas show their results in the next batch", async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Biểu 02");
    sheet.getRange("E1").formulas = [["=SUM(B1:B2)+1"]];
    await context.sync();
    const result = sheet.getRange("E1").load("values,formulas");
    await context.sync();
    expect(result.values).toEqual([[2]]);
    expect(result.formulas).toEqual([["=SUM(B1:B2)+1"]]);
  });
});
