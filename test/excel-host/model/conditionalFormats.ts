/** `Excel.ConditionalFormatCollection` and `Excel.ConditionalFormat` with its kinds. */
import { coveredCells, subtractFromAll } from "../areas";
import { apiNotFound, invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area, DataBarBound, ShownConditionalFormat } from "../spreadsheet/spreadsheet";
import { booleanOf, colorOf, integerOf, oneOf, recordOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import { presetFormula, textFormula, topBottomFormula } from "./conditionalFormulas";
import { lookObject } from "./conditionalLook";
import { cellValueObject, presetObject, textComparisonObject, topBottomObject } from "./conditionalRules";
import { colorScaleObject, iconSetObject, newColorScale, newIconSet } from "./conditionalScales";
import type { FormatTarget } from "./conditionalTarget";
import { painted, repaint } from "./conditionalTarget";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject } from "./definition";
import { defineObject, method, readOnly, readWrite } from "./definition";
import { rangeObject } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import type { ColorScale, ConditionalFormatState, IconSetState } from "./state";

const KINDS = [
  "Custom",
  "CellValue",
  "DataBar",
  "ColorScale",
  "IconSet",
  "PresetCriteria",
  "ContainsText",
  "TopBottom",
] as const;
type Kind = (typeof KINDS)[number];

/** The cells of a range, or of several areas. */
interface CellsTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly areas: readonly Area[];
}

function formatsOn(cells: CellsTarget): readonly ConditionalFormatState[] {
  const { context, sheetId } = cells;
  return sheetState(context, sheetId).conditionalFormats.filter(({ areas }) =>
    cells.areas.some((area) => coveredCells(areas, area) > 0)
  );
}

function objectOf(cells: CellsTarget, format: ConditionalFormatState | undefined): HostObject | null {
  return format ? formatObject({ context: cells.context, sheetId: cells.sheetId, format }) : null;
}

/** A conditional format of that kind with Excel's own defaults. */
export function newConditionalFormat(
  id: string,
  type: ConditionalFormatState["type"],
  areas: readonly Area[]
): ConditionalFormatState {
  return {
    id,
    type,
    areas,
    stopIfTrue: false,
    formula: "",
    cellValueRule: null,
    font: { color: null, bold: null, italic: null, underline: null },
    fillColor: null,
    dataBar: {
      showDataBarOnly: false,
      barDirection: "Context",
      axisFormat: "Automatic",
      axisColor: "#000000",
      lowerBoundRule: { type: "Automatic" },
      upperBoundRule: { type: "Automatic" },
      positive: { fillColor: "#638EC6", gradientFill: true, borderColor: "#638EC6" },
      negative: {
        fillColor: "#FF0000",
        matchPositiveFillColor: false,
        borderColor: "#FF0000",
        matchPositiveBorderColor: false,
      },
    },
  };
}

function add({ context, sheetId, areas }: CellsTarget, kind: Kind): HostObject {
  requireUnprotected(context, sheetId, "ConditionalFormatCollection.add", "allowFormatCells");
  const format = newConditionalFormat(`{CF-${context.nextId()}}`, kind, areas);
  sheetState(context, sheetId).conditionalFormats.unshift(format);
  return formatObject({ context, sheetId, format });
}

/** Takes the formats off the range's cells; outside of it they go on. */
function clearAll({ context, sheetId, areas }: CellsTarget): void {
  requireUnprotected(context, sheetId, "ConditionalFormatCollection.clearAll", "allowFormatCells");
  areas.forEach((area) => removeConditionalFormats(context, sheetId, area));
}

export function removeConditionalFormats(context: ModelContext, sheetId: string, area: Area): void {
  const state = sheetState(context, sheetId);
  state.conditionalFormats.forEach((format) => {
    format.areas = subtractFromAll(format.areas, area);
  });
  state.conditionalFormats = state.conditionalFormats.filter(({ areas }) => areas.length > 0);
  context.unpainted.add(sheetId);
}

function item(cells: CellsTarget, key: Json): HostObject | null {
  return objectOf(
    cells,
    formatsOn(cells).find(({ id }) => id === key)
  );
}

export const conditionalFormatsObject: (cells: CellsTarget) => HostObject = defineObject<CellsTarget>({
  name: "ConditionalFormatCollection",
  items: (cells) =>
    formatsOn(cells).map((format) =>
      formatObject({ context: cells.context, sheetId: cells.sheetId, format })
    ),
  item,
  methods: {
    Add: method(["type"], (cells, type) => {
      const location = "ConditionalFormatCollection.add";
      const kind = KINDS.find((each) => each === type);
      if (!kind) {
        throw apiNotFound(`${location}(${String(type)})`, "this host does not know that kind");
      }
      return add(cells, kind);
    }),
    ClearAll: method(clearAll),
    GetCount: method((cells) => formatsOn(cells).length),
    GetItemAt: method(["index"], (cells, index) => {
      const location = "ConditionalFormatCollection.getItemAt";
      const format = objectOf(cells, formatsOn(cells)[integerOf(index, location)]);
      if (!format) {
        throw itemNotFound(location);
      }
      return format;
    }),
    GetItemOrNullObject: method(["id"], (cells, id) =>
      item(cells, textOf(id, "ConditionalFormatCollection.getItemOrNullObject"))
    ),
  },
});

