/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
/** Members of ranges, of several areas, of sheets and of the workbook beyond cells and looks. */
import { fromR1C1, toR1C1 } from "./model/r1c1";
import { useExcel } from "./testing";

const excel = useExcel();

const local = (address: string): string =>
  address
    .split(",")
    .map((part) => part.split("!").at(-1) ?? "")
    .join(",");

describe("formulas by distance", () => {
  // The formula stands in D5.
  test.each([
    ["=A1", "=R[-4]C[-3]"],
    ["=$A$1+D5", "=R1C1+RC"],
    ["=SUM($D2:E$5)", "=SUM(R[-3]C4:R5C[1])"],
    ["=SUM(A:B,3:4)", "=SUM(C[-3]:C[-2],R[-2]:R[-1])"],
    ["=SUM($A:$A)", "=SUM(C1)"],
    ["='Biểu 02'!B2&\"A1\"", "='Biểu 02'!R[-3]C[-2]&\"A1\""],
    ["=TongHop02[Năm]*2", "=TongHop02[Năm]*2"],
    ["=LOG10(E5)", "=LOG10(RC[1])"],
  ])("%s is %s", (letters, distances) => {
    expect(toR1C1(letters, 4, 3)).toBe(distances);
    expect(fromR1C1(distances, 4, 3)).toBe(letters);
  });

  test("what leaves the sheet is an error", () => {
    expect(fromR1C1("=R[-9]C", 4, 3)).toBe("=#REF!");
  });

  test("are written and read", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        [2, 3],
        [4, 5],
      ];
      const range = sheet.getRange("C1:C3");
      range.formulasR1C1 = [["=RC[-2]*RC[-1]"], ["=RC[-2]*RC[-1]"], ["=SUM(R[-2]C:R[-1]C)"]];
      range.load("formulas,values,formulasR1C1");
      await context.sync();
      expect(range.formulas).toEqual([["=A1*B1"], ["=A2*B2"], ["=SUM(C1:C2)"]]);
      expect(range.values).toEqual([[6], [20], [26]]);
      expect(range.formulasR1C1[2]).toEqual(["=SUM(R[-2]C:R[-1]C)"]);
    });
  });
});

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-moveto-member(1)
test("moved cells take looks and rules along, formulas follow, and nothing else changes", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C1").formulas = [[3, 4, "=A1+B1"]];
    sheet.getRange("E1").formulas = [["=C1*2"]];
    sheet.getRange("H5").values = [["ở lại"]];
    sheet.getRange("A1").style = "Good";
    sheet.getRange("B1").dataValidation.rule = {
      wholeNumber: { formula1: 1, formula2: 9, operator: "Between" },
    };
    sheet.getRange("A1:C1").moveTo("E5");
    const moved = sheet.getRange("E5:H5").load("formulas,values");
    const left = sheet.getRange("A1:C1").load("values,style");
    const follower = sheet.getRange("E1").load("formulas,values");
    const styled = sheet.getRange("E5").load("style,format/fill/color");
    const validated = sheet.getRange("F5").dataValidation.load("type");
    await context.sync();
    expect(moved.formulas).toEqual([[3, 4, "=E5+F5", "ở lại"]]);
    expect(moved.values[0]?.[2]).toBe(7);
    expect([left.values, left.style]).toEqual([[["", "", ""]], "Normal"]);
    expect([follower.formulas, follower.values]).toEqual([[["=G5*2"]], [[14]]]);
    expect([styled.style, styled.format.fill.color]).toEqual(["Good", "#C6EFCE"]);
    expect(validated.type).toBe("WholeNumber");
  });
});

