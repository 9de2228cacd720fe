/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

const ROWS = [
  ["Xã", "Giai đoạn", "Tính (1/0)"],
  ["Bảo Lạc", "1930-1945", 1],
  ["Hà Quảng", "1945-1954", 0],
  ["Thạch An", "1930-1945", 1],
];

/** A sheet with a table at A1:C4. */
function withTable<T>(
  name: string,
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>
): Promise<T> {
  return excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C4").values = ROWS;
    const table = sheet.tables.add("A1:C4", true);
    table.name = name;
    await context.sync();
    return work(table, sheet, context);
  });
}

test("a table is made, named and found", async () => {
  await withTable("TongHop01", async (table, sheet, context) => {
    table.load("id,name,style,showFilterButton,showHeaders");
    const range = table.getRange().load("address");
    const header = table.getHeaderRowRange().load("values");
    const body = table.getDataBodyRange().load("address,values");
    const byName = context.workbook.tables.getItem("tonghop01").load("id");
    const none = context.workbook.tables.getItemOrNullObject("Khac");
    sheet.tables.load("items/name,count");
    const columns = table.columns.load("items/name,count");
    const rows = table.rows.load("items/values,count");
    await context.sync();
    expect(table).toMatchObject({
      name: "TongHop01",
      style: "TableStyleMedium2",
      showFilterButton: true,
      showHeaders: true,
    });
    expect(range.address).toMatch(/!A1:C4$/);
    expect(header.values).toEqual([ROWS[0]]);
    expect(body.values).toEqual(ROWS.slice(1));
    expect(byName.id).toBe(table.id);
    expect(none.isNullObject).toBe(true);
    expect(sheet.tables.items.map(({ name }) => name)).toEqual(["TongHop01"]);
    expect(columns.items.map(({ name }) => name)).toEqual(ROWS[0]);
    expect(rows.count).toBe(3);
    expect(rows.items[2]?.values).toEqual([ROWS[3]]);
  });
});

test("structured references follow the table as it grows", async () => {
  await withTable("TongHop02", async (table, sheet, context) => {
    sheet.getRange("F1:F4").formulas = [
      ["=SUM(TongHop02[Tính (1/0)])"],
      ['=COUNTIFS(TongHop02[Giai đoạn],"1930-1945",TongHop02[Tính (1/0)],1)'],
      ["=ROWS(TongHop02)"],
      ['=SUMIFS(TONGHOP02[Tính (1/0)],TongHop02[Xã],"Bảo Lạc")'],
    ];
    const results = sheet.getRange("F1:F4").load("values");
    await context.sync();
    expect(results.values).toEqual([[2], [2], [3], [1]]);
    table.rows.add(undefined, [
      ["Hòa An", "1930-1945", 1],
      ["Quảng Hòa", "1954-1975", 1],
    ]);
    const body = table.getDataBodyRange().load("address");
    results.load("values");
    await context.sync();
    expect(body.address).toMatch(/!A2:C6$/);
    expect(results.values).toEqual([[4], [3], [5], [1]]);
  });
});

test("rows are added in the middle and above other cells, and deleted", async () => {
  await withTable("Dong", async (table, sheet, context) => {
    sheet.getRange("A6").values = [["bên dưới"]];
    table.rows.add(1, [["Mới", "x", 5]]);
    const range = table.getRange().load("values,address");
    await context.sync();
    expect(range.address).toMatch(/!A1:C5$/);
    expect(range.values[2]).toEqual(["Mới", "x", 5]);
    table.rows.add(undefined, [["Cuối", "y", 6]]);
    table.rows.add(undefined, [["Cuối 2", "y", 7]]);
    const below = sheet.getRange("A5:A9").load("values");
    await context.sync();
    expect(below.values).toEqual([["Thạch An"], ["Cuối"], ["Cuối 2"], ["bên dưới"], [""]]);
    table.rows.getItemAt(0).delete();
    const body = table.getDataBodyRange().load("values,address");
    await context.sync();
    expect(body.address).toMatch(/!A2:C6$/);
    expect(body.values.map(([name]) => name as unknown)).toEqual([
      "Mới",
      "Hà Quảng",
      "Thạch An",
      "Cuối",
      "Cuối 2",
    ]);
  });
});

test("columns are read and renamed", async () => {
  await withTable("Cot", async (table, _, context) => {
    const column = table.columns.getItem("Giai đoạn");
    const body = column.getDataBodyRange().load("values");
    column.load("index,values");
    await context.sync();
    expect(column.index).toBe(1);
    expect(body.values).toEqual([["1930-1945"], ["1945-1954"], ["1930-1945"]]);
    table.columns.getItemAt(0).name = "Tên xã";
    const header = table.getHeaderRowRange().load("values");
    const none = table.columns.getItemOrNullObject("Không có");
    await context.sync();
    expect(header.values[0]?.[0]).toBe("Tên xã");
    expect(none.isNullObject).toBe(true);
  });
});

