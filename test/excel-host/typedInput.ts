/**
 * How Excel reads what is typed into a cell (and every string that an add-in writes into a cell whose format is not
 * text): numbers, percentages, dates, times, booleans, formulas; all else stays text.
 */
import type { Scalar } from "./spreadsheet/spreadsheet";

export type Locale = "vi-VN" | "en-US";

export interface TypedInput {
  readonly value: Scalar | null;
  readonly formula: string | null;
  /** Format that a cell with format General takes on. */
  readonly numberFormat?: string;
}

interface LocaleRules {
  readonly decimal: string;
  readonly group: string;
  readonly dayFirst: boolean;
  readonly shortDate: string;
  readonly currency: RegExp;
  /** What a typed amount of money shows before its digits. */
  readonly moneySign: string;
}

const RULES: { readonly [locale in Locale]: LocaleRules } = {
  "vi-VN": {
    decimal: ",",
    group: ".",
    dayFirst: true,
    shortDate: "dd/mm/yyyy",
    currency: /\s?₫$/,
    moneySign: "",
  },
  "en-US": {
    decimal: ".",
    group: ",",
    dayFirst: false,
    shortDate: "m/d/yyyy",
    currency: /^\$/,
    moneySign: "$",
  },
};

/**
 * Reads a typed text. `currentYear` completes a day and month without a year. An apostrophe in front makes a text of
 * whatever follows; a text beginning with `=`, `+`, `-` or `@` that is no number is a formula.
 */
export function readTypedInput(text: string, locale: Locale, currentYear: number): TypedInput {
  if (text === "") {
    return constant(null);
  }
  if (text.startsWith("'")) {
    return constant(text.slice(1));
  }
  const rules = RULES[locale];
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) {
    return constant(trimmed.toLowerCase() === "true");
  }
  const number = readNumber(trimmed, rules) ?? readDateAndTime(trimmed, rules, currentYear);
  if (number) {
    return number;
  }
  if (text.startsWith("=") && text.length > 1) {
    return { value: null, formula: text };
  }
  if (/^[+\-@]./.test(text)) {
    return { value: null, formula: `=${text}` };
  }
  return constant(text);
}

function constant(value: Scalar | null, numberFormat?: string): TypedInput {
  return { value, formula: null, numberFormat };
}