describe("groups of rows and columns", () => {
  const hiddenRows = async (
    sheet: Excel.Worksheet,
    context: Excel.RequestContext
  ): Promise<readonly number[]> => {
    const rows = sheet.getRange("A1:A12").getRowProperties({ rowHidden: true });
    await context.sync();
    return rows.value.flatMap(({ rowHidden }, index) => (rowHidden === true ? [index + 1] : []));
  };

  // learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-showoutlinelevels-member(1)
  test("open and close by their levels", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("4:9").group("ByRows");
      sheet.getRange("4:5").group("ByRows");
      sheet.getRange("7:8").group("ByRows");
      sheet.showOutlineLevels(1, 0);
      expect(await hiddenRows(sheet, context)).toEqual([4, 5, 6, 7, 8, 9]);
      sheet.showOutlineLevels(2, 0);
      expect(await hiddenRows(sheet, context)).toEqual([4, 5, 7, 8]);
      sheet.showOutlineLevels(8, 0);
      expect(await hiddenRows(sheet, context)).toEqual([]);
      sheet.getRange("6:6").hideGroupDetails("ByRows");
      expect(await hiddenRows(sheet, context)).toEqual([4, 5]);
      sheet.getRange("A6").showGroupDetails("ByRows");
      expect(await hiddenRows(sheet, context)).toEqual([]);
    });
  });

  test("are taken away level by level, and follow inserted rows", async () => {
    await excel.onSheet(async (sheet, context) => {
      sheet.getRange("3:6").group("ByRows");
      sheet.getRange("4:5").group("ByRows");
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("A1:B10").ungroup("ByRows");
      sheet.showOutlineLevels(1, 0);
      expect(await hiddenRows(sheet, context)).toEqual([5, 6]);
      sheet.showOutlineLevels(8, 0);
      sheet.getRange("A1:B10").ungroup("ByRows");
      sheet.showOutlineLevels(1, 0);
      expect(await hiddenRows(sheet, context)).toEqual([]);
    });
  });

  // learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-group-member(1)
  test("the option must go with whole rows or columns; there are eight levels", async () => {
    const wrong = await excel.failure(async (sheet, context) => {
      sheet.getRange("2:3").group("ByColumns");
      await context.sync();
    });
    const deep = await excel.failure(async (sheet, context) => {
      Array.from({ length: 8 }).forEach(() => sheet.getRange("B:C").group("ByColumns"));
      await context.sync();
    });
    expect([wrong.code, deep.code]).toEqual(["InvalidArgument", "InvalidOperation"]);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-dynamic-arrays
test("a spilled formula tells where it goes, and its cells where they come from", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [
      ["x", 1],
      ["y", 2],
      ["x", 3],
    ];
    sheet.getRange("D1").formulas = [['=FILTER(A1:B3,A1:A3="x")']];
    const spill = sheet.getRange("D1").getSpillingToRange().load("address,values,hasSpill");
    const parent = sheet.getRange("E2").getSpillParent().load("address");
    const ofAnchor = sheet.getRange("D1").getSpillParentOrNullObject();
    const ofNone = sheet.getRange("A1").getSpillingToRangeOrNullObject();
    const ofMany = sheet.getRange("D1:E1").getSpillingToRangeOrNullObject();
    const used = sheet.getUsedRange().load("address");
    const plain = sheet.getRange("A1").load("hasSpill");
    await context.sync();
    expect([local(spill.address), local(parent.address), local(used.address)]).toEqual([
      "D1:E2",
      "D1",
      "A1:E3",
    ]);
    expect(spill.values).toEqual([
      ["x", 1],
      ["x", 3],
    ]);
    expect([spill.hasSpill, plain.hasSpill]).toEqual([true, false]);
    expect([ofAnchor.isNullObject, ofNone.isNullObject, ofMany.isNullObject]).toEqual([true, true, true]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1").getSpillingToRange().load("address");
    await context.sync();
  });
  expect(failure.code).toBe("ItemNotFound");
});

test("a formula that is copied and turned has its distances turned", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:D1").formulas = [[1, 2, "=SUM(A1:B1)", "=A1+$B$1"]];
    sheet.getRange("F1").copyFrom("A1:D1", "All", false, true);
    const turned = sheet.getRange("F1:F4").load("formulas,values");
    await context.sync();
    expect(turned.formulas).toEqual([[1], [2], ["=SUM(F1:F2)"], ["=F1+$B$1"]]);
    expect(turned.values).toEqual([[1], [2], [3], [3]]);
  });
});

test("a text is replaced in cells, in formulas too, as typed", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:A4").values = [["Xã Bảo Lạc, xã"], ["x5"], ['="xã "&A2'], ["khác"]];
    const some = sheet
      .getRange("A1:A3")
      .replaceAll("xã", "thị trấn", { completeMatch: false, matchCase: true });
    const whole = sheet.replaceAll("x5", "12", { completeMatch: true });
    const cells = sheet.getRange("A1:A4").load("formulas");
    await context.sync();
    expect([some.value, whole.value]).toEqual([2, 1]);
    expect(cells.formulas).toEqual([["Xã Bảo Lạc, thị trấn"], [12], ['="thị trấn "&A2'], ["khác"]]);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.rangeareas
test("several areas together", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C3").formulas = [
      [1, "x", "=A1"],
      [2, "", "=A2"],
      [3, "y", "=A3"],
    ];
    const areas = sheet.getRanges("A1:B2,C2:C3");
    areas.style = "Good";
    areas.load("address,areaCount,cellCount,isEntireColumn,isEntireRow,style");
    const columns = sheet.getRanges("A:A,C:D").load("isEntireColumn,cellCount");
    const rows = areas.getEntireRow().load("address,isEntireRow");
    const offset = areas.getOffsetRangeAreas(1, 1).load("address");
    const common = areas.getIntersection("B2:C2").load("address");
    const none = areas.getIntersectionOrNullObject("F1:G9");
    const formulas = areas.getSpecialCells("Formulas").load("address");
    const used = sheet.getRanges("B2:F9,H1").getUsedRangeAreas(true).load("address");
    const nothing = sheet.getRanges("H1,J1:K2").getUsedRangeAreasOrNullObject();
    await context.sync();
    expect(areas).toMatchObject({ areaCount: 2, cellCount: 6, isEntireColumn: false, style: "Good" });
    expect(columns.isEntireColumn).toBe(true);
    expect(local(rows.address)).toBe("1:2,2:3");
    expect(local(offset.address)).toBe("B2:C3,D3:D4");
    expect(local(common.address)).toBe("B2,C2");
    expect(local(formulas.address)).toBe("C2:C3");
    expect(local(used.address)).toBe("B2:C3");
    expect([none.isNullObject, nothing.isNullObject]).toEqual([true, true]);
  });
  const outside = await excel.failure(async (sheet, context) => {
    sheet.getRanges("A1,B2").getOffsetRangeAreas(-1, 0).load("address");
    await context.sync();
  });
  expect(outside.code).toBe("InvalidArgument");
});