test("a table is resized, restyled, dissolved and deleted", async () => {
  await withTable("Khung", async (table, sheet, context) => {
    table.resize("A1:C3");
    table.style = "TableStyleLight1";
    table.showFilterButton = false;
    const range = table.getRange().load("address");
    table.load("style,showFilterButton");
    await context.sync();
    expect(range.address).toMatch(/!A1:C3$/);
    expect(table).toMatchObject({ style: "TableStyleLight1", showFilterButton: false });
    table.convertToRange();
    const values = sheet.getRange("A1:C1").load("values");
    const count = sheet.tables.getCount();
    await context.sync();
    expect(values.values).toEqual([ROWS[0]]);
    expect(count.value).toBe(0);
    const again = sheet.tables.add("A1:C4", true);
    again.delete();
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    expect(used.isNullObject).toBe(true);
  });
});

test("headers become text and unique", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:D2").values = [
      ["Năm", "Năm", 2024, ""],
      [1, 2, 3, 4],
    ];
    const table = sheet.tables.add(sheet.getRange("A1:D2"), true);
    const header = table.getHeaderRowRange().load("values");
    await context.sync();
    expect(header.values).toEqual([["Năm", "Năm2", "2024", "Column4"]]);
  });
});

test("without headers a row of them is put above", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    const range = sheet.tables.add("A1:B2", false).getRange().load("values,address");
    await context.sync();
    expect(range.address).toMatch(/!A1:B3$/);
    expect(range.values).toEqual([
      ["Column1", "Column2"],
      [1, 2],
      [3, 4],
    ]);
  });
});

test("tables cannot overlap, hold merged cells or share a name", async () => {
  const overlap = await excel.failure(async (sheet, context) => {
    sheet.tables.add("A1:B3", true);
    sheet.tables.add("B2:C4", true);
    await context.sync();
  });
  expect(overlap.code).toBe("InvalidOperation");
  const merged = await excel.failure(async (sheet, context) => {
    sheet.getRange("A2:B2").merge();
    sheet.tables.add("A1:B3", true);
    await context.sync();
  });
  expect(merged.code).toBe("InvalidOperation");
  const taken = await excel.failure(async (sheet, context) => {
    sheet.tables.add("A1:B3", true).name = "Trung";
    sheet.tables.add("D1:E3", true).name = "TRUNG";
    await context.sync();
  });
  expect(taken.code).toBe("ItemAlreadyExists");
  const cells = await excel.failure(async (sheet, context) => {
    sheet.tables.add("A1:B3", true);
    sheet.getRange("A2:A3").merge();
    await context.sync();
  });
  expect(cells.code).toBe("InvalidOperation");
});

