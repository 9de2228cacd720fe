/** `Excel.ConditionalFormatCollection` and the kinds that this host knows: custom, cell value, data bar. */
import { coveredCells, subtractFromAll } from "../areas";
import { apiNotFound, invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area, DataBarBound, ShownConditionalFormat } from "../spreadsheet/spreadsheet";
import { booleanOf, colorOf, integerOf, oneOf, recordOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject, Property } from "./definition";
import { defineObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import type { ConditionalFormatState } from "./state";

const KINDS = ["Custom", "CellValue", "DataBar"] as const;
type Kind = (typeof KINDS)[number];

const CELL_VALUE_OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
] as const;

interface FormatTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly format: ConditionalFormatState;
}

function formatsOn({ context, sheetId, area }: RangeTarget): readonly ConditionalFormatState[] {
  return sheetState(context, sheetId).conditionalFormats.filter(({ areas }) => coveredCells(areas, area) > 0);
}

function objectOf(range: RangeTarget, format: ConditionalFormatState | undefined): HostObject | null {
  return format ? formatObject({ context: range.context, sheetId: range.sheetId, format }) : null;
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

function add(range: RangeTarget, kind: Kind): HostObject {
  requireUnprotected(range.context, range.sheetId, "ConditionalFormatCollection.add", "allowFormatCells");
  const format = newConditionalFormat(`{CF-${range.context.nextId()}}`, kind, [range.area]);
  sheetState(range.context, range.sheetId).conditionalFormats.unshift(format);
  return formatObject({ context: range.context, sheetId: range.sheetId, format });
}

/** Takes the formats off the range's cells; outside of it they go on. */
function clearAll(range: RangeTarget): void {
  const { context, sheetId, area } = range;
  requireUnprotected(context, sheetId, "ConditionalFormatCollection.clearAll", "allowFormatCells");
  removeConditionalFormats(context, sheetId, area);
}

export function removeConditionalFormats(context: ModelContext, sheetId: string, area: Area): void {
  const state = sheetState(context, sheetId);
  state.conditionalFormats.forEach((format) => {
    format.areas = subtractFromAll(format.areas, area);
  });
  state.conditionalFormats = state.conditionalFormats.filter(({ areas }) => areas.length > 0);
  context.unpainted.add(sheetId);
}

function item(range: RangeTarget, key: Json): HostObject | null {
  return objectOf(
    range,
    formatsOn(range).find(({ id }) => id === key)
  );
}

export const conditionalFormatsObject: (range: RangeTarget) => HostObject = defineObject<RangeTarget>({
  name: "ConditionalFormatCollection",
  items: (range) =>
    formatsOn(range).map((format) =>
      formatObject({ context: range.context, sheetId: range.sheetId, format })
    ),
  item,
  methods: {
    Add: method(["type"], (range, type) => {
      const location = "ConditionalFormatCollection.add";
      const kind = KINDS.find((each) => each === type);
      if (!kind) {
        throw apiNotFound(`${location}(${String(type)})`, "this host does not know that kind");
      }
      return add(range, kind);
    }),
    ClearAll: method(clearAll),
    GetCount: method((range) => formatsOn(range).length),
    GetItemAt: method(["index"], (range, index) => {
      const location = "ConditionalFormatCollection.getItemAt";
      const format = objectOf(range, formatsOn(range)[integerOf(index, location)]);
      if (!format) {
        throw itemNotFound(location);
      }
      return format;
    }),
    GetItemOrNullObject: method(["id"], (range, id) =>
      item(range, textOf(id, "ConditionalFormatCollection.getItemOrNullObject"))
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

/** A property that changes the format and repaints the sheet. */
function painted(
  location: string,
  read: (format: ConditionalFormatState) => Json,
  write: (format: ConditionalFormatState, value: Json) => void
): Property<FormatTarget> {
  return readWrite(
    ({ format }) => read(format),
    ({ context, sheetId, format }, value) => {
      requireUnprotected(context, sheetId, location, "allowFormatCells");
      write(format, value);
      context.unpainted.add(sheetId);
    }
  );
}

const customKind = ofKind("Custom", (target) => customObject(target));
const cellValueKind = ofKind("CellValue", (target) => cellValueObject(target));
const dataBarKind = ofKind("DataBar", (target) => dataBarObject(target));

const formatObject = defineObject<FormatTarget>({
  name: "ConditionalFormat",
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: readOnly(({ format }) => format.id),
    Type: readOnly(({ format }) => format.type),
    Priority: readOnly(({ context, sheetId, format }) =>
      sheetState(context, sheetId).conditionalFormats.indexOf(format)
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

const cellValueObject = defineObject<FormatTarget>({
  name: "CellValueConditionalFormat",
  properties: {
    Rule: painted(
      "CellValueConditionalFormat.rule",
      ({ cellValueRule }) => cellValueRule,
      (format, value) => {
        const location = "CellValueConditionalFormat.rule";
        const record = recordOf(value, ["formula1", "formula2", "operator"], location);
        oneOf(CELL_VALUE_OPERATORS, record["operator"], location);
        textOf(record["formula1"], location);
        format.cellValueRule = record;
      }
    ),
  },
  objects: { Format: (target) => lookObject(target) },
});

const lookObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFormat",
  objects: { Fill: (target) => lookFillObject(target), Font: (target) => lookFontObject(target) },
});

const lookFillObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFill",
  properties: {
    Color: painted(
      "ConditionalRangeFill.color",
      ({ fillColor }) => fillColor ?? "",
      (format, value) => {
        format.fillColor = colorOf(value, "ConditionalRangeFill.color");
      }
    ),
  },
  methods: {
    Clear: method(({ context, sheetId, format }) => {
      format.fillColor = null;
      context.unpainted.add(sheetId);
    }),
  },
});

const lookFontObject = defineObject<FormatTarget>({
  name: "ConditionalRangeFont",
  properties: {
    Color: painted(
      "ConditionalRangeFont.color",
      ({ font }) => font.color ?? "",
      (format, value) => {
        format.font.color = colorOf(value, "ConditionalRangeFont.color");
      }
    ),
    Bold: painted(
      "ConditionalRangeFont.bold",
      ({ font }) => font.bold,
      (format, value) => {
        format.font.bold = booleanOf(value, "ConditionalRangeFont.bold");
      }
    ),
    Italic: painted(
      "ConditionalRangeFont.italic",
      ({ font }) => font.italic,
      (format, value) => {
        format.font.italic = booleanOf(value, "ConditionalRangeFont.italic");
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

function shownRule(format: ConditionalFormatState): ShownConditionalFormat["rule"] | null {
  const look = {
    fillColor: format.fillColor,
    fontColor: format.font.color,
    bold: format.font.bold,
    italic: format.font.italic,
  };
  if (format.type === "DataBar") {
    const { positive, lowerBoundRule, upperBoundRule } = format.dataBar;
    return {
      kind: "dataBar",
      color: positive.fillColor,
      gradient: positive.gradientFill,
      lower: shownBound(lowerBoundRule),
      upper: shownBound(upperBoundRule),
    };
  }
  if (format.type === "Custom") {
    return format.formula === "" ? null : { kind: "formula", formula: format.formula, look };
  }
  if (format.cellValueRule === null) {
    return null;
  }
  const rule = format.cellValueRule as { readonly [key: string]: Json | undefined };
  return {
    kind: "cellValue",
    operator: String(rule["operator"]),
    formula1: String(rule["formula1"] ?? ""),
    formula2: String(rule["formula2"] ?? ""),
    look,
  };
}

function shownBound(rule: Json): DataBarBound {
  const { type, formula } = rule as { readonly type: string; readonly formula?: string };
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