test("what is selected, as areas", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("B2:C4").select();
    const selected = context.workbook.getSelectedRanges().load("address,areaCount");
    await context.sync();
    expect([local(selected.address), selected.areaCount]).toEqual(["B2:C4", 1]);
  });
});

test("a range that shrinks past its first cell goes on to the other side", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("D4").getResizedRange(-2, -1).load("address");
    await context.sync();
    expect(local(range.address)).toBe("C2:D4");
  });
  const outside = await excel.failure(async (sheet, context) => {
    sheet.getRange("B2").getResizedRange(-2, 0).load("address");
    await context.sync();
  });
  expect(outside.code).toBe("InvalidArgument");
});

// learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection
test("page breaks are added, found, moved by inserted rows, and removed", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.horizontalPageBreaks.add("A21:E21");
    sheet.horizontalPageBreaks.add("A11");
    sheet.verticalPageBreaks.add("C5");
    sheet.getRange("15:15").insert("Down");
    const count = sheet.horizontalPageBreaks.getCount();
    sheet.horizontalPageBreaks.load("items/rowIndex");
    sheet.verticalPageBreaks.load("items/columnIndex");
    await context.sync();
    expect(count.value).toBe(2);
    expect(sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex)).toEqual([10, 21]);
    expect(sheet.verticalPageBreaks.items.map(({ columnIndex }) => columnIndex)).toEqual([2]);
    const after = sheet.horizontalPageBreaks.items[1]?.getCellAfterBreak().load("address");
    sheet.horizontalPageBreaks.items[0]?.delete();
    sheet.verticalPageBreaks.removePageBreaks();
    const left = [sheet.horizontalPageBreaks.getCount(), sheet.verticalPageBreaks.getCount()];
    await context.sync();
    expect(local(after?.address ?? "")).toBe("A22");
    expect(left.map(({ value }) => value)).toEqual([1, 0]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.horizontalPageBreaks.add("A1");
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

// learn.microsoft.com/javascript/api/excel/excel.cultureinfo
test("the culture of the machine, and the properties of the document", async () => {
  await excel.run(async (context) => {
    const { cultureInfo } = context.application;
    cultureInfo.load("name");
    cultureInfo.datetimeFormat.load("shortDatePattern,dateSeparator,timeSeparator");
    cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
    const { properties } = context.workbook;
    properties.revisionNumber = 3;
    properties.load("creationDate,lastAuthor,revisionNumber");
    await context.sync();
    expect(cultureInfo.name).toBe("vi-VN");
    expect(cultureInfo.datetimeFormat.shortDatePattern).toBe("dd/MM/yyyy");
    expect(cultureInfo.numberFormat).toMatchObject({
      numberDecimalSeparator: ",",
      numberGroupSeparator: ".",
    });
    expect([properties.creationDate.getTime() > 0, properties.lastAuthor]).toEqual([true, ""]);
    expect(properties.revisionNumber).toBe(3);
  });
});

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables
test("a collection is loaded without properties of its items; an unknown name is still refused", async () => {
  await excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("no-properties-needed");
    await context.sync();
    expect(sheets.items.length).toBeGreaterThan(0);
  });
  const failure = await excel.failure(async (_sheet, context) => {
    context.workbook.worksheets.load("tenKhongCo");
    await context.sync();
  });
  expect(failure).toMatchObject({ code: "ApiNotFound", location: "Worksheet.tenKhongCo" });
});

// learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-setrowproperties-member(1)
test("rows and columns get their sizes, looks and styles at once", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.setRowProperties([
      { format: { rowHeight: 30, font: { bold: true } } },
      { rowHidden: true, style: "Good" },
    ]);
    range.setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: true }]);
    const first = sheet.getRange("A1").load("height,width,format/font/bold");
    const second = sheet.getRange("B2").load("rowHidden,columnHidden,style");
    await context.sync();
    expect([first.height, first.width, first.format.font.bold]).toEqual([30, 90, true]);
    expect([second.rowHidden, second.columnHidden, second.style]).toEqual([true, true, "Good"]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1:A2").setRowProperties([{ rowHidden: true }]);
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("several areas are validated as one", async () => {
  await excel.onSheet(async (sheet, context) => {
    const areas = sheet.getRanges("A1:A2,C3");
    areas.dataValidation.rule = { list: { inCellDropDown: true, source: "Có,Không" } };
    areas.dataValidation.load("type");
    const cells = ["A2", "C3", "B1"].map((address) => sheet.getRange(address).dataValidation.load("type"));
    await context.sync();
    expect(areas.dataValidation.type).toBe("List");
    expect(cells.map(({ type }) => type)).toEqual(["List", "List", "None"]);
  });
});
