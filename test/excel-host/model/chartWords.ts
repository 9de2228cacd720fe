/** The words that Excel knows for properties of charts, as `@types/office-js` lists them. */

const PLAIN_TYPES = [
  ["ColumnClustered", "ColumnStacked", "ColumnStacked100", "3DColumn", "3DColumnClustered"],
  ["3DColumnStacked", "3DColumnStacked100", "BarClustered", "BarStacked", "BarStacked100"],
  ["3DBarClustered", "3DBarStacked", "3DBarStacked100", "Line", "LineStacked", "LineStacked100"],
  ["LineMarkers", "LineMarkersStacked", "LineMarkersStacked100", "3DLine", "Pie", "PieOfPie", "PieExploded"],
  ["3DPie", "3DPieExploded", "BarOfPie", "XYScatter", "XYScatterSmooth", "XYScatterSmoothNoMarkers"],
  ["XYScatterLines", "XYScatterLinesNoMarkers", "Area", "AreaStacked", "AreaStacked100", "3DArea"],
  ["3DAreaStacked", "3DAreaStacked100", "Doughnut", "DoughnutExploded", "Radar", "RadarMarkers"],
  ["RadarFilled", "Surface", "SurfaceWireframe", "SurfaceTopView", "SurfaceTopViewWireframe", "Bubble"],
  ["Bubble3DEffect", "StockHLC", "StockOHLC", "StockVHLC", "StockVOHLC", "Histogram", "Boxwhisker"],
  ["Pareto", "RegionMap", "Treemap", "Waterfall", "Sunburst", "Funnel"],
].flat();

const SOLID_TYPES = ["Cylinder", "Cone", "Pyramid"].flatMap((solid) =>
  ["ColClustered", "ColStacked", "ColStacked100", "BarClustered", "BarStacked", "BarStacked100", "Col"].map(
    (kind) => solid + kind
  )
);

export const CHART_TYPES: readonly string[] = [...PLAIN_TYPES, ...SOLID_TYPES];

export const LINE_STYLES = [
  ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"],
  ["Grey25", "Grey50", "Grey75", "Automatic", "RoundDot"],
].flat();

export const LABEL_POSITIONS = [
  ["None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left"],
  ["Right", "Top", "Bottom", "BestFit", "Callout"],
].flat();

export const MARKER_STYLES = [
  ["Automatic", "None", "Square", "Diamond", "Triangle", "X", "Star"],
  ["Dot", "Dash", "Circle", "Plus", "Picture"],
].flat();

export const DISPLAY_UNITS = [
  ["None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions"],
  ["TenMillions", "HundredMillions", "Billions", "Trillions"],
].flat();

export const TRENDLINE_TYPES = [
  "Linear",
  "Exponential",
  "Logarithmic",
  "MovingAverage",
  "Polynomial",
  "Power",
];
export const LEGEND_POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner", "Custom"];
export const TITLE_POSITIONS = ["Automatic", "Top", "Bottom", "Left", "Right"];
export const TICK_MARKS = ["None", "Cross", "Inside", "Outside"];
export const TICK_LABEL_POSITIONS = ["NextToAxis", "High", "Low", "None"];
export const TIME_UNITS = ["Days", "Months", "Years"];
export const HORIZONTAL = ["Center", "Left", "Right", "Justify", "Distributed"];
export const VERTICAL = ["Center", "Bottom", "Top", "Justify", "Distributed"];
