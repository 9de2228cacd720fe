/** Dates as Vietnamese offices write them: always day, month, year. */
import type { CellValue, IsoDate } from "../grid";
import { cleanText } from "../text/normalize";

/** Why a text is not a full date. */
export type DateProblem =
  | "unreadable"
  | "impossible" // 31/6/2021
  | "no-year" // 06/4
  | "no-day" // 6/2021
  | "short-year" // 25/6/21
  | "serial"; // 44372 in a cell without date format

export type DateReading =
  | { readonly status: "empty" }
  | { readonly status: "ok"; readonly iso: IsoDate }
  /** `suggestion`: the date that was probably meant, where there is one reading only. */
  | { readonly status: "problem"; readonly problem: DateProblem; readonly suggestion: IsoDate | null };

const DAY_MONTH_YEAR = /^(?:ngày\s*)?(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d+)$/i;
const IN_WORDS = /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*[,]?\s*năm\s*(\d+)$/i;
const DAY_MONTH = /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})$/i;
const MONTH_YEAR = /^(?:tháng\s*)?(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/i;
const BARE_SERIAL = /^\d{5}$/;

/** Serial numbers of 01/01/1990 and 31/12/2049: what is in between is taken for a date that lost its format. */
const FIRST_SERIAL = 32874;
const LAST_SERIAL = 54788;

/**
 * Reads the "Thời gian" of a document (Biểu 01): a true date cell, `25/6/2021`, `05/01/2021`, `25-06-2021`,
 * `25.6.2021`, `ngày 25 tháng 6 năm 2021`. Anything else is a problem with its kind.
 */
export function readDate(value: CellValue): DateReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "number") return readSerial(value);
  if (typeof value === "boolean") return problem("unreadable");
  if (typeof value === "object") {
    return value.kind === "date" ? { status: "ok", iso: value.iso } : problem("unreadable");
  }
  const text = cleanText(value);
  if (text === "") return { status: "empty" };
  if (BARE_SERIAL.test(text)) return readSerial(Number(text));
  const full = DAY_MONTH_YEAR.exec(text) ?? IN_WORDS.exec(text);
  if (full) return readParts(full[1] ?? "", full[2] ?? "", full[3] ?? "");
  if (DAY_MONTH.test(text)) return problem("no-year");
  if (MONTH_YEAR.test(text)) return problem("no-day");
  return problem("unreadable");
}

function readParts(day: string, month: string, year: string): DateReading {
  if (year.length === 2)
    return problem("short-year", isoDate(2000 + Number(year), Number(month), Number(day)));
  if (year.length !== 4) return problem("unreadable");
  const iso = isoDate(Number(year), Number(month), Number(day));
  return iso ? { status: "ok", iso } : problem("impossible");
}

function readSerial(serial: number): DateReading {
  const plausible = Number.isInteger(serial) && serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
  return plausible ? problem("serial", serialToIso(serial)) : problem("unreadable");
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

/** ISO date → `25/6/2021`. */
export function formatDate(iso: IsoDate): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day}/${month}/${year}`;
}
