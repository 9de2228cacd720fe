/** The parts of a chart: fonts, fills, lines, title, legend, axes, labels. Each is a table of kept properties. */
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import { booleanOf, colorOf, integerOf, numberOf, oneOf, targetOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ChartSource, ChartState } from "./chartState";
import * as words from "./chartWords";
import type { ModelContext } from "./context";
import type { Definition, HostObject, Property } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";

export interface ChartTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly chart: ChartState;
}

export interface PartTarget extends ChartTarget {
  /** Where the part's properties are kept in `chart.parts`; the chart itself is the empty text. */
  readonly path: string;
}

/** How a property is read from the client, and what it is before it was set. */
type Kept = readonly [read: (value: Json, location: string) => Json, initial: Json];

export const text = (initial: string): Kept => [textOf, initial];
export const flag = (initial: boolean): Kept => [booleanOf, initial];
export const color = (initial: string): Kept => [colorOf, initial];
export const word = (list: readonly string[], initial: string): Kept => [
  (value, location) => oneOf(list, value, location),
  initial,
];
export const number = (initial: number, least = -Infinity, most = Infinity): Kept => [
  (value, location) => {
    const given = numberOf(value, location);
    if (given < least || given > most) {
      throw invalidArgument(location, `The number must be from ${least} to ${most}.`);
    }
    return given;
  },
  initial,
];
/** A number, or the empty text for what Excel chooses. */
const automatic: Kept = [(value, location) => (value === "" ? "" : numberOf(value, location)), ""];

export function requireEditable({ context, sheetId }: ChartTarget, location: string): void {
  requireUnprotected(context, sheetId, location, "allowEditObjects");
}

export function keptValue({ chart, path }: PartTarget, name: string): Json | undefined {
  return chart.parts[path]?.[name];
}

export function keep({ chart, path }: PartTarget, values: { readonly [name: string]: Json }): void {
  chart.parts[path] = { ...chart.parts[path], ...values };
}

export function forget({ chart, path }: PartTarget): void {
  delete chart.parts[path];
}

