/** What the Excel host saves means the same to a program that is not ours. */
import { readXlsx } from "hucre/xlsx";
import { bootExcel } from "../../excel-host/inProcess";
import { convert, testWithLibreOffice } from "./libreOffice";

const toDispose: (() => void)[] = [];

afterAll(() => toDispose.forEach((dispose) => dispose()));

testWithLibreOffice("LibreOffice opens what the host saves, with all that it knows of it", async () => {
  const excel = await bootExcel({ sheetName: "Biểu 02" });
  toDispose.push(() => excel.dispose());
  await excel.Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem("Biểu 02");
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A1").values = [["Lịch sử Đảng bộ xã Đàm Thủy"]];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("A2:C4").values = [
      ["Xã", "Số trang", "Ngày"],
      ["An Lạc", 120, "20/5/2023"],
      ["Đức Long", 80, "03/2/1930"],
    ];
    sheet.tables.add("A2:C4", true).name = "BangSach";
    sheet.getRange("E1").formulas = [["=SUM(BangSach[Số trang])"]];
    sheet.getRange("E2").formulas = [['=IFNA(XLOOKUP("An Lạc",A3:A4,B3:B4),0)']];
    sheet.getRange("E3").formulas = [["=1/0"]];
    sheet.getRange("B3:B4").dataValidation.rule = {
      wholeNumber: { formula1: 1, formula2: 999, operator: "Between" },
    };
    sheet.getRange("B3:B4").dataValidation.prompt = {
      showPrompt: true,
      title: "Số trang",
      message: "Số nguyên",
    };
    const format = sheet.getRange("B3:B4").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=B3<100";
    format.custom.format.fill.color = "#FFC7CE";
    sheet.getRange("B3:B4").format.protection.locked = false;
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.setPrintArea("A1:E4");
    sheet.comments.add("B4", "Xem lại");
    sheet.protection.protect();
    workbook.names.add("DiaBan", sheet.getRange("A3:A4"));
    workbook.properties.title = "Thử";
    workbook.properties.custom.add("bieu-su.unit", "ha-lang");
    workbook.settings.add("don-vi", "ha-lang");
    workbook.worksheets.add("Ẩn").visibility = "Hidden";
    await context.sync();
  });
  const saved = await excel.save();

  const {
    sheets,
    namedRanges = [],
    properties,
  } = await readXlsx(convert(saved, "xlsx", "xlsx"), {
    readStyles: true,
  });
  const [sheet] = sheets;
  expect(sheets.map(({ name, hidden }) => [name, hidden === true])).toEqual([
    ["Biểu 02", false],
    ["Ẩn", true],
  ]);
  expect(sheet?.rows.slice(0, 4).map((row) => row.slice(0, 2))).toEqual([
    ["Lịch sử Đảng bộ xã Đàm Thủy", null],
    ["Xã", "Số trang"],
    ["An Lạc", 120],
    ["Đức Long", 80],
  ]);
  expect(sheet?.rows.map((row) => row[4])).toEqual([200, 120, "#DIV/0!", null]);
  expect(sheet?.rows[2]?.[2]).toEqual(new Date("2023-05-20T00:00:00Z"));
  expect(sheet?.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }]);
  expect(sheet?.cells?.get("0,0")?.style?.font?.bold).toBe(true);
  expect(sheet?.cells?.get("2,1")?.style?.protection?.locked).toBe(false);
  expect(sheet?.protection?.sheet).toBe(true);
  expect(sheet?.dataValidations).toMatchObject([
    { type: "whole", range: "B3:B4", inputMessage: "Số nguyên" },
  ]);
  expect(sheet?.conditionalRules).toMatchObject([{ type: "expression", formula: "B3<100", range: "B3:B4" }]);
  expect(sheet?.tables).toMatchObject([{ name: "BangSach", range: "A2:C4" }]);
  expect(sheet?.pageSetup).toMatchObject({ orientation: "landscape", printArea: "$A$1:$E$4" });
  expect(sheet?.cells?.get("3,1")?.comment?.text).toContain("Xem lại");
  expect(namedRanges).toMatchObject([{ name: "DiaBan" }]);
  expect(properties).toMatchObject({ title: "Thử", custom: { "bieu-su.unit": "ha-lang" } });
});
