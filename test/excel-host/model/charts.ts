/** `Excel.ChartCollection` and `Excel.Chart`. The spreadsheet draws none: charts live in the state. */
import { invalidArgument, invalidOperation, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { EventType } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { integerOf, numberOf, oneOf, targetOf, textOf } from "./arguments";
import type { ChartTarget } from "./chartParts";
import {
  areaFormatObject,
  axesObject,
  below,
  dataLabelsObject,
  dataTableObject,
  flag,
  keptProperties,
  legendObject,
  number,
  plotAreaObject,
  requireEditable,
  titleObject,
  word,
} from "./chartParts";
import { newSeriesId, seriesCollectionObject, seriesName } from "./chartSeries";
import { automaticPlotBy, seriesSources, usedSource } from "./chartSource";
import type { ChartSeriesState, ChartSource, ChartState } from "./chartState";
import { CHART_TYPES } from "./chartWords";
import type { ModelContext } from "./context";
import { freshId, sheetState } from "./context";
import type { Argument, HostObject, Property } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { eventMethods, namedEvent } from "./eventMembers";
import { columnWidth, rowHeight } from "./lines";
import type { RangeTarget } from "./range";
import { resolveAddress } from "./range";
import { worksheetObject } from "./worksheet";
import { sheetInfo, wireSheetId } from "./worksheets";

interface ChartsTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
}

/** What a chart and the collection of a sheet's charts both tell. */
const CHART_EVENTS = [
  namedEvent("Activated", EventType.chartActivated),
  namedEvent("Deactivated", EventType.chartDeactivated),
];

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

/** Points; where and how large a chart is that was not placed. */
const FIRST_PLACE = { top: 72, left: 144, width: 360, height: 216 } as const;

function chartsOf({ context, sheetId }: ChartsTarget): readonly ChartTarget[] {
  return sheetState(context, sheetId).charts.map((chart) => ({ context, sheetId, chart }));
}

/** By name in any letter case, or by id. */
function chartByKey(target: ChartsTarget, key: Json | Argument | undefined): HostObject | null {
  const name = String(key).toLowerCase();
  const found = chartsOf(target).find(({ chart }) => chart.id === key || chart.name.toLowerCase() === name);
  return found ? chartObject(found) : null;
}

/** Reads the chart's cells anew: its series begin again. */
function plot(target: ChartTarget, source: ChartSource, seriesBy: (typeof SERIES_BY)[number]): void {
  const { context, chart } = target;
  const shown = usedSource(context, source);
  chart.source = source;
  chart.plotBy = seriesBy === "Auto" ? automaticPlotBy(shown.area) : seriesBy;
  chart.series = [];
  for (const each of seriesSources(context, shown, chart.plotBy, chart.chartType)) {
    chart.series = [...chart.series, { id: newSeriesId(target), name: null, trendlines: [], ...each }];
  }
}

function sourceOf(value: Argument | undefined, location: string): ChartSource {
  if (!isHostObject(value)) {
    throw invalidArgument(location, "A Range is expected.");
  }
  const { sheetId, area } = targetOf<RangeTarget>(value, "Range", location);
  return { sheetId, area };
}

function seriesByOf(value: Argument | undefined, location: string): (typeof SERIES_BY)[number] {
  return oneOf(SERIES_BY, value ?? "Auto", location);
}

/** `Chart 1`, `Chart 2`, … */
function freeName(target: ChartsTarget): string {
  const taken = new Set(chartsOf(target).map(({ chart }) => chart.name));
  const candidates = Array.from({ length: taken.size + 1 }, (_, index) => `Chart ${index + 1}`);
  return candidates.find((name) => !taken.has(name)) ?? "Chart";
}

/** An id that no chart of the workbook has. */
function newChartId(context: ModelContext): string {
  const taken = Object.values(context.state.sheets).flatMap(({ charts }) => charts.map(({ id }) => id));
  return freshId(context, "CHART", taken);
}

function add(
  target: ChartsTarget,
  type: Argument | undefined,
  source: Argument | undefined,
  seriesBy: Argument | undefined
): HostObject {
  const location = "ChartCollection.add";
  const { context, sheetId } = target;
  const chartType = oneOf(CHART_TYPES, type, location);
  const cells = sourceOf(source, location);
  const by = seriesByOf(seriesBy, location);
  requireEditable({ ...target, chart: EMPTY }, location);
  const chart: ChartState = {
    ...EMPTY,
    id: newChartId(context),
    name: freeName(target),
    chartType,
    parts: {},
  };
  plot({ context, sheetId, chart }, cells, by);
  sheetState(context, sheetId).charts.push(chart);
  announceChart(context, EventType.chartAdded, sheetId, chart.id);
  return chartObject({ context, sheetId, chart });
}

/** For the handlers of the chart itself and of all charts of its sheet. */
function announceChart(context: ModelContext, eventType: number, sheetId: string, chartId: string): void {
  const worksheetId = wireSheetId(sheetId);
  context.announce({ eventType, targets: [chartId, worksheetId], message: { worksheetId, chartId } });
}

