/** `Excel.ChartSeries`, its points and trend lines, and their collections. */
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import { integerOf, numberOf, oneOf, optionalText, targetOf, textOf } from "./arguments";
import type { ChartTarget, PartTarget } from "./chartParts";
import {
  below,
  color,
  dataLabelObject,
  dataLabelsObject,
  flag,
  forget,
  keptProperties,
  keptValue,
  number,
  pointFormatObject,
  requireEditable,
  seriesFormatObject,
  text,
  trendlineFormatObject,
  word,
} from "./chartParts";
import { cellsOf, sourceAddress, usedSource } from "./chartSource";
import type { ChartSeriesState, ChartSource } from "./chartState";
import * as words from "./chartWords";
import { freshId } from "./context";
import type { Argument, HostObject, Method } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";

interface SeriesTarget extends PartTarget {
  readonly series: ChartSeriesState;
}

interface PointTarget extends SeriesTarget {
  readonly value: Json;
}

const MARKERS = {
  MarkerBackgroundColor: color("#FFFFFF"),
  MarkerForegroundColor: color("#4472C4"),
  MarkerSize: number(5, 2, 72),
  MarkerStyle: word(words.MARKER_STYLES, "Automatic"),
};

function seriesTarget(chart: ChartTarget, series: ChartSeriesState): SeriesTarget {
  return { ...chart, series, path: `/Series/${series.id}` };
}

export function newSeriesId(chart: ChartTarget): string {
  return freshId(
    chart.context,
    "SERIES",
    chart.chart.series.map(({ id }) => id)
  );
}

export function seriesName({ context, chart }: ChartTarget, series: ChartSeriesState): string {
  const [cell] = cellsOf(context, series.heading);
  const heading = cell?.value ?? null;
  return series.name ?? (heading === null ? `Series${chart.series.indexOf(series) + 1}` : String(heading));
}

function memberAt<T>(members: readonly T[], index: Argument | undefined, location: string): T {
  const found = members[integerOf(index, location)];
  if (found === undefined) {
    throw invalidArgument(location, "There is no item of that number.");
  }
  return found;
}

/** The series with `moved` at another place. */
function reordered(
  series: readonly ChartSeriesState[],
  moved: ChartSeriesState,
  position: number
): readonly ChartSeriesState[] {
  const others = series.filter((each) => each !== moved);
  return [...others.slice(0, position), moved, ...others.slice(position)];
}

function add(chart: ChartTarget, name: Argument | undefined, index: Argument | undefined): HostObject {
  const location = "ChartSeriesCollection.add";
  const given = optionalText(name, location);
  const { series } = chart.chart;
  const position = index === undefined || index === null ? series.length : integerOf(index, location);
  if (position < 0 || position > series.length) {
    throw invalidArgument(location);
  }
  requireEditable(chart, location);
  const added: ChartSeriesState = {
    id: newSeriesId(chart),
    name: given,
    heading: null,
    values: null,
    categories: null,
    bubbleSizes: null,
    trendlines: [],
  };
  chart.chart.series = reordered(series, added, position);
  return seriesObject(seriesTarget(chart, added));
}

export const seriesCollectionObject: (target: ChartTarget) => HostObject = defineObject<ChartTarget>({
  name: "ChartSeriesCollection",
  properties: { Count: readOnly(({ chart }) => chart.series.length) },
  items: (chart) => chart.chart.series.map((series) => seriesObject(seriesTarget(chart, series))),
  methods: {
    Add: method(["name", "index"], add),
    GetCount: method(({ chart }) => chart.series.length),
    GetItemAt: method(["index"], (chart, index) =>
      seriesObject(
        seriesTarget(chart, memberAt(chart.chart.series, index, "ChartSeriesCollection.getItemAt"))
      )
    ),
  },
});

