/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
/** Cell styles, links of cells, and looks of many cells at once. */
import { useExcel } from "./testing";

const excel = useExcel();

// learn.microsoft.com/javascript/api/excel/excel.builtinstyle
test.each([
  ["Good", "Good", { fill: "#C6EFCE", color: "#006100", bold: false, size: 11 }],
  ["Input", "Input", { fill: "#FFCC99", color: "#3F3F76", bold: false, size: 11 }],
  ["Heading1", "Heading1", { fill: "#FFFFFF", color: "#44546A", bold: true, size: 15 }],
  ["Heading 1", "Heading1", { fill: "#FFFFFF", color: "#44546A", bold: true, size: 15 }],
  ["Check Cell", "CheckCell", { fill: "#A5A5A5", color: "#FFFFFF", bold: true, size: 11 }],
  ["Accent2_40", "Accent2_40", { fill: "#F8CBAD", color: "#000000", bold: false, size: 11 }],
  ["Normal", "Normal", { fill: "#FFFFFF", color: "#000000", bold: false, size: 11 }],
])("the built-in style %s", async (name, word, look) => {
  await excel.onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.format.font.italic = true;
    range.style = name;
    range.load("style,format/fill/color,format/font/color,format/font/bold,format/font/size");
    await context.sync();
    const { fill, font } = range.format;
    expect(range.style).toBe(word);
    expect({ fill: fill.color, color: font.color, bold: font.bold, size: font.size }).toEqual(look);
  });
});

test("a number style leaves the font, a font style leaves the number format", async () => {
  await excel.onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.format.font.bold = true;
    cell.style = "Percent";
    cell.load("numberFormat,format/font/bold");
    await context.sync();
    expect([cell.numberFormat, cell.format.font.bold]).toEqual([[["0%"]], true]);
    cell.style = "Bad";
    cell.load("numberFormat,style");
    await context.sync();
    expect([cell.numberFormat, cell.style]).toEqual([[["0%"]], "Bad"]);
  });
});

test("cells with different styles have none together; new rows move a style along; clearing makes it Normal", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:A2").style = "Good";
    const both = sheet.getRange("A1:A3").load("style");
    await context.sync();
    expect(both.style).toBeNull();
    sheet.getRange("1:1").insert("Down");
    const moved = sheet.getRange("A2:A3").load("style");
    const above = sheet.getRange("A1").load("style");
    await context.sync();
    expect([moved.style, above.style]).toEqual(["Good", "Normal"]);
    sheet.getRange("A2").clear("Formats");
    const cleared = sheet.getRange("A2").load("style");
    await context.sync();
    expect(cleared.style).toBe("Normal");
  });
});

// learn.microsoft.com/javascript/api/excel/excel.stylecollection
test("a style is added, changed, used, changed again with its cells, and deleted", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { styles } = context.workbook;
    styles.add("Tiêu đề biểu");
    const style = styles.getItem("tiêu đề biểu");
    style.font.bold = true;
    style.fill.color = "#DDEEFF";
    style.textOrientation = 38;
    style.horizontalAlignment = "Center";
    style.borders.getItem("EdgeBottom").style = "Continuous";
    style.locked = false;
    const cells = sheet.getRange("B2:C3");
    cells.style = "Tiêu đề biểu";
    cells.load(
      "style,format/textOrientation,format/horizontalAlignment,format/protection/locked,format/fill/color"
    );
    style.load("name,builtIn,includeFont,textOrientation,font/bold");
    await context.sync();
    expect(cells.style).toBe("Tiêu đề biểu");
    expect(cells.format).toMatchObject({ textOrientation: 38, horizontalAlignment: "Center" });
    expect([cells.format.protection.locked, cells.format.fill.color]).toEqual([false, "#DDEEFF"]);
    expect(style).toMatchObject({
      name: "Tiêu đề biểu",
      builtIn: false,
      includeFont: true,
      textOrientation: 38,
    });
    style.font.color = "#C00000";
    cells.format.font.load("color,bold");
    await context.sync();
    expect([cells.format.font.color, cells.format.font.bold]).toEqual(["#C00000", true]);
    style.delete();
    const gone = styles.getItemOrNullObject("Tiêu đề biểu");
    cells.load("style,format/font/bold");
    await context.sync();
    expect([gone.isNullObject, cells.style, cells.format.font.bold]).toEqual([true, "Normal", false]);
  });
});

