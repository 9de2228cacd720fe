/** "Kinh phí xã hội hóa": amounts in đồng as people type them. Dots group thousands, the comma is the decimal mark. */
import type { CellValue } from "../grid";
import { cleanText, comparisonKey } from "../text/normalize";
import { remembering } from "../text/remembering";

/** Why an amount that was read should be looked at. */
export type MoneyDoubt =
  | "planned" // 50 triệu (dự kiến), đăng ký 50 triệu: not raised, so never added up
  | "approximate" // khoảng 50 triệu
  | "foreign-marks" // 50,000,000; 50.5 triệu; 50 000 000
  | "ambiguous"; // 1,500 triệu: a comma before three digits may be meant to group

export type MoneyReading =
  | { readonly status: "empty" }
  /** A word for nothing: "không", "-", "0". */
  | { readonly status: "none" }
  /** `dong`: whole đồng. `doubt` is absent where the amount is written as it should be. */
  | { readonly status: "ok"; readonly dong: number; readonly doubt?: MoneyDoubt }
  | { readonly status: "unreadable" };

const NONE: ReadonlySet<string> = new Set(
  [
    ...["-", "--", "–", "—", "không", "ko", "chưa", "0", "0 đồng", "0đ", "…", "/"],
    ...["không", "ko", "chưa"].flatMap((not) =>
      ["có", "có kinh phí", "huy động", "huy động được", "vận động", "vận động được", "thu", "thu được"]
        .concat("phát sinh")
        .map((verb) => `${not} ${verb}`)
    ),
  ].map(comparisonKey)
);

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ...withUnit(1, "đ", "đồng", "₫", "vnđ", "vnd", "d", "đồng chẵn"),
  ...withUnit(1_000, "nghìn", "ngàn", "nghìn đồng", "ngàn đồng", "nghìn đ", "ngàn đ"),
  ...withUnit(
    1_000_000,
    "tr",
    "trđ",
    "tr.đ",
    "tr.đồng",
    "tr. đ",
    "tr. đồng",
    "tr đ",
    "tr đồng",
    "triệu",
    "triệu đồng",
    "triệu đ",
    "triệu vnđ"
  ),
  ...withUnit(1_000_000_000, "tỷ", "tỉ", "tỷ đồng", "tỉ đồng", "tỷ đ", "tỉ đ", "tỷ vnđ"),
]);

function withUnit(dong: number, ...names: readonly string[]): readonly (readonly [string, number])[] {
  return names.map((name) => [name, dong] as const);
}

const APPROXIMATELY = /^(?:khoảng|gần|hơn|trên|dưới|tầm|ước(?: tính)?|~|≈)\s*/iu;
/** "50.000.000 (doanh nghiệp ủng hộ)", "50.000.000 (50 triệu)". */
const WITH_REMARK = /^([^()]*)\(([^()]*)\)$/;
const FULL_STOP = /[.;]$/;
const DIGIT = /\d/;
/** Money that is hoped for, or promised and not there yet. */
const PLANNED =
  /(?<!\p{L})(?:dự kiến|dự toán|phấn đấu|sẽ|đăng k[ýí]|cam kết|hứa|đang (?:huy động|vận động|kêu gọi|xin|chờ)|chưa (?:thu|huy động|vận động|nhận|chuyển|nộp|giải ngân|có tiền))(?: được)?(?!\p{L})|^kế hoạch(?!\p{L})/iu;
/** "đã thu theo đăng ký" */
const COLLECTED = /(?<!\p{L})đã (?:thu|huy động|vận động|nhận|chuyển|nộp)(?!\p{L})/iu;
const NOT_COLLECTED = /(?<!\p{L})chưa(?!\p{L})/iu;
/** Between the word for a plan and its amount. */
const LEADING_WORDS = /^(?:[\s:]|(?:huy động|vận động|thu|ủng hộ|hỗ trợ|đóng góp|được|là)(?!\p{L}))+/iu;
const DIVIDER = new Set(" ,;:-–");
/** The official "7.300.000.000,đ" and "50.000.000,-": the comma stands where parts of a đồng would. */
const NO_PARTS = /,\s?-?\s?((?:đ|đồng|vnđ)?)$/iu;
/** The number goes as far as it can: where it does not fit so, no shorter one needs to be tried. */
const NUMBER_AND_UNIT = /^(\d[\d.,\s]*)(?![\d.,\s])(\D*)$/;
/** "1 tỷ 200 triệu", and "50tr5", "1 tỷ 2", where a single digit counts tenths of the unit. */
const COMPOUND =
  /^(\d[\d.,]*)\s*(tỷ|tỉ|triệu|tr)(?: đồng)?\s*(\d[\d.,]*)\s*(triệu|tr|nghìn|ngàn)?(?: ?đồng| ?đ)?$/iu;

