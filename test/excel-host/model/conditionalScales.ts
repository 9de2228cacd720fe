/** Conditional formats that compare all cells with each other: colour scales and sets of icons. */
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import { booleanOf, colorOf, integerOf, oneOf, recordOf, textOf } from "./arguments";
import type { FormatTarget } from "./conditionalTarget";
import { painted } from "./conditionalTarget";
import type { HostObject } from "./definition";
import { defineObject, readOnly } from "./definition";
import type { ColorCriterion, ColorScale, IconCriterion, IconSetState } from "./state";

const WITH_FORMULA = ["Number", "Percent", "Formula", "Percentile"] as const;
type FormulaType = (typeof WITH_FORMULA)[number];

/** Two colours, from the lowest value to the highest: what a new scale begins with. */
export function newColorScale(): ColorScale {
  return {
    minimum: { type: "LowestValue", formula: null, color: "#FF7128" },
    midpoint: null,
    maximum: { type: "HighestValue", formula: null, color: "#FFEF9C" },
  };
}

function colorCriterionOf(
  value: Json | undefined,
  end: "LowestValue" | "HighestValue" | null,
  location: string
): ColorCriterion {
  const record = recordOf(value, ["color", "formula", "type"], location);
  const types = end ? ([end, ...WITH_FORMULA] as const) : WITH_FORMULA;
  const type = oneOf<string>(types, record["type"], location);
  return {
    type,
    formula: type === end ? null : textOf(record["formula"], location),
    color: colorOf(record["color"], location),
  };
}

function colorScaleOf(value: Json, location: string): ColorScale {
  const record = recordOf(value, ["maximum", "midpoint", "minimum"], location);
  const midpoint = record["midpoint"] ?? null;
  return {
    minimum: colorCriterionOf(record["minimum"], "LowestValue", `${location}.minimum`),
    midpoint: midpoint === null ? null : colorCriterionOf(midpoint, null, `${location}.midpoint`),
    maximum: colorCriterionOf(record["maximum"], "HighestValue", `${location}.maximum`),
  };
}

export const colorScaleObject: (target: FormatTarget) => HostObject = defineObject<FormatTarget>({
  name: "ColorScaleConditionalFormat",
  properties: {
    Criteria: painted(
      "ColorScaleConditionalFormat.criteria",
      ({ colorScale }) => criteriaOf(colorScale ?? newColorScale()),
      (format, value) => {
        format.colorScale = colorScaleOf(value, "ColorScaleConditionalFormat.criteria");
      }
    ),
    ThreeColorScale: readOnly(({ format }) => Boolean(format.colorScale?.midpoint)),
  },
});

function criteriaOf({ minimum, midpoint, maximum }: ColorScale): Json {
  return { minimum: { ...minimum }, ...(midpoint && { midpoint: { ...midpoint } }), maximum: { ...maximum } };
}

const ICON_STYLES = [
  "ThreeArrows",
  "ThreeArrowsGray",
  "ThreeFlags",
  "ThreeTrafficLights1",
  "ThreeTrafficLights2",
  "ThreeSigns",
  "ThreeSymbols",
  "ThreeSymbols2",
  "FourArrows",
  "FourArrowsGray",
  "FourRedToBlack",
  "FourRating",
  "FourTrafficLights",
  "FiveArrows",
  "FiveArrowsGray",
  "FiveRating",
  "FiveQuarters",
  "ThreeStars",
  "ThreeTriangles",
  "FiveBoxes",
] as const;

const ICON_COUNTS: { readonly [first: string]: number | undefined } = { Thr: 3, Fou: 4, Fiv: 5 };

function iconCount(style: string): number {
  return ICON_COUNTS[style.slice(0, 3)] ?? 0;
}

/** The lowest icon is for what no other criterion takes. */
const LOWEST: IconCriterion = { type: "Invalid", formula: "", operator: "Invalid", customIcon: null };

