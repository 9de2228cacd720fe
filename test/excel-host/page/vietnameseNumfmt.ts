/**
 * The number library of the embedded spreadsheet, reading dates as Excel does on a Vietnamese machine: the day
 * comes before the month (01/02/2024 is 1 February). Bundled in the place of `numfmt`, so that typing, pasting and
 * dates in text that formulas use all read alike. Numbers are left alone: the spreadsheet reads the numbers inside
 * formulas by the same function, and those keep the point.
 */
import * as numfmt from "numfmt";
import { readTypedInput } from "../typedInput";

export * from "numfmt";

/** The library's locale tag; Vietnamese is not among the ones it brings. */
export const LOCALE = "vi";

numfmt.addLocale({ group: ".", decimal: ",", ampm: ["SA", "CH"] }, LOCALE);

/** Reads a date, a time or both as a serial number with its format. Null when the text is none of these. */
export function parseDate(text: string): ReturnType<typeof numfmt.parseDate> {
  const { value, numberFormat } = readTypedInput(text, "vi-VN", new Date().getFullYear());
  const isDate = typeof value === "number" && numberFormat !== undefined && numfmt.isDateFormat(numberFormat);
  return isDate ? { v: value, z: numberFormat } : null;
}
