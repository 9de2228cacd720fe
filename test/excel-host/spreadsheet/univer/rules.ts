/** Data validation and conditional formats in Univer's words: for showing only, the host keeps the originals. */
import type { IDataValidationRule, IRange, IStyleBase } from "@univerjs/core";
import { DataValidationErrorStyle, DataValidationOperator, DataValidationType } from "@univerjs/core";
import type { IConditionFormattingRule, IValueConfig } from "@univerjs/sheets-conditional-formatting";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
} from "@univerjs/sheets-conditional-formatting";
import type {
  Area,
  ConditionalLook,
  DataBarBound,
  ShownConditionalFormat,
  ShownValidation,
} from "../spreadsheet";

export function toRange(area: Area): IRange {
  return { startRow: area.top, startColumn: area.left, endRow: area.bottom, endColumn: area.right };
}

const VALIDATION_TYPES: { readonly [kind in ShownValidation["kind"]]: string } = {
  list: DataValidationType.LIST,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
  textLength: DataValidationType.TEXT_LENGTH,
  custom: DataValidationType.CUSTOM,
  any: DataValidationType.ANY,
};

const OPERATORS: { readonly [operator: string]: DataValidationOperator | undefined } = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const ALERTS = {
  stop: DataValidationErrorStyle.STOP,
  warning: DataValidationErrorStyle.WARNING,
  information: DataValidationErrorStyle.INFO,
} as const;

export function toValidationRule(shown: ShownValidation, uid: string): IDataValidationRule {
  return {
    uid,
    type: VALIDATION_TYPES[shown.kind],
    operator: OPERATORS[shown.operator],
    formula1: shown.formula1 || undefined,
    formula2: shown.formula2 || undefined,
    ranges: [toRange(shown.area)],
    allowBlank: shown.allowBlank,
    showDropDown: shown.dropDown,
    showErrorMessage: shown.alert !== null,
    error: shown.alert?.message,
    errorTitle: shown.alert?.title,
    errorStyle: ALERTS[shown.alert?.style ?? "stop"],
    showInputMessage: shown.prompt !== null,
    prompt: shown.prompt?.message,
    promptTitle: shown.prompt?.title,
  };
}

const NUMBER_OPERATORS: { readonly [operator: string]: CFNumberOperator | undefined } = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThan: CFNumberOperator.lessThan,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};

/** `null` for a rule that Univer cannot paint (a cell value compared with a formula). */
export function toConditionalRule(
  shown: ShownConditionalFormat,
  cfId: string
): IConditionFormattingRule | null {
  const rule = ruleOf(shown.rule);
  return rule && { cfId, ranges: shown.areas.map(toRange), stopIfTrue: shown.stopIfTrue, rule };
}

function ruleOf(rule: ShownConditionalFormat["rule"]): IConditionFormattingRule["rule"] | null {
  switch (rule.kind) {
    case "formula":
      return {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: rule.formula,
        style: lookOf(rule.look),
      };
    case "dataBar":
      return {
        type: CFRuleType.dataBar,
        isShowValue: true,
        config: {
          min: boundOf(rule.lower, CFValueType.min),
          max: boundOf(rule.upper, CFValueType.max),
          isGradient: rule.gradient,
          positiveColor: rule.color,
          nativeColor: "#FF0000",
        },
      };
    case "colorScale":
      return {
        type: CFRuleType.colorScale,
        config: rule.points.map(({ color, bound }, index) => ({
          index,
          color,
          value: boundOf(bound, CFValueType.min),
        })),
      };
    case "iconSet":
      return {
        type: CFRuleType.iconSet,
        isShowValue: rule.showValue,
        config: rule.icons.map(({ set, index, bound, orEqual }) => ({
          operator: orEqual ? CFNumberOperator.greaterThanOrEqual : CFNumberOperator.greaterThan,
          value: bound
            ? boundOf(bound, CFValueType.min)
            : { type: CFValueType.num, value: Number.MIN_SAFE_INTEGER },
          iconType: iconTypeOf(set),
          iconId: String(index),
        })),
      };
    case "cellValue":
      return numberRule(rule.operator, rule.formula1, rule.formula2, lookOf(rule.look));
  }
}

function numberRule(
  operator: string,
  formula1: string,
  formula2: string,
  style: IStyleBase
): IConditionFormattingRule["rule"] | null {
  const [first, second] = [formula1, formula2].map((text) => Number(text.replace(/^=/, "")));
  const theirs = NUMBER_OPERATORS[operator];
  if (theirs === undefined || first === undefined || Number.isNaN(first)) {
    return null;
  }
  const base = { type: CFRuleType.highlightCell, subType: CFSubRuleType.number, style } as const;
  return theirs === CFNumberOperator.between || theirs === CFNumberOperator.notBetween
    ? { ...base, operator: theirs, value: [first, second ?? first] }
    : { ...base, operator: theirs, value: first };
}

type IconType = Extract<
  IConditionFormattingRule["rule"],
  { type: CFRuleType.iconSet }
>["config"][number]["iconType"];

/** `ThreeArrows` -> `3Arrows`. */
function iconTypeOf(set: string): IconType {
  return set
    .replace(/^Three/, "3")
    .replace(/^Four/, "4")
    .replace(/^Five/, "5") as IconType;
}

function lookOf(look: ConditionalLook): IStyleBase {
  return {
    ...(look.fillColor === null ? {} : { bg: { rgb: look.fillColor } }),
    ...(look.fontColor === null ? {} : { cl: { rgb: look.fontColor } }),
    ...(look.bold === null ? {} : { bl: look.bold ? 1 : 0 }),
    ...(look.italic === null ? {} : { it: look.italic ? 1 : 0 }),
  };
}

function boundOf(bound: DataBarBound, automatic: CFValueType): IValueConfig {
  const types: { readonly [type in DataBarBound["type"]]: CFValueType } = {
    automatic,
    lowest: CFValueType.min,
    highest: CFValueType.max,
    number: CFValueType.num,
    percent: CFValueType.percent,
    percentile: CFValueType.percentile,
    formula: CFValueType.formula,
  };
  const number = Number((bound.value ?? "").replace(/^=/, ""));
  const isNumber = bound.value !== null && !Number.isNaN(number);
  return {
    type: types[bound.type],
    ...(bound.value === null ? {} : { value: isNumber ? number : bound.value }),
  };
}