const VIETNAMESE = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SPACE_GROUPS = /^\d{1,3}(?: \d{3})+(?:,\d+)?$/;
const POINT_DECIMALS = /^\d+\.\d{1,2}$/;

/**
 * Reads an amount.
 * @param columnUnit đồng per unit of the column's plain numbers: 1, or 1.000.000 when it is headed "(triệu đồng)".
 */
export function readMoney(value: CellValue, columnUnit = 1): MoneyReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "number") return amount(value * columnUnit);
  return typeof value === "string" ? amountReader(columnUnit)(value) : { status: "unreadable" };
}

/** What an amount adds to the funds raised, in đồng; null when it adds nothing. */
export function raisedDong(reading: MoneyReading): number | null {
  return reading.status === "ok" && reading.doubt !== "planned" ? reading.dong : null;
}

type AmountReader = (text: string) => MoneyReading;

/** Different amounts of a whole province. */
const MOST_AMOUNTS = 5_000;
/** By the unit of the column: there are four of them, see `HEADING_UNITS`. */
const amountReaders = new Map<number, AmountReader>();

function amountReader(columnUnit: number): AmountReader {
  const known = amountReaders.get(columnUnit);
  if (known !== undefined) return known;
  const reader = remembering((text) => readText(text, columnUnit), MOST_AMOUNTS);
  amountReaders.set(columnUnit, reader);
  return reader;
}

function readText(written: string, columnUnit: number): MoneyReading {
  const text = cleanText(written).replace(FULL_STOP, "");
  const [, stated = text, remark = ""] = WITH_REMARK.exec(text) ?? [];
  const reading = readStated(stated.trim(), columnUnit);
  if (DIGIT.test(remark)) return sameAmount(reading, readStated(remark.trim(), columnUnit));
  return isPlanned(remark) ? asPlanned(reading) : reading;
}

/** "50.000.000 (50 triệu)" says it twice; with another amount in the brackets nobody knows which one counts. */
function sameAmount(reading: MoneyReading, again: MoneyReading): MoneyReading {
  const agree = reading.status === "ok" && again.status === "ok" && reading.dong === again.dong;
  if (!agree) return { status: "unreadable" };
  return again.doubt === "planned" ? again : reading;
}

function isPlanned(words: string): boolean {
  return PLANNED.test(words) && (!COLLECTED.test(words) || NOT_COLLECTED.test(words));
}

function asPlanned(reading: MoneyReading): MoneyReading {
  return reading.status === "ok" ? { ...reading, doubt: "planned" } : reading;
}

function readStated(written: string, columnUnit: number): MoneyReading {
  const text = written.replace(FULL_STOP, "");
  if (text === "") return { status: "empty" };
  if (NONE.has(comparisonKey(text))) return { status: "none" };
  const plan = PLANNED.exec(text);
  if (plan === null) return readPlain(text, columnUnit);
  return asPlanned(readPlain(besidePlan(text, plan.index, plan[0].length), columnUnit));
}

