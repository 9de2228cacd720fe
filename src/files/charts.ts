/**
 * `ChartSpec` → charts of the writing library. The library writes charts of one kind, and names frames by number: what
 * is drawn as a line or as marks over columns, and the names, are put into the finished parts.
 */
import type { SheetChart } from "hucre";
import { areaAddress } from "../domain/grid";
import { OFFICIAL_FONT } from "../layout/look";
import type { ChartSeriesSpec, ChartSpec } from "../layout/sheetSpec";
import type { PartAmendment } from "./finishPackage";

const TEXT_SIZE = 10;
const TITLE_SIZE = 13;
const GRID_COLOR = "#D9D9D9";
const LINE_POINTS = 2;
/** Width of the gap between columns, in percent of a column. */
export const GAP_WIDTH = 60;
export const MARK_SIZE = 18;

export function xlsxChart(spec: ChartSpec): SheetChart {
  const { area, series, title, valueMinimum, valueMaximum } = spec;
  const axis = {
    axisTitleFontSize: TEXT_SIZE,
    axisTitleFontFamily: OFFICIAL_FONT,
    labelFontSize: TEXT_SIZE,
    labelFontFamily: OFFICIAL_FONT,
    majorTickMark: "none" as const,
    minorTickMark: "none" as const,
  };
  return {
    type: spec.kind === "line" ? "line" : "column",
    title,
    titleFontSize: TITLE_SIZE,
    titleBold: true,
    titleFontFamily: OFFICIAL_FONT,
    altText: spec.description,
    lang: "vi-VN",
    anchor: {
      from: { row: area.top, col: area.left },
      to: { row: area.bottom + 1, col: area.right + 1 },
    },
    barGrouping: spec.kind === "stackedColumns" ? "stacked" : "clustered",
    gapWidth: GAP_WIDTH,
    showLineMarkers: true,
    legend: "bottom",
    legendFontSize: TEXT_SIZE,
    legendFontFamily: OFFICIAL_FONT,
    series: series.map((one) => xlsxSeries(one, spec)),
    axes: {
      x: { title: spec.categoryTitle, ...axis },
      y: {
        title: spec.valueTitle,
        axisTitleRotation: -90,
        ...axis,
        gridlines: { major: true },
        numberFormat: { formatCode: spec.valueFormat },
        scale: {
          ...(valueMinimum !== undefined && { min: valueMinimum }),
          ...(valueMaximum !== undefined && { max: valueMaximum }),
        },
      },
    },
  };
}

function xlsxSeries({ name, values, color }: ChartSeriesSpec, { categories, kind }: ChartSpec) {
  return {
    name,
    values: absolute(areaAddress(values)),
    categories: absolute(areaAddress(categories)),
    color,
    ...(kind === "line" && {
      stroke: { width: LINE_POINTS },
      marker: { symbol: "circle" as const, size: 6, fill: color, line: color },
    }),
  };
}

function absolute(address: string): string {
  return address.replace(/[A-Z]+|\d+/g, "$$$&");
}

/** @param charts of the whole workbook, in the order in which the library numbers them. */
export function chartAmendments(charts: readonly ChartSpec[]): PartAmendment {
  let named = 0;
  return (name, text) => {
    const number = /^xl\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
    const chart = number === undefined ? undefined : charts[Number(number) - 1];
    if (chart) return combined(text(), chart);
    if (!/^xl\/drawings\/drawing\d+\.xml$/.test(name)) return undefined;
    return text().replace(/(<xdr:cNvPr\b[^>]*\bname=")Chart \d+"/g, (whole, head: string) => {
      const frame = charts[named++];
      return frame ? `${head}${frame.name}"` : whole;
    });
  };
}

/** Moves the series that are not of the chart's kind from the columns to lines over the same axes. */
function combined(xml: string, { series }: ChartSpec): string {
  const written = xml.match(/<c:ser>.*?<\/c:ser>/gs) ?? [];
  const moved = series.flatMap((one, index) => {
    const from = written[index];
    return one.kind === "chart" || from === undefined ? [] : [{ from, to: lineSeries(from, one) }];
  });
  if (moved.length === 0) return gridColored(xml);
  const axes = /(?:<c:axId val="\d+"\/>){2}(?=<\/c:barChart>)/.exec(xml)?.[0] ?? "";
  const lines =
    `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${moved.map(({ to }) => to).join("")}` +
    `<c:marker val="1"/>${axes}</c:lineChart>`;
  const columns = moved.reduce((rest, { from }) => rest.replace(from, ""), xml);
  return gridColored(columns.replace("</c:barChart>", () => `</c:barChart>${lines}`));
}

function lineSeries(columnSeries: string, { kind, color }: ChartSeriesSpec): string {
  const fill = `<a:solidFill><a:srgbClr val="${color.slice(1)}"/></a:solidFill>`;
  const line =
    kind === "marks"
      ? `<a:ln w="28575"><a:noFill/></a:ln>`
      : `<a:ln w="${LINE_POINTS * EMU_PER_POINT}">${fill}</a:ln>`;
  const marker =
    kind === "marks"
      ? `<c:marker><c:symbol val="dash"/><c:size val="${MARK_SIZE}"/><c:spPr>${fill}<a:ln>${fill}</a:ln></c:spPr></c:marker>`
      : `<c:marker><c:symbol val="none"/></c:marker>`;
  return columnSeries
    .replace(/<c:invertIfNegative[^>]*\/>/, "")
    .replace(/<c:spPr>.*?<\/c:spPr>/s, `<c:spPr>${line}</c:spPr>${marker}`)
    .replace("</c:ser>", `<c:smooth val="0"/></c:ser>`);
}

const EMU_PER_POINT = 12_700;

/** Grid lines are there to help, not to be seen first. */
function gridColored(xml: string): string {
  const line = `<a:ln w="9525"><a:solidFill><a:srgbClr val="${GRID_COLOR.slice(1)}"/></a:solidFill></a:ln>`;
  return xml.replace("<c:majorGridlines/>", `<c:majorGridlines><c:spPr>${line}</c:spPr></c:majorGridlines>`);
}