test.each<readonly [string, (sheet: Excel.Worksheet, styles: Excel.StyleCollection) => void, string]>([
  ["an unknown style", (sheet) => (sheet.getRange("A1").style = "Không có"), "InvalidArgument"],
  ["a style that is there already", (_sheet, styles) => styles.add("heading 1"), "ItemAlreadyExists"],
  ["deleting a built-in style", (_sheet, styles) => styles.getItem("Good").delete(), "InvalidArgument"],
  ["a style that nobody added", (_sheet, styles) => styles.getItem("Không có").delete(), "ItemNotFound"],
])("%s is refused", async (_name, work, code) => {
  const failure = await excel.failure(async (sheet, context) => {
    work(sheet, context.workbook.styles);
    await context.sync();
  });
  expect(failure.code).toBe(code);
});

// learn.microsoft.com/javascript/api/excel/excel.rangehyperlink
test("a link has its address, its text and the looks of links; taking it away leaves the looks, or not", async () => {
  await excel.onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.hyperlink = {
      address: "https://caobang.gov.vn/",
      screenTip: "Cổng thông tin",
      textToDisplay: "Cao Bằng",
    };
    const place = sheet.getRange("A2");
    place.hyperlink = { documentReference: "Sheet1!A1" };
    cell.load("hyperlink,values,style,format/font/color,format/font/underline");
    place.load("hyperlink,values");
    const none = sheet.getRange("B9").load("hyperlink");
    await context.sync();
    expect(cell.hyperlink).toEqual({
      address: "https://caobang.gov.vn/",
      screenTip: "Cổng thông tin",
      textToDisplay: "Cao Bằng",
    });
    expect([cell.values, cell.style]).toEqual([[["Cao Bằng"]], "Hlink"]);
    expect([cell.format.font.color, cell.format.font.underline]).toEqual(["#0563C1", "Single"]);
    expect(place.values).toEqual([["Sheet1!A1"]]);
    expect(none.hyperlink).toBeNull();
    sheet.getRange("1:1").insert("Down");
    const moved = sheet.getRange("A2").load("hyperlink/address");
    await context.sync();
    expect(moved.hyperlink.address).toBe("https://caobang.gov.vn/");
    sheet.getRange("A2").clear("Hyperlinks");
    sheet.getRange("A3").clear("RemoveHyperlinks");
    const both = sheet.getRange("A2:A3").load("values,hyperlink");
    const [kept, plain] = ["A2", "A3"].map((address) =>
      sheet.getRange(address).load("format/font/underline")
    );
    await context.sync();
    expect([both.hyperlink, both.values]).toEqual([null, [["Cao Bằng"], ["Sheet1!A1"]]]);
    expect([kept?.format.font.underline, plain?.format.font.underline]).toEqual(["Single", "None"]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1").hyperlink = { textToDisplay: "nowhere" };
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("styles and links go through the properties of cells", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet
      .getRange("A1:B1")
      .setCellProperties([[{ style: "Heading2" }, { hyperlink: { address: "https://example.org/" } }]]);
    const read = sheet
      .getRange("A1:B1")
      .getCellProperties({ style: true, hyperlink: true, format: { font: { bold: true } } });
    await context.sync();
    expect(read.value[0]?.[0]).toEqual({
      style: "Heading2",
      hyperlink: null,
      format: { font: { bold: true } },
    });
    expect(read.value[0]?.[1]?.hyperlink).toMatchObject({ address: "https://example.org/" });
  });
});

test("alignments that are only kept", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { format } = sheet.getRange("A1");
    format.verticalAlignment = "Justify";
    format.horizontalAlignment = "CenterAcrossSelection";
    format.load("verticalAlignment,horizontalAlignment");
    await context.sync();
    expect([format.verticalAlignment, format.horizontalAlignment]).toEqual([
      "Justify",
      "CenterAcrossSelection",
    ]);
  });
});
