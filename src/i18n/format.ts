/** Numbers, money and dates as readers of each language expect them. */
import type { Language } from "../domain/findings";
import type { IsoDate } from "../domain/grid";

const NO_BREAK_SPACE = "\u00a0";
const ENGLISH_MONTHS = [
  "January",
  "February",
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
] as const;

interface Habits {
  /** Between thousands, and before the decimals. */
  readonly group: string;
  readonly decimal: string;
  /** What follows the number of a percentage. */
  readonly percent: string;
  readonly date: (year: number, month: number, day: number) => string;
}

const HABITS: Readonly<Record<Language, Habits>> = {
  vi: {
    group: ".",
    decimal: ",",
    percent: `${NO_BREAK_SPACE}%`,
    date: (year, month, day) => `${day}/${month}/${year}`,
  },
  en: {
    group: ",",
    decimal: ".",
    percent: "%",
    // The month in letters, so that it is not taken for the day.
    date: (year, month, day) => `${day} ${ENGLISH_MONTHS[month - 1] ?? month} ${year}`,
  },
};

/** 22490240000 → `22.490.240.000`; 21.9 → `21,9`. The digits after the mark are those of the number. */
export function formatNumber(value: number, language: Language): string {
  const { group, decimal } = HABITS[language];
  const [whole = "0", fraction] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 ? "−" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : `${decimal}${fraction}`}`;
}

/** A percentage with one decimal: 21.9 → `21,9 %`, 100 → `100,0 %`. */
export function formatPercent(percent: number, language: Language): string {
  const [whole = "0", fraction = "0"] = Math.abs(percent).toFixed(1).split(".");
  const sign = percent < 0 ? "−" : "";
  const { decimal, percent: unit } = HABITS[language];
  return `${sign}${formatNumber(Number(whole), language)}${decimal}${fraction}${unit}`;
}

/** An amount in đồng: 50000000 → `50.000.000 đ`. */
export function formatDong(amount: number, language: Language): string {
  return `${formatNumber(amount, language)}${NO_BREAK_SPACE}đ`;
}

/** 2021-06-25 → `25/6/2021`; in English `25 June 2021`. */
export function formatDate(date: IsoDate, language: Language): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return HABITS[language].date(year, month, day);
}

/** `Biểu 01 và Biểu 02`; `a, b và c`. `and` is the word with its spaces. */
export function formatList(items: readonly string[], and: string): string {
  if (items.length <= 1) return items.join("");
  return `${items.slice(0, -1).join(", ")}${and}${items[items.length - 1] ?? ""}`;
}
