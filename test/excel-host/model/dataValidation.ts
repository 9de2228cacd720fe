/** `Excel.DataValidation`: input rules and messages, kept by the host, shown by the engine. */
import { dateSerial } from "../typedInput";
import { columnsOf, coveredCells, rowsOf, subtractFromAll } from "../areas";
import { formatAddress } from "../addresses";
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import type { Area, ShownValidation } from "../spreadsheet/spreadsheet";
import type { JsonRecord } from "./arguments";
import { booleanOf, oneOf, recordOf, targetOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import type { ValidationState } from "./state";
import { sheetName } from "./worksheets";

const OPERATORS = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;

const NUMERIC_KINDS = ["wholeNumber", "decimal", "textLength", "date", "time"] as const;
const KINDS = ["list", "custom", ...NUMERIC_KINDS] as const;
type Kind = (typeof KINDS)[number];

const TYPES: { readonly [kind in Kind]: string } = {
  list: "List",
  custom: "Custom",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  date: "Date",
  time: "Time",
};

/** Excel's limit for a list that is written out. */
const LIST_LIMIT = 255;

const NONE: Omit<ValidationState, "areas"> = {
  rule: {},
  prompt: { message: "", showPrompt: true, title: "" },
  errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
  ignoreBlanks: true,
};

/** The one validation of all cells of the range; `null` when they differ. */
function commonValidation({ context, sheetId, area }: RangeTarget): Omit<ValidationState, "areas"> | null {
  const touching = sheetState(context, sheetId).validations.filter(
    ({ areas }) => coveredCells(areas, area) > 0
  );
  const [first] = touching;
  if (!first) {
    return NONE;
  }
  const isWhole = coveredCells(first.areas, area) === rowsOf(area) * columnsOf(area);
  return touching.length === 1 && isWhole ? first : null;
}

/** Gives the cells of the range one validation, or none, and shows the result. */
function replaceValidation(range: RangeTarget, validation: Omit<ValidationState, "areas"> | null): void {
  const { context, sheetId, area } = range;
  const state = sheetState(context, sheetId);
  const others = state.validations
    .map((each) => ({ ...each, areas: subtractFromAll(each.areas, area) }))
    .filter(({ areas }) => areas.length > 0);
  state.validations = validation ? [...others, { ...validation, areas: [area] }] : others;
  context.unpainted.add(sheetId);
}

function change(range: RangeTarget, location: string, changes: Partial<ValidationState>): void {
  requireUnprotected(range.context, range.sheetId, location);
  replaceValidation(range, { ...(commonValidation(range) ?? NONE), ...changes });
}

/** Checks a `DataValidationRule`: exactly one kind, known properties, complete formulas. */
function ruleOf(value: Json): { readonly [kind: string]: Json } {
  const location = "DataValidation.rule";
  const record = recordOf(value, KINDS, location);
  const present = Object.entries(record).filter(([, rule]) => rule !== null);
  const [kind, rule = null] = present[0] ?? [];
  if (kind === undefined || present.length > 1) {
    throw invalidArgument(location, "A rule has exactly one kind.");
  }
  if (kind === "list") {
    return { list: listRule(rule) };
  }
  if (kind === "custom") {
    const custom = recordOf(rule, ["formula"], `${location}.custom`);
    return { custom: { formula: formulaText(custom["formula"], `${location}.custom.formula`) } };
  }
  return { [kind]: boundedRule(kind, rule) };
}

function listRule(rule: Json): Json {
  const location = "DataValidation.rule.list";
  const record = recordOf(rule, ["inCellDropDown", "source"], location);
  const dropDown =
    record["inCellDropDown"] === undefined ? true : booleanOf(record["inCellDropDown"], location);
  return { inCellDropDown: dropDown, source: listSource(record["source"]) };
}

function listSource(source: Json | undefined): string {
  const location = "DataValidation.rule.list.source";
  if (isHostObject(source)) {
    const { context, sheetId, area } = targetOf<RangeTarget>(source, "Range", location);
    return `=${formatAddress(sheetName(context, sheetId), area, true)}`;
  }
  if (typeof source !== "string" || source === "") {
    throw invalidArgument(location);
  }
  if (!source.startsWith("=") && source.length > LIST_LIMIT) {
    throw invalidArgument(location, `A list that is written out has at most ${LIST_LIMIT} characters.`);
  }
  return source;
}

function boundedRule(kind: string, rule: Json): Json {
  const location = `DataValidation.rule.${kind}`;
  const record: JsonRecord = recordOf(rule, ["formula1", "formula2", "operator"], location);
  const operator = oneOf(OPERATORS, record["operator"], `${location}.operator`);
  const needsTwo = operator === "Between" || operator === "NotBetween";
  const formula1 = boundOf(kind, record["formula1"], `${location}.formula1`);
  return needsTwo
    ? { formula1, formula2: boundOf(kind, record["formula2"], `${location}.formula2`), operator }
    : { formula1, operator };
}

function boundOf(kind: string, value: Json | undefined, location: string): Json {
  const isDate = kind === "date" && typeof value === "string" && isoSerial(value) !== null;
  const isTime = kind === "time" && typeof value === "string" && /^\d{1,2}:\d{2}/.test(value);
  if (typeof value === "number" || isDate || isTime) {
    return value ?? null;
  }
  return formulaText(value, location);
}

function formulaText(value: Json | undefined, location: string): string {
  if (typeof value !== "string" || !value.startsWith("=") || value.length < 2) {
    throw invalidArgument(location);
  }
  return value;
}

/** `2024-01-31`, perhaps with a time, as Excel's serial number. */
function isoSerial(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/.exec(text);
  return found ? dateSerial(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

function messageOf(value: Json, keys: readonly string[], location: string): JsonRecord {
  return recordOf(value, keys, location);
}

function limited(text: Json | undefined, limit: number, location: string): string {
  if (text === undefined || text === null) {
    return "";
  }
  if (typeof text !== "string" || text.length > limit) {
    throw invalidArgument(location, `At most ${limit} characters.`);
  }
  return text;
}

function promptOf(value: Json): Json {
  const location = "DataValidation.prompt";
  const record = messageOf(value, ["message", "showPrompt", "title"], location);
  return {
    message: limited(record["message"], 255, `${location}.message`),
    showPrompt: booleanOf(record["showPrompt"] ?? true, location),
    title: limited(record["title"], 32, `${location}.title`),
  };
}

function alertOf(value: Json): Json {
  const location = "DataValidation.errorAlert";
  const record = messageOf(value, ["message", "showAlert", "style", "title"], location);
  return {
    message: limited(record["message"], 255, `${location}.message`),
    showAlert: booleanOf(record["showAlert"] ?? true, location),
    style: oneOf(["Stop", "Warning", "Information"] as const, record["style"] ?? "Stop", location),
    title: limited(record["title"], 32, `${location}.title`),
  };
}

export const validationObject: (range: RangeTarget) => HostObject = defineObject<RangeTarget>({
  name: "DataValidation",
  properties: {
    Rule: readWrite(
      (range) => commonValidation(range)?.rule ?? null,
      (range, value) => change(range, "DataValidation.rule", { rule: ruleOf(value) })
    ),
    Type: readOnly((range) => {
      const validation = commonValidation(range);
      const kind = KINDS.find((each) => validation && each in validation.rule);
      return validation === null ? "Inconsistent" : kind ? TYPES[kind] : "None";
    }),
    Prompt: readWrite(
      (range) => commonValidation(range)?.prompt ?? null,
      (range, value) => change(range, "DataValidation.prompt", { prompt: promptOf(value) })
    ),
    ErrorAlert: readWrite(
      (range) => commonValidation(range)?.errorAlert ?? null,
      (range, value) => change(range, "DataValidation.errorAlert", { errorAlert: alertOf(value) })
    ),
    IgnoreBlanks: readWrite(
      (range) => commonValidation(range)?.ignoreBlanks ?? null,
      (range, value) =>
        change(range, "DataValidation.ignoreBlanks", {
          ignoreBlanks: booleanOf(value, "DataValidation.ignoreBlanks"),
        })
    ),
  },
  methods: {
    Clear: method((range) => {
      requireUnprotected(range.context, range.sheetId, "DataValidation.clear");
      replaceValidation(range, null);
    }),
  },
});

/** A sheet's validations as the engine shows them. */
export function shownValidations(context: ModelContext, sheetId: string): readonly ShownValidation[] {
  return sheetState(context, sheetId).validations.flatMap(({ areas, ...validation }) =>
    areas.map((area) => shownValidation(area, validation))
  );
}

function shownValidation(area: Area, validation: Omit<ValidationState, "areas">): ShownValidation {
  const [kind = "any", rule = {}] = Object.entries(validation.rule)[0] ?? [];
  const details = rule as JsonRecord;
  const prompt = validation.prompt as JsonRecord;
  const alert = validation.errorAlert as JsonRecord;
  const title = (message: JsonRecord): string => String(message["title"] ?? "");
  const text = (message: JsonRecord): string => String(message["message"] ?? "");
  const hasPrompt = prompt["showPrompt"] === true && (text(prompt) !== "" || title(prompt) !== "");
  return {
    area,
    kind: kind as ShownValidation["kind"],
    operator: String(details["operator"] ?? ""),
    formula1: boundText(details["source"] ?? details["formula"] ?? details["formula1"]),
    formula2: boundText(details["formula2"]),
    dropDown: details["inCellDropDown"] !== false,
    allowBlank: validation.ignoreBlanks,
    prompt: hasPrompt ? { title: title(prompt), message: text(prompt) } : null,
    alert:
      alert["showAlert"] === true
        ? {
            style: String(alert["style"] ?? "Stop").toLowerCase() as "stop" | "warning" | "information",
            title: title(alert),
            message: text(alert),
          }
        : null,
  };
}

function boundText(value: Json | undefined): string {
  if (value === undefined || value === null) {
    return "";
  }
  return typeof value === "string" ? String(isoSerial(value) ?? value) : String(value);
}