/** Properties by their wire names that are kept as they are set. */
export function keptProperties(
  className: string,
  table: { readonly [name: string]: Kept }
): Record<string, Property<PartTarget>> {
  const properties = Object.entries(table).map(([name, [read, initial]]) => {
    const location = `${className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    const property = readWrite<PartTarget>(
      (part) => keptValue(part, name) ?? initial,
      (part, value) => {
        const taken = read(value, location);
        requireEditable(part, location);
        keep(part, { [name]: taken });
      }
    );
    return [name, property] as const;
  });
  return Object.fromEntries(properties);
}

type PartObject = (target: PartTarget) => HostObject;

/** Parts below a part, kept under its path and their name. */
export function below(parts: {
  readonly [name: string]: PartObject;
}): Record<string, (target: PartTarget) => HostObject> {
  const entries = Object.entries(parts).map(
    ([name, object]) =>
      [name, (part: PartTarget) => object({ ...part, path: `${part.path}/${name}` })] as const
  );
  return Object.fromEntries(entries);
}

function part(
  name: string,
  table: { readonly [name: string]: Kept },
  parts: { readonly [name: string]: PartObject } = {},
  more: Pick<Definition<PartTarget>, "methods"> & {
    readonly properties?: Definition<PartTarget>["properties"];
  } = {}
): PartObject {
  return defineObject<PartTarget>({
    name,
    properties: { ...keptProperties(name, table), ...more.properties },
    objects: below(parts),
    ...(more.methods && { methods: more.methods }),
  });
}

const fontObject = part("ChartFont", {
  Bold: flag(false),
  Color: color("#595959"),
  Italic: flag(false),
  Name: text("Calibri"),
  Size: number(10, 1, 409),
  Underline: word(["None", "Single"], "None"),
});

const fillObject = part(
  "ChartFill",
  {},
  {},
  {
    methods: {
      SetSolidColor: method(["color"], (fill, value) => {
        const solid = colorOf(value, "ChartFill.setSolidColor");
        requireEditable(fill, "ChartFill.setSolidColor");
        keep(fill, { SolidColor: solid });
      }),
      Clear: method((fill) => {
        requireEditable(fill, "ChartFill.clear");
        keep(fill, { SolidColor: "" });
      }),
      GetSolidColor: method((fill) => keptValue(fill, "SolidColor") ?? ""),
    },
  }
);

function lineLike(name: string): PartObject {
  return part(
    name,
    {
      Color: color("#D9D9D9"),
      LineStyle: word(words.LINE_STYLES, "Automatic"),
      Weight: number(0.75, 0, 1584),
    },
    {},
    {
      methods: {
        Clear: method((line) => {
          requireEditable(line, `${name}.clear`);
          keep(line, { LineStyle: "None" });
        }),
      },
    }
  );
}

const borderObject = lineLike("ChartBorder");
const lineObject = lineLike("ChartLineFormat");
const boxParts = { Border: borderObject, Fill: fillObject, Font: fontObject };

export const areaFormatObject = part(
  "ChartAreaFormat",
  {
    ColorScheme: word(
      [
        ...[1, 2, 3, 4].map((each) => `ColorfulPalette${each}`),
        ...Array.from({ length: 13 }, (_, index) => `MonochromaticPalette${index + 1}`),
      ],
      "ColorfulPalette1"
    ),
    RoundedCorners: flag(false),
  },
  boxParts
);

export const seriesFormatObject = part("ChartSeriesFormat", {}, { Fill: fillObject, Line: lineObject });
export const pointFormatObject = part("ChartPointFormat", {}, { Fill: fillObject, Border: borderObject });
export const trendlineFormatObject = part("ChartTrendlineFormat", {}, { Line: lineObject });

const substringObject = part("ChartFormatString", {}, { Font: fontObject });

/** A chart of one series is headed by it. */
function automaticTitle(
  chart: ChartTarget,
  nameOfOnlySeries: (target: ChartTarget) => string | null
): string {
  return nameOfOnlySeries(chart) ?? "Chart Title";
}

/** Text that shows its title when it is set. */
function titleText(className: string, initial: (target: PartTarget) => string): Property<PartTarget> {
  return readWrite(
    (title) => keptValue(title, "Text") ?? initial(title),
    (title, value) => {
      const words = textOf(value, `${className}.text`);
      requireEditable(title, `${className}.text`);
      keep(title, { Text: words, Visible: true });
    }
  );
}

export function titleObject(nameOfOnlySeries: (target: ChartTarget) => string | null): PartObject {
  return part(
    "ChartTitle",
    {
      HorizontalAlignment: word(words.HORIZONTAL, "Center"),
      Overlay: flag(false),
      Position: word(words.TITLE_POSITIONS, "Top"),
      ShowShadow: flag(false),
      TextOrientation: number(0, -90, 90),
      VerticalAlignment: word(words.VERTICAL, "Top"),
      Visible: flag(true),
    },
    { Format: part("ChartTitleFormat", {}, boxParts) },
    {
      properties: {
        Text: titleText("ChartTitle", (title) => automaticTitle(title, nameOfOnlySeries)),
      },
      methods: {
        GetSubstring: method(["start", "length"], (title, start, length) => {
          const [from, count] = [start, length].map((each) => integerOf(each, "ChartTitle.getSubstring"));
          return substringObject({ ...title, path: `${title.path}/substring ${from} ${count}` });
        }),
      },
    }
  );
}

export const legendObject = part(
  "ChartLegend",
  {
    Overlay: flag(false),
    Position: word(words.LEGEND_POSITIONS, "Bottom"),
    ShowShadow: flag(false),
    Visible: flag(true),
  },
  { Format: part("ChartLegendFormat", {}, boxParts) }
);

const LABELS = {
  AutoText: flag(true),
  HorizontalAlignment: word(words.HORIZONTAL, "Center"),
  LinkNumberFormat: flag(true),
  NumberFormat: text("General"),
  Position: word(words.LABEL_POSITIONS, "OutsideEnd"),
  Separator: text(", "),
  ShowBubbleSize: flag(false),
  ShowCategoryName: flag(false),
  ShowLegendKey: flag(false),
  ShowPercentage: flag(false),
  ShowSeriesName: flag(false),
  ShowValue: flag(true),
  TextOrientation: number(0, -90, 90),
  VerticalAlignment: word(words.VERTICAL, "Center"),
};
const labelParts = { Format: part("ChartDataLabelFormat", {}, boxParts) };
export const dataLabelsObject = part("ChartDataLabels", LABELS, labelParts);
export const dataLabelObject = part("ChartDataLabel", LABELS, labelParts);

/** Points inside the chart; until they are set Excel lays the plot area out itself. */
const PLOT_LENGTHS = Object.fromEntries(
  ["Height", "InsideHeight", "InsideLeft", "InsideTop", "InsideWidth", "Left", "Top", "Width"].map(
    (name) => [name, number(0, 0)] as const
  )
);

export const plotAreaObject = part(
  "ChartPlotArea",
  { ...PLOT_LENGTHS, Position: word(["Automatic", "Custom"], "Automatic") },
  { Format: part("ChartPlotAreaFormat", {}, { Border: borderObject, Fill: fillObject }) }
);

export const dataTableObject = part(
  "ChartDataTable",
  {
    ShowHorizontalBorder: flag(true),
    ShowLegendKey: flag(true),
    ShowOutlineBorder: flag(true),
    ShowVerticalBorder: flag(true),
    Visible: flag(false),
  },
  { Format: part("ChartDataTableFormat", {}, boxParts) }
);

function gridlinesObject(visible: boolean): PartObject {
  const format = part("ChartGridlinesFormat", {}, { Line: lineObject });
  return part("ChartGridlines", { Visible: flag(visible) }, { Format: format });
}

const axisTitleObject = part(
  "ChartAxisTitle",
  { TextOrientation: number(0, -90, 90), Visible: flag(false) },
  { Format: part("ChartAxisTitleFormat", {}, boxParts) },
  { properties: { Text: titleText("ChartAxisTitle", () => "Axis Title") } }
);

const AXIS_TYPES = ["Category", "Value", "Series"] as const;
const AXIS_GROUPS = ["Primary", "Secondary"] as const;
type AxisType = (typeof AXIS_TYPES)[number];

function positiveNumber(value: Json, location: string): number {
  const given = numberOf(value, location);
  if (given <= 0) {
    throw invalidArgument(location, "The number must be above 0.");
  }
  return given;
}

function axisObject(type: AxisType, group: (typeof AXIS_GROUPS)[number]): PartObject {
  return part(
    "ChartAxis",
    {
      Alignment: word(["Center", "Left", "Right"], "Center"),
      BaseTimeUnit: word(words.TIME_UNITS, "Days"),
      CategoryType: word(["Automatic", "TextAxis", "DateAxis"], "Automatic"),
      DisplayUnit: word(words.DISPLAY_UNITS, "None"),
      IsBetweenCategories: flag(true),
      LinkNumberFormat: flag(true),
      LogBase: number(10, 2, 1000),
      MajorTickMark: word(words.TICK_MARKS, "None"),
      MajorTimeUnitScale: word(words.TIME_UNITS, "Days"),
      MajorUnit: automatic,
      Maximum: automatic,
      Minimum: automatic,
      MinorTickMark: word(words.TICK_MARKS, "None"),
      MinorTimeUnitScale: word(words.TIME_UNITS, "Days"),
      MinorUnit: automatic,
      MultiLevel: flag(false),
      NumberFormat: text("General"),
      Offset: number(100, 0, 1000),
      Position: word(["Automatic", "Maximum", "Minimum"], "Automatic"),
      ReversePlotOrder: flag(false),
      ScaleType: word(["Linear", "Logarithmic"], "Linear"),
      ShowDisplayUnitLabel: flag(true),
      TextOrientation: automatic,
      TickLabelPosition: word(words.TICK_LABEL_POSITIONS, "NextToAxis"),
      TickLabelSpacing: automatic,
      TickMarkSpacing: number(1, 1, 31999),
      Visible: flag(group === "Primary"),
    },
    {
      Format: part("ChartAxisFormat", {}, { Fill: fillObject, Font: fontObject, Line: lineObject }),
      MajorGridlines: gridlinesObject(type === "Value"),
      MinorGridlines: gridlinesObject(false),
      Title: axisTitleObject,
    },
    {
      properties: {
        AxisGroup: readOnly(() => group),
        Type: readOnly(() => type),
        CustomDisplayUnit: readOnly((axis) => keptValue(axis, "CustomDisplayUnit") ?? 1),
        PositionAt: readOnly((axis) => keptValue(axis, "PositionAt") ?? 0),
      },
      methods: {
        SetCategoryNames: method(["sourceData"], (axis, source) => {
          const location = "ChartAxis.setCategoryNames";
          if (!isHostObject(source)) {
            throw invalidArgument(location, "A Range is expected.");
          }
          const { sheetId, area } = targetOf<ChartSource>(source, "Range", location);
          requireEditable(axis, location);
          const categories = { sheetId, area };
          axis.chart.series = axis.chart.series.map((series) => ({ ...series, categories }));
        }),
        SetCustomDisplayUnit: method(["value"], (axis, value) => {
          const location = "ChartAxis.setCustomDisplayUnit";
          const unit = positiveNumber(typeof value === "number" ? value : null, location);
          requireEditable(axis, location);
          keep(axis, { DisplayUnit: "Custom", CustomDisplayUnit: unit });
        }),
        SetPositionAt: method(["value"], (axis, value) => {
          const at = numberOf(value, "ChartAxis.setPositionAt");
          requireEditable(axis, "ChartAxis.setPositionAt");
          keep(axis, { Position: "Custom", PositionAt: at });
        }),
      },
    }
  );
}

const AXES = Object.fromEntries(
  AXIS_TYPES.flatMap((type) =>
    AXIS_GROUPS.map((group) => [`${type} ${group}`, axisObject(type, group)] as const)
  )
);

function axisOf(axes: PartTarget, type: AxisType, group: (typeof AXIS_GROUPS)[number]): HostObject {
  const key = `${type} ${group}`;
  const object = AXES[key] ?? axisObject(type, group);
  return object({ ...axes, path: `${axes.path}/${key}` });
}

export const axesObject: PartObject = defineObject<PartTarget>({
  name: "ChartAxes",
  objects: {
    CategoryAxis: (axes) => axisOf(axes, "Category", "Primary"),
    ValueAxis: (axes) => axisOf(axes, "Value", "Primary"),
    SeriesAxis: (axes) => axisOf(axes, "Series", "Primary"),
  },
  methods: {
    GetItem: method(["type", "group"], (axes, type, group) => {
      const location = "ChartAxes.getItem";
      return axisOf(
        axes,
        oneOf(AXIS_TYPES, type, location),
        oneOf(AXIS_GROUPS, group ?? "Primary", location)
      );
    }),
  },
});
