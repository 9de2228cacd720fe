import { useExcel } from "./testing";

const excel = useExcel({ currentYear: () => 2024 });

/** Writes one cell and reads it back. */
async function typed(value: unknown, format?: string) {
  return excel.onSheet(async (sheet, context) => {
    const cell = sheet.getRange("B2");
    if (format !== undefined) {
      cell.numberFormat = [[format]];
    }
    cell.values = [[value]];
    cell.load("values,formulas,valueTypes,numberFormat,text");
    await context.sync();
    return {
      value: cell.values[0]?.[0] as unknown,
      formula: cell.formulas[0]?.[0] as unknown,
      type: cell.valueTypes[0]?.[0] as unknown,
      format: cell.numberFormat[0]?.[0] as unknown,
      text: cell.text[0]?.[0],
    };
  });
}

// What a written text becomes: learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member
describe("values that are written", () => {
  test("keep their types", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:D2");
      range.values = [
        ["Lịch sử", 1.5, true, ""],
        ["Đảng bộ", -3, false, "x"],
      ];
      range.load("values,valueTypes,text,address,rowIndex,columnIndex,rowCount,columnCount,cellCount");
      await context.sync();
      expect(range.values).toEqual([
        ["Lịch sử", 1.5, true, ""],
        ["Đảng bộ", -3, false, "x"],
      ]);
      expect(range.valueTypes).toEqual([
        ["String", "Double", "Boolean", "Empty"],
        ["String", "Double", "Boolean", "String"],
      ]);
      expect(range.text[1]).toEqual(["Đảng bộ", "-3", "FALSE", "x"]);
      expect(range.address).toMatch(/^'Test \d+'!A1:D2$/);
      expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount, range.cellCount]).toEqual(
        [0, 0, 2, 4, 8]
      );
    });
  });

  test.each([
    ["20/5/2023", 45066, "dd/mm/yyyy"],
    ["02-03", 45353, "d-mmm"],
    ["2023-05-20", 45066, "dd/mm/yyyy"],
    ["5/2023", 45047, "mmm-yy"],
    ["14:30", 14.5 / 24, "h:mm"],
    ["0123", 123, "General"],
    ["1.234,5", 1234.5, "#,##0.00"],
    ["21,9 %", 0.219, "0.00%"],
    ["50.000.000 ₫", 50000000, "#,##0"],
    ["(12)", -12, "General"],
    ["TRUE", true, "General"],
  ])("%s is understood as typed", async (text, value, format) => {
    expect(await typed(text)).toMatchObject({ value, format });
  });

  test.each(["35/13/2023", "1.5", "12a", "Đúng", "50.000.000 đ", "29/2/2023", "1/2/3/4", "TRUEx"])(
    "%s stays text",
    async (text) => {
      expect(await typed(text)).toMatchObject({ value: text, formula: text, type: "String" });
    }
  );

  test("a text format set before keeps whatever comes as text", async () => {
    for (const text of ["20/5/2023", "0123", "02-03", "=A1", "-1", "TRUE", "@x"]) {
      expect(await typed(text, "@")).toMatchObject({ value: text, type: "String", format: "@", text });
    }
    expect(await typed(5, "@")).toMatchObject({ value: "5", type: "String" });
  });

  test("an apostrophe makes text and is not part of it", async () => {
    expect(await typed("'0123")).toMatchObject({ value: "0123", type: "String", format: "General" });
    expect(await typed("'=1+1")).toMatchObject({ value: "=1+1", type: "String" });
  });

  test("a text that begins like a formula is one", async () => {
    expect(await typed("=1+1")).toMatchObject({ value: 2, formula: "=1+1" });
    expect(await typed("+1+1")).toMatchObject({ value: 2, formula: "=+1+1" });
  });

  test("a date keeps a format that was there", async () => {
    expect(await typed("20/5/2023", "yyyy")).toMatchObject({ value: 45066, format: "yyyy", text: "2023" });
  });

  // learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values
  test("null leaves a cell untouched, an empty text clears it", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [["giữ", "xóa"]];
      range.values = [[null, ""]];
      range.load("values,valueTypes");
      await context.sync();
      expect(range.values).toEqual([["giữ", ""]]);
      expect(range.valueTypes).toEqual([["String", "Empty"]]);
    });
  });

  // learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-values-member
  test("a single value fills the range, an array must fit", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = "x" as unknown as unknown[][];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["x", "x"],
        ["x", "x"],
      ]);
    });
    const one = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    expect(one).toMatchObject({ code: "InvalidArgument", location: "Range.values" });
    const ragged = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [[1, 2], [3]];
      await context.sync();
    });
    expect(ragged.code).toBe("InvalidArgument");
  });

  test("a number format given once holds for the whole range", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.numberFormat = [["#,##0"]];
      range.values = [
        [1234, 5],
        [6, 7],
      ];
      range.load("numberFormat,text");
      await context.sync();
      expect(range.numberFormat).toEqual([
        ["#,##0", "#,##0"],
        ["#,##0", "#,##0"],
      ]);
      expect(range.text[0]).toEqual(["1.234", "5"]);
    });
  });

  // learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
  test("whole columns answer null for cell values and take none", async () => {
    await excel.onSheet(async (sheet, context) => {
      const column = sheet.getRange("B:B");
      column.load("values,address,rowCount,cellCount,isEntireColumn");
      await context.sync();
      expect(column.values).toBeNull();
      expect(column.address).toMatch(/!B:B$/);
      expect([column.rowCount, column.cellCount, column.isEntireColumn]).toEqual([1048576, 1048576, true]);
    });
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("B:B").values = "x" as unknown as unknown[][];
      await context.sync();
    });
    expect(failure.code).toBe("InvalidArgument");
  });

  test("10.000 rows of 8 go out and come back", async () => {
    const rows = Array.from({ length: 10000 }, (_, row) =>
      Array.from({ length: 8 }, (_unused, column) =>
        column % 2 === 0 ? `dòng ${row} cột ${column}` : row * column
      )
    );
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRangeByIndexes(0, 0, 10000, 8);
      range.values = rows;
      await context.sync();
      range.load("values");
      await context.sync();
      expect(range.values).toEqual(rows);
    });
  });
});