test.each(["Có cách", "A1", "1Bang", "Bảng-1"])("%s is no name for a table", async (name) => {
  const failure = await excel.failure(async (sheet, context) => {
    sheet.tables.add("A1:B3", true).name = name;
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("what is written into a header becomes a title: text, and there once", async () => {
  await withTable("TieuDe", async (table, sheet, context) => {
    sheet.getRange("A1:C2").values = [
      [2024, "Xã", "xã"],
      [1, 2, 3],
    ];
    const range = sheet.getRange("A1:C2").load("values,valueTypes");
    await context.sync();
    expect(range.values).toEqual([
      ["2024", "Xã", "xã2"],
      [1, 2, 3],
    ]);
    expect(range.valueTypes[0]).toEqual(["String", "String", "String"]);
    sheet.getRange("B1").values = [[""]];
    const header = table.getHeaderRowRange().load("values");
    await context.sync();
    expect(header.values).toEqual([["2024", "Column2", "xã2"]]);
  });
});

test("a table goes with its sheet", async () => {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Sẽ xóa");
    sheet.getRange("A1:B2").values = [
      ["a", "b"],
      [1, 2],
    ];
    sheet.tables.add("A1:B2", true).name = "SeXoa";
    await context.sync();
    sheet.delete();
    const table = context.workbook.tables.getItemOrNullObject("SeXoa");
    const other = context.workbook.worksheets.add("Còn lại");
    other.getRange("A1").formulas = [["=1+1"]];
    const result = other.getRange("A1").load("values");
    await context.sync();
    expect(table.isNullObject).toBe(true);
    expect(result.values).toEqual([[2]]);
  });
});

/** A new table of a header alone. */
function headerOnly(sheet: Excel.Worksheet, name: string): Excel.Table {
  const table = sheet.tables.add("A1:B1", true);
  table.name = name;
  table.getHeaderRowRange().values = [["Xã", "Số"]];
  return table;
}

const values = async (range: Excel.Range, context: Excel.RequestContext): Promise<unknown> => {
  range.load("values");
  await context.sync();
  return range.values;
};

test("the first row that is added takes the empty row of a table that has none yet", async () => {
  await excel.onSheet(async (sheet, context) => {
    const table = headerOnly(sheet, "HangDau");
    table.rows.add(undefined, [
      ["Bảo Lạc", 1],
      ["Hà Quảng", 2],
    ]);
    expect(await values(table.getDataBodyRange(), context)).toEqual([
      ["Bảo Lạc", 1],
      ["Hà Quảng", 2],
    ]);
    table.rows.getItemAt(1).delete();
    table.rows.getItemAt(0).delete();
    table.rows.add(undefined, [["Thạch An", 3]]);
    expect(await values(table.getDataBodyRange(), context)).toEqual([["Thạch An", 3]]);
  });
});

test("an empty row that was added is a row", async () => {
  await excel.onSheet(async (sheet, context) => {
    const table = headerOnly(sheet, "HangTrong");
    table.rows.add(undefined, [["", ""]]);
    table.rows.add(undefined, [["Hòa An", 1]]);
    expect(await values(table.getDataBodyRange(), context)).toEqual([
      ["", ""],
      ["Hòa An", 1],
    ]);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection
test("columns are added at the end and in between, and deleted", async () => {
  await withTable("CotMoi", async (table, sheet, context) => {
    sheet.getRange("D1:D4").values = [["bên"], ["phải"], ["của"], ["bảng"]];
    table.columns.add(undefined, [["Ghi chú"], ["a"], ["b"], ["c"]]);
    table.columns.add(1, [["Mã"], [1], [2], ["=1+2"]]);
    const range = table.getRange().load("address");
    expect(await values(table.getHeaderRowRange(), context)).toEqual([
      ["Xã", "Mã", "Giai đoạn", "Tính (1/0)", "Ghi chú"],
    ]);
    expect(range.address).toMatch(/!A1:E4$/);
    expect(await values(sheet.getRange("B4:F4"), context)).toEqual([[3, "1930-1945", 1, "c", "bảng"]]);
    table.columns.getItem("Mã").delete();
    expect(await values(sheet.getRange("A1:E1"), context)).toEqual([
      ["Xã", "Giai đoạn", "Tính (1/0)", "Ghi chú", "bên"],
    ]);
    const named = table.columns.add(undefined, undefined, "Ghi chú");
    const plain = table.columns.add();
    named.load("name,index");
    plain.load("name");
    await context.sync();
    expect([named.name, named.index, plain.name]).toEqual(["Ghi chú2", 4, "Column6"]);
  });
});

test("a column of another length is refused", async () => {
  const failure = await excel.failure(async (sheet, context) => {
    const table = headerOnly(sheet, "CotSai");
    table.columns.add(undefined, [["Một"], [1], [2]]);
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("a row of totals comes, moves with the rows, is part of the table's range, and goes", async () => {
  await withTable("CoTong", async (table, sheet, context) => {
    sheet.getRange("A5").values = [["bên dưới"]];
    table.showTotals = true;
    const total = table.getTotalRowRange().load("address");
    const range = table.getRange().load("address");
    table.load("showTotals");
    expect(await values(sheet.getRange("A5:C6"), context)).toEqual([
      ["Total", "", 2],
      ["bên dưới", "", ""],
    ]);
    expect([total.address, range.address].map((address) => address.split("!")[1])).toEqual([
      "A5:C5",
      "A1:C5",
    ]);
    expect(table.showTotals).toBe(true);
    table.rows.add(undefined, [["Hòa An", "x", 5]]);
    expect(await values(table.getTotalRowRange(), context)).toEqual([["Total", "", 7]]);
    expect(await values(table.columns.getItemAt(2).getTotalRowRange(), context)).toEqual([[7]]);
    expect(await values(table.getDataBodyRange().getLastRow(), context)).toEqual([["Hòa An", "x", 5]]);
    table.showTotals = false;
    expect(await values(sheet.getRange("A6"), context)).toEqual([["bên dưới"]]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    headerOnly(sheet, "KhongTong").getTotalRowRange().load("address");
    await context.sync();
  });
  expect(failure.code).toBe("ItemNotFound");
});

// learn.microsoft.com/javascript/api/excel/excel.tablecolumn#excel-excel-tablecolumn-name-member
test("formulas follow columns that get another title, typed or set", async () => {
  await withTable("DoiTen", async (table, sheet, context) => {
    sheet.getRange("E1").formulas = [["=SUM(DoiTen[Tính (1/0)])"]];
    table.columns.add(undefined, [["Gấp đôi"], ["=[@[Tính (1/0)]]*2"], [""], [""]]);
    table.getHeaderRowRange().getCell(0, 2).values = [["Được tính"]];
    const inside = sheet.getRange("D2").load("formulas,values");
    const outside = sheet.getRange("E1").load("formulas,values");
    await context.sync();
    expect([inside.formulas, inside.values]).toEqual([[["=[@[Được tính]]*2"]], [[2]]]);
    expect([outside.formulas, outside.values]).toEqual([[["=SUM(DoiTen[Được tính])"]], [[2]]]);
    table.columns.getItem("Được tính").name = "Số";
    outside.load("formulas,values");
    await context.sync();
    expect([outside.formulas, outside.values]).toEqual([[["=SUM(DoiTen[Số])"]], [[2]]]);
  });
});
