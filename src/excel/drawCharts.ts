/** `ChartSpec` → Office.js calls. Nothing here syncs or reads. */
import { OFFICIAL_FONT } from "../layout/look";
import type { ChartSeriesSpec, ChartSpec } from "../layout/sheetSpec";
import { cellAddress } from "../domain/grid";
import { rangeOf } from "./ranges";
import { strokeOfCalls, type Stroke } from "./requests";

const CHART_TYPES = {
  stackedColumns: "ColumnStacked",
  columns: "ColumnClustered",
  line: "LineMarkers",
} as const;

const TEXT_SIZE = 10;
const TITLE_SIZE = 13;
const GRID_COLOR = "#D9D9D9";
const LINE_POINTS = 2;
const GAP_WIDTH = 60;
const MARK_SIZE = 18;
const POINT_SIZE = 6;

/** Draws charts; one of the same name that is there already gives way. */
export function chartStrokes(sheet: Excel.Worksheet, charts: readonly ChartSpec[]): readonly Stroke[] {
  return charts.map((chart) =>
    strokeOfCalls(40 + 15 * chart.series.length, () => {
      // A null object ignores calls.
      sheet.charts.getItemOrNullObject(chart.name).delete();
      drawChart(sheet, chart);
    })
  );
}

function drawChart(sheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first, ...others] = spec.series;
  if (!first) return;
  // Over the values alone Excel finds neither headings nor categories to guess at: one series.
  const chart = sheet.charts.add(CHART_TYPES[spec.kind], rangeOf(sheet, first.values), "Columns");
  chart.name = spec.name;
  drawSeries(sheet, chart.series.getItemAt(0), first, spec);
  for (const series of others) drawSeries(sheet, chart.series.add(series.name), series, spec);
  chart.title.text = spec.title;
  chart.title.format.font.name = OFFICIAL_FONT;
  chart.title.format.font.size = TITLE_SIZE;
  chart.title.format.font.bold = true;
  chart.legend.position = "Bottom";
  chart.legend.format.font.name = OFFICIAL_FONT;
  chart.legend.format.font.size = TEXT_SIZE;
  const { categoryAxis, valueAxis } = chart.axes;
  nameAxis(categoryAxis, spec.categoryTitle);
  nameAxis(valueAxis, spec.valueTitle);
  valueAxis.numberFormat = spec.valueFormat;
  if (spec.valueMinimum !== undefined) valueAxis.minimum = spec.valueMinimum;
  if (spec.valueMaximum !== undefined) valueAxis.maximum = spec.valueMaximum;
  valueAxis.majorGridlines.format.line.color = GRID_COLOR;
  const { top, left, bottom, right } = spec.area;
  chart.setPosition(cellAddress(top, left), cellAddress(bottom, right));
}

function nameAxis(axis: Excel.ChartAxis, title: string): void {
  axis.title.text = title;
  axis.title.format.font.name = OFFICIAL_FONT;
  axis.title.format.font.size = TEXT_SIZE;
  axis.format.font.name = OFFICIAL_FONT;
  axis.format.font.size = TEXT_SIZE;
  axis.majorTickMark = "None";
  axis.minorTickMark = "None";
}

function drawSeries(
  sheet: Excel.Worksheet,
  series: Excel.ChartSeries,
  { name, values, color, kind }: ChartSeriesSpec,
  chart: ChartSpec
): void {
  series.setValues(rangeOf(sheet, values));
  series.setXAxisValues(rangeOf(sheet, chart.categories));
  series.name = name;
  const isColumn = kind === "chart" && chart.kind !== "line";
  if (isColumn) {
    series.format.fill.setSolidColor(color);
    series.gapWidth = GAP_WIDTH;
    return;
  }
  if (kind !== "chart") series.chartType = kind === "marks" ? "LineMarkers" : "Line";
  if (kind === "marks") {
    series.format.line.clear();
  } else {
    series.format.line.color = color;
    series.format.line.weight = LINE_POINTS;
  }
  if (kind === "line") return;
  series.markerStyle = kind === "marks" ? "Dash" : "Circle";
  series.markerSize = kind === "marks" ? MARK_SIZE : POINT_SIZE;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = color;
}
