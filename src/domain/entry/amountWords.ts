/** Amounts in words, as they are read aloud and written beside the figures of a receipt. */
import type { Language } from "../findings";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
/** After "mươi" the last digit is read otherwise: hai mươi mốt, hai mươi tư, hai mươi lăm. */
const AFTER_TENS: Readonly<Record<number, string>> = { 1: "mốt", 4: "tư", 5: "lăm" };
const GROUPS = ["", " nghìn", " triệu"] as const;
const BILLION = 1_000_000_000;

const IN_WORDS: Readonly<Record<Language, (dong: number) => string>> = {
  vi: (dong) => `${vietnameseNumber(dong)} đồng`,
  en: (dong) => `${englishNumber(dong)} dong`,
};

/** Whole đồng → "năm mươi triệu đồng", "fifty million dong". Not negative, up to `Number.MAX_SAFE_INTEGER`. */
export function amountInWords(dong: number, language: Language): string {
  return IN_WORDS[language](dong);
}

/** A whole number as Vietnamese is read: 1005 → "một nghìn không trăm linh năm". */
export function vietnameseNumber(value: number): string {
  if (value === 0) return DIGITS[0];
  const billions = Math.floor(value / BILLION);
  const rest = groupsInWords(value % BILLION, billions > 0);
  if (billions === 0) return rest;
  return [`${vietnameseNumber(billions)} tỷ`, rest].filter((words) => words !== "").join(" ");
}

/** @param follows true when something larger was said before: then "không trăm" holds the place of the hundreds */
function groupsInWords(value: number, follows: boolean): string {
  const groups = [2, 1, 0].map((power) => ({ power, digits: Math.floor(value / 1000 ** power) % 1000 }));
  const first = groups.findIndex(({ digits }) => digits > 0);
  return groups
    .map(({ power, digits }, index) =>
      digits === 0 ? "" : `${hundredsInWords(digits, follows || index > first)}${GROUPS[power] ?? ""}`
    )
    .filter((words) => words !== "")
    .join(" ");
}

function hundredsInWords(value: number, inFull: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const saysHundreds = hundreds > 0 || inFull;
  const words = [
    saysHundreds ? `${digit(hundreds)} trăm` : "",
    tensInWords(tens, ones, saysHundreds),
    onesInWords(tens, ones),
  ];
  return words.filter((word) => word !== "").join(" ");
}

function tensInWords(tens: number, ones: number, afterHundreds: boolean): string {
  if (tens === 0) return ones > 0 && afterHundreds ? "linh" : "";
  return tens === 1 ? "mười" : `${digit(tens)} mươi`;
}

function onesInWords(tens: number, ones: number): string {
  if (ones === 0) return "";
  if (tens > 1) return AFTER_TENS[ones] ?? digit(ones);
  return tens === 1 && ones === 5 ? "lăm" : digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] ?? "";
}

const BELOW_TWENTY =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " "
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES = ["", " thousand", " million", " billion", " trillion", " quadrillion"] as const;

/** A whole number in English: 1005 → "one thousand and five". */
export function englishNumber(value: number): string {
  if (value === 0) return "zero";
  const groups = SCALES.map((scale, power) => ({ scale, digits: Math.floor(value / 1000 ** power) % 1000 }));
  return groups
    .flatMap(({ scale, digits }, power) =>
      digits === 0 ? [] : [`${englishHundreds(digits, power === 0 && value >= 1000)}${scale}`]
    )
    .reverse()
    .join(" ");
}

/** @param follows true when a thousand or more was said before: "one thousand and five" */
function englishHundreds(value: number, follows: boolean): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const below = rest === 0 ? "" : englishTens(rest);
  if (hundreds === 0) return follows ? `and ${below}` : below;
  const words = `${BELOW_TWENTY[hundreds] ?? ""} hundred`;
  return below === "" ? words : `${words} and ${below}`;
}

function englishTens(value: number): string {
  if (value < 20) return BELOW_TWENTY[value] ?? "";
  const tens = TENS[Math.floor(value / 10) - 2] ?? "";
  return value % 10 === 0 ? tens : `${tens}-${BELOW_TWENTY[value % 10] ?? ""}`;
}
