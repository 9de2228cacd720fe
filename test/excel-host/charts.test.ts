/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

const STAGES = [
  ["Đơn vị", "Đã xuất bản", "Đã hội thảo"],
  ["Hạ Lang", 8, 5],
  ["Thạch An", 1, 0],
];

/** A sheet with two series of two districts in A1:C3. */
function withData(
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>
): Promise<void> {
  return excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:C3").values = STAGES;
    await work(sheet, context);
  });
}

test("a chart is added over a range: a series for each column, named by its heading", async () => {
  await withData(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C3"), "Columns");
    chart.load("name,chartType");
    chart.series.load("items/name");
    const values = chart.series.getItemAt(0).getDimensionValues("Values");
    const count = sheet.charts.getCount();
    await context.sync();
    expect(chart.chartType).toBe("ColumnStacked");
    expect(chart.series.items.map(({ name }) => name)).toEqual(["Đã xuất bản", "Đã hội thảo"]);
    expect(values.value.map(Number)).toEqual([8, 1]);
    expect(count.value).toBe(1);
  });
});

test("its name, title, legend, axes and place are set and read back", async () => {
  await withData(async (sheet, context) => {
    const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:C3"));
    chart.name = "TienDo";
    chart.title.text = "Tiến độ";
    chart.legend.position = "Bottom";
    chart.axes.valueAxis.maximum = 10;
    chart.setPosition("E2", "H12");
    await context.sync();
    const read = sheet.charts.getItem("tiendo").load("name,top,left,width,height");
    read.title.load("text,visible");
    read.legend.load("position");
    read.axes.valueAxis.load("maximum");
    const from = sheet.getRange("E2").load("top,left");
    await context.sync();
    expect([read.name, read.title.text, read.title.visible]).toEqual(["TienDo", "Tiến độ", true]);
    expect([read.legend.position, read.axes.valueAxis.maximum]).toEqual(["Bottom", 10]);
    expect([read.top, read.left]).toEqual([from.top, from.left]);
    expect(read.width).toBeGreaterThan(0);
  });
});

test("new data make its series anew", async () => {
  await withData(async (sheet, context) => {
    const chart = sheet.charts.add("Line", sheet.getRange("A1:C3"), "Columns");
    chart.setData(sheet.getRange("A1:B3"), "Columns");
    chart.series.load("items/name");
    await context.sync();
    expect(chart.series.items.map(({ name }) => name)).toEqual(["Đã xuất bản"]);
  });
});

test("a deleted chart is gone", async () => {
  await withData(async (sheet, context) => {
    const chart = sheet.charts.add("Pie", sheet.getRange("A1:B3"));
    chart.name = "Một";
    await context.sync();
    chart.delete();
    const gone = sheet.charts.getItemOrNullObject("Một");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("a chart type that there is not is refused", async () => {
  const failure = await excel.failure(async (sheet, context) => {
    sheet.charts.add("Bánh" as Excel.ChartType, sheet.getRange("A1:B3"));
    await context.sync();
  });
  expect(failure.code).toBe("InvalidArgument");
});

test("a chart that is not there is ItemNotFound", async () => {
  const failure = await excel.failure(async (sheet, context) => {
    sheet.charts.getItem("không có").load("name");
    await context.sync();
  });
  expect(failure.code).toBe("ItemNotFound");
});

// learn.microsoft.com/javascript/api/excel/excel.chart#excel-excel-chart-getdatatableornullobject-member(1)
test("a chart with an axis of categories has a data table, a pie has none", async () => {
  await withData(async (sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"));
    const table = chart.getDataTableOrNullObject();
    table.visible = true;
    table.showHorizontalBorder = false;
    table.format.border.color = "blue";
    table.load("visible,showHorizontalBorder,showLegendKey");
    table.format.border.load("color");
    const none = sheet.charts.add("Pie", sheet.getRange("A1:B3")).getDataTableOrNullObject();
    await context.sync();
    expect(table).toMatchObject({ visible: true, showHorizontalBorder: false, showLegendKey: true });
    expect(table.format.border.color).toBe("#0000FF");
    expect(none.isNullObject).toBe(true);
  });
  const failure = await excel.failure(async (sheet, context) => {
    sheet.charts.add("Doughnut", sheet.getRange("A1:B3")).getDataTable().load("visible");
    await context.sync();
  });
  expect(failure).toMatchObject({ code: "InvalidOperation", location: "Chart.getDataTable" });
});

test("an axis takes its categories from other cells; the plot area has a place of its own", async () => {
  await withData(async (sheet, context) => {
    sheet.getRange("E1:E2").values = [["Xã 1"], ["Xã 2"]];
    const chart = sheet.charts.add("LineMarkers", sheet.getRange("A1:C3"), "Columns");
    chart.axes.categoryAxis.setCategoryNames(sheet.getRange("E1:E2"));
    chart.plotArea.width = 300;
    chart.plotArea.left = 40;
    chart.plotArea.load("width,left,position");
    const names = chart.series.getItemAt(1).getDimensionValues("Categories");
    await context.sync();
    expect(names.value).toEqual(["Xã 1", "Xã 2"]);
    expect(chart.plotArea).toMatchObject({ width: 300, left: 40, position: "Automatic" });
  });
});