/** The chart that was active is so no more: another one is, or cells, or another sheet. */
export function deactivateChart(context: ModelContext): void {
  const active = context.session.activeChart;
  context.session.activeChart = null;
  if (active) {
    announceChart(context, EventType.chartDeactivated, active.sheetId, active.chartId);
  }
}

function activate({ context, sheetId, chart }: ChartTarget): void {
  if (sheetInfo(context, sheetId).hidden) {
    throw invalidArgument("Chart.activate", "The sheet of the chart is hidden.");
  }
  context.spreadsheet.activateSheet(sheetId);
  if (context.session.activeChart?.chartId !== chart.id) {
    deactivateChart(context);
    context.session.activeChart = { sheetId, chartId: chart.id };
    announceChart(context, EventType.chartActivated, sheetId, chart.id);
  }
}

/** `Workbook.getActiveChart`: the chart that is selected. */
export function activeChart(context: ModelContext): HostObject | null {
  const active = context.session.activeChart;
  return active && chartByKey({ context, sheetId: active.sheetId }, active.chartId);
}

const EMPTY: ChartState = {
  id: "",
  name: "",
  chartType: "ColumnClustered",
  plotBy: "Columns",
  source: null,
  ...FIRST_PLACE,
  series: [],
  parts: {},
};

/** Charts for the copy of a sheet: what they showed of the original they show of the copy. */
export function copiedCharts(
  context: ModelContext,
  charts: readonly ChartState[],
  from: string,
  to: string
): readonly ChartState[] {
  const redirected = (source: ChartSource | null): ChartSource | null =>
    source?.sheetId === from ? { ...source, sheetId: to } : source;
  return charts.map((chart) => ({
    ...withSources(structuredClone(chart), redirected),
    id: newChartId(context),
  }));
}

/** Charts of all sheets follow the cells of one sheet that moved. */
export function followCells(
  context: ModelContext,
  sheetId: string,
  moved: (area: Area) => Area | null
): void {
  const follow = (source: ChartSource | null): ChartSource | null => {
    const area = source && (source.sheetId === sheetId ? moved(source.area) : source.area);
    return source && area && { ...source, area };
  };
  Object.values(context.state.sheets).forEach(({ charts }) =>
    charts.forEach((chart) => Object.assign(chart, withSources(chart, follow)))
  );
}

function withSources(
  chart: ChartState,
  change: (source: ChartSource | null) => ChartSource | null
): ChartState {
  const changed = (series: ChartSeriesState): ChartSeriesState => ({
    ...series,
    heading: change(series.heading),
    values: change(series.values),
    categories: change(series.categories),
    bubbleSizes: change(series.bubbleSizes),
  });
  return { ...chart, source: change(chart.source), series: chart.series.map(changed) };
}

export const chartsObject: (target: ChartsTarget) => HostObject = defineObject<ChartsTarget>({
  name: "ChartCollection",
  properties: { Count: readOnly((target) => chartsOf(target).length) },
  items: (target) => chartsOf(target).map(chartObject),
  item: chartByKey,
  methods: {
    Add: method(["type", "sourceData", "seriesBy"], add),
    GetCount: method((target) => chartsOf(target).length),
    GetItem: method(["name"], (target, name) => {
      const found = chartByKey(target, textOf(name, "ChartCollection.getItem"));
      if (!found) {
        throw itemNotFound("ChartCollection.getItem");
      }
      return found;
    }),
    GetItemAt: method(["index"], (target, index) => {
      const found = chartsOf(target)[integerOf(index, "ChartCollection.getItemAt")];
      if (!found) {
        throw invalidArgument("ChartCollection.getItemAt", "There is no chart of that number.");
      }
      return chartObject(found);
    }),
    GetItemOrNullObject: method(["name"], chartByKey),
    ...eventMethods<ChartsTarget>(
      "ChartCollection",
      [
        ...CHART_EVENTS,
        namedEvent("Added", EventType.chartAdded),
        namedEvent("Deleted", EventType.chartDeleted),
      ],
      ({ sheetId }) => wireSheetId(sheetId)
    ),
  },
});

function length(name: "top" | "left" | "width" | "height"): Property<ChartTarget> {
  const location = `Chart.${name}`;
  return readWrite(
    ({ chart }) => chart[name],
    (target, value) => {
      const points = numberOf(value, location);
      if (points < 0) {
        throw invalidArgument(location, "A chart lies on the sheet.");
      }
      requireEditable(target, location);
      target.chart[name] = points;
    }
  );
}

/** Points from the sheet's corner to the edges of the cells. */
function edgesOf({
  context,
  sheetId,
  area,
}: RangeTarget): Record<"top" | "left" | "bottom" | "right", number> {
  const { spreadsheet } = context;
  const down = (to: number): number => sum(to, (row) => rowHeight(spreadsheet, sheetId, row));
  const across = (to: number): number => sum(to, (column) => columnWidth(spreadsheet, sheetId, column));
  return {
    top: down(area.top),
    left: across(area.left),
    bottom: down(area.bottom + 1),
    right: across(area.right + 1),
  };
}

function sum(count: number, lengthOf: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    total += lengthOf(index);
  }
  return total;
}