/** The object of one kind; an error or a null object when the format is of another kind. */
function ofKind(
  kind: Kind,
  open: (target: FormatTarget) => HostObject
): {
  readonly required: (target: FormatTarget) => HostObject;
  readonly orNull: (target: FormatTarget) => HostObject | null;
} {
  return {
    required: (target) => {
      if (target.format.type !== kind) {
        throw invalidArgument(`ConditionalFormat.${kind}`, `The format is of kind ${target.format.type}.`);
      }
      return open(target);
    },
    orNull: (target) => (target.format.type === kind ? open(target) : null),
  };
}

const customKind = ofKind("Custom", (target) => customObject(target));
const cellValueKind = ofKind("CellValue", (target) => cellValueObject(target));
const dataBarKind = ofKind("DataBar", (target) => dataBarObject(target));
const colorScaleKind = ofKind("ColorScale", (target) => colorScaleObject(target));
const iconSetKind = ofKind("IconSet", (target) => iconSetObject(target));
const presetKind = ofKind("PresetCriteria", (target) => presetObject(target));
const textKind = ofKind("ContainsText", (target) => textComparisonObject(target));
const topBottomKind = ofKind("TopBottom", (target) => topBottomObject(target));

const formatObject = defineObject<FormatTarget>({
  name: "ConditionalFormat",
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: readOnly(({ format }) => format.id),
    Type: readOnly(({ format }) => format.type),
    Priority: readWrite(
      ({ context, sheetId, format }) => sheetState(context, sheetId).conditionalFormats.indexOf(format),
      (target, value) => {
        const priority = integerOf(value, "ConditionalFormat.priority");
        repaint(target, "ConditionalFormat.priority", () => setPriority(target, priority));
      }
    ),
    StopIfTrue: painted(
      "ConditionalFormat.stopIfTrue",
      ({ stopIfTrue }) => stopIfTrue,
      (format, value) => {
        format.stopIfTrue = booleanOf(value, "ConditionalFormat.stopIfTrue");
      }
    ),
  },
  objects: {
    Custom: customKind.required,
    CustomOrNullObject: customKind.orNull,
    CellValue: cellValueKind.required,
    CellValueOrNullObject: cellValueKind.orNull,
    DataBar: dataBarKind.required,
    DataBarOrNullObject: dataBarKind.orNull,
    ColorScale: colorScaleKind.required,
    ColorScaleOrNullObject: colorScaleKind.orNull,
    IconSet: iconSetKind.required,
    IconSetOrNullObject: iconSetKind.orNull,
    Preset: presetKind.required,
    PresetOrNullObject: presetKind.orNull,
    TextComparison: textKind.required,
    TextComparisonOrNullObject: textKind.orNull,
    TopBottom: topBottomKind.required,
    TopBottomOrNullObject: topBottomKind.orNull,
  },
  methods: {
    Delete: method(({ context, sheetId, format }) => {
      requireUnprotected(context, sheetId, "ConditionalFormat.delete", "allowFormatCells");
      const state = sheetState(context, sheetId);
      state.conditionalFormats = state.conditionalFormats.filter((each) => each !== format);
      context.unpainted.add(sheetId);
    }),
    GetRange: method(({ context, sheetId, format }) => {
      const [area, ...more] = format.areas;
      if (!area || more.length > 0) {
        throw itemNotFound("ConditionalFormat.getRange");
      }
      return rangeObject({ context, sheetId, area });
    }),
    GetRangeOrNullObject: method(({ context, sheetId, format }) => {
      const [area, ...more] = format.areas;
      return area && more.length === 0 ? rangeObject({ context, sheetId, area }) : null;
    }),
    GetRanges: method(({ context, sheetId, format }) =>
      rangeAreasObject({ context, sheetId, areas: format.areas })
    ),
  },
});

/** Moves the format among all of its sheet; the others close up. A negative priority counts from the back. */
function setPriority({ context, sheetId, format }: FormatTarget, priority: number): void {
  const state = sheetState(context, sheetId);
  const others = state.conditionalFormats.filter((each) => each !== format);
  const wanted = priority < 0 ? others.length + 1 + priority : priority;
  const at = Math.max(0, Math.min(wanted, others.length));
  state.conditionalFormats = [...others.slice(0, at), format, ...others.slice(at)];
}

