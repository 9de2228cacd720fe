/** What one call does with a whole range: copying, filling, kinds of cells, edges, duplicates, several areas. */
import { movedFormula } from "./model/relativeFormulas";
import { useExcel } from "./testing";

const excel = useExcel();

test.each([
  ["=A1+$B$2", 1, 2, "=C2+$B$2"],
  ["=SUM(B4:E4)", 3, 0, "=SUM(B7:E7)"],
  ["=IF(A1=\"A1\",LOG10(B1),'Q1 A1'!$C3)", 1, 1, "=IF(B2=\"A1\",LOG10(C2),'Q1 A1'!$C4)"],
  ["=A1", -1, 0, "=#REF!"],
  ["=Table1[A1]+B1_x", 1, 1, "=Table1[A1]+B1_x"],
])("%s goes %i down and %i right as %s", (formula, down, right, expected) => {
  expect(movedFormula(formula, down, right)).toBe(expected);
});

// https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-cut-copy-paste
test("a copy brings values, following formulas and looks; the destination takes the source's size", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C1").formulas = [[3, "x", "=A1*2"]];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("C1").format.fill.color = "LightGreen";
    sheet.getRange("E2").copyFrom("A1:C1");
    const copy = sheet.getRange("E2:G2").load("formulas,values");
    const bold = sheet.getRange("E2").format.font.load("bold");
    const fill = sheet.getRange("G2").format.fill.load("color");
    await context.sync();
    expect(copy.formulas).toEqual([[3, "x", "=E2*2"]]);
    expect(copy.values).toEqual([[3, "x", 6]]);
    expect([bold.bold, fill.color]).toEqual([true, "#90EE90"]);
  });
});

test("values, formats, blanks and transposition are copied as asked", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C1").formulas = [[3, "", "=A1*2"]];
    sheet.getRange("A1").format.font.italic = true;
    sheet.getRange("A3:C3").values = [["old", "old", "old"]];
    sheet.getRange("A3").copyFrom("A1:C1", "Values", true);
    sheet.getRange("A5").copyFrom(sheet.getRange("A1:C1"), "Values", false, true);
    sheet.getRange("E1:E3").copyFrom("A1", "Formats");
    const plain = sheet.getRange("A3:C3").load("formulas");
    const turned = sheet.getRange("A5:A7").load("values");
    const looks = sheet.getRange("E1:E3").load("values,format/font/italic");
    const unlike = sheet.getRange("A3").format.font.load("italic");
    await context.sync();
    expect(plain.formulas).toEqual([[3, "old", 6]]);
    expect(turned.values).toEqual([[3], [""], [6]]);
    expect([looks.values, looks.format.font.italic]).toEqual([[[""], [""], [""]], true]);
    expect(unlike.italic).toBe(false);
  });
});

test("merged areas and validation go with a copy", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").merge();
    sheet.getRange("C1").dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
    sheet.getRange("A4").copyFrom("A1:C1");
    const merged = sheet.getRange("A4:C4").getMergedAreasOrNullObject().load("address");
    const validation = sheet.getRange("C4").dataValidation.load("type");
    await context.sync();
    expect(merged.address).toMatch(/!A4:B4$/);
    expect(validation.type).toBe("WholeNumber");
  });
});

test("filling repeats formulas that follow; what would be a series is refused by name", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    sheet.getRange("C1").formulas = [["=SUM(A1:B1)"]];
    sheet.getRange("C1").autoFill("C1:C3", "FillValues");
    const filled = sheet.getRange("C1:C3").load("values");
    await context.sync();
    expect(filled.values).toEqual([[3], [7], [11]]);
  });
  const failed = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("A1:A2").autoFill("A1:A4");
    await context.sync();
  });
  expect(failed).toMatchObject({ code: "ApiNotFound", location: "Range.autoFill(FillDefault)" });
});

test("cells of a kind are found as areas", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C2").formulas = [
      [1, "=A1", ""],
      ["text", "=A2", "=1/0"],
    ];
    const range = sheet.getRange("A1:C2");
    const formulas = range.getSpecialCells("Formulas").load("address,areaCount");
    const errors = range.getSpecialCells("Formulas", "Errors").load("address");
    const blanks = range.getSpecialCells("Blanks").load("address");
    const numbers = range.getSpecialCellsOrNullObject("Constants", "Logical").load("address");
    await context.sync();
    expect(formulas.address).toMatch(/!B1,.*!B2:C2$/);
    expect(errors.address).toMatch(/!C2$/);
    expect(blanks.address).toMatch(/!C1$/);
    expect(numbers.isNullObject).toBe(true);
  });
});

test("edges are where Ctrl and an arrow lead", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("B2:D4").values = 1 as unknown as number[][];
    const right = sheet.getRange("B3").getRangeEdge("Right").load("address");
    const into = sheet.getRange("A2").getRangeEdge("Right").load("address");
    const end = sheet.getRange("D4").getRangeEdge("Down").load("address");
    const extended = sheet.getRange("B2").getExtendedRange("Down").load("address");
    await context.sync();
    expect([right, into, end, extended].map(({ address }) => address.split("!")[1])).toEqual([
      "D3",
      "B2",
      "D1048576",
      "B2:B4",
    ]);
  });
});

test("later rows with the same key go, and the next ones move up", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B4").values = [
      ["Name", "n"],
      ["an", 1],
      ["AN", 2],
      ["bình", 3],
    ];
    const result = sheet.getRange("A1:B4").removeDuplicates([0], true).load("removed,uniqueRemaining");
    const left = sheet.getRange("A1:B4").load("values");
    await context.sync();
    expect([result.removed, result.uniqueRemaining]).toEqual([1, 2]);
    expect(left.values).toEqual([
      ["Name", "n"],
      ["an", 1],
      ["bình", 3],
      ["", ""],
    ]);
  });
});

test("several areas are found, formatted and read as one", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:A3").values = [["Xong"], ["chưa"], ["xong"]];
    const found = sheet.findAll("xong", { completeMatch: true, matchCase: false });
    found.format.fill.color = "green";
    const shared = found.format.fill.load("color");
    const mixed = sheet.getRanges("A1,A2").format.fill.load("color");
    const none = sheet.findAllOrNullObject("không có", {});
    await context.sync();
    expect([shared.color, mixed.color, none.isNullObject]).toEqual(["#008000", null, true]);
  });
});

test("a look put on a cell leaves its formula", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").formulas = [[3, "=A1*2"]];
    sheet.getRange("B1").format.fill.color = "LightBlue";
    await context.sync();
    sheet.getRange("B1").format.font.bold = true;
    sheet.getRange("A1").values = [[4]];
    const cell = sheet.getRange("B1").load("formulas,values");
    await context.sync();
    expect([cell.formulas, cell.values]).toEqual([[["=A1*2"]], [[8]]]);
  });
});
