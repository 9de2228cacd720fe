/**
 * The number library of the embedded spreadsheet, reading as Excel does on a Vietnamese machine: the day comes
 * before the month (01/02/2024 is 1 February), dots group thousands and the comma is the decimal mark. Bundled
 * in the place of `numfmt`, so that typing, pasting and text in formulas all read alike.
 */
import * as numfmt from "numfmt";

export * from "numfmt";

/** The library's locale tag; Vietnamese is not among the ones it brings. */
export const LOCALE = "vi";

numfmt.addLocale({ group: ".", decimal: ",", ampm: ["SA", "CH"] }, LOCALE);

type ParseOptions = NonNullable<Parameters<typeof numfmt.parseDate>[1]>;
type ParseResult = ReturnType<typeof numfmt.parseDate>;

/** "2/5" is 2 May of this year; the library itself would take it for February the 5th. */
const DAY_AND_MONTH = /^\s*(\d{1,2})\s*[/-]\s*(\d{1,2})\s*$/;

/** 50.000.000 or 1.234,5 or 21,9, with a sign before and a per cent sign behind, all optional. */
const VIETNAMESE_NUMBER = /^\s*[+-]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)\s*%?\s*$/;

/** Reads a date (and time) with the day first. Null when the text is no date. */
export function parseDate(text: string, options?: ParseOptions): ParseResult {
  const dayAndMonth = DAY_AND_MONTH.exec(text);
  const read = dayAndMonth ? `${dayAndMonth[1]}/${dayAndMonth[2]}/${new Date().getFullYear()}` : text;
  const parsed = numfmt.parseDate(read, { ...options, locale: LOCALE });
  return parsed && dayAndMonth ? { ...parsed, z: "dd/mm" } : parsed;
}

/** Reads a number as a Vietnamese writes it, else as the formula language does (21.9). */
export function parseNumber(text: string, options?: ParseOptions): ParseResult {
  return VIETNAMESE_NUMBER.test(text)
    ? numfmt.parseNumber(text, { ...options, locale: LOCALE })
    : numfmt.parseNumber(text, options);
}

/** Any of number, date, time and truth value, in this order. */
export function parseValue(text: string, options?: ParseOptions): ReturnType<typeof numfmt.parseValue> {
  return (
    parseNumber(text, options) ??
    parseDate(text, options) ??
    numfmt.parseTime(text, options) ??
    numfmt.parseBool(text, options)
  );
}