function formulaOf(value: Json, location: string): string {
  const formula = textOf(value, location);
  if (!formula.startsWith("=") || formula.length < 2) {
    throw invalidArgument(location);
  }
  return formula;
}

const customObject = defineObject<FormatTarget>({
  name: "CustomConditionalFormat",
  objects: { Rule: (target) => ruleObject(target), Format: (target) => lookObject(target) },
});

const ruleObject = defineObject<FormatTarget>({
  name: "ConditionalFormatRule",
  properties: {
    Formula: painted(
      "ConditionalFormatRule.formula",
      ({ formula }) => formula,
      (format, value) => {
        format.formula = formulaOf(value, "ConditionalFormatRule.formula");
      }
    ),
  },
});

const BOUND_TYPES = [
  "Invalid",
  "Automatic",
  "LowestValue",
  "HighestValue",
  "Number",
  "Percent",
  "Formula",
  "Percentile",
] as const;

function boundOf(value: Json, location: string): Json {
  const record = recordOf(value, ["type", "formula"], location);
  const type = oneOf(BOUND_TYPES, record["type"], `${location}.type`);
  if (["Number", "Percent", "Formula", "Percentile"].includes(type)) {
    return { type, formula: textOf(record["formula"], `${location}.formula`) };
  }
  return { type };
}

const dataBarObject = defineObject<FormatTarget>({
  name: "DataBarConditionalFormat",
  properties: {
    ShowDataBarOnly: painted(
      "DataBarConditionalFormat.showDataBarOnly",
      ({ dataBar }) => dataBar.showDataBarOnly,
      ({ dataBar }, value) => {
        dataBar.showDataBarOnly = booleanOf(value, "DataBarConditionalFormat.showDataBarOnly");
      }
    ),
    BarDirection: painted(
      "DataBarConditionalFormat.barDirection",
      ({ dataBar }) => dataBar.barDirection,
      ({ dataBar }, value) => {
        const directions = ["Context", "LeftToRight", "RightToLeft"] as const;
        dataBar.barDirection = oneOf(directions, value, "DataBarConditionalFormat.barDirection");
      }
    ),
    AxisFormat: painted(
      "DataBarConditionalFormat.axisFormat",
      ({ dataBar }) => dataBar.axisFormat,
      ({ dataBar }, value) => {
        const formats = ["Automatic", "None", "CellMidPoint"] as const;
        dataBar.axisFormat = oneOf(formats, value, "DataBarConditionalFormat.axisFormat");
      }
    ),
    AxisColor: painted(
      "DataBarConditionalFormat.axisColor",
      ({ dataBar }) => dataBar.axisColor,
      ({ dataBar }, value) => {
        dataBar.axisColor = colorOf(value, "DataBarConditionalFormat.axisColor");
      }
    ),
    LowerBoundRule: painted(
      "DataBarConditionalFormat.lowerBoundRule",
      ({ dataBar }) => dataBar.lowerBoundRule,
      ({ dataBar }, value) => {
        dataBar.lowerBoundRule = boundOf(value, "DataBarConditionalFormat.lowerBoundRule");
      }
    ),
    UpperBoundRule: painted(
      "DataBarConditionalFormat.upperBoundRule",
      ({ dataBar }) => dataBar.upperBoundRule,
      ({ dataBar }, value) => {
        dataBar.upperBoundRule = boundOf(value, "DataBarConditionalFormat.upperBoundRule");
      }
    ),
  },
  objects: {
    PositiveFormat: (target) => positiveBarObject(target),
    NegativeFormat: (target) => negativeBarObject(target),
  },
});

const positiveBarObject = defineObject<FormatTarget>({
  name: "ConditionalDataBarPositiveFormat",
  properties: {
    FillColor: painted(
      "ConditionalDataBarPositiveFormat.fillColor",
      ({ dataBar }) => dataBar.positive.fillColor,
      ({ dataBar }, value) => {
        dataBar.positive.fillColor = colorOf(value, "ConditionalDataBarPositiveFormat.fillColor");
      }
    ),
    GradientFill: painted(
      "ConditionalDataBarPositiveFormat.gradientFill",
      ({ dataBar }) => dataBar.positive.gradientFill,
      ({ dataBar }, value) => {
        dataBar.positive.gradientFill = booleanOf(value, "ConditionalDataBarPositiveFormat.gradientFill");
      }
    ),
    BorderColor: painted(
      "ConditionalDataBarPositiveFormat.borderColor",
      ({ dataBar }) => dataBar.positive.borderColor,
      ({ dataBar }, value) => {
        const color = value === "" ? "" : colorOf(value, "ConditionalDataBarPositiveFormat.borderColor");
        dataBar.positive.borderColor = color;
      }
    ),
  },
});