describe("formulas", () => {
  test("show their results in the same batch", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const result = sheet.getRange("B1");
      result.formulas = [["=SUM(A1:A3)"]];
      result.load("values,formulas,valueTypes");
      await context.sync();
      expect(result.values).toEqual([[6]]);
      expect(result.formulas).toEqual([["=SUM(A1:A3)"]]);
      sheet.getRange("A1").values = [[10]];
      result.load("values");
      await context.sync();
      expect(result.values).toEqual([[15]]);
    });
  });

  test.each([
    ['=COUNTIFS(A1:A4,"x",B1:B4,">1")', 1],
    ['=SUMIFS(B1:B4,A1:A4,"x")', 4],
    ['=IF(B1>0,"có","không")', "có"],
    ["=ROUND(B4/3,1)", 1.3],
    ['=IFERROR(1/0,"lỗi")', "lỗi"],
    ['=MATCH("y",A1:A4,0)', 2],
    ["=1/0", "#DIV/0!"],
    ['=""', ""],
    ["=B1=1", true],
    ['=SUMPRODUCT((A1:A4="x")*B1:B4)', 4],
    ["=INDEX(B1:B4,3)", 3],
  ])("%s", async (formula, expected) => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = [
        ["x", 1],
        ["y", 2],
        ["x", 3],
        ["z", 4],
      ];
      const cell = sheet.getRange("D1");
      cell.formulas = [[formula]];
      await context.sync();
      cell.load("values,formulas");
      await context.sync();
      expect(cell.values).toEqual([[expected]]);
      expect(cell.formulas).toEqual([[formula]]);
    });
  });

  test.each(["=SUM(A1", "=1+", '="x', "=SUM(A1;A2)", "=KhongCo[Xã]", "=-"])("%s is none", async (formula) => {
    const failure = await excel.failure(async (sheet, context) => {
      sheet.getRange("A1").formulas = [[formula]];
      await context.sync();
    });
    expect(failure.code).toBe("InvalidArgument");
  });

  test("an error value says so by its type", async () => {
    await excel.onSheet(async (sheet, context) => {
      const cell = sheet.getRange("A1");
      cell.formulas = [["=1/0"]];
      cell.load("valueTypes");
      await context.sync();
      expect(cell.valueTypes).toEqual([["Error"]]);
    });
  });

  test("reach other sheets, also by names with Vietnamese letters", async () => {
    await excel.run(async (context) => {
      const source = context.workbook.worksheets.add("Tổng hợp 01");
      source.getRange("A1:A2").values = [[1], [2]];
      const target = context.workbook.worksheets.add("Tiến độ");
      target.getRange("A1").formulas = [["=SUM('Tổng hợp 01'!A1:A2)"]];
      const result = target.getRange("A1").load("values");
      await context.sync();
      expect(result.values).toEqual([[3]]);
      source.getRange("A1").values = [[5]];
      result.load("values");
      await context.sync();
      expect(result.values).toEqual([[7]]);
    });
  });
});

