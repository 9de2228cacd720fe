/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
/** Rows that filters hide and rows in another order. */
import { useExcel } from "./testing";

const excel = useExcel();

const ROWS = [
  ["Xã", "Loại", "Năm", "Số trang"],
  ["Bảo Lạc", "Đảng bộ", 1994, 120],
  ["Hà Quảng", "Đảng bộ", 2004, 80],
  ["Thạch An", "Truyền thống", 1999, 310],
  ["Hòa An", "Kỷ yếu", 2010, 45],
  ["Trùng Khánh", "Đảng bộ", 2019, 310],
];

let tables = 0;

function withRows<T>(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>
): Promise<T> {
  return excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:D6").values = ROWS;
    await context.sync();
    return work(sheet, context);
  });
}

function withTable<T>(
  work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>
): Promise<T> {
  return withRows(async (sheet, context) => {
    const table = sheet.tables.add("A1:D6", true);
    tables += 1;
    table.name = `BangLoc${tables}`;
    await context.sync();
    return work(table, sheet, context);
  });
}

/** First cells of the rows that are shown. */
async function shown(range: Excel.Range, context: Excel.RequestContext): Promise<readonly string[]> {
  const view = range.getVisibleView().load("values");
  await context.sync();
  return view.values.map(([name]) => String(name));
}

type ApplyFilter = (filter: Excel.Filter) => void;

// learn.microsoft.com/javascript/api/excel/excel.filter
test.each<readonly [string, string, ApplyFilter, readonly string[]]>([
  ["values", "Loại", (f) => f.applyValuesFilter(["đảng bộ"]), ["Bảo Lạc", "Hà Quảng", "Trùng Khánh"]],
  ["several values", "Loại", (f) => f.applyValuesFilter(["Kỷ yếu", "Truyền thống"]), ["Thạch An", "Hòa An"]],
  ["above a number", "Năm", (f) => f.applyCustomFilter(">2004"), ["Hòa An", "Trùng Khánh"]],
  [
    "between",
    "Năm",
    (f) => f.applyCustomFilter(">=1999", "<=2010", "And"),
    ["Hà Quảng", "Thạch An", "Hòa An"],
  ],
  ["either", "Năm", (f) => f.applyCustomFilter("=1994", "=2019", "Or"), ["Bảo Lạc", "Trùng Khánh"]],
  ["an ending", "Xã", (f) => f.applyCustomFilter("=*An"), ["Thạch An", "Hòa An"]],
  ["any but", "Xã", (f) => f.applyCustomFilter("<>*an"), ["Bảo Lạc", "Hà Quảng", "Trùng Khánh"]],
  ["the most, ties included", "Số trang", (f) => f.applyTopItemsFilter(1), ["Thạch An", "Trùng Khánh"]],
  ["the fewest", "Số trang", (f) => f.applyBottomItemsFilter(2), ["Hà Quảng", "Hòa An"]],
  ["a share from the top", "Năm", (f) => f.applyTopPercentFilter(40), ["Hòa An", "Trùng Khánh"]],
  ["a share from the bottom", "Năm", (f) => f.applyBottomPercentFilter(20), ["Bảo Lạc"]],
  ["above average", "Số trang", (f) => f.applyDynamicFilter("AboveAverage"), ["Thạch An", "Trùng Khánh"]],
  ["criteria as an object", "Năm", (f) => f.apply({ filterOn: "BottomItems", criterion1: "1" }), ["Bảo Lạc"]],
])("a table's column filtered by %s", async (_name, column, apply, expected) => {
  await withTable(async (table, _sheet, context) => {
    apply(table.columns.getItem(column).filter);
    expect(await shown(table.getDataBodyRange(), context)).toEqual(expected);
  });
});

test("filters of several columns hold together, are told, cleared and applied again", async () => {
  await withTable(async (table, sheet, context) => {
    const kind = table.columns.getItem("Loại").filter;
    kind.applyValuesFilter(["Đảng bộ"]);
    table.columns.getItem("Năm").filter.applyCustomFilter(">2000");
    kind.load("criteria");
    const hidden = sheet.getRange("A2:A6").load("rowHidden");
    const firstRow = sheet.getRange("A2").load("rowHidden");
    table.autoFilter.load("enabled,isDataFiltered");
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Hà Quảng", "Trùng Khánh"]);
    expect(kind.criteria).toEqual({ filterOn: "Values", values: ["Đảng bộ"] });
    expect([hidden.rowHidden, firstRow.rowHidden]).toEqual([null, true]);
    expect(table.autoFilter).toMatchObject({ enabled: true, isDataFiltered: true });
    sheet.getRange("C2").values = [[2020]];
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Hà Quảng", "Trùng Khánh"]);
    table.reapplyFilters();
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Bảo Lạc", "Hà Quảng", "Trùng Khánh"]);
    kind.clear();
    expect(await shown(table.getDataBodyRange(), context)).toHaveLength(4);
    table.clearFilters();
    expect(await shown(table.getDataBodyRange(), context)).toHaveLength(5);
  });
});

