/** What the host keeps of a chart: plain data. */
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";

/** Cells that a chart shows, on any sheet. */
export interface ChartSource {
  readonly sheetId: string;
  readonly area: Area;
}

export interface ChartSeriesState {
  readonly id: string;
  /** Given by hand; `null`: that of the heading cell, else `Series1`. */
  name: string | null;
  heading: ChartSource | null;
  values: ChartSource | null;
  categories: ChartSource | null;
  bubbleSizes: ChartSource | null;
  /** Ids of the trend lines, in order. */
  trendlines: readonly string[];
}

export interface ChartState {
  readonly id: string;
  name: string;
  chartType: string;
  plotBy: "Rows" | "Columns";
  source: ChartSource | null;
  /** Points from the sheet's corner. */
  top: number;
  left: number;
  width: number;
  height: number;
  series: readonly ChartSeriesState[];
  /** What was set on the parts of the chart, by part (`title/font`) and property; all else has Excel's default. */
  parts: Record<string, Record<string, Json>>;
}
