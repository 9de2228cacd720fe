/** When a book was published: a day, a month, a quarter or a year (Biểu 02, "Đã xuất bản (thời gian)"). */
import type { CellValue, IsoDate } from "../grid";
import { cleanText } from "../text/normalize";
import { formatDate, isoDate, serialToIso } from "./dates";

export interface Period {
  readonly precision: "day" | "month" | "quarter" | "year";
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
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
}

const NO_TIME: TimeReading = { period: null, problem: null, suggestion: null };

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
/** "Cuối năm 2022", "đầu tháng 7/2023", "khoảng 8/2022"; "lần đầu" names no time. */
const VAGUE =
  /(?<!\p{L}|lần\s)(cuối|đầu|giữa|khoảng|tầm|gần|trước|sau)\s+(?=(?:ngày|tháng|quý|quí|năm|t\.?\d|q\.?\d|\d|I))/iu;
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
  return PLANNED.test(text) ? NO_TIME : (readVague(text) ?? readShortYear(text) ?? readText(text));
}

function readText(text: string): TimeReading {
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const period = read(match.slice(1));
    return period ? found(period) : { period: null, problem: "impossible", suggestion: null };
  }
  if (LONG_YEAR.test(text)) return { period: null, problem: "impossible", suggestion: null };
  const years = new Set(text.match(LONE_YEAR));
  const [year] = years;
  return years.size === 1 ? found(monthsOf(Number(year), 1, 12, "year")) : NO_TIME;
}

function readVague(text: string): TimeReading | null {
  const vague = VAGUE.exec(text);
  if (!vague) return null;
  const rest = readText(text.slice(vague.index + vague[0].length)).period;
  const suggestion = rest && !OUTSIDE.test(vague[1] ?? "") ? formatPeriod(rest) : null;
  return { period: null, problem: "vague", suggestion };
}

function readShortYear(text: string): TimeReading | null {
  const [, day, month, shortYear] = SHORT_YEAR.exec(text) ?? [];
  if (shortYear === undefined) return null;
  const year = String(2000 + Number(shortYear));
  const period =
    day === undefined ? monthsOf(Number(year), Number(month), 1, "month") : readDay(year, month, day);
  return period
    ? { period: null, problem: "short-year", suggestion: formatPeriod(period) }
    : { period: null, problem: "impossible", suggestion: null };
}

function found(period: Period | null): TimeReading {
  return period ? { period, problem: null, suggestion: null } : NO_TIME;
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
  const to = new Date(Date.parse(`${afterLast}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return { precision, from, to };
}
