/** Charts and page breaks of a workbook, in words that a file and the open workbook share. */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { areaAddress } from "../../../../src/domain/grid";
import { rangeOf } from "../../../../src/excel/ranges";
import type { SheetSpec, WorkbookSpec } from "../../../../src/layout/sheetSpec";
import type { ChartState } from "../../../excel-host/model/chartState";
import type { HostState } from "../../../excel-host/model/state";

export interface SeriesDescription {
  readonly name: string;
  readonly kind: "columns" | "line" | "marks";
  readonly color: string;
  readonly values: string;
  readonly categories: string;
}

export interface ChartDescription {
  readonly name: string;
  readonly title: string;
  readonly stacked: boolean;
  readonly legend: string;
  readonly axisTitles: readonly [category: string, value: string];
  readonly valueFormat: string;
  readonly bounds: readonly [minimum: number | null, maximum: number | null];
  readonly area: string;
  readonly font: string;
  readonly series: readonly SeriesDescription[];
}

export interface SheetCharts {
  readonly sheet: string;
  readonly charts: readonly ChartDescription[];
  /** Zero-based first rows of pages. */
  readonly breaks: readonly number[];
}

const unquoted = (reference: string): string => reference.replace(/^.*!/, "").replace(/\$/g, "");

export function chartsInFile(bytes: Uint8Array, { sheets }: WorkbookSpec): readonly SheetCharts[] {
  const parts = unzipSync(bytes);
  const xml = (path: string): Element =>
    new DOMParser().parseFromString(strFromU8(parts[path] ?? new Uint8Array()), "text/xml")
      .documentElement as Element;
  /** Target of a relation of a part by its id, or its only one of a kind. */
  const related = (path: string, test: (relation: Element) => boolean): string | undefined => {
    const rels = path.replace(/([^/]+)$/, "_rels/$1.rels");
    if (!parts[rels]) return undefined;
    const found = all(xml(rels), "Relationship").find(test)?.getAttribute("Target");
    return found === null || found === undefined ? undefined : `xl/${found.replace(/^\.\.\/|^\/xl\//, "")}`;
  };
  return sheets.map(({ name }, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const drawing = related(path, (relation) => (relation.getAttribute("Type") ?? "").endsWith("/drawing"));
    const anchors = drawing === undefined ? [] : all(xml(drawing), "xdr:twoCellAnchor");
    return {
      sheet: name,
      charts: anchors.map((anchor) => {
        const id = all(anchor, "c:chart")[0]?.getAttribute("r:id");
        const chart = related(drawing ?? "", (relation) => relation.getAttribute("Id") === id);
        return chartInFile(anchor, xml(chart ?? ""));
      }),
      breaks: all(xml(path), "rowBreaks").flatMap((breaks) =>
        all(breaks, "brk").map((line) => Number(line.getAttribute("id")))
      ),
    };
  });
}

function chartInFile(anchor: Element, chart: Element): ChartDescription {
  const corner = (name: string, offset: number) => {
    const [found] = all(anchor, name);
    const at = (part: string) => Number(all(found, part)[0]?.textContent) - offset;
    return { row: at("xdr:row"), column: at("xdr:col") };
  };
  const [from, to] = [corner("xdr:from", 0), corner("xdr:to", 1)];
  const [category] = all(chart, "c:catAx");
  const [value] = all(chart, "c:valAx");
  const bound = (name: string) => {
    const found = all(value, name)[0]?.getAttribute("val");
    return found === undefined || found === null ? null : Number(found);
  };
  const title = all(chart, "c:title")[0];
  return {
    name: all(anchor, "xdr:cNvPr")[0]?.getAttribute("name") ?? "",
    title: textOf(title),
    stacked: all(chart, "c:grouping")[0]?.getAttribute("val") === "stacked",
    legend: all(chart, "c:legendPos")[0]?.getAttribute("val") === "b" ? "Bottom" : "elsewhere",
    axisTitles: [textOf(all(category, "c:title")[0]), textOf(all(value, "c:title")[0])],
    valueFormat: all(value, "c:numFmt")[0]?.getAttribute("formatCode") ?? "",
    bounds: [bound("c:min"), bound("c:max")],
    area: areaAddress({ top: from.row, left: from.column, bottom: to.row, right: to.column }),
    font: all(title, "a:latin")[0]?.getAttribute("typeface") ?? "",
    series: all(chart, "c:ser").map(seriesInFile),
  };
}