test("colours and months are filtered by; icons and periods around today are refused by name", async () => {
  await withTable(async (table, sheet, context) => {
    sheet.getRange("A3").format.fill.color = "#FFFF00";
    const name = table.columns.getItem("Xã").filter;
    name.applyCellColorFilter("#FFFF00");
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Hà Quảng"]);
    name.clear();
    sheet.getRange("C2:C6").values = [["5/1/2021"], ["6/2/2021"], ["7/5/2021"], ["8/5/2022"], ["9/12/2022"]];
    const date = table.columns.getItem("Năm").filter;
    date.applyDynamicFilter("AllDatesInPeriodMay");
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Thạch An", "Hòa An"]);
    date.applyDynamicFilter("AllDatesInPeriodQuarter1");
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Bảo Lạc", "Hà Quảng"]);
    date.applyValuesFilter([{ date: "2022-01-01", specificity: "Year" }]);
    expect(await shown(table.getDataBodyRange(), context)).toEqual(["Hòa An", "Trùng Khánh"]);
  });
  const failure = await excel.failure(async (sheet, context) => {
    const table = sheet.tables.add("A1:A3", true);
    table.columns.getItemAt(0).filter.applyDynamicFilter("Today");
    await context.sync();
  });
  expect(failure.code).toBe("ApiNotFound");
  expect(failure.message).toContain("Today");
});

// learn.microsoft.com/javascript/api/excel/excel.autofilter
test("a sheet's filter is applied, read, cleared by column, applied again and removed", async () => {
  await withRows(async (sheet, context) => {
    const filter = sheet.autoFilter;
    const none = filter.getRangeOrNullObject();
    await context.sync();
    expect(none.isNullObject).toBe(true);
    filter.apply("A1:D6", 3, { filterOn: "TopPercent", criterion1: "50" });
    filter.apply(sheet.getRange("A1:D6"), 1, { filterOn: "Custom", criterion1: "=Đảng*" });
    filter.load("criteria,enabled,isDataFiltered");
    const range = filter.getRange().load("address");
    expect(await shown(sheet.getRange("A2:D6"), context)).toEqual(["Trùng Khánh"]);
    expect(range.address).toMatch(/!A1:D6$/);
    expect(filter.criteria[1]).toEqual({ filterOn: "Custom", criterion1: "=Đảng*" });
    expect([filter.enabled, filter.isDataFiltered]).toEqual([true, true]);
    filter.clearColumnCriteria(3);
    expect(await shown(sheet.getRange("A2:D6"), context)).toEqual(["Bảo Lạc", "Hà Quảng", "Trùng Khánh"]);
    sheet.getRange("B5").values = [["Đảng ủy"]];
    filter.reapply();
    expect(await shown(sheet.getRange("A2:D6"), context)).toHaveLength(4);
    filter.clearCriteria();
    expect(await shown(sheet.getRange("A2:D6"), context)).toHaveLength(5);
    filter.apply("A1:D6", 0, { filterOn: "Values", values: ["Hòa An"] });
    filter.remove();
    filter.load("enabled");
    expect(await shown(sheet.getRange("A2:D6"), context)).toHaveLength(5);
    expect(filter.enabled).toBe(false);
  });
});

test("the view of a filtered range has addresses, formulas and rows, and takes values", async () => {
  await withTable(async (table, sheet, context) => {
    table.columns.getItem("Loại").filter.applyValuesFilter(["Đảng bộ"]);
    const view = sheet.getRange("A2:B6").getVisibleView();
    view.load("rowCount,columnCount,cellAddresses,text");
    view.rows.load("items/values,items/index");
    await context.sync();
    expect([view.rowCount, view.columnCount]).toEqual([3, 2]);
    expect(view.cellAddresses[1]?.map((address: string) => address.split("!")[1])).toEqual(["A3", "B3"]);
    expect(view.rows.items[2]?.values).toEqual([["Trùng Khánh", "Đảng bộ"]]);
    view.values = [
      ["một", "x"],
      ["hai", "x"],
      ["ba", "x"],
    ];
    const cells = sheet.getRange("A2:A6").load("values");
    await context.sync();
    expect(cells.values).toEqual([["một"], ["hai"], ["Thạch An"], ["Hòa An"], ["ba"]]);
  });
});

const names = async (sheet: Excel.Worksheet, context: Excel.RequestContext): Promise<readonly unknown[]> => {
  const cells = sheet.getRange("A2:A6").load("values");
  await context.sync();
  return cells.values.map(([name]) => name as unknown);
};