/** Puts the chart over the cells from `start` to `end`; without an end only its corner moves. */
function setPosition(target: ChartTarget, start: Argument | undefined, end: Argument | undefined): void {
  const location = "Chart.setPosition";
  const { context, sheetId, chart } = target;
  const rangeOf = (value: Argument | undefined): RangeTarget =>
    isHostObject(value)
      ? targetOf<RangeTarget>(value, "Range", location)
      : resolveAddress(context, sheetId, textOf(value, location), location);
  const from = rangeOf(start);
  const to = end === undefined || end === null ? null : rangeOf(end);
  const isElsewhere = from.sheetId !== sheetId || (to !== null && to.sheetId !== sheetId);
  if (isElsewhere || (to !== null && (to.area.bottom < from.area.top || to.area.right < from.area.left))) {
    throw invalidArgument(location);
  }
  requireEditable(target, location);
  const { top, left } = edgesOf(from);
  Object.assign(chart, { top, left });
  if (to) {
    const { bottom, right } = edgesOf(to);
    Object.assign(chart, { height: bottom - top, width: right - left });
  }
}

/** Only beside axes of categories there is room for a table. */
const WITH_DATA_TABLE = /^(3D)?(Area|Bar(?!OfPie)|Column|Cone|Cylinder|Line|Pyramid|Stock)/;

function dataTable(target: ChartTarget): HostObject | null {
  const isAllowed = WITH_DATA_TABLE.test(target.chart.chartType);
  return isAllowed ? dataTableObject({ ...target, path: "/DataTable" }) : null;
}

function nameOfOnlySeries(target: ChartTarget): string | null {
  const [series, ...others] = target.chart.series;
  return series && others.length === 0 ? seriesName(target, series) : null;
}

const whole = <T extends ChartTarget>(target: T): T & { readonly path: string } => ({ ...target, path: "" });

const parts = below({
  Axes: axesObject,
  DataLabels: dataLabelsObject,
  Format: areaFormatObject,
  Legend: legendObject,
  PlotArea: plotAreaObject,
  Title: titleObject(nameOfOnlySeries),
});

const wholeChart = defineObject<ChartTarget & { readonly path: string }>({
  name: "Chart",
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    ...keptProperties("Chart", {
      CategoryLabelLevel: number(-1),
      DisplayBlanksAs: word(["NotPlotted", "Zero", "Interplotted"], "NotPlotted"),
      PlotVisibleOnly: flag(true),
      SeriesNameLevel: number(-1),
      ShowDataLabelsOverMaximum: flag(true),
      Style: number(2, 1, 400),
    }),
    Id: readOnly(({ chart }) => chart.id),
    Name: readWrite(
      ({ chart }) => chart.name,
      (target, value) => {
        const name = textOf(value, "Chart.name");
        if (name === "") {
          throw invalidArgument("Chart.name");
        }
        requireEditable(target, "Chart.name");
        target.chart.name = name;
      }
    ),
    ChartType: readWrite(
      ({ chart }) => chart.chartType,
      (target, value) => {
        const type = oneOf(CHART_TYPES, value, "Chart.chartType");
        requireEditable(target, "Chart.chartType");
        target.chart.chartType = type;
      }
    ),
    PlotBy: readWrite(
      ({ chart }) => chart.plotBy,
      (target, value) => {
        const by = oneOf(["Rows", "Columns"] as const, value, "Chart.plotBy");
        requireEditable(target, "Chart.plotBy");
        if (target.chart.source) {
          plot(target, target.chart.source, by);
        }
      }
    ),
    Top: length("top"),
    Left: length("left"),
    Width: length("width"),
    Height: length("height"),
  },
  objects: {
    ...parts,
    Series: (target) => seriesCollectionObject(target),
    Worksheet: ({ context, sheetId }) => worksheetObject({ context, sheetId }),
  },
  methods: {
    Activate: method(activate),
    Delete: method((target) => {
      requireEditable(target, "Chart.delete");
      const state = sheetState(target.context, target.sheetId);
      state.charts = state.charts.filter((each) => each !== target.chart);
      if (target.context.session.activeChart?.chartId === target.chart.id) {
        deactivateChart(target.context);
      }
      announceChart(target.context, EventType.chartDeleted, target.sheetId, target.chart.id);
    }),
    SetData: method(["sourceData", "seriesBy"], (target, source, seriesBy) => {
      const cells = sourceOf(source, "Chart.setData");
      const by = seriesByOf(seriesBy, "Chart.setData");
      requireEditable(target, "Chart.setData");
      plot(target, cells, by);
    }),
    SetPosition: method(["startCell", "endCell"], setPosition),
    GetDataTable: method((target) => {
      const found = dataTable(target);
      if (!found) {
        throw invalidOperation("Chart.getDataTable", "Charts of this type show no data table.");
      }
      return found;
    }),
    GetDataTableOrNullObject: method(dataTable),
    ...eventMethods<ChartTarget>("Chart", CHART_EVENTS, ({ chart }) => chart.id),
  },
});

function chartObject(target: ChartTarget): HostObject {
  return wholeChart(whole(target));
}
