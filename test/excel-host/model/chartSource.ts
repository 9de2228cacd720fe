/** How a chart reads its cells: which rows or columns are series, which are headings and categories. */
import { formatAddress } from "../addresses";
import { columnsOf, intersection, rowsOf } from "../areas";
import type { Area, Cell } from "../spreadsheet/spreadsheet";
import type { ChartSource } from "./chartState";
import type { ModelContext } from "./context";
import { sheetName } from "./worksheets";

export interface SeriesSource {
  readonly heading: ChartSource | null;
  readonly values: ChartSource;
  readonly categories: ChartSource | null;
  readonly bubbleSizes: ChartSource | null;
}

/** Excel's `Auto`: the longer side holds the points of a series. */
export function automaticPlotBy(area: Area): "Rows" | "Columns" {
  return rowsOf(area) >= columnsOf(area) ? "Columns" : "Rows";
}

/** The part of the cells that the sheet uses; a chart of whole columns shows no more. */
export function usedSource(context: ModelContext, source: ChartSource): ChartSource {
  const used = context.spreadsheet.usedArea(source.sheetId, true);
  const area = used && intersection(used, source.area);
  return area ? { ...source, area } : source;
}

/** The cells of a source in reading order; none when its sheet is gone. */
export function cellsOf(context: ModelContext, source: ChartSource | null): readonly Cell[] {
  const exists = source && context.spreadsheet.sheets().some(({ id }) => id === source.sheetId);
  return exists ? context.spreadsheet.cells(source.sheetId, source.area).flat() : [];
}

export function sourceAddress(context: ModelContext, { sheetId, area }: ChartSource): string {
  return formatAddress(sheetName(context, sheetId), area, true);
}

function isLabel({ value, numberFormat }: Cell): boolean {
  const isDate = typeof value === "number" && /[dy]/i.test(numberFormat);
  return isDate || (typeof value === "string" && value !== "");
}

/** A first row or column of text or dates, or one below or beside an empty corner, is no data. */
function isHeading(line: readonly Cell[]): boolean {
  const [corner, ...others] = line;
  const hasEmptyCorner = corner?.value === null && others.some(({ value }) => value !== null);
  return hasEmptyCorner || (others.length > 0 && others.every(isLabel));
}

/** Splits the cells of a chart; the series are given as columns, and as rows when they are plotted by rows. */
export function seriesSources(
  context: ModelContext,
  { sheetId, area }: ChartSource,
  plotBy: "Rows" | "Columns",
  chartType: string
): readonly SeriesSource[] {
  const byColumns = plotBy === "Columns";
  const cells = context.spreadsheet.cells(sheetId, area);
  const firstRow = rowsOf(area) > 1 && isHeading(cells[0] ?? []);
  const firstColumn = columnsOf(area) > 1 && isHeading(cells.flatMap(([first]) => first ?? []));
  const [hasHeadings, hasLabels] = byColumns ? [firstRow, firstColumn] : [firstColumn, firstRow];
  const lineCount = byColumns ? columnsOf(area) : rowsOf(area);
  const isScatter = /^(XYScatter|Bubble)/.test(chartType);
  const hasCategories = hasLabels || (isScatter && lineCount > 1);
  const step = chartType.startsWith("Bubble") ? 2 : 1;
  const from = byColumns ? area.top : area.left;

  /** The cells of one series or of the categories. */
  function line(index: number): Area {
    const skipped = hasHeadings ? 1 : 0;
    return byColumns
      ? { top: from + skipped, bottom: area.bottom, left: area.left + index, right: area.left + index }
      : { left: from + skipped, right: area.right, top: area.top + index, bottom: area.top + index };
  }

  function heading(index: number): Area {
    const first = line(index);
    return byColumns ? { ...first, top: from, bottom: from } : { ...first, left: from, right: from };
  }

  const start = hasCategories ? 1 : 0;
  const count = Math.ceil((lineCount - start) / step);
  return Array.from({ length: count }, (_, index) => start + index * step).map((index) => ({
    heading: hasHeadings ? { sheetId, area: heading(index) } : null,
    values: { sheetId, area: line(index) },
    categories: hasCategories ? { sheetId, area: line(0) } : null,
    bubbleSizes: step === 2 && index + 1 < lineCount ? { sheetId, area: line(index + 1) } : null,
  }));
}
