/** When a book was published: a day, a month, a quarter or a year (Biểu 02, "Đã xuất bản (thời gian)"). */
import type { CellValue, IsoDate } from "../grid";
import { cleanText } from "../text/normalize";
import { formatDate, isoDate, isoToSerial, serialToIso } from "./dates";

export interface Period {
  readonly precision: "day" | "month" | "quarter" | "year";
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** First and last day on which something may have been; null where nothing is said of it. */
export interface TimeBounds {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** Why a text that speaks of a time states none that can be checked. */
export type TimeProblem =
  | "vague" // cuối năm 2022
  | "impossible" // 31/6/2021, 13/2022
  | "short-year"; // 15/8/22

export interface TimeReading {
  /** Null when the cell states no time, or only one with a problem. */
  readonly period: Period | null;
  readonly problem: TimeProblem | null;
  /** How the time should be written, where there is one reading only. */
  readonly suggestion: string | null;
  /** The days that the time lies between for certain, vague as it may be: "trước năm 2021" ends with 2020. */
  readonly within: TimeBounds;
}

const ANY_DAY: TimeBounds = { from: null, to: null };
const NO_TIME: TimeReading = { period: null, problem: null, suggestion: null, within: ANY_DAY };
const IMPOSSIBLE: TimeReading = { ...NO_TIME, problem: "impossible" };

const YEAR = "(19\\d{2}|20\\d{2})";
/** What has a number of its own: "lần 2/2022" speaks of the second one, not of February. */
const NUMBERED = "(?:lần|đợt|tập|quyển|cuốn|kỳ|kì)(?:\\sthứ)?\\s?";
const QUARTERS = ["I", "II", "III", "IV", "1", "2", "3", "4"];
const MONTH_WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:giêng|một)$/, 1],
  [/^hai$/, 2],
  [/^ba$/, 3],
  [/^(?:tư|bốn)$/, 4],
  [/^năm$/, 5],
  [/^sáu$/, 6],
  [/^b[aả]y$/, 7],
  [/^tám$/, 8],
  [/^chín$/, 9],
  [/^mười$/, 10],
  [/^mười một$/, 11],
  [/^(?:mười hai|chạp)$/, 12],
];

interface Pattern {
  readonly pattern: RegExp;
  /** Null for a time that does not exist. */
  readonly read: (groups: readonly string[]) => Period | null;
}