/** `1.234,5`, `-12`, `(12)`, `12,5%`, `1E5`, `50.000 ₫`, `2 1/2`. */
function readNumber(text: string, rules: LocaleRules): TypedInput | null {
  const mixed = /^(-?)(\d+) (\d+)\/(\d+)$/.exec(text);
  if (mixed && Number(mixed[4]) !== 0) {
    const size = Number(mixed[2]) + Number(mixed[3]) / Number(mixed[4]);
    return constant(mixed[1] ? -size : size, "# ?/?");
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  const inner = bracketed?.[1] ?? text;
  const percent = /^(.+?)\s?%$/.exec(inner);
  const bare = (percent?.[1] ?? inner).replace(rules.currency, "");
  const isMoney = bare !== (percent?.[1] ?? inner);
  const number = plainNumber(bare, rules);
  if (number === null || (bracketed && number < 0)) {
    return null;
  }
  const value = percent ? percentOf(number) : number;
  return constant(bracketed ? -value : value, numberFormatOf(bare, rules, percent !== null, isMoney));
}

/** 21,9 % is 0,219 and not the nearest double of 21,9 / 100. */
function percentOf(number: number): number {
  return Number(`${number}e-2`);
}

function numberFormatOf(
  text: string,
  rules: LocaleRules,
  percent: boolean,
  money: boolean
): string | undefined {
  const decimals = text.includes(rules.decimal);
  if (percent) {
    return decimals ? "0.00%" : "0%";
  }
  if (/e/i.test(text)) {
    return "0.00E+00";
  }
  if (money || text.includes(rules.group)) {
    return `${money ? rules.moneySign : ""}${decimals ? "#,##0.00" : "#,##0"}`;
  }
  return undefined;
}

function plainNumber(text: string, rules: LocaleRules): number | null {
  const [decimal, group] = [escaped(rules.decimal), escaped(rules.group)];
  const whole = `(?:\\d{1,3}(?:${group}\\d{3})+|\\d+)`;
  const shape = new RegExp(`^[+-]?(?:${whole}(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?$`);
  if (!shape.test(text)) {
    return null;
  }
  const value = Number(text.replaceAll(rules.group, "").replace(rules.decimal, "."));
  return Number.isFinite(value) ? value : null;
}

function escaped(sign: string): string {
  return sign.replace(".", "\\.");
}

interface DateParts {
  readonly serial: number;
  readonly numberFormat: string;
}

function readDateAndTime(text: string, rules: LocaleRules, currentYear: number): TypedInput | null {
  const [first = "", second, ...more] = text.split(/\s+/);
  if (more.length > 0) {
    return null;
  }
  const time = readTime(second ?? first);
  if (second === undefined) {
    const date = readDate(first, rules, currentYear);
    return date ? constant(date.serial, date.numberFormat) : time && constant(time.serial, time.numberFormat);
  }
  const date = readDate(first, rules, currentYear);
  return date && time ? constant(date.serial + time.serial, `${rules.shortDate} h:mm`) : null;
}

/** `20/5/2023`, `20-5-23`, `2023-05-20`, `20/5` (this year), `5/2023` (its first day). */
function readDate(text: string, rules: LocaleRules, currentYear: number): DateParts | null {
  const isoLike = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (isoLike) {
    return dated(Number(isoLike[1]), Number(isoLike[3]), Number(isoLike[4]), rules.shortDate);
  }
  const full = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (full) {
    const [day, month] = inOrder(Number(full[1]), Number(full[3]), rules);
    return dated(fullYear(full[4] ?? ""), month, day, rules.shortDate);
  }
  const monthOfYear = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (monthOfYear) {
    return dated(Number(monthOfYear[2]), Number(monthOfYear[1]), 1, "mmm-yy");
  }
  const dayOfMonth = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (dayOfMonth) {
    const [day, month] = inOrder(Number(dayOfMonth[1]), Number(dayOfMonth[2]), rules);
    return (
      dated(currentYear, month, day, "d-mmm") ??
      dated(fullYear((dayOfMonth[2] ?? "").padStart(2, "0")), Number(dayOfMonth[1]), 1, "mmm-yy")
    );
  }
  return null;
}

/** The two numbers of a date as day and month. */
function inOrder(first: number, second: number, rules: LocaleRules): readonly [number, number] {
  return rules.dayFirst ? [first, second] : [second, first];
}

/** Two digits: 00–29 are of this century, 30–99 of the last. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year + (year < 30 ? 2000 : 1900);
}

function dated(year: number, month: number, day: number, numberFormat: string): DateParts | null {
  const serial = dateSerial(year, month, day);
  return serial === null ? null : { serial, numberFormat };
}

/**
 * Excel's serial number of a day, 1 being 1 January 1900 and 60 the 29 February 1900 that never was; `null` when
 * there is no such day or Excel cannot hold it.
 */
export function dateSerial(year: number, month: number, day: number): number | null {
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  if (!exists || year < 1900 || year > 9999) {
    return null;
  }
  const days = Math.round(moment.getTime() / 86400000) + 25569;
  return days < 61 ? days - 1 : days;
}

/** `14:30`, `14:30:05`, `2:30 PM` is not read. */
function readTime(text: string): DateParts | null {
  const found = /^(\d{1,2}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text);
  if (!found) {
    return null;
  }
  const seconds = Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0);
  return { serial: seconds / 86400, numberFormat: found[3] === undefined ? "h:mm" : "h:mm:ss" };
}