/** The amount before or after the word for a plan: "50 triệu - chưa thu", "dự kiến huy động 50 triệu". */
function besidePlan(text: string, index: number, length: number): string {
  const after = text.slice(index + length);
  if (index === 0) return after.replace(LEADING_WORDS, "");
  if (DIGIT.test(after)) return text;
  let end = index;
  while (end > 0 && DIVIDER.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function readPlain(text: string, columnUnit: number): MoneyReading {
  const exact = text.replace(APPROXIMATELY, "").replace(NO_PARTS, "$1");
  const reading = readCompound(exact) ?? readAmount(exact, columnUnit);
  return APPROXIMATELY.test(text) && reading.status === "ok" ? { ...reading, doubt: "approximate" } : reading;
}

function readAmount(text: string, columnUnit: number): MoneyReading {
  const [, digits = "", unitText = ""] = NUMBER_AND_UNIT.exec(text) ?? [];
  const named = UNITS.get(unitText.trim().toLowerCase().replace(/\.$/, ""));
  if (digits === "" || named === undefined) return { status: "unreadable" };
  const unit = unitText.trim() === "" ? columnUnit : named;
  const number = readDigits(digits.trim(), unit);
  return number ? amount(number.value * unit, number.doubt) : { status: "unreadable" };
}

interface ReadDigits {
  readonly value: number;
  readonly doubt?: MoneyDoubt;
}

/** There are no parts of a đồng: `50,000` of them is fifty thousand, while `1,500 triệu` may be either. */
function readDigits(digits: string, unit: number): ReadDigits | null {
  const isCommaGrouped = COMMA_GROUPS.test(digits);
  if (isCommaGrouped && (unit === 1 || digits.split(",").length > 2)) {
    return { value: Number(digits.replace(/,/g, "")), doubt: "foreign-marks" };
  }
  if (VIETNAMESE.test(digits)) {
    const value = Number(digits.replace(/\./g, "").replace(",", "."));
    return isCommaGrouped ? { value, doubt: "ambiguous" } : { value };
  }
  if (SPACE_GROUPS.test(digits)) {
    return { value: Number(digits.replace(/ /g, "").replace(",", ".")), doubt: "foreign-marks" };
  }
  return POINT_DECIMALS.test(digits) && unit > 1 ? { value: Number(digits), doubt: "foreign-marks" } : null;
}

function readCompound(text: string): MoneyReading | null {
  const [, upper = "", upperName = "", lower = "", lowerName] = COMPOUND.exec(text) ?? [];
  const upperUnit = UNITS.get(upperName.toLowerCase());
  if (upper === "" || upperUnit === undefined) return null;
  const tenths = lowerName === undefined;
  const lowerUnit = tenths ? upperUnit / 10 : (UNITS.get(lowerName.toLowerCase()) ?? upperUnit);
  const high = readDigits(upper, upperUnit);
  const low = readDigits(lower, lowerUnit);
  const fits = lowerUnit < upperUnit && (!tenths || /^\d$/.test(lower));
  return high && low && fits && low.value * lowerUnit < upperUnit
    ? amount(high.value * upperUnit + low.value * lowerUnit, high.doubt ?? low.doubt)
    : { status: "unreadable" };
}

function amount(dong: number, doubt?: MoneyDoubt): MoneyReading {
  if (!Number.isFinite(dong) || dong < 0 || dong > Number.MAX_SAFE_INTEGER) return { status: "unreadable" };
  if (dong === 0) return { status: "none" };
  const whole = Math.round(dong);
  return doubt === undefined ? { status: "ok", dong: whole } : { status: "ok", dong: whole, doubt };
}

/** Đồng per plain number of a column, from its heading: "(triệu đồng)", "ĐVT: nghìn đồng", "(1.000đ)"; otherwise 1. */
export function unitOfHeading(heading: string): number {
  const text = cleanText(heading).toLowerCase();
  return HEADING_UNITS.find(([pattern]) => pattern.test(text))?.[1] ?? 1;
}

const HEADING_UNITS: readonly (readonly [RegExp, number])[] = [
  [/t[ỷỉ] ?đ/u, 1_000_000_000],
  [/triệu|tr\.? ?đ|1[.,]?000[.,]?000 ?đ/u, 1_000_000],
  [/(?:nghìn|ngàn) ?đ|1[.,]?000 ?đ/u, 1_000],
];

/** Whole đồng → `50.000.000`: as it is written in a column in đồng. */
export function formatAmount(dong: number): string {
  return String(dong).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

/** Whole đồng → `50.000.000 đ`. */
export function formatDong(dong: number): string {
  return `${formatAmount(dong)} đ`;
}

/** Whole đồng that were not raised, read back as such. */
export function formatPlannedDong(dong: number): string {
  return `${formatDong(dong)} (chưa thu)`;
}

/** Whole đồng as it may stand in a column whose plain numbers count `columnUnit` đồng. */
export function amountForColumn(dong: number, columnUnit: number): string {
  return columnUnit === 1 ? formatAmount(dong) : formatDong(dong);
}