// learn.microsoft.com/javascript/api/excel/excel.rangesort
test("rows are sorted by several fields; looks and formulas go with them, empty cells are last", async () => {
  await withRows(async (sheet, context) => {
    sheet.getRange("E2:E6").formulas = [["=D2*2"], ["=D3*2"], ["=D4*2"], ["=D5*2"], ["=D6*2"]];
    sheet.getRange("A5:D5").format.fill.color = "#FFFF00";
    sheet.getRange("A1:E6").sort.apply(
      [
        { key: 3, ascending: false },
        { key: 2, ascending: false },
      ],
      false,
      true
    );
    expect(await names(sheet, context)).toEqual(["Trùng Khánh", "Thạch An", "Bảo Lạc", "Hà Quảng", "Hòa An"]);
    const formulas = sheet.getRange("E2:E6").load("formulas,values");
    const moved = sheet.getRange("A6").format.fill.load("color");
    const left = sheet.getRange("A5").format.fill.load("color");
    await context.sync();
    expect(formulas.formulas).toEqual([["=D2*2"], ["=D3*2"], ["=D4*2"], ["=D5*2"], ["=D6*2"]]);
    expect(formulas.values).toEqual([[620], [620], [240], [160], [90]]);
    expect([moved.color, left.color]).toEqual(["#FFFF00", "#FFFFFF"]);
    sheet.getRange("A3").values = [[""]];
    sheet.getRange("A1:E6").sort.apply([{ key: 0, ascending: false }], false, true);
    expect(await names(sheet, context)).toEqual(["Trùng Khánh", "Hòa An", "Hà Quảng", "Bảo Lạc", ""]);
    sheet.getRange("A2:E6").sort.apply([{ key: 0, sortOn: "CellColor", color: "#FFFF00" }]);
    expect((await names(sheet, context))[0]).toBe("Hòa An");
  });
});

test("columns are sorted by a row", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:D2").values = [
      ["Mục", 3, 1, 2],
      ["x", "ba", "một", "hai"],
    ];
    sheet.getRange("A1:D2").sort.apply([{ key: 0, ascending: true }], false, true, "Columns");
    const cells = sheet.getRange("A1:D2").load("values");
    await context.sync();
    expect(cells.values).toEqual([
      ["Mục", 1, 2, 3],
      ["x", "một", "hai", "ba"],
    ]);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.tablesort
test("a table is sorted, told how, sorted again; clearing leaves the order", async () => {
  await withTable(async (table, sheet, context) => {
    table.sort.apply([{ key: 2, ascending: false }]);
    table.sort.load("fields,matchCase,method");
    expect(await names(sheet, context)).toEqual(["Trùng Khánh", "Hòa An", "Hà Quảng", "Thạch An", "Bảo Lạc"]);
    expect(table.sort).toMatchObject({ fields: [{ key: 2, ascending: false }], matchCase: false });
    sheet.getRange("C6").values = [[2030]];
    table.sort.reapply();
    expect((await names(sheet, context))[0]).toBe("Bảo Lạc");
    table.sort.clear();
    table.sort.load("fields");
    expect((await names(sheet, context))[0]).toBe("Bảo Lạc");
    expect(table.sort.fields).toEqual([]);
  });
});

test("what a filter hides stays where it is when the rest is sorted", async () => {
  await withTable(async (table, sheet, context) => {
    table.columns.getItem("Loại").filter.applyValuesFilter(["Đảng bộ"]);
    table.sort.apply([{ key: 2, ascending: false }]);
    expect(await names(sheet, context)).toEqual(["Trùng Khánh", "Hà Quảng", "Thạch An", "Hòa An", "Bảo Lạc"]);
  });
});

test.each<readonly [string, (sheet: Excel.Worksheet) => void, string]>([
  [
    "a field that is not there",
    (sheet) => sheet.getRange("A1:B6").sort.apply([{ key: 2 }]),
    "InvalidArgument",
  ],
  ["no field", (sheet) => sheet.getRange("A1:B6").sort.apply([]), "InvalidArgument"],
  [
    "a kind of filter that is none",
    (sheet) => sheet.autoFilter.apply("A1:B6", 0, { filterOn: "Odd" as "Values" }),
    "InvalidArgument",
  ],
  [
    "a column outside of the filter",
    (sheet) => sheet.autoFilter.apply("A1:B6", 2, { filterOn: "Values", values: ["x"] }),
    "InvalidArgument",
  ],
  ["merged cells", (sheet) => sheet.getRange("A1:B6").sort.apply([{ key: 0 }]), "InvalidOperation"],
  ["a protected sheet", (sheet) => sheet.autoFilter.apply("A1:B6"), "AccessDenied"],
])("%s is refused", async (name, work, code) => {
  const failure = await excel.failure(async (sheet, context) => {
    sheet.getRange("A1:B6").values = ROWS.map(([first = "", second = ""]) => [first, second]);
    if (name === "merged cells") {
      sheet.getRange("A3:A4").merge();
    }
    if (name === "a protected sheet") {
      sheet.protection.protect();
    }
    work(sheet);
    await context.sync();
  });
  expect(failure.code).toBe(code);
});

test("a table that becomes plain cells shows its rows again", async () => {
  await withTable(async (table, sheet, context) => {
    table.columns.getItem("Loại").filter.applyValuesFilter(["Kỷ yếu"]);
    table.convertToRange();
    expect(await shown(sheet.getRange("A2:A6"), context)).toHaveLength(5);
  });
});
