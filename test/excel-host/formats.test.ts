/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-blank-null-values (null in a response: the cells differ)
test("fonts, fills and alignment read back; what differs reads null", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.format.font.name = "Times New Roman";
    range.format.font.size = 13;
    range.format.font.bold = true;
    range.format.font.italic = true;
    range.format.font.color = "red";
    range.format.fill.color = "#ddebf7";
    range.format.horizontalAlignment = "Center";
    range.format.verticalAlignment = "Top";
    range.format.wrapText = true;
    sheet.getRange("B2").format.font.bold = false;
    range.load([
      "format/font/name",
      "format/font/size",
      "format/font/bold",
      "format/font/italic",
      "format/font/color",
      "format/fill/color",
      "format/horizontalAlignment",
      "format/verticalAlignment",
      "format/wrapText",
    ]);
    await context.sync();
    expect(range.format.font).toMatchObject({
      name: "Times New Roman",
      size: 13,
      bold: null,
      italic: true,
      color: "#FF0000",
    });
    expect(range.format.fill.color).toBe("#DDEBF7");
    expect(range.format.toJSON()).toMatchObject({
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
    });
    range.format.fill.clear();
    range.format.fill.load("color");
    await context.sync();
    expect(range.format.fill.color).toBe("#FFFFFF");
  });
});

test("an untouched cell looks as Excel begins", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { format } = sheet.getRange("C3");
    format.load("horizontalAlignment,verticalAlignment,wrapText,columnWidth,font/bold,font/size,fill/color");
    await context.sync();
    expect(format.toJSON()).toMatchObject({
      horizontalAlignment: "General",
      verticalAlignment: "Bottom",
      wrapText: false,
    });
    expect([format.font.bold, format.font.size, format.fill.color]).toEqual([false, 11, "#FFFFFF"]);
  });
});

test("borders lie on edges and inside", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:D4");
    for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const) {
      const border = range.format.borders.getItem(side);
      border.style = "Continuous";
      border.color = "#336699";
    }
    range.format.borders.getItem("EdgeTop").weight = "Thick";
    const top = range.format.borders.getItem("EdgeTop").load("style,weight,color");
    const inside = range.format.borders.getItem("InsideHorizontal").load("style,weight,color");
    const vertical = range.format.borders.getItem("InsideVertical").load("style");
    const cell = sheet.getRange("C3").format.borders.getItem("EdgeTop").load("style,color");
    await context.sync();
    expect(top).toMatchObject({ style: "Continuous", weight: "Thick", color: "#336699" });
    expect(inside).toMatchObject({ style: "Continuous", weight: "Thin", color: "#336699" });
    expect(vertical.style).toBe("None");
    expect(cell).toMatchObject({ style: "Continuous", color: "#336699" });
    range.format.borders.getItem("EdgeTop").style = "None";
    top.load("style");
    await context.sync();
    expect(top.style).toBe("None");
  });
});

test("widths, heights and hidden rows and columns", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    range.format.columnWidth = 90;
    range.format.rowHeight = 30;
    sheet.getRange("5:6").rowHidden = true;
    sheet.getRange("E:E").columnHidden = true;
    range.load("format/columnWidth,format/rowHeight,left,top,width,height");
    const mixed = sheet.getRange("A1:B2").load("format/columnWidth,rowHidden");
    const hidden = sheet.getRange("A5:A6").load("rowHidden,columnHidden,hidden");
    const half = sheet.getRange("D4:E5").load("rowHidden,columnHidden");
    await context.sync();
    expect(range.format).toMatchObject({ columnWidth: 90, rowHeight: 30 });
    expect([range.width, range.height]).toEqual([180, 60]);
    expect(mixed.format.columnWidth).toBeNull();
    expect(mixed.rowHidden).toBe(false);
    expect([hidden.rowHidden, hidden.columnHidden, hidden.hidden]).toEqual([true, false, true]);
    expect([half.rowHidden, half.columnHidden]).toEqual([null, null]);
    sheet.getRange("5:6").rowHidden = false;
    hidden.load("rowHidden");
    await context.sync();
    expect(hidden.rowHidden).toBe(false);
  });
});