/** `setValues` and its like: cells of one row or column. */
function setCells(member: string, part: "values" | "categories" | "bubbleSizes"): Method<SeriesTarget> {
  return method(["sourceData"], (target, source) => {
    const location = `ChartSeries.${member}`;
    if (!isHostObject(source)) {
      throw invalidArgument(location, "A Range is expected.");
    }
    const { sheetId, area } = targetOf<RangeTarget>(source, "Range", location);
    requireEditable(target, location);
    target.series[part] = usedSource(target.context, { sheetId, area });
  });
}

const DIMENSIONS = ["Categories", "Values", "XValues", "YValues", "BubbleSizes"] as const;

function dimensionSource(
  { series }: SeriesTarget,
  dimension: Argument | undefined,
  location: string
): ChartSource | null {
  return {
    Categories: series.categories,
    XValues: series.categories,
    Values: series.values,
    YValues: series.values,
    BubbleSizes: series.bubbleSizes,
  }[oneOf(DIMENSIONS, dimension, location)];
}

function remove(target: SeriesTarget): void {
  const { chart, series, path } = target;
  requireEditable(target, "ChartSeries.delete");
  chart.series = chart.series.filter((each) => each !== series);
  Object.keys(chart.parts)
    .filter((each) => each === path || each.startsWith(`${path}/`))
    .forEach((each) => forget({ ...target, path: each }));
}

const seriesParts = below({ DataLabels: dataLabelsObject, Format: seriesFormatObject });

const seriesObject: (target: SeriesTarget) => HostObject = defineObject<SeriesTarget>({
  name: "ChartSeries",
  properties: {
    ...keptProperties("ChartSeries", {
      AxisGroup: word(["Primary", "Secondary"], "Primary"),
      BubbleScale: number(100, 0, 300),
      DoughnutHoleSize: number(75, 10, 90),
      Explosion: number(0, 0, 400),
      Filtered: flag(false),
      FirstSliceAngle: number(0, 0, 360),
      GapWidth: number(219, 0, 500),
      HasDataLabels: flag(false),
      InvertColor: color("#FFFFFF"),
      InvertIfNegative: flag(false),
      Overlap: number(-27, -100, 100),
      ...MARKERS,
      ShowLeaderLines: flag(true),
      ShowShadow: flag(false),
      Smooth: flag(false),
      VaryByCategories: flag(false),
    }),
    Name: readWrite(
      (target) => seriesName(target, target.series),
      (target, value) => {
        const name = textOf(value, "ChartSeries.name");
        requireEditable(target, "ChartSeries.name");
        target.series.name = name;
      }
    ),
    ChartType: readWrite(
      (target) => keptValue(target, "ChartType") ?? target.chart.chartType,
      (target, value) => {
        const type = oneOf(words.CHART_TYPES, value, "ChartSeries.chartType");
        requireEditable(target, "ChartSeries.chartType");
        target.chart.parts[target.path] = { ...target.chart.parts[target.path], ChartType: type };
      }
    ),
    PlotOrder: readWrite(
      ({ chart, series }) => chart.series.indexOf(series),
      (target, value) => {
        const { chart, series } = target;
        const position = integerOf(value, "ChartSeries.plotOrder");
        if (position < 0 || position >= chart.series.length) {
          throw invalidArgument("ChartSeries.plotOrder");
        }
        requireEditable(target, "ChartSeries.plotOrder");
        chart.series = reordered(chart.series, series, position);
      }
    ),
  },
  objects: {
    ...seriesParts,
    Points: (target) => pointsObject(target),
    Trendlines: (target) => trendlinesObject(target),
  },
  methods: {
    Delete: method(remove),
    GetDimensionValues: method(["dimension"], (target, dimension) =>
      cellsOf(target.context, dimensionSource(target, dimension, "ChartSeries.getDimensionValues")).map(
        ({ value }) => value
      )
    ),
    GetDimensionDataSourceString: method(["dimension"], (target, dimension) => {
      const source = dimensionSource(target, dimension, "ChartSeries.getDimensionDataSourceString");
      return source ? sourceAddress(target.context, source) : "";
    }),
    GetDimensionDataSourceType: method(["dimension"], (target, dimension) =>
      dimensionSource(target, dimension, "ChartSeries.getDimensionDataSourceType") ? "LocalRange" : "Unknown"
    ),
    SetValues: setCells("setValues", "values"),
    SetXAxisValues: setCells("setXAxisValues", "categories"),
    SetBubbleSizes: setCells("setBubbleSizes", "bubbleSizes"),
  },
});

