/** Conditional formats that look at what a cell holds: preset criteria, text, top and bottom, their rules. */
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import { integerOf, oneOf, recordOf, textOf } from "./arguments";
import { lookObject } from "./conditionalLook";
import type { FormatTarget } from "./conditionalTarget";
import { painted } from "./conditionalTarget";
import type { HostObject } from "./definition";
import { defineObject } from "./definition";
import type { ConditionalFormatState, TextRule, TopBottomRule } from "./state";

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

const PRESETS = [
  "Blanks",
  "NonBlanks",
  "Errors",
  "NonErrors",
  "Yesterday",
  "Today",
  "Tomorrow",
  "LastSevenDays",
  "LastWeek",
  "ThisWeek",
  "NextWeek",
  "LastMonth",
  "ThisMonth",
  "NextMonth",
  "AboveAverage",
  "BelowAverage",
  "EqualOrAboveAverage",
  "EqualOrBelowAverage",
  "OneStdDevAboveAverage",
  "OneStdDevBelowAverage",
  "TwoStdDevAboveAverage",
  "TwoStdDevBelowAverage",
  "ThreeStdDevAboveAverage",
  "ThreeStdDevBelowAverage",
  "UniqueValues",
  "DuplicateValues",
] as const;
type Preset = (typeof PRESETS)[number];

const TEXT_OPERATORS = ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const;
const TOP_BOTTOM = ["TopItems", "TopPercent", "BottomItems", "BottomPercent"] as const;

function cellValueRuleOf(value: Json, location: string): Json {
  const record = recordOf(value, ["formula1", "formula2", "operator"], location);
  const operator = oneOf(CELL_VALUE_OPERATORS, record["operator"], location);
  textOf(record["formula1"], location);
  if (operator === "Between" || operator === "NotBetween") {
    textOf(record["formula2"], location);
  }
  return record;
}

function presetOf(value: Json, location: string): Preset {
  return oneOf(PRESETS, recordOf(value, ["criterion"], location)["criterion"], location);
}

function textRuleOf(value: Json, location: string): TextRule {
  const record = recordOf(value, ["operator", "text"], location);
  const text = textOf(record["text"], location);
  if (text === "") {
    throw invalidArgument(location, "A text is expected.");
  }
  return { operator: oneOf(TEXT_OPERATORS, record["operator"], location), text };
}

function topBottomRuleOf(value: Json, location: string): TopBottomRule {
  const record = recordOf(value, ["rank", "type"], location);
  const type = oneOf(TOP_BOTTOM, record["type"], location);
  const rank = integerOf(record["rank"], location);
  const most = type.endsWith("Percent") ? 100 : 1000;
  if (rank < 1 || rank > most) {
    throw invalidArgument(location, `The rank is 1 to ${most}.`);
  }
  return { rank, type };
}

/** A class with a rule and a look. */
function ruleClass(
  name: string,
  read: (format: ConditionalFormatState) => Json,
  write: (format: ConditionalFormatState, value: Json, location: string) => void
): (target: FormatTarget) => HostObject {
  const location = `${name}.rule`;
  return defineObject<FormatTarget>({
    name,
    properties: { Rule: painted(location, read, (format, value) => write(format, value, location)) },
    objects: { Format: (target) => lookObject(target) },
  });
}

export const cellValueObject = ruleClass(
  "CellValueConditionalFormat",
  ({ cellValueRule }) => cellValueRule,
  (format, value, location) => {
    format.cellValueRule = cellValueRuleOf(value, location);
  }
);

export const presetObject = ruleClass(
  "PresetCriteriaConditionalFormat",
  ({ preset }) => (preset ? { criterion: preset } : null),
  (format, value, location) => {
    format.preset = presetOf(value, location);
  }
);

export const textComparisonObject = ruleClass(
  "TextConditionalFormat",
  ({ textRule }) => (textRule ? { ...textRule } : null),
  (format, value, location) => {
    format.textRule = textRuleOf(value, location);
  }
);

export const topBottomObject = ruleClass(
  "TopBottomConditionalFormat",
  ({ topBottomRule }) => (topBottomRule ? { ...topBottomRule } : null),
  (format, value, location) => {
    format.topBottomRule = topBottomRuleOf(value, location);
  }
);
