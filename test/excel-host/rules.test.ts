/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-data-validation
describe("data validation", () => {
  test("rules, prompts and alerts read back", async () => {
    await excel.onSheet(async (sheet, context) => {
      const list = sheet.getRange("B2:B4").dataValidation;
      list.rule = { list: { inCellDropDown: true, source: "Đã xuất bản,Đang biên soạn" } };
      list.prompt = { showPrompt: true, title: "Giai đoạn", message: "Chọn một mục" };
      list.errorAlert = {
        showAlert: true,
        style: "Warning",
        title: "Sai",
        message: "Không có trong danh mục",
      };
      list.ignoreBlanks = false;
      const date = sheet.getRange("C2:C4").dataValidation;
      date.rule = { date: { formula1: "2021-01-01", formula2: "2030-12-31", operator: "Between" } };
      const custom = sheet.getRange("D2:D4").dataValidation;
      custom.rule = { custom: { formula: "=LEN(D2)>3" } };
      list.load("rule,type,prompt,errorAlert,ignoreBlanks");
      date.load("rule,type");
      custom.load("rule,type");
      const none = sheet.getRange("F1").dataValidation.load("type,rule");
      const mixed = sheet.getRange("B2:C4").dataValidation.load("type,rule");
      await context.sync();
      expect(list).toMatchObject({
        type: "List",
        rule: { list: { inCellDropDown: true, source: "Đã xuất bản,Đang biên soạn" } },
        prompt: { showPrompt: true, title: "Giai đoạn", message: "Chọn một mục" },
        errorAlert: { showAlert: true, style: "Warning", title: "Sai", message: "Không có trong danh mục" },
        ignoreBlanks: false,
      });
      expect(date).toMatchObject({
        type: "Date",
        rule: { date: { formula1: "2021-01-01", formula2: "2030-12-31", operator: "Between" } },
      });
      expect(custom).toMatchObject({ type: "Custom", rule: { custom: { formula: "=LEN(D2)>3" } } });
      expect(none.type).toBe("None");
      expect([mixed.type, mixed.rule]).toEqual(["Inconsistent", null]);
    });
  });

  test("a part of an area can get another rule, or none", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A10").dataValidation.rule = {
        wholeNumber: { formula1: 0, formula2: 100, operator: "Between" },
      };
      sheet.getRange("A4:A5").dataValidation.clear();
      const top = sheet.getRange("A1:A3").dataValidation.load("type");
      const middle = sheet.getRange("A4:A5").dataValidation.load("type");
      const bottom = sheet.getRange("A6:A10").dataValidation.load("type");
      await context.sync();
      expect([top.type, middle.type, bottom.type]).toEqual(["WholeNumber", "None", "WholeNumber"]);
      sheet.getRange("1:2").insert("Down");
      const moved = sheet.getRange("A3:A5").dataValidation.load("type");
      const free = sheet.getRange("A1:A2").dataValidation.load("type");
      await context.sync();
      expect([moved.type, free.type]).toEqual(["WholeNumber", "None"]);
    });
  });

  test("the engine shows the rules", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: sheet.getRange("C1:C3") },
      };
      const rule = sheet.getRange("A1").dataValidation.load("rule");
      await context.sync();
      expect(rule.rule).toMatchObject({
        list: { source: expect.stringMatching(/^='Test \d+'!\$C\$1:\$C\$3$/) },
      });
    });
  });

  test.each([
    [
      "a list that is too long",
      { list: { inCellDropDown: true, source: "x".repeat(256) } },
      "InvalidArgument",
    ],
    ["two kinds at once", { list: { source: "a" }, custom: { formula: "=TRUE" } }, "InvalidArgument"],
    ["a bound that is missing", { wholeNumber: { formula1: 1, operator: "Between" } }, "InvalidArgument"],
    ["an unknown kind", { chuso: { formula: "=A1" } }, "ApiNotFound"],
  ])("%s is refused", async (_, rule, code) => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1").dataValidation.rule = rule as Excel.DataValidationRule;
      await context.sync();
    });
    expect(failure.code).toBe(code);
  });
});

describe("conditional formats", () => {
  test("custom, cell value and data bar read back", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A2:A9");
      const custom = range.conditionalFormats.add("Custom");
      custom.custom.rule.formula = '=$B2="sai"';
      custom.custom.format.fill.color = "#FFC7CE";
      custom.custom.format.font.color = "#9C0006";
      const value = range.conditionalFormats.add("CellValue");
      value.cellValue.rule = { formula1: "=15", operator: "GreaterThan" };
      value.cellValue.format.font.bold = true;
      const bar = sheet.getRange("C2:C9").conditionalFormats.add("DataBar");
      bar.dataBar.positiveFormat.fillColor = "#638EC6";
      bar.dataBar.positiveFormat.gradientFill = false;
      bar.dataBar.lowerBoundRule = { type: "Number", formula: "0" };
      bar.dataBar.upperBoundRule = { type: "Number", formula: "100" };
      await context.sync();
      const formats = range.conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
      await context.sync();
      expect(formats.items.map(({ type }) => type)).toEqual(["CellValue", "Custom"]);
      const [first, second] = formats.items;
      first?.cellValue.load("rule");
      second?.custom.rule.load("formula");
      second?.custom.format.fill.load("color");
      bar.dataBar.load("lowerBoundRule,upperBoundRule,positiveFormat/fillColor,positiveFormat/gradientFill");
      const none = second?.dataBarOrNullObject;
      none?.load("isNullObject");
      await context.sync();
      expect(first?.cellValue.rule).toEqual({ formula1: "=15", operator: "GreaterThan" });
      expect(second?.custom.rule.formula).toBe('=$B2="sai"');
      expect(second?.custom.format.fill.color).toBe("#FFC7CE");
      expect(bar.dataBar.upperBoundRule).toEqual({ type: "Number", formula: "100" });
      expect(bar.dataBar.positiveFormat).toMatchObject({ fillColor: "#638EC6", gradientFill: false });
      expect(none?.isNullObject).toBe(true);
    });
  });

  test("clearing takes them off some cells only", async () => {
    await excel.onSheet(async (sheet, context) => {
      const format = sheet.getRange("A1:A10").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=A1>0";
      await context.sync();
      sheet.getRange("A1:A5").conditionalFormats.clearAll();
      const cleared = sheet.getRange("A1:A5").conditionalFormats.getCount();
      const kept = sheet.getRange("A6:A10").conditionalFormats.getCount();
      const range = format.getRange().load("address");
      await context.sync();
      expect([cleared.value, kept.value]).toEqual([0, 1]);
      expect(range.address).toMatch(/!A6:A10$/);
      format.delete();
      const left = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    });
  });

  test("a kind that Excel does not know is refused by name", async () => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("Sparkline" as "Custom");
      await context.sync();
    });
    expect(failure.code).toBe("ApiNotFound");
    expect(failure.message).toContain("Sparkline");
  });
});
