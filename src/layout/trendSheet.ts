/**
 * `Diễn biến`: what was reached on each day of a summary, and what it lets expect. The table is the memory of the
 * summaries: it is read back at the next one.
 */
import type { IsoDate } from "../domain/grid";
import type { MergedState, ProgressSnapshot } from "../domain/merge/state";
import { type Forecast, forecastTargets } from "../domain/progress/forecast";
import { forecastMethod, forecastText } from "../domain/progress/forecastText";
import { MERGED_SHEETS, trendColumns } from "../schemes/mergedColumns";
import type { Scheme } from "../schemes/types";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  landscape,
  LINE_HEIGHT,
  NOTE_STYLE,
  OFFICIAL_FONT,
  rowArea,
  rowsBelow,
  SECTION_STYLE,
  SHEET_TITLE_STYLE,
} from "./look";
import type { CellContent, ChartSpec, SheetSpec, StyledArea } from "./sheetSpec";

/** Columns of the forecast, by position. */
const FORECAST = { target: 0, text: 1 } as const;
const CHART_ROWS = 18;
const LINE_COLORS = ["#7F7F7F", "#C55A11", "#2E75B6", "#1F3864", "#548235"];

interface TrendRows {
  readonly forecast: number;
  readonly forecastBottom: number;
  readonly snapshots: number;
  readonly snapshotsBottom: number;
  readonly bottom: number;
}

export function trendSheet(
  state: MergedState,
  { scheme, asOf }: { readonly scheme: Scheme; readonly asOf: IsoDate }
): SheetSpec {
  const snapshots = state.snapshots ?? [];
  const forecast = forecastTargets(snapshots, { scheme, asOf });
  const columns = trendColumns(scheme);
  const right = columns.length - 1;
  const rows = trendRows(scheme, snapshots.length);
  return {
    ...BLANK_SHEET,
    name: MERGED_SHEETS.trend,
    columns: [{ width: 46 }, ...columns.slice(1).map(({ width }) => ({ width }))],
    rowHeights: [
      { row: 0, height: 26 },
      { row: 1, height: 48 },
      { row: rows.forecast, height: LINE_HEIGHT },
      { row: rows.snapshots, height: 50 },
      ...rowsBelow(rows.forecast, scheme.targets.length).map((row) => ({ row, height: 34 })),
    ],
    blocks: [
      {
        top: 0,
        left: 0,
        rows: [
          ["DIỄN BIẾN VÀ DỰ KIẾN HOÀN THÀNH"],
          [`${forecastMethod(scheme)} Dự kiến lập khi tổng hợp, không tự tính lại.`],
        ],
      },
      forecastBlock(forecast, scheme, rows),
      snapshotsBlock(snapshots, scheme, rows),
    ],
    styles: trendStyles(rows, right),
    merges: [
      rowArea(1, 0, right),
      ...[rows.forecast, ...rowsBelow(rows.forecast, scheme.targets.length)].map((row) =>
        rowArea(row, FORECAST.text, right)
      ),
    ],
    charts: snapshots.length < 2 ? [] : [trendChart(scheme, rows, right)],
    freeze: { rows: 1, columns: 1 },
    print: {
      ...landscape({ top: 0, left: 0, bottom: rows.bottom, right }),
      // However long the table above has become, the chart stands on one page.
      ...(snapshots.length >= 2 && { breaksBefore: [rows.snapshotsBottom + 1] }),
    },
  };
}

function trendRows(scheme: Scheme, snapshots: number): TrendRows {
  const forecast = 4;
  const forecastBottom = forecast + scheme.targets.length;
  const header = forecastBottom + 3;
  const snapshotsBottom = header + Math.max(1, snapshots);
  const chart = snapshots < 2 ? 0 : CHART_ROWS + 2;
  return {
    forecast,
    forecastBottom,
    snapshots: header,
    snapshotsBottom,
    bottom: snapshotsBottom + chart,
  };
}

function forecastBlock(forecast: Forecast, scheme: Scheme, rows: TrendRows): SheetSpec["blocks"][number] {
  return {
    top: rows.forecast - 1,
    left: 0,
    rows: [
      ["1. Dự kiến"],
      ["Chỉ tiêu", "Dự kiến"],
      ...forecast.targets.map((target) => [
        scheme.targets.find(({ id }) => id === target.id)?.title ?? target.id,
        forecastText(target, forecast, scheme),
      ]),
    ],
  };
}

function snapshotsBlock(
  snapshots: readonly ProgressSnapshot[],
  scheme: Scheme,
  rows: TrendRows
): SheetSpec["blocks"][number] {
  return {
    top: rows.snapshots - 1,
    left: 0,
    rows: [
      ["2. Số công trình đạt chỉ tiêu qua các lần tổng hợp"],
      trendColumns(scheme).map(({ title }) => title),
      ...snapshots.map(({ asOf, done, funds }): CellContent[] => [
        { date: asOf },
        ...scheme.targets.map(({ id }) => done[id] ?? null),
        funds,
      ]),
    ],
  };
}

function trendChart(scheme: Scheme, rows: TrendRows, right: number): ChartSpec {
  const from = rows.snapshots + 1;
  const to = rows.snapshotsBottom;
  return {
    name: "DienBien",
    title: "Số công trình đạt chỉ tiêu qua các lần tổng hợp",
    kind: "line",
    categories: columnArea(0, from, to),
    series: scheme.targets.map(({ title }, index) => ({
      name: title,
      values: columnArea(1 + index, from, to),
      color: LINE_COLORS[index % LINE_COLORS.length] ?? "#1F3864",
      kind: "chart",
    })),
    categoryTitle: "Ngày tổng hợp",
    valueTitle: "Số công trình",
    valueFormat: "0",
    valueMinimum: 0,
    area: { top: rows.snapshotsBottom + 2, left: 0, bottom: rows.bottom, right },
    description: "Số công trình đạt từng chỉ tiêu qua các lần tổng hợp.",
  };
}

function trendStyles(rows: TrendRows, right: number): StyledArea[] {
  return [
    {
      area: { top: 0, left: 0, bottom: rows.bottom, right },
      style: { fontName: OFFICIAL_FONT, fontSize: 12, vertical: "center" },
    },
    { area: rowArea(0, 0, 0), style: SHEET_TITLE_STYLE },
    { area: rowArea(1, 0, right), style: { ...NOTE_STYLE, wrapText: true, vertical: "top" } },
    ...[
      { header: rows.forecast, bottom: rows.forecastBottom },
      { header: rows.snapshots, bottom: rows.snapshotsBottom },
    ].flatMap(({ header, bottom }): StyledArea[] => [
      { area: rowArea(header - 1, 0, 0), style: SECTION_STYLE },
      { area: { top: header, left: 0, bottom, right }, style: { borderColor: GRID_LINE } },
      { area: rowArea(header, 0, right), style: HEADER_STYLE },
    ]),
    {
      area: { top: rows.forecast + 1, left: 0, bottom: rows.forecastBottom, right },
      style: { wrapText: true, horizontal: "left" },
    },
    {
      area: columnArea(0, rows.snapshots + 1, rows.snapshotsBottom),
      style: { numberFormat: "d/m/yyyy", horizontal: "center" },
    },
    {
      area: { top: rows.snapshots + 1, left: 1, bottom: rows.snapshotsBottom, right: right - 1 },
      style: { horizontal: "center", numberFormat: "0" },
    },
    {
      area: columnArea(right, rows.snapshots + 1, rows.snapshotsBottom),
      style: { horizontal: "right", numberFormat: "#,##0" },
    },
  ];
}