const negativeBarObject = defineObject<FormatTarget>({
  name: "ConditionalDataBarNegativeFormat",
  properties: {
    FillColor: painted(
      "ConditionalDataBarNegativeFormat.fillColor",
      ({ dataBar }) => dataBar.negative.fillColor,
      ({ dataBar }, value) => {
        dataBar.negative.fillColor = colorOf(value, "ConditionalDataBarNegativeFormat.fillColor");
      }
    ),
    MatchPositiveFillColor: painted(
      "ConditionalDataBarNegativeFormat.matchPositiveFillColor",
      ({ dataBar }) => dataBar.negative.matchPositiveFillColor,
      ({ dataBar }, value) => {
        const location = "ConditionalDataBarNegativeFormat.matchPositiveFillColor";
        dataBar.negative.matchPositiveFillColor = booleanOf(value, location);
      }
    ),
  },
});

/** A sheet's conditional formats as the engine paints them; one that is not complete yet shows nothing. */
export function shownConditionalFormats(
  context: ModelContext,
  sheetId: string
): readonly ShownConditionalFormat[] {
  return sheetState(context, sheetId).conditionalFormats.flatMap((format) => {
    const rule = shownRule(format);
    return rule ? [{ areas: format.areas, rule, stopIfTrue: format.stopIfTrue }] : [];
  });
}

/** The colour scale, the icons and the bars as such; whatever looks at one cell's content as a formula. */
function shownRule(format: ConditionalFormatState): ShownConditionalFormat["rule"] | null {
  const look = {
    fillColor: format.fillColor,
    fontColor: format.font.color,
    bold: format.font.bold,
    italic: format.font.italic,
  };
  const byFormula = (formula: string): ShownConditionalFormat["rule"] => ({ kind: "formula", formula, look });
  const { areas, preset, textRule, topBottomRule } = format;
  switch (format.type) {
    case "DataBar":
      return shownBar(format);
    case "ColorScale":
      return shownScale(format.colorScale ?? newColorScale());
    case "IconSet":
      return shownIcons(format.iconSet ?? newIconSet());
    case "Custom":
      return format.formula === "" ? null : byFormula(format.formula);
    case "PresetCriteria":
      return preset === undefined ? null : byFormula(presetFormula(preset, areas));
    case "ContainsText":
      return textRule === undefined ? null : byFormula(textFormula(textRule, areas));
    case "TopBottom":
      return topBottomRule === undefined ? null : byFormula(topBottomFormula(topBottomRule, areas));
    case "CellValue": {
      const rule = format.cellValueRule as { readonly [key: string]: Json | undefined } | null;
      return (
        rule && {
          kind: "cellValue",
          operator: String(rule["operator"]),
          formula1: String(rule["formula1"] ?? ""),
          formula2: String(rule["formula2"] ?? ""),
          look,
        }
      );
    }
  }
}

function shownBar({ dataBar }: ConditionalFormatState): ShownConditionalFormat["rule"] {
  const { positive, lowerBoundRule, upperBoundRule } = dataBar;
  return {
    kind: "dataBar",
    color: positive.fillColor,
    gradient: positive.gradientFill,
    lower: shownBound(lowerBoundRule),
    upper: shownBound(upperBoundRule),
  };
}

function shownScale({ minimum, midpoint, maximum }: ColorScale): ShownConditionalFormat["rule"] {
  const points = [minimum, ...(midpoint ? [midpoint] : []), maximum];
  return {
    kind: "colorScale",
    points: points.map(({ type, formula, color }) => ({ color, bound: shownBound({ type, formula }) })),
  };
}

/** Icons from the highest to the lowest, as they are compared. */
function shownIcons({
  style,
  reverseIconOrder,
  showIconOnly,
  criteria,
}: IconSetState): ShownConditionalFormat["rule"] {
  const icons = criteria.map(({ type, formula, operator, customIcon }, index) => ({
    set: customIcon?.set ?? style,
    /** 0 is the best icon of a set. */
    index: customIcon ? customIcon.index : reverseIconOrder ? index : criteria.length - 1 - index,
    bound: index === 0 ? null : shownBound({ type, formula }),
    orEqual: operator === "GreaterThanOrEqual",
  }));
  return { kind: "iconSet", showValue: !showIconOnly, icons: icons.reverse() };
}

function shownBound(rule: Json): DataBarBound {
  const { type, formula } = rule as { readonly type: string; readonly formula?: string | null };
  const types: { readonly [type: string]: DataBarBound["type"] | undefined } = {
    LowestValue: "lowest",
    HighestValue: "highest",
    Number: "number",
    Percent: "percent",
    Percentile: "percentile",
    Formula: "formula",
  };
  return { type: types[type] ?? "automatic", value: formula ?? null };
}
