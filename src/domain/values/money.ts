/** "Kinh phí xã hội hóa": amounts in đồng as people type them. Dots group thousands, the comma is the decimal mark. */
import type { CellValue } from "../grid";
import { cleanText, comparisonKey } from "../text/normalize";

export type MoneyReading =
  | { readonly status: "empty" }
  /** A word for nothing: "không", "-", "0". */
  | { readonly status: "none" }
  /** `dong`: whole đồng. */
  | { readonly status: "ok"; readonly dong: number }
  | { readonly status: "unreadable" };

const NONE = new Set(["-", "–", "—", "không", "ko", "không có", "chưa", "chưa có", "0"].map(comparisonKey));
const AMOUNT = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?\s*(.*)$/;
/** `50,000,000`: two commas cannot both be decimal marks. */
const COMMA_GROUPED = /^\d{1,3}(?:,\d{3}){2,}(?!\d)/;

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["đ", 1],
  ["đồng", 1],
  ["vnđ", 1],
  ["vnd", 1],
  ["nghìn", 1_000],
  ["nghìn đồng", 1_000],
  ["ngàn đồng", 1_000],
  ["tr", 1_000_000],
  ["trđ", 1_000_000],
  ["triệu", 1_000_000],
  ["triệu đồng", 1_000_000],
  ["triệu đ", 1_000_000],
  ["tỷ", 1_000_000_000],
  ["tỉ", 1_000_000_000],
  ["tỷ đồng", 1_000_000_000],
  ["tỉ đồng", 1_000_000_000],
]);

/**
 * Reads an amount.
 * @param columnUnit đồng per unit of the column's plain numbers: 1, or 1.000.000 when it is headed "(triệu đồng)".
 */
export function readMoney(value: CellValue, columnUnit = 1): MoneyReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "number") return amount(value * columnUnit);
  if (typeof value !== "string") return { status: "unreadable" };
  const text = cleanText(value).replace(/\.$/, "");
  if (text === "") return { status: "empty" };
  if (NONE.has(comparisonKey(text))) return { status: "none" };
  return readAmount(COMMA_GROUPED.test(text) ? text.replace(/,/g, ".") : text, columnUnit);
}

function readAmount(text: string, columnUnit: number): MoneyReading {
  const match = AMOUNT.exec(text);
  if (!match) return { status: "unreadable" };
  const [, whole = "", decimals = "", unitText = ""] = match;
  const unit = UNITS.get(unitText.toLowerCase().replace(/\.$/, "").trim());
  if (unit === undefined) return { status: "unreadable" };
  const number = Number(`${whole.replace(/\./g, "")}.${decimals || "0"}`);
  return amount(number * (unitText === "" ? columnUnit : unit));
}

function amount(dong: number): MoneyReading {
  if (!Number.isFinite(dong) || dong < 0 || dong > Number.MAX_SAFE_INTEGER) return { status: "unreadable" };
  return dong === 0 ? { status: "none" } : { status: "ok", dong: Math.round(dong) };
}

/** Đồng per plain number of a column, from its heading: "(triệu đồng)", "ĐVT: nghìn đồng"; otherwise 1. */
export function unitOfHeading(heading: string): number {
  const key = comparisonKey(heading);
  if (key.includes(comparisonKey("tỷ đồng"))) return 1_000_000_000;
  if (/(triệu|trđ|tr\.?đ)/.test(cleanText(heading).toLowerCase())) return 1_000_000;
  return /(nghìn|ngàn) đồng/.test(cleanText(heading).toLowerCase()) ? 1_000 : 1;
}

/** Whole đồng → `50.000.000 đ`. */
export function formatDong(dong: number): string {
  return `${String(dong).replace(/\B(?=(\d{3})+(?!\d))/g, ".")} đ`;
}
