/** Dates as Vietnamese offices write them: always day, month, year. */
import type { CellValue, IsoDate } from "../grid";
import { cleanText } from "../text/normalize";
import { remembering } from "../text/remembering";

/** Why a text is not a full date. */
export type DateProblem =
  | "unreadable"
  | "impossible" // 31/6/2021
  | "month-first" // 6/25/2021
  | "year-first" // 2021-06-25
  | "no-year" // 06/4
  | "no-day" // 6/2021, 2021
  | "short-year" // 25/6/21
  | "long-year" // 18/8/20222
  | "serial"; // 44372 in a cell without date format

export type DateReading =
  | { readonly status: "empty" }
  | { readonly status: "ok"; readonly iso: IsoDate }
  /** `suggestion`: the date that was probably meant, where there is one reading only. */
  | { readonly status: "problem"; readonly problem: DateProblem; readonly suggestion: IsoDate | null };

const SEPARATOR = "\\s*[/.\\-\\\\\\s,]\\s*";
/** Before a date: "Cao Bằng, ngày …". After it: a time of day, a full stop. */
const BEFORE = "^(?:[\\p{L}\\s]+,\\s*)?(?:ngày\\s*)?";
const AFTER = "(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?)?[.;,]?$";
const DAY_MONTH_YEAR = new RegExp(
  `${BEFORE}(\\d{1,2})${SEPARATOR}(\\d{1,2})${SEPARATOR}(\\d+)${AFTER}`,
  "iu"
);
const IN_WORDS = new RegExp(
  `${BEFORE}(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*(?:,\\s*|,?\\s*năm\\s*|/\\s*)(\\d+)${AFTER}`,
  "iu"
);
const YEAR_FIRST =
  /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:[T\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/;
const DAY_MONTH = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})$/i;
const MONTH_YEAR = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(\d{4})$/i;
const YEAR = /^(?:(?:quý\s*(?:[1-4]|I{1,3}|IV)\s*[/.,-]?\s*)?(?:năm\s*)?)((?:19|20)\d{2})$/i;
const BARE_SERIAL = /^\d{5}$/;

/** Serial numbers of 01/01/1990 and 31/12/2049: what is in between is taken for a date that lost its format. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 54788;

/**
 * Reads the "Thời gian" of a document (Biểu 01): a true date cell, `25/6/2021`, `05/01/2021`, `25-06-2021`,
 * `25.6.2021`, `ngày 25 tháng 6 năm 2021`, "Cao Bằng, ngày …". Anything else is a problem with its kind.
 */
export function readDate(value: CellValue): DateReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "number") return readNumber(value);
  if (typeof value === "boolean") return problem("unreadable");
  if (typeof value === "object") {
    return value.kind === "date" ? { status: "ok", iso: value.iso } : problem("unreadable");
  }
  return dateOfText(value);
}

/** Days and slips of a whole province: many documents are of one day. */
const MOST_DATES = 20_000;

const dateOfText = remembering(readText, MOST_DATES);

function readText(written: string): DateReading {
  const text = cleanText(written);
  if (text === "") return { status: "empty" };
  if (text.length > LONGEST) return problem("unreadable");
  if (BARE_SERIAL.test(text)) return readNumber(Number(text));
  const full = DAY_MONTH_YEAR.exec(text) ?? IN_WORDS.exec(text);
  if (full) return readParts(full[1] ?? "", full[2] ?? "", full[3] ?? "");
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const iso = isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
    return iso ? problem("year-first", iso) : problem("impossible");
  }
  if (DAY_MONTH.test(text)) return problem("no-year");
  if (MONTH_YEAR.test(text) || YEAR.test(text)) return problem("no-day");
  return problem("unreadable");
}

/** A longer text is a note. */
const LONGEST = 120;

function readParts(day: string, month: string, year: string): DateReading {
  if (year.length === 2)
    return problem("short-year", isoDate(2000 + Number(year), Number(month), Number(day)));
  if (year.length === 5) return problem("long-year", withDigitDoubled(day, month, year));
  if (year.length !== 4) return problem("unreadable");
  const iso = isoDate(Number(year), Number(month), Number(day));
  if (iso) return { status: "ok", iso };
  const monthFirst = isoDate(Number(year), Number(day), Number(month));
  return monthFirst ? problem("month-first", monthFirst) : problem("impossible");
}

/** `20222` is 2022 with a digit struck twice; only where one year of this century comes out. */
function withDigitDoubled(day: string, month: string, year: string): IsoDate | null {
  const years = new Set(
    [...year].flatMap((digit, index) =>
      digit === year[index + 1] ? [year.slice(0, index) + year.slice(index + 1)] : []
    )
  );
  const [only] = [...years].filter((candidate) => candidate.startsWith("20"));
  return years.size === 1 && only !== undefined ? isoDate(Number(only), Number(month), Number(day)) : null;
}

function readNumber(value: number): DateReading {
  if (Number.isInteger(value) && value >= 1900 && value <= 2099) return problem("no-day");
  const plausible = Number.isInteger(value) && value >= FIRST_SERIAL && value <= LAST_SERIAL;
  return plausible ? problem("serial", serialToIso(value)) : problem("unreadable");
}

function problem(kind: DateProblem, suggestion: IsoDate | null = null): DateReading {
  return { status: "problem", problem: kind, suggestion };
}

const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of Excel's 1900 date system, valid from 01/3/1900 (serial 61), after Excel's fictitious 29/02/1900. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** Excel serial number (1900 date system, ≥ 61) → ISO date; a time of day is dropped. */
export function serialToIso(serial: number): IsoDate {
  return new Date(SERIAL_EPOCH + Math.floor(serial) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** ISO date → Excel serial number (1900 date system). */
export function isoToSerial(iso: IsoDate): number {
  return Math.round((Date.parse(`${iso}T00:00:00Z`) - SERIAL_EPOCH) / MILLISECONDS_A_DAY);
}

/** The date with day and month exchanged; null when there is no such day or it is the same one. */
export function withDayAndMonthExchanged(iso: IsoDate): IsoDate | null {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return day === month ? null : isoDate(year, day, month);
}

/** Year, month (1–12) and day → ISO date; null when there is no such day. */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Where a day lies, seen from the window of a round. */
export type WindowSide = "before" | "within" | "after";

/** A date that cannot be read is not said to be outside: what it should be is another question. */
export function sideOfWindow(date: DateReading, from: IsoDate, cutOff: IsoDate): WindowSide {
  if (date.status !== "ok") return "within";
  if (date.iso < from) return "before";
  return date.iso > cutOff ? "after" : "within";
}

/** ISO date → `25/6/2021`. */
export function formatDate(iso: IsoDate): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day}/${month}/${year}`;
}