function pointsOf(target: SeriesTarget): readonly PointTarget[] {
  return cellsOf(target.context, target.series.values).map(({ value }, index) => ({
    ...target,
    value,
    path: `${target.path}/Points/${index}`,
  }));
}

const pointsObject: (target: SeriesTarget) => HostObject = defineObject<SeriesTarget>({
  name: "ChartPointsCollection",
  properties: { Count: readOnly((target) => pointsOf(target).length) },
  items: (target) => pointsOf(target).map(pointObject),
  methods: {
    GetCount: method((target) => pointsOf(target).length),
    GetItemAt: method(["index"], (target, index) =>
      pointObject(memberAt(pointsOf(target), index, "ChartPointsCollection.getItemAt"))
    ),
  },
});

const pointObject: (target: PointTarget) => HostObject = defineObject<PointTarget>({
  name: "ChartPoint",
  properties: {
    ...keptProperties("ChartPoint", { HasDataLabel: flag(false), ...MARKERS }),
    Value: readOnly(({ value }) => value),
  },
  objects: below({ DataLabel: dataLabelObject, Format: pointFormatObject }),
});

interface TrendlineTarget extends SeriesTarget {
  readonly id: string;
}

function trendlinesOf(target: SeriesTarget): readonly TrendlineTarget[] {
  return target.series.trendlines.map((id) => ({ ...target, id, path: `${target.path}/Trendlines/${id}` }));
}

const trendlinesObject: (target: SeriesTarget) => HostObject = defineObject<SeriesTarget>({
  name: "ChartTrendlineCollection",
  items: (target) => trendlinesOf(target).map(trendlineObject),
  item: (target, key) => {
    const found = trendlinesOf(target)[numberOf(key, "ChartTrendlineCollection.getItem")];
    return found ? trendlineObject(found) : null;
  },
  methods: {
    Add: method(["type"], (target, type) => {
      const location = "ChartTrendlineCollection.add";
      const kind = oneOf(words.TRENDLINE_TYPES, type ?? "Linear", location);
      requireEditable(target, location);
      const id = freshId(target.context, "TRENDLINE", target.series.trendlines);
      const path = `${target.path}/Trendlines/${id}`;
      target.series.trendlines = [...target.series.trendlines, id];
      target.chart.parts[path] = { Type: kind };
      return trendlineObject({ ...target, id, path });
    }),
    GetCount: method(({ series }) => series.trendlines.length),
  },
});

const trendlineObject: (target: TrendlineTarget) => HostObject = defineObject<TrendlineTarget>({
  name: "ChartTrendline",
  identity: ({ series, id }) => ({ _Id: series.trendlines.indexOf(id) }),
  properties: keptProperties("ChartTrendline", {
    Type: word(words.TRENDLINE_TYPES, "Linear"),
    Name: text(""),
    BackwardPeriod: number(0, 0),
    ForwardPeriod: number(0, 0),
    MovingAveragePeriod: number(2, 2, 255),
    PolynomialOrder: number(2, 2, 6),
    ShowEquation: flag(false),
    ShowRSquared: flag(false),
  }),
  objects: below({ Format: trendlineFormatObject }),
  methods: {
    Delete: method((target) => {
      requireEditable(target, "ChartTrendline.delete");
      target.series.trendlines = target.series.trendlines.filter((each) => each !== target.id);
      forget(target);
    }),
  },
});
