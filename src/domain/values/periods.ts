/** When a book was published: a day, a month, a quarter or a year (Biểu 02, "Đã xuất bản (thời gian)"). */
import type { CellValue, IsoDate } from "../grid";
import { cleanText } from "../text/normalize";
import { isoDate, serialToIso } from "./dates";

export interface Period {
  readonly precision: "day" | "month" | "quarter" | "year";
  /** First and last day of the period. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const YEAR = "(19\\d{2}|20\\d{2})";
const PATTERNS: readonly {
  readonly pattern: RegExp;
  readonly read: (groups: readonly string[]) => Period | null;
}[] = [
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*${YEAR}(?!\\d)`),
    read: readDay,
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*,?\\s*năm\\s*${YEAR}(?!\\d)`, "i"),
    read: readDay,
  },
  {
    pattern: new RegExp(`quý\\s*(IV|III|II|I|[1-4])\\s*(?:[/.,-]|năm)?\\s*(?:năm\\s*)?${YEAR}(?!\\d)`, "i"),
    read: ([quarter, year]) => quarterOf(Number(year), QUARTERS.indexOf((quarter ?? "").toUpperCase()) % 4),
  },
  {
    pattern: new RegExp(`(?<![\\d/.-])(\\d{1,2})\\s*(?:[/.-]|,?\\s*năm)\\s*${YEAR}(?!\\d)`, "i"),
    read: ([month, year]) => monthsOf(Number(year), Number(month), 1, "month"),
  },
  {
    pattern: new RegExp(`^(?:năm\\s*)?${YEAR}$`, "i"),
    read: ([year]) => monthsOf(Number(year), 1, 12, "year"),
  },
];
const QUARTERS = ["I", "II", "III", "IV", "1", "2", "3", "4"];
/** "Cuối năm 2022", "đầu tháng 7/2023", "dự kiến 8/2023" name no time that can be checked. */
const VAGUE = /(?:^|\s)(cuối|đầu|giữa|khoảng|trước|sau|dự kiến)\s/i;

/**
 * The period that a cell states, alone or inside a note (`lần 2, 15/8/2022`, `quý II/2023`, `tháng 10/2023`, `2022`,
 * a date cell, a number that is a year). Null when it states none, or only vaguely (`cuối năm 2022`).
 */
export function readPeriod(value: CellValue): Period | null {
  if (value === null || typeof value === "boolean") return null;
  if (typeof value === "number") return readNumber(value);
  if (typeof value === "object") return value.kind === "date" ? dayOf(value.iso) : null;
  const text = cleanText(value);
  if (VAGUE.test(` ${text}`)) return null;
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return read(match.slice(1));
  }
  return null;
}

/** Years are written as plain numbers; a serial number in a cell without date format is a day. */
function readNumber(value: number): Period | null {
  if (!Number.isInteger(value)) return null;
  if (value >= 1900 && value <= 2099) return monthsOf(value, 1, 12, "year");
  return value >= 32874 && value <= 54788 ? dayOf(serialToIso(value)) : null;
}

function readDay([day, month, year]: readonly string[]): Period | null {
  const iso = isoDate(Number(year), Number(month), Number(day));
  return iso ? dayOf(iso) : null;
}

function dayOf(iso: IsoDate): Period {
  return { precision: "day", from: iso, to: iso };
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