const PATTERNS: readonly Pattern[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*${YEAR}(?!\\d)`),
    read: ([day, month, year]) => readDay(year, month, day),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}-(\\d{1,2})-(\\d{1,2})(?!\\d)`),
    read: ([year, month, day]) => readDay(year, month, day),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*(?:,|/)?\\s*(?:năm\\s*)?${YEAR}(?!\\d)`,
      "i"
    ),
    read: ([day, month, year]) => readDay(year, month, day),
  },
  {
    pattern: new RegExp(
      `(?:qu[ýí]|(?<!\\p{L})q\\.?)\\s*(IV|III|II|I|[1-4])\\s*[/.,-]?\\s*(?:năm\\s*)?${YEAR}(?!\\d)`,
      "iu"
    ),
    read: ([quarter, year]) => quarterOf(Number(year), QUARTERS.indexOf((quarter ?? "").toUpperCase()) % 4),
  },
  {
    // A publishing licence or decision "số 45/2022" is no month.
    pattern: new RegExp(
      `(?<![\\d/.-]|(?:số|qđ|gpxb)\\s?:?\\s?|${NUMBERED})(\\d{1,2})\\s*[/.-]\\s*${YEAR}(?![\\d/-])`,
      "i"
    ),
    read: ([month, year]) => monthsOf(Number(year), Number(month), 1, "month"),
  },
  {
    // Without the word it may be the number of anything: "tập 1, 2021", "QĐ 5 năm 2022".
    pattern: new RegExp(
      `(?:tháng|(?<!\\p{L})t\\.?)\\s*(\\d{1,2})(?:,?\\s*năm\\s*|,?\\s+)${YEAR}(?![\\d/-])`,
      "iu"
    ),
    read: ([month, year]) => monthsOf(Number(year), Number(month), 1, "month"),
  },
  {
    pattern: new RegExp(
      `tháng\\s+(mười một|mười hai|\\p{L}+)\\s*(?:[/,.-]\\s*|\\s)\\s*(?:năm\\s*)?${YEAR}(?!\\d)`,
      "iu"
    ),
    read: ([month, year]) => monthsOf(Number(year), monthOfWord(month ?? ""), 1, "month"),
  },
  {
    pattern: new RegExp(`${NUMBERED}\\d{1,2}\\s*[/.-]\\s*${YEAR}(?![\\d/-])`, "i"),
    read: ([year]) => monthsOf(Number(year), 1, 12, "year"),
  },
];
/** A year that stands alone in a note: "Nxb Chính trị quốc gia, 2022". */
const LONE_YEAR = new RegExp(
  `(?<![\\d/.,-])${YEAR}(?![\\d/-]|[.,]\\d|\\s*(?:trang|cuốn|bản|quyển|đồng|triệu))`,
  "gi"
);
const DIGIT = /\d/;
/** Where a text speaks of another volume, or of another edition. */
const VOLUME = /(?=(?<!\p{L})(?:tập|quyển)\s?(?:thứ\s)?(?:\d|(?:[ivx]{1,4}|nhất|hai|ba)(?!\p{L})))/iu;
const EDITION = /(?=(?<!\p{L})tái bản(?!\p{L}))/iu;
/** "Cuối năm 2022", "đầu tháng 7/2023", "khoảng 8/2022"; "lần đầu" names no time. */
const VAGUE =
  /(?<!\p{L}|lần\s)(cuối|đầu|giữa|khoảng|tầm|gần|trước|sau)\s+(?=(?:ngày|tháng|quý|quí|năm|t\.?\d|q\.?\d|\d|I))/iu;
/** A time at the beginning of a text. */
const LEADING = /^(?:ngày|tháng|năm|t\.?)?\s*$/i;
/** "6 tháng đầu năm", "nửa cuối năm": parts of a year in months. */
const MONTHS_OF_PART = /(?<!\d)(\d{1,2}) tháng $/i;
const HALF = /(?<!\p{L})nửa $/iu;
const SOME_OF_PARTS = /(?<!\p{L})(?:tháng|qu[ýí]) $/iu;
/** What is before or after a time is not in it. */
const OUTSIDE = /^(?:trước|sau|gần)$/i;
const PLANNED = /(?<!\p{L})(?:dự kiến|sẽ|phấn đấu)(?!\p{L})/iu;
const SHORT_YEAR =
  /^(?:x[\s,(]*)?(?:ngày\s*|tháng\s*)?(?:(\d{1,2})\s*[/.-]\s*)?(\d{1,2})\s*[/.-]\s*(\d{2})\)?$/i;
const LONG_YEAR = /(?<!\d)\d{1,2}\s*[/.-]\s*(?:\d{1,2}\s*[/.-]\s*)?\d{5,}(?!\d)/;

/**
 * The period that a cell states, alone or inside a note (`lần 2, 15/8/2022`, `quý II/2023`, `tháng 10/2023`, `2022`,
 * a date cell, a number that is a year). Null when it states none, or only vaguely (`cuối năm 2022`).
 */
export function readPeriod(value: CellValue): Period | null {
  return readTime(value).period;
}

/** `readPeriod` with the reason why a time that is there cannot be used, and how it should be written. */
export function readTime(value: CellValue): TimeReading {
  if (value === null || typeof value === "boolean") return NO_TIME;
  if (typeof value === "number") return found(readNumber(value));
  if (typeof value === "object") return value.kind === "date" ? found(dayOf(value.iso)) : NO_TIME;
  if (!DIGIT.test(value)) return NO_TIME;
  const text = cleanText(value);
  return PLANNED.test(text)
    ? NO_TIME
    : (readVague(text) ?? readShortYear(text) ?? readParts(text) ?? readText(text));
}

/**
 * The time of a work whose parts have their own: of several volumes that of the last, as the work is out only then; of
 * several editions that of the first, as a new one is the same work. Null where fewer than two state one.
 */
function readParts(text: string): TimeReading | null {
  const volumes = periodsOf(text.split(VOLUME));
  if (volumes.length > 1) return found(volumes.reduce((last, next) => (next.to > last.to ? next : last)));
  const editions = periodsOf(text.split(EDITION));
  if (editions.length < 2) return null;
  return found(editions.reduce((first, next) => (next.from < first.from ? next : first)));
}

function periodsOf(parts: readonly string[]): readonly Period[] {
  return parts.length < 2 ? [] : parts.flatMap((part) => findTime(part)?.period ?? []);
}

function readText(text: string): TimeReading {
  const time = findTime(text);
  if (time === null) return NO_TIME;
  return time.period ? found(time.period) : IMPOSSIBLE;
}

/** The time that a text states and where it stands; `period` is null for one that does not exist. */
function findTime(text: string): { readonly period: Period | null; readonly index: number } | null {
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return { period: read(match.slice(1)), index: match.index };
  }
  const long = LONG_YEAR.exec(text);
  if (long) return { period: null, index: long.index };
  const years = new Set(text.match(LONE_YEAR));
  const [year = ""] = years;
  return years.size === 1
    ? { period: monthsOf(Number(year), 1, 12, "year"), index: text.indexOf(year) }
    : null;
}

/** "Sau 2 lần hội thảo, 5/2023" and "8/2022, chỉnh sửa cuối năm 2023" have a time that is not the vague one. */
function readVague(text: string): TimeReading | null {
  const vague = VAGUE.exec(text);
  if (!vague) return null;
  const before = text.slice(0, vague.index);
  const after = text.slice(vague.index + vague[0].length);
  const time = findTime(before) === null ? findTime(after) : null;
  if (!time?.period || !LEADING.test(after.slice(0, time.index))) return { ...NO_TIME, problem: "vague" };
  const word = (vague[1] ?? "").toLowerCase();
  const suggestion = OUTSIDE.test(word) ? null : formatPeriod(time.period);
  return { period: null, problem: "vague", suggestion, within: boundsOf(word, time.period, before) };
}

/** @param before what stands before the word: "6 tháng " */
function boundsOf(word: string, period: Period, before: string): TimeBounds {
  switch (word) {
    case "trước":
      return { from: null, to: dayBeside(period.from, -1) };
    case "gần":
      return { from: null, to: period.to };
    case "sau":
      return { from: dayBeside(period.to, 1), to: null };
    case "đầu":
      return partOf(period, 0, before);
    case "giữa":
      return partOf(period, 1, before);
    case "cuối":
      return partOf(period, 2, before);
    default:
      // "Khoảng", "tầm": whoever says it means that one.
      return period;
  }
}

/** A third of a period, as of a month its ten days; of a year another part where the text says which. */
function partOf(period: Period, third: 0 | 1 | 2, before: string): TimeBounds {
  if (period.precision !== "year" && HALF.test(before)) return period;
  const [year = 0, month = 0] = period.from.split("-").map(Number);
  const first = dayBeside(period.from, third * 10);
  switch (period.precision) {
    case "day":
      return period;
    case "month":
      return { from: first, to: third === 2 ? period.to : dayBeside(first, 9) };
    case "quarter":
      return monthsOf(year, month + third, 1, "month") ?? period;
    case "year": {
      const months = monthsSaid(before);
      if (months === null) return SOME_OF_PARTS.test(before) ? period : thirdOfYear(year, third, period);
      return monthsOf(year, third === 0 ? 1 : 13 - months, months, "month") ?? period;
    }
  }
}

function thirdOfYear(year: number, third: number, otherwise: Period): TimeBounds {
  return monthsOf(year, 1 + third * 4, 4, "month") ?? otherwise;
}

function monthsSaid(before: string): number | null {
  if (HALF.test(before)) return 6;
  const months = Number(MONTHS_OF_PART.exec(before)?.[1]);
  return months >= 1 && months <= 12 ? months : null;
}

/** Years of two digits from this one on are of the last century. */
const LAST_CENTURY = 50;

function readShortYear(text: string): TimeReading | null {
  const [, day, month, shortYear] = SHORT_YEAR.exec(text) ?? [];
  if (shortYear === undefined) return null;
  const year = Number(shortYear) + (Number(shortYear) < LAST_CENTURY ? 2000 : 1900);
  const period =
    day === undefined ? monthsOf(year, Number(month), 1, "month") : readDay(String(year), month, day);
  return period
    ? { period: null, problem: "short-year", suggestion: formatPeriod(period), within: period }
    : IMPOSSIBLE;
}

function found(period: Period | null): TimeReading {
  return period ? { period, problem: null, suggestion: null, within: period } : NO_TIME;
}

/** As it is written in the table: `15/8/2022`, `8/2022`, `quý III/2022`, `2022`. */
export function formatPeriod({ precision, from }: Period): string {
  const [year = "", month = ""] = from.split("-");
  switch (precision) {
    case "day":
      return formatDate(from);
    case "month":
      return `${Number(month)}/${year}`;
    case "quarter":
      return `quý ${QUARTERS[(Number(month) - 1) / 3] ?? ""}/${year}`;
    case "year":
      return year;
  }
}

/**
 * Years are written as plain numbers; a serial number in a cell without date format is a day; `8.2022` typed where the
 * point is the decimal mark is a month.
 */
function readNumber(value: number): Period | null {
  if (!Number.isInteger(value)) {
    const [month = "", year = ""] = String(value).split(".");
    return /^(?:19|20)\d{2}$/.test(year) ? monthsOf(Number(year), Number(month), 1, "month") : null;
  }
  if (value >= 1900 && value <= 2099) return monthsOf(value, 1, 12, "year");
  return value >= 32874 && value <= 54788 ? dayOf(serialToIso(value)) : null;
}

function readDay(year?: string, month?: string, day?: string): Period | null {
  const iso = isoDate(Number(year), Number(month), Number(day));
  return iso ? dayOf(iso) : null;
}

function dayOf(iso: IsoDate): Period {
  return { precision: "day", from: iso, to: iso };
}

function monthOfWord(word: string): number {
  const lower = word.toLowerCase();
  return MONTH_WORDS.find(([pattern]) => pattern.test(lower))?.[1] ?? 0;
}

function quarterOf(year: number, index: number): Period | null {
  return index < 0 ? null : monthsOf(year, index * 3 + 1, 3, "quarter");
}

function monthsOf(year: number, first: number, count: number, precision: Period["precision"]): Period | null {
  const from = isoDate(year, first, 1);
  const afterLast = first + count > 12 ? isoDate(year + 1, 1, 1) : isoDate(year, first + count, 1);
  if (!from || !afterLast) return null;
  return { precision, from, to: dayBeside(afterLast, -1) };
}

/** The day so many days later. */
function dayBeside(iso: IsoDate, days: number): IsoDate {
  return serialToIso(isoToSerial(iso) + days);
}

/** Where a time lies for certain: before a window or after it; null when it may lie in it. */
export function besideWindow(
  { from, to }: TimeBounds,
  first: IsoDate,
  last: IsoDate
): "before" | "after" | null {
  if (to !== null && to < first) return "before";
  return from !== null && from > last ? "after" : null;
}