function seriesInFile(series: Element): SeriesDescription {
  const isLine = (series.parentNode as Element).tagName === "c:lineChart";
  const [shape] = all(series, "c:spPr");
  const hasNoLine = all(shape, "a:ln").some((line) => all(line, "a:noFill").length > 0);
  const kind = !isLine ? "columns" : hasNoLine ? "marks" : "line";
  const colored = kind === "marks" ? all(series, "c:marker")[0] : shape;
  const reference = (name: string) => unquoted(all(all(series, name)[0], "c:f")[0]?.textContent ?? "");
  return {
    name: all(all(series, "c:tx")[0], "c:v")[0]?.textContent ?? "",
    kind,
    color: `#${all(colored, "a:srgbClr")[0]?.getAttribute("val") ?? ""}`,
    values: reference("c:val"),
    categories: reference("c:cat"),
  };
}

function all(element: Element | undefined, name: string): readonly Element[] {
  return element ? Array.from(element.getElementsByTagName(name)) : [];
}

function textOf(title: Element | undefined): string {
  return all(title, "a:t")
    .map(({ textContent }) => textContent)
    .join("");
}

/**
 * Three syncs. Where series come from and how they are filled, Office.js does not tell on every Excel: the host is asked.
 */
export async function chartsInExcel(
  { sheets }: WorkbookSpec,
  state: HostState
): Promise<readonly SheetCharts[]> {
  return Excel.run(async (context) => {
    const probes = sheets.map((spec) => {
      const sheet = context.workbook.worksheets.getItem(spec.name);
      return {
        spec,
        charts: sheet.charts.load(
          "items/id,items/name,items/chartType,items/top,items/left,items/width,items/height"
        ),
        breaks: sheet.horizontalPageBreaks.load("items/rowIndex"),
        places: (spec.charts ?? []).map(({ area }) => ({
          area,
          range: rangeOf(sheet, area).load("top,left,width,height"),
        })),
      };
    });
    await context.sync();
    const details = probes.map(({ charts }) => charts.items.map(probeChart));
    await context.sync();
    const series = details.map((found) =>
      found.map((detail) =>
        detail.series.items.map((one) => ({
          line: one.format.line.load("color,lineStyle"),
          one: one.load("chartType,markerForegroundColor,name"),
        }))
      )
    );
    await context.sync();
    const kept = Object.values(state.sheets).flatMap(({ charts }) => charts);
    return probes.map(({ spec, charts, breaks, places }, index) => ({
      sheet: spec.name,
      charts: charts.items.map((chart, position) => {
        const own = kept.find(({ id }) => id === chart.id)!;
        const described = series[index]![position]!.map((probe, order) => describeSeries(probe, own, order));
        return describeChart(chart, details[index]![position]!, described, places);
      }),
      breaks: breaks.items.map(({ rowIndex }) => rowIndex),
    }));
  });
}

function probeChart(chart: Excel.Chart) {
  const { categoryAxis, valueAxis } = chart.axes;
  return {
    title: chart.title.load("text,format/font/name"),
    legend: chart.legend.load("position"),
    categoryTitle: categoryAxis.title.load("text"),
    valueTitle: valueAxis.title.load("text"),
    valueAxis: valueAxis.load("minimum,maximum,numberFormat"),
    series: chart.series.load("items/name"),
  };
}

interface SeriesProbe {
  readonly line: Excel.ChartLineFormat;
  readonly one: Excel.ChartSeries;
}

function describeSeries(
  { line, one }: SeriesProbe,
  { series, parts }: ChartState,
  order: number
): SeriesDescription {
  const { id, values, categories } = series[order]!;
  const fill = String(parts[`/Series/${id}/Format/Fill`]?.["SolidColor"] ?? "");
  const isLine = one.chartType.startsWith("Line");
  const kind = !isLine ? "columns" : line.lineStyle === "None" ? "marks" : "line";
  const color = kind === "columns" ? fill : kind === "marks" ? one.markerForegroundColor : line.color;
  return {
    name: one.name,
    kind,
    color: color.toUpperCase(),
    values: areaAddress(values!.area),
    categories: areaAddress(categories!.area),
  };
}

function describeChart(
  chart: Excel.Chart,
  { title, legend, categoryTitle, valueTitle, valueAxis }: ReturnType<typeof probeChart>,
  series: readonly SeriesDescription[],
  places: readonly {
    readonly area: NonNullable<SheetSpec["charts"]>[number]["area"];
    readonly range: Excel.Range;
  }[]
): ChartDescription {
  const covers = ({ range }: (typeof places)[number]): boolean =>
    (["top", "left", "width", "height"] as const).every(
      (length) => Math.abs(chart[length] - range[length]) < 0.5
    );
  const place = places.find(covers);
  const bound = (value: unknown): number | null => (typeof value === "number" ? value : null);
  return {
    name: chart.name,
    title: title.text,
    stacked: chart.chartType === "ColumnStacked",
    legend: legend.position,
    axisTitles: [categoryTitle.text, valueTitle.text],
    valueFormat: valueAxis.numberFormat,
    bounds: [bound(valueAxis.minimum), bound(valueAxis.maximum)],
    area: place ? areaAddress(place.area) : "elsewhere",
    font: title.format.font.name,
    series,
  };
}