/** Equal parts of the way from the lowest value to the highest. */
export function newIconSet(style = "ThreeTrafficLights1"): IconSetState {
  const count = iconCount(style);
  const others = Array.from({ length: count - 1 }, (_, index): IconCriterion => {
    const percent = Math.round((100 * (index + 1)) / count);
    return { type: "Percent", formula: `=${percent}`, operator: "GreaterThanOrEqual", customIcon: null };
  });
  return { style, reverseIconOrder: false, showIconOnly: false, criteria: [LOWEST, ...others] };
}

function customIconOf(value: Json | undefined, location: string): IconCriterion["customIcon"] {
  if (value === undefined || value === null) {
    return null;
  }
  const record = recordOf(value, ["index", "set"], location);
  return {
    set: oneOf(ICON_STYLES, record["set"], location),
    index: integerOf(record["index"], location),
  };
}

function iconCriterionOf(value: Json, index: number, location: string): IconCriterion {
  const record = recordOf(value, ["customIcon", "formula", "operator", "type"], location);
  const customIcon = customIconOf(record["customIcon"], `${location}.customIcon`);
  return index === 0
    ? { ...LOWEST, customIcon }
    : {
        type: oneOf<FormulaType>(WITH_FORMULA, record["type"], `${location}.type`),
        formula: textOf(record["formula"], `${location}.formula`),
        operator: oneOf(["GreaterThan", "GreaterThanOrEqual"], record["operator"], `${location}.operator`),
        customIcon,
      };
}

function iconCriteriaOf(value: Json, style: string, location: string): readonly IconCriterion[] {
  if (!Array.isArray(value) || value.length !== iconCount(style)) {
    throw invalidArgument(location, `The set ${style} has ${iconCount(style)} icons.`);
  }
  return (value as readonly Json[]).map((each, index) => iconCriterionOf(each, index, location));
}

export const iconSetObject: (target: FormatTarget) => HostObject = defineObject<FormatTarget>({
  name: "IconSetConditionalFormat",
  properties: {
    Style: painted(
      "IconSetConditionalFormat.style",
      ({ iconSet }) => (iconSet ?? newIconSet()).style,
      (format, value) => {
        const { reverseIconOrder, showIconOnly } = format.iconSet ?? newIconSet();
        const style = oneOf(ICON_STYLES, value, "IconSetConditionalFormat.style");
        format.iconSet = { ...newIconSet(style), reverseIconOrder, showIconOnly };
      }
    ),
    Criteria: painted(
      "IconSetConditionalFormat.criteria",
      ({ iconSet }) =>
        (iconSet ?? newIconSet()).criteria.map(({ customIcon, ...each }) => ({
          ...each,
          ...(customIcon && { customIcon: { ...customIcon } }),
        })),
      (format, value) => {
        const before = format.iconSet ?? newIconSet();
        const criteria = iconCriteriaOf(value, before.style, "IconSetConditionalFormat.criteria");
        format.iconSet = { ...before, criteria };
      }
    ),
    ReverseIconOrder: painted(
      "IconSetConditionalFormat.reverseIconOrder",
      ({ iconSet }) => (iconSet ?? newIconSet()).reverseIconOrder,
      (format, value) => {
        const location = "IconSetConditionalFormat.reverseIconOrder";
        const before = format.iconSet ?? newIconSet();
        if (before.criteria.some(({ customIcon }) => customIcon !== null)) {
          throw invalidArgument(location, "The set has icons of its own.");
        }
        format.iconSet = { ...before, reverseIconOrder: booleanOf(value, location) };
      }
    ),
    ShowIconOnly: painted(
      "IconSetConditionalFormat.showIconOnly",
      ({ iconSet }) => (iconSet ?? newIconSet()).showIconOnly,
      (format, value) => {
        const showIconOnly = booleanOf(value, "IconSetConditionalFormat.showIconOnly");
        format.iconSet = { ...(format.iconSet ?? newIconSet()), showIconOnly };
      }
    ),
  },
});