describe("ranges", () => {
  test("lead to other ranges", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("C3:E6");
      const others = {
        cell: range.getCell(1, 1),
        row: range.getRow(1),
        column: range.getColumn(2),
        lastRow: range.getLastRow(),
        lastCell: range.getLastCell(),
        offset: range.getOffsetRange(-1, 2),
        resized: range.getResizedRange(1, -1),
        above: range.getRowsAbove(2),
        after: range.getColumnsAfter(1),
        bounding: range.getBoundingRect("A8"),
        intersection: range.getIntersection("A1:C4"),
        entireRow: range.getEntireRow(),
        entireColumn: range.getEntireColumn(),
      };
      Object.values(others).forEach((other) => other.load("address"));
      const apart = range.getIntersectionOrNullObject("G1");
      await context.sync();
      const addresses = Object.fromEntries(
        Object.entries(others).map(([name, { address }]) => [name, address.split("!")[1]])
      );
      expect(addresses).toEqual({
        cell: "D4",
        row: "C4:E4",
        column: "E3:E6",
        lastRow: "C6:E6",
        lastCell: "E6",
        offset: "E2:G5",
        resized: "C3:D7",
        above: "C1:E2",
        after: "F3:F6",
        bounding: "A3:E8",
        intersection: "C3:C4",
        entireRow: "3:6",
        entireColumn: "C:E",
      });
      expect(apart.isNullObject).toBe(true);
    });
  });

  test("the used range is where content or formats are", async () => {
    await excel.onSheet(async (sheet, context) => {
      const empty = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect(empty.isNullObject).toBe(true);
      sheet.getRange("B2:C3").values = [
        [1, ""],
        ["", 2],
      ];
      sheet.getRange("E5").format.fill.color = "yellow";
      const used = sheet.getUsedRange().load("address");
      const filled = sheet.getUsedRange(true).load("address");
      const region = sheet.getRange("B2").getSurroundingRegion().load("address");
      const part = sheet.getRange("C:C").getUsedRange(true).load("address");
      await context.sync();
      expect(used.address).toMatch(/!B2:E5$/);
      expect(filled.address).toMatch(/!B2:C3$/);
      expect(region.address).toMatch(/!B2:C3$/);
      expect(part.address).toMatch(/!C3$/);
    });
  });

  test("text is found in the order of rows", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        ["Biểu số 02", "ngày"],
        ["BIỂU", "biểu"],
      ];
      const range = sheet.getRange("A1:B2");
      const first = range.find("biểu", { completeMatch: false, matchCase: false }).load("address");
      const exact = range.find("biểu", { completeMatch: true, matchCase: true }).load("address");
      const none = range.findOrNullObject("không có", {});
      await context.sync();
      expect(first.address).toMatch(/!A1$/);
      expect(exact.address).toMatch(/!B2$/);
      expect(none.isNullObject).toBe(true);
    });
  });

  test("a tracked range goes along when rows are inserted above it", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A3:B4");
      range.values = [
        ["a", 1],
        ["b", 2],
      ];
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      await context.sync();
      range.load("address,values");
      await context.sync();
      expect(range.address).toMatch(/!A4:B5$/);
      expect(range.values).toEqual([
        ["a", 1],
        ["b", 2],
      ]);
    });
  });

  test("rows and cells are inserted and deleted", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["a", 1],
        ["b", 2],
        ["c", 3],
      ];
      sheet.getRange("2:2").delete("Up");
      sheet.getRange("B1").insert("Down");
      const range = sheet.getRange("A1:B3").load("values");
      await context.sync();
      expect(range.values).toEqual([
        ["a", ""],
        ["c", 1],
        ["", 3],
      ]);
    });
  });

  test("merged cells keep their first value only", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C2");
      range.values = [
        ["tiêu đề", "b", "c"],
        ["d", "e", "f"],
      ];
      range.merge(false);
      sheet.getRange("B1").values = [["verloren"]];
      range.load("values");
      const merged = sheet.getRange("A1:D4").getMergedAreasOrNullObject().load("address,areaCount");
      const none = sheet.getRange("F1").getMergedAreasOrNullObject();
      await context.sync();
      expect(range.values).toEqual([
        ["tiêu đề", "", ""],
        ["", "", ""],
      ]);
      expect(merged.address).toMatch(/!A1:C2$/);
      expect(none.isNullObject).toBe(true);
      range.unmerge();
      sheet.getRange("A4:B5").merge(true);
      merged.areas.load("items/address");
      const across = sheet.getRange("A1:D6").getMergedAreasOrNullObject();
      across.areas.load("items/address");
      await context.sync();
      expect(across.areas.items.map(({ address }) => address.split("!")[1])).toEqual(["A4:B4", "A5:B5"]);
    });
  });

  test("clearing takes contents, formats or both", async () => {
    await excel.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [["x", 5]];
      range.format.font.bold = true;
      range.clear("Contents");
      range.load("values,format/font/bold");
      await context.sync();
      expect(range.values).toEqual([["", ""]]);
      expect(range.format.font.bold).toBe(true);
      range.values = [["y", 6]];
      range.clear("Formats");
      range.load("values,format/font/bold");
      await context.sync();
      expect(range.values).toEqual([["y", 6]]);
      expect(range.format.font.bold).toBe(false);
      range.clear();
      const used = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect(used.isNullObject).toBe(true);
    });
  });
});
