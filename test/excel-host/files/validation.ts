/** Input rules with their messages. The library writes them; it does not read all of them, so the XML is read here. */
import type { Document, Element } from "@xmldom/xmldom";
import type { DataValidation } from "hucre/xlsx";
import type { JsonRecord } from "../model/arguments";
import type { ValidationState } from "../model/state";
import type { Json } from "../protocol";
import { dateSerial } from "../typedInput";
import { readAreas, writeAreas } from "./areasText";
import { serialDate } from "./dates";
import { elementsOf } from "./workbookPackage";

/** Kinds of the host and of the file. */
const KINDS: readonly (readonly [string, string])[] = [
  ["list", "list"],
  ["custom", "custom"],
  ["wholeNumber", "whole"],
  ["decimal", "decimal"],
  ["textLength", "textLength"],
  ["date", "date"],
  ["time", "time"],
];

const OPERATORS: readonly (readonly [string, NonNullable<DataValidation["operator"]>])[] = [
  ["Between", "between"],
  ["NotBetween", "notBetween"],
  ["EqualTo", "equal"],
  ["NotEqualTo", "notEqual"],
  ["GreaterThan", "greaterThan"],
  ["LessThan", "lessThan"],
  ["GreaterThanOrEqualTo", "greaterThanOrEqual"],
  ["LessThanOrEqualTo", "lessThanOrEqual"],
];

const STYLES: readonly (readonly [string, NonNullable<DataValidation["errorStyle"]>])[] = [
  ["Stop", "stop"],
  ["Warning", "warning"],
  ["Information", "information"],
];

/** A rule for the library. */
export function writeValidation(state: ValidationState): DataValidation {
  const [kind = "any", rule = {}] = Object.entries(state.rule)[0] ?? [];
  const prompt = state.prompt as JsonRecord;
  const alert = state.errorAlert as JsonRecord;
  return {
    ...writeRule(kind, rule as JsonRecord),
    range: writeAreas(state.areas),
    allowBlank: state.ignoreBlanks,
    showInputMessage: prompt["showPrompt"] === true,
    inputTitle: String(prompt["title"] ?? ""),
    inputMessage: String(prompt["message"] ?? ""),
    showErrorMessage: alert["showAlert"] === true,
    errorStyle: STYLES.find(([ours]) => ours === alert["style"])?.[1] ?? "stop",
    errorTitle: String(alert["title"] ?? ""),
    errorMessage: String(alert["message"] ?? ""),
  };
}

type FileRule = Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values">;

function writeRule(kind: string, rule: JsonRecord): FileRule {
  if (kind === "list") {
    const source = String(rule["source"] ?? "");
    return source.startsWith("=")
      ? { type: "list", formula1: source.slice(1) }
      : { type: "list", values: [source.replaceAll('"', '""')] };
  }
  if (kind === "custom") {
    return { type: "custom", formula1: writeBound(rule["formula"]) };
  }
  const operator = OPERATORS.find(([ours]) => ours === rule["operator"])?.[1];
  return {
    // What restricts nothing is called "none"; the library writes the type as it is but does not list this one.
    type: (KINDS.find(([ours]) => ours === kind)?.[1] ?? "none") as DataValidation["type"],
    operator,
    formula1: writeBound(rule["formula1"]),
    formula2: writeBound(rule["formula2"]),
  };
}

/** Numbers as they are, formulas without their sign, dates and times as numbers. */
function writeBound(bound: Json | undefined): string | undefined {
  if (bound === undefined || bound === null) {
    return undefined;
  }
  const text = String(bound);
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (date) {
    return String(dateSerial(Number(date[1]), Number(date[2]), Number(date[3])));
  }
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  return time
    ? String((Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86400)
    : text.replace(/^=/, "");
}

/** Whether the list has no arrow, which the library cannot say. */
export function hasNoArrow({ rule }: ValidationState): boolean {
  return (rule["list"] as JsonRecord | undefined)?.["inCellDropDown"] === false;
}

/** The rules of a sheet's XML, those in its extensions included. */
export function readValidations(sheet: Document): readonly ValidationState[] {
  return elementsOf(sheet, "dataValidation").flatMap((element) => {
    const areas = readAreas(element.getAttribute("sqref") ?? childText(element, "sqref"));
    return areas.length > 0 ? [readValidation(element, areas)] : [];
  });
}

function readValidation(element: Element, areas: ValidationState["areas"]): ValidationState {
  const text = (name: string): string => element.getAttribute(name) ?? "";
  const isOn = (name: string): boolean => /^(1|true)$/.test(text(name));
  return {
    areas,
    rule: readRule(element),
    prompt: {
      message: text("prompt"),
      showPrompt: isOn("showInputMessage"),
      title: text("promptTitle"),
    },
    errorAlert: {
      message: text("error"),
      showAlert: isOn("showErrorMessage"),
      style: STYLES.find(([, theirs]) => theirs === text("errorStyle"))?.[0] ?? "Stop",
      title: text("errorTitle"),
    },
    ignoreBlanks: isOn("allowBlank"),
  };
}

function readRule(element: Element): ValidationState["rule"] {
  const kind = KINDS.find(([, theirs]) => theirs === element.getAttribute("type"))?.[0];
  const formula1 = childText(element, "formula1");
  if (kind === undefined || formula1 === null) {
    return {};
  }
  if (kind === "list") {
    const written = /^"([^]*)"$/.exec(formula1.trim())?.[1];
    const source = written === undefined ? `=${formula1}` : written.replaceAll('""', '"');
    return {
      list: { inCellDropDown: !/^(1|true)$/.test(element.getAttribute("showDropDown") ?? ""), source },
    };
  }
  if (kind === "custom") {
    return { custom: { formula: `=${formula1}` } };
  }
  const operator =
    OPERATORS.find(([, theirs]) => theirs === element.getAttribute("operator"))?.[0] ?? "Between";
  const formula2 = childText(element, "formula2");
  return {
    [kind]: {
      formula1: readBound(kind, formula1),
      ...(formula2 !== null && /etween$/.test(operator) && { formula2: readBound(kind, formula2) }),
      operator,
    },
  };
}

/** Dates are told as `2024-01-31`, as Excel's documentation has it. */
function readBound(kind: string, text: string): Json {
  const number = text.trim() === "" ? NaN : Number(text);
  if (Number.isNaN(number)) {
    return `=${text}`;
  }
  return kind === "date" && Number.isInteger(number) ? (serialDate(number) ?? number) : number;
}

function childText(element: Element, name: string): string | null {
  return elementsOf(element, name)[0]?.textContent ?? null;
}