test("what is hidden measures nothing, and a size of nothing hides", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("B:B").columnHidden = true;
    sheet.getRange("C1").format.columnWidth = 0;
    sheet.getRange("A4").format.rowHeight = 0;
    const columns = sheet.getRange("A1:C1").getColumnProperties({
      columnHidden: true,
      format: { columnWidth: true },
    });
    const row = sheet.getRange("A4").load("rowHidden,format/rowHeight");
    await context.sync();
    expect(columns.value.map(({ columnHidden, format }) => [columnHidden, format?.columnWidth])).toEqual([
      [false, expect.any(Number)],
      [true, 0],
      [true, 0],
    ]);
    expect([row.rowHidden, row.format.rowHeight]).toEqual([true, 0]);
    sheet.getRange("B1:C1").format.columnWidth = 50;
    const shown = sheet.getRange("B1:C1").load("columnHidden,format/columnWidth");
    await context.sync();
    expect([shown.columnHidden, shown.format.columnWidth]).toEqual([false, 50]);
  });
});

test("columns fit their longest text", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1").values = [["Một tên công trình lịch sử rất dài của xã"]];
    sheet.getRange("A:B").format.autofitColumns();
    const wide = sheet.getRange("A1").load("format/columnWidth");
    const other = sheet.getRange("B1").load("format/columnWidth");
    await context.sync();
    expect(wide.format.columnWidth).toBeGreaterThan(2 * other.format.columnWidth);
  });
});

test("a whole column takes a format, for cells that are there and that come later", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("B2").values = [["x"]];
    sheet.getRange("B:B").format.font.bold = true;
    sheet.getRange("B9").values = [["y"]];
    const both = sheet.getRange("B2:B9").load("format/font/bold");
    const column = sheet.getRange("B:B").load("format/font/bold");
    const next = sheet.getRange("C2").load("format/font/bold");
    await context.sync();
    expect([both.format.font.bold, column.format.font.bold, next.format.font.bold]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test("set() writes several properties at once, cell properties one for each cell", async () => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B1");
    range.set({ values: [[1, 2]], format: { fill: { color: "#FFFF00" }, wrapText: true } });
    const cells = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true } } });
    await context.sync();
    expect(cells.value).toEqual([
      [
        { format: { fill: { color: "#FFFF00" }, font: { bold: false } } },
        { format: { fill: { color: "#FFFF00" }, font: { bold: false } } },
      ],
    ]);
    range.setCellProperties([
      [{ format: { font: { bold: true } } }, { format: { fill: { color: "#FF0000" } } }],
    ]);
    const after = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true } } });
    await context.sync();
    expect(after.value).toEqual([
      [
        { format: { fill: { color: "#FFFF00" }, font: { bold: true } } },
        { format: { fill: { color: "#FF0000" }, font: { bold: false } } },
      ],
    ]);
  });
});

test.each([
  ["format.fill.color", (range: Excel.Range) => (range.format.fill.color = "không màu")],
  ["horizontalAlignment", (range: Excel.Range) => (range.format.horizontalAlignment = "Middle" as "Center")],
  ["rowHeight", (range: Excel.Range) => (range.format.rowHeight = 500)],
])("%s refuses what is none", async (_, change) => {
  const failure = await excel.failure(async (sheet, context) => {
    change(sheet.getRange("A1"));
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("whole rows and columns are sized and shown without a sheet of a million rows", async () => {
  await excel.onSheet(async (sheet, context) => {
    const all = sheet.getRange();
    all.format.rowHeight = 20;
    all.format.columnWidth = 60;
    all.rowHidden = false;
    all.columnHidden = false;
    all.format.useStandardHeight = true;
    const cell = sheet.getRange("B2").load("format/rowHeight,format/columnWidth");
    await context.sync();
    expect(cell.format).toMatchObject({ rowHeight: 15, columnWidth: 60 });
  });
});
