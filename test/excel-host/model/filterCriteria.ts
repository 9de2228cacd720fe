/** Excel's `FilterCriteria`: how they are read, and which cells they let through. */
import { apiNotFound, invalidArgument } from "../errors";
import type { Json } from "../protocol";
import type { CellStyle, Scalar } from "../spreadsheet/spreadsheet";
import type { JsonRecord } from "./arguments";
import { colorOf, oneOf, recordOf, textOf } from "./arguments";
import type { Argument } from "./definition";
import { matchesPattern } from "./textPatterns";

/** A cell of the filtered column. */
export interface FilteredCell {
  readonly value: Scalar | null;
  readonly text: string;
  readonly style: () => CellStyle;
}

type Test = (cell: FilteredCell) => boolean;

const KEYS = [
  "filterOn",
  "color",
  "criterion1",
  "criterion2",
  "dynamicCriteria",
  "icon",
  "operator",
  "subField",
  "values",
];

const KINDS = [
  "BottomItems",
  "BottomPercent",
  "CellColor",
  "Dynamic",
  "FontColor",
  "Values",
  "TopItems",
  "TopPercent",
  "Icon",
  "Custom",
] as const;

const MONTHS = [
  "January",
  // As the client spells it.
  "Februray",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The months of a period that needs no clock. */
function monthsOf(period: string): readonly number[] | null {
  const word = period.replace(/^AllDatesInPeriod/, "");
  if (word === period) {
    return null;
  }
  const quarter = /^Quarter([1-4])$/.exec(word);
  const first = quarter ? (Number(quarter[1]) - 1) * 3 : MONTHS.indexOf(word);
  return first < 0 ? null : quarter ? [first, first + 1, first + 2] : [first];
}

/** Checks criteria as they are given; what this host cannot filter by is refused by name. */
export function criteriaOf(value: Argument | undefined, location: string): JsonRecord {
  const criteria = recordOf(value, KEYS, location);
  const kind = oneOf(KINDS, criteria["filterOn"] ?? null, `${location}.filterOn`);
  const given = Object.fromEntries(Object.entries(criteria).filter(([, part]) => part !== null));
  if (kind === "Icon" || "icon" in given || "subField" in given) {
    throw apiNotFound(`${location}(${kind})`, "this host does not filter by icons and rich values");
  }
  testOf(given, [], location);
  return given;
}

/** What the criteria let through of a column; its cells count for averages and ranks. */
export function testOf(criteria: JsonRecord, column: readonly FilteredCell[], location: string): Test {
  const kind = oneOf(KINDS, criteria["filterOn"] ?? null, `${location}.filterOn`);
  switch (kind) {
    case "Values":
      return valuesTest(criteria["values"] ?? null, location);
    case "Custom":
      return customTest(criteria, location);
    case "CellColor":
    case "FontColor": {
      const color = colorOf(criteria["color"] ?? null, `${location}.color`);
      const part = kind === "CellColor" ? "fillColor" : "fontColor";
      return ({ style }) => style()[part] === color;
    }
    case "Dynamic":
      return dynamicTest(textOf(criteria["dynamicCriteria"] ?? null, location), column, location);
    default:
      return rankTest(kind, criteria["criterion1"] ?? null, column, location);
  }
}

function numbersIn(column: readonly FilteredCell[]): readonly number[] {
  return column.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}

function dynamicTest(period: string, column: readonly FilteredCell[], location: string): Test {
  if (period === "AboveAverage" || period === "BelowAverage") {
    const numbers = numbersIn(column);
    const average = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const isAbove = period === "AboveAverage";
    return ({ value }) => typeof value === "number" && (isAbove ? value > average : value < average);
  }
  const months = monthsOf(period);
  if (!months) {
    throw apiNotFound(
      `${location}.dynamicCriteria(${period})`,
      "this host filters by no period around today"
    );
  }
  return ({ value }) => typeof value === "number" && months.includes(dateOf(value).getUTCMonth());
}

/** The first or last so many numbers, those that share the last place included. */
function rankTest(kind: string, criterion: Json, column: readonly FilteredCell[], location: string): Test {
  const given = typeof criterion === "string" && criterion.trim() !== "" ? Number(criterion) : criterion;
  if (typeof given !== "number" || !Number.isInteger(given) || given < 1) {
    throw invalidArgument(`${location}.criterion1`);
  }
  const isTop = kind.startsWith("Top");
  const numbers = [...numbersIn(column)].sort((first, second) => (isTop ? second - first : first - second));
  const count = kind.endsWith("Percent")
    ? Math.max(1, Math.floor((numbers.length * Math.min(given, 100)) / 100))
    : given;
  const last = numbers[Math.min(count, numbers.length) - 1] ?? 0;
  return ({ value }) => typeof value === "number" && (isTop ? value >= last : value <= last);
}

function valuesTest(values: Json, location: string): Test {
  if (!Array.isArray(values)) {
    throw invalidArgument(`${location}.values`);
  }
  const tests = (values as readonly Json[]).map((value): Test => {
    if (typeof value === "string") {
      const wanted = value.toLocaleLowerCase();
      return ({ text }) => text.toLocaleLowerCase() === wanted;
    }
    return dateTest(recordOf(value, ["date", "specificity"], `${location}.values`), location);
  });
  return (cell) => tests.some((test) => test(cell));
}

/** How many characters of an ISO time a `FilterDatetime` compares. */
const SPECIFICITY: { readonly [word: string]: number | undefined } = {
  Year: 4,
  Month: 7,
  Day: 10,
  Hour: 13,
  Minute: 16,
  Second: 19,
};

function dateTest(filter: JsonRecord, location: string): Test {
  const length = SPECIFICITY[textOf(filter["specificity"] ?? null, `${location}.values.specificity`)];
  const moment = new Date(textOf(filter["date"] ?? null, `${location}.values.date`));
  if (length === undefined || Number.isNaN(moment.getTime())) {
    throw invalidArgument(`${location}.values`);
  }
  const wanted = moment.toISOString().slice(0, length);
  return ({ value }) => typeof value === "number" && dateOf(value).toISOString().slice(0, length) === wanted;
}

const UNIX_EPOCH_SERIAL = 25569;
const LAST_SERIAL = 2958465;

/** The moment of a serial number, to the second; numbers that are no date are the last day that Excel knows. */
function dateOf(serial: number): Date {
  const days = serial < 0 || serial > LAST_SERIAL ? LAST_SERIAL : serial;
  return new Date(Math.round((days - UNIX_EPOCH_SERIAL) * 86400) * 1000);
}

function customTest(criteria: JsonRecord, location: string): Test {
  const first = criterionTest(textOf(criteria["criterion1"] ?? null, `${location}.criterion1`));
  if (criteria["criterion2"] === undefined) {
    return first;
  }
  const second = criterionTest(textOf(criteria["criterion2"], `${location}.criterion2`));
  const operator = oneOf(["And", "Or"] as const, criteria["operator"] ?? "And", `${location}.operator`);
  return (cell) => (operator === "And" ? first(cell) && second(cell) : first(cell) || second(cell));
}

/** `>50`, `<=1`, `<>x`, `=*s`; without an operator it is equality. */
function criterionTest(criterion: string): Test {
  const [, operator = "", operand = ""] = /^(<>|>=|<=|=|>|<)?([^]*)$/.exec(criterion) ?? [];
  const number = operand.trim() === "" ? NaN : Number(operand);
  const isEqual: Test = ({ value, text }) =>
    typeof value === "number" && !Number.isNaN(number) ? value === number : matchesPattern(text, operand);
  if (operator === "" || operator === "=") {
    return isEqual;
  }
  if (operator === "<>") {
    return (cell) => !isEqual(cell);
  }
  const holds = (order: number): boolean =>
    (operator.endsWith("=") && order === 0) || (operator.startsWith(">") ? order > 0 : order < 0);
  return ({ value, text }) => {
    if (!Number.isNaN(number)) {
      return typeof value === "number" && holds(value - number);
    }
    const isText = typeof value === "string" && value !== "";
    return isText && holds(text.localeCompare(operand, "vi", { sensitivity: "accent" }));
  };
}
