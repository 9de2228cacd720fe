/**
 * Numbers and symbols of documents (số, ký hiệu). Party order `NN-TYPE/ORG` (HD 05-HD/VPTW), state order
 * `NN/TYPE-ORG` and `NN/YYYY/TYPE-ORG` (Nghị định 30/2020/NĐ-CP). Unions write either. Issuers are an open set.
 */
import { JOINT_ENDINGS, PARTY_TYPES, STATE_TYPES, SYMBOLS_IN_USE } from "../../schemes/documentTypes";
import type { CellValue } from "../grid";
import { composed, decomposed } from "../text/composing";
import { cleanText } from "../text/normalize";
import { remembering } from "../text/remembering";
import { isBlank } from "./cells";
import { canonicalIssuer, issuerRegime, type IssuerRegime } from "./issuers";

export interface DocumentNumber {
  /** As written, with its leading 0. */
  readonly number: string;
  /** `a` in `30a/2008/NQ-CP`; otherwise empty. */
  readonly suffix: string;
  /** Year that is part of the number; null where there is none. */
  readonly year: string | null;
  /** Symbol of the type, `KH`; null where the form has none (`238/UBND-KGVX`, `72/2025/QH15`). */
  readonly type: string | null;
  /** Issuer and its units: `["TWĐTN", "BTC"]`. */
  readonly issuer: readonly string[];
  /** How the number is written. */
  readonly order: "party" | "state";
  /** Whose number it is; a union writes either order. */
  readonly regime: "party" | "state" | "union";
}

/** What was recovered on the way from the text to the clean form. */
export type NumberNoise =
  | "prefix" // "Số: 97-QĐ/TW", "Kế hoạch số 154-KH/BTGTU"
  | "extra" // "154-KH/BTGTU ngày 09/5/2023"
  | "spacing" // "235- KH/BCĐ"
  | "dash" // en dash
  | "unicode" // decomposed letters, Ð for Đ, no-break spaces
  | "case" // "154-kh/btgtu"
  | "dots" // "Th.U"
  | "letters" // "TƯ" for TU, "QD" for QĐ
  | "leading-zero" // "2-ĐA/TU"
  | "separator" // "57-NQ TW", "72-NQ-TW", "02ĐA/TU"
  | "order" // a Party body with the state order, "22/CT-TW", or UBND with the Party order
  | "typing"; // "BTGW" for "BTGTW"

export type DocumentNumberReading =
  | { readonly status: "empty" }
  /** `clean` is the whole number in its clean form. */
  | {
      readonly status: "ok";
      readonly parsed: DocumentNumber;
      readonly clean: string;
      readonly noise: readonly NumberNoise[];
      readonly typeKnown: boolean;
      readonly issuerKnown: boolean;
    }
  /** Several documents in one cell, in their clean forms. */
  | { readonly status: "several"; readonly numbers: readonly string[] }
  /** The number, the type or the issuer is missing (`159-TB`, `Chỉ thị số 17`). */
  | { readonly status: "incomplete" }
  | { readonly status: "unreadable" };

/** Upper case → canonical spelling of every type symbol. */
const TYPES: ReadonlyMap<string, string> = new Map(
  [...[...PARTY_TYPES, ...STATE_TYPES].map(({ symbol }) => symbol), ...SYMBOLS_IN_USE].map((symbol) => [
    symbol.toUpperCase(),
    symbol,
  ])
);
const OFFICIAL_TYPES: ReadonlySet<string> = new Set(
  [...PARTY_TYPES, ...STATE_TYPES].map(({ symbol }) => symbol.toUpperCase())
);
/** Đ typed as D. */
const PLAIN_TYPES: ReadonlyMap<string, string> = new Map([
  ["QD", "QĐ"],
  ["ND", "NĐ"],
  ["CTHD", "CTHĐ"],
]);
/** Contract and project are types of the State; in the Party order the letters mean another type. */
const PARTY_TYPE_MEANT: ReadonlyMap<string, string> = new Map([
  ["DA", "ĐA"],
  ["HĐ", "HD"],
]);
/** A Công điện keeps the state order even of a central committee: 32/CĐ-TW. */
const STATE_ONLY_TYPES: ReadonlySet<string> = new Set(["CĐ", "NĐ", "TTLT", "VBHN", "PL", "L"]);
/** Bodies that number in the state order only. */
const STATE_ORDER_ONLY = /^(?:UBND|HĐND|UBTVQH\d+)$/;
/** Before 1997 the government numbered without type: 50-CP, 124-HĐBT. */
const WITHOUT_TYPE = /^(?:CP|TTg|HĐBT|HĐCP|CTN)$/;
/** First letters of bodies of the State, to tell the order where the separators do not. */
const LOOKS_OF_STATE = /^(?:S|B(?!TG|TC|DV|NC|CĐ|TV|CH|CS)|P|UB|CA|TTg|CP|HĐND|VKS|TA)/;

const LEAD = /^(?:(?:\p{L}[\p{L}\s]*?[\s:.]+)?(?:số\s*(?:hiệu)?)?|\p{Lu}\p{L}{1,3})\s*[:.]*\s*(?=\d)/iu;
/** O for 0 and l or I for 1 before other digits. */
const LETTER_FOR_DIGIT = /(^|[\s:.])([OoIl])(?=\d)/u;
const EXTRA =
  /(?:[\s,;(.]+(?:ngày|của|về|v\/v|do|tháng)(?=[\s.\d]).*|[\s,;(]+(?:[-–]\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\s*\)?|[\s,;]*\([^()]*\p{Ll}[^()]*\)?|(?<=\p{Lu})[\s,;]+[^-/]*\p{Ll}{2}[^-/]*)$/u;
/** The year belongs to the number of normative documents only: 13-BC/HU/2023. */
const YEAR_AFTER_PARTY = /^(\d+[a-z]?\s*[-–]\s*\p{L}+\s*\/\s*\p{L}+)\s*[-/]\s*(?:19|20)\d{2}$/u;
const QUOTES = /^["'“”‘’«([]+|["'“”‘’»)\].,;:]+$/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const SLASHES = /[\\\u2044\u2215\uff0f|]/g;
const REPEATED_SEPARATOR = /([-/])(?:\s*\1)+/g;
const POINT_AFTER_NUMBER = /^(\d+)\s*[.,:]\s*(?=\p{L})/u;
const COMMA_BETWEEN_SYMBOLS = /(?<=\p{Lu}),(?=\p{Lu})/u;
/** The term of the National Assembly is part of its symbol: QH-15. */
const TERM_APART = /((?:QH|UBTVQH))-(\d+)$/;
const LAST_SEPARATOR = /(?<=\p{Lu})[-/]+$/u;
const SPACED_SUFFIX = /^(\d+)\s([a-z])(?=\/)/;
/** "BCĐ 35", "UBTVQH 15". */
const SPACED_DIGITS = /([-/]\p{Lu}{2,}|\sĐA)\s+(\d{1,3})$/u;
const SPACED_SEPARATOR = /\s*([-/])\s*/g;
const NUMBER = "(\\d+)(bis|[a-zđ]?)";
const NAME = "\\p{L}[\\p{L}\\d.&]*";
const PARTS = `${NAME}(?:-${NAME})*`;
const PARTY = new RegExp(`^${NUMBER}-(${NAME})/(${PARTS})$`, "iu");
const STATE = new RegExp(`^${NUMBER}/(?:(\\d{4})/)?(${NAME})-(${PARTS})$`, "iu");
const ASSEMBLY = /^(\d+)([a-z]?)([-/ ])(\d{4})([-/ ])((?:QH|UBTVQH)\d+)$/i;
const BARE = new RegExp(`^${NUMBER}([-/])(${NAME})$`, "iu");
/** KH-154/BTGTU. */
const TYPE_FIRST = /^(\p{Lu}[\p{L}]{1,3})-(\d+)[-/](?=\p{Lu})/u;
const LOOSE = new RegExp(
  `^(\\d+)(bis|[a-zđ](?=[-/\\s_]))?([-/\\s_]*)(?:((?:19|20)\\d{2})[-/\\s_]+)?(${NAME})(.*)$`,
  "iu"
);
const LOOSE_ISSUER = new RegExp(`^(?:[-/\\s_.]+${NAME})+$`, "iu");
const INCOMPLETE = new RegExp(
  `^(?:\\d+[a-zđ]?(?:[-/\\s]+(?:\\d{4}[-/\\s]*)?(?:${PARTS})?)?[-/]*|[.…_xX\\s]*[-/](?:\\d{4}/)?${NAME}(?:[-/]${NAME})*|.*số\\s*\\d*[.…\\s]*)$`,
  "iu"
);
const TYPE_AND_ISSUER = /^[.…_xX\s]*[-/]?\p{L}{2,4}[-/]\p{L}[\p{L}\d.-]*$/u;
const BETWEEN_DOCUMENTS = /\s*(?:[;\n]|,(?=\s*(?:số\s*)?\d+[a-z]?\s*[-–/])|\svà\s)\s*/iu;

/** A longer text is a note, not a list of numbers. */
const LONGEST = 500;

/** Reads the "Số văn bản" cell. Never throws; what cannot be read says why. */
export function readDocumentNumber(value: CellValue): DocumentNumberReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "object" || typeof value === "boolean") return { status: "unreadable" };
  const original = String(value);
  if (isBlank(original)) return { status: "empty" };
  if (original.length > LONGEST) return { status: "unreadable" };
  return readTidy(original) ?? readOne(original) ?? readSeveral(original) ?? failure(original);
}

function readOne(original: string): Extract<DocumentNumberReading, { status: "ok" }> | null {
  const { text, noise } = tidy(original);
  return parseStrict(text, noise) ?? parseLoose(text, noise);
}

function readSeveral(original: string): DocumentNumberReading | null {
  const pieces = composed(original)
    .split(BETWEEN_DOCUMENTS)
    .filter((piece) => cleanText(piece) !== "");
  if (pieces.length < 2) return null;
  const numbers = pieces.map((piece) => readOne(piece)?.clean);
  return numbers.every((clean) => clean !== undefined) ? { status: "several", numbers } : null;
}

function failure(original: string): DocumentNumberReading {
  const text = tidy(original).text;
  return { status: INCOMPLETE.test(text) || TYPE_AND_ISSUER.test(text) ? "incomplete" : "unreadable" };
}

/** Different symbols of a whole province, each with and without a year in front. */
const MOST_ENDINGS = 5_000;

/**
 * A number that has nothing to be removed: but for its digits it is read like every other with its symbols, and bodies
 * number many documents. Null for one that has.
 */
function readTidy(text: string): OkReading | null {
  const end = digitsEnd(text);
  if (end === 0 || !TIDY.test(text)) return null;
  const like = readLike((end === 1 ? "1" : "10") + text.slice(end));
  if (like === null) return null;
  const number = end === 1 ? `0${text.slice(0, 1)}` : text.slice(0, end);
  return { ...like, parsed: { ...like.parsed, number }, clean: number + like.clean.slice(LEAST_DIGITS) };
}

/** Numbers are written with so many digits at least. */
const LEAST_DIGITS = 2;

const readLike = remembering(readOne, MOST_ENDINGS);

function digitsEnd(text: string): number {
  let end = 0;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Digits, a year perhaps, and symbols of letters: `154-KH/BTGTU` has nothing to be removed. */
const TIDY = /^\d+(?:\/\d{4})?[-/][A-Za-zĐđ]+(?:[-/][A-Za-zĐđ]+)*$/;

/** Removes what never belongs to a number and says what it was. */
function tidy(original: string): { text: string; noise: readonly NumberNoise[] } {
  if (TIDY.test(original)) return { text: original, noise: [] };
  const noise: NumberNoise[] = [];
  const step = (kind: NumberNoise, before: string, after: string) => {
    if (before !== after) noise.push(kind);
    return after;
  };
  const softHyphens = original.replace(/\u00ad/g, "");
  let text = step("unicode", original.trim().replace(/ {2,}/g, " "), cleanText(softHyphens));
  text = step("dash", text, text.replace(DASHES, "-"));
  text = step("typing", text, text.replace(LETTER_FOR_DIGIT, digitForLetter));
  text = step("prefix", text, text.replace(QUOTES, "").replace(LEAD, ""));
  text = step("extra", text, text.replace(EXTRA, "").replace(YEAR_AFTER_PARTY, "$1"));
  text = step("separator", text, withPlainSeparators(text));
  text = step("typing", text, text.replace(/^(\d{1,3})\.(\d{3})(?=[-/])/, "$1$2"));
  text = step("spacing", text, withoutSpaces(text));
  return { text, noise };
}

function digitForLetter(_: string, before: string, letter: string): string {
  return `${before}${letter.toLowerCase() === "o" ? "0" : "1"}`;
}

function withPlainSeparators(text: string): string {
  return text
    .replace(SLASHES, "/")
    .replace(REPEATED_SEPARATOR, "$1")
    .replace(POINT_AFTER_NUMBER, "$1-")
    .replace(COMMA_BETWEEN_SYMBOLS, "/")
    .replace(TERM_APART, "$1$2")
    .replace(LAST_SEPARATOR, "");
}

function withoutSpaces(text: string): string {
  return text
    .replace(SPACED_SEPARATOR, "$1")
    .replace(SPACED_SUFFIX, "$1$2")
    .replace(SPACED_DIGITS, "$1$2")
    .replace(QUOTES, "");
}

type OkReading = Extract<DocumentNumberReading, { status: "ok" }>;
/** A number as its parts stand in the text, before spelling and order are put right. */
type WrittenParts = Omit<DocumentNumber, "regime">;

function parseStrict(text: string, noise: readonly NumberNoise[]): OkReading | null {
  const assembly = ASSEMBLY.exec(text);
  if (assembly) {
    const [, number = "", suffix = "", first, year = "", second, issuer = ""] = assembly;
    const isWrong = first !== "/" || second !== "/";
    const parts: WrittenParts = { number, suffix, year, type: null, issuer: [issuer], order: "state" };
    return finish(parts, isWrong ? [...noise, "separator"] : noise);
  }
  const party = PARTY.exec(text);
  if (party) {
    const [, number = "", suffix = "", type = "", rest = ""] = party;
    const issuer = rest.split("-");
    return isType(type) || !isStateBody(type)
      ? finish({ number, suffix, year: null, type, issuer, order: "party" }, noise)
      : // A state công văn with its separators exchanged: 238-UBND/KGVX.
        finish({ number, suffix, year: null, type: null, issuer: [type, ...issuer], order: "state" }, [
          ...noise,
          "separator",
        ]);
  }
  const state = STATE.exec(text);
  if (!state) return parseBare(text, noise);
  const [, number = "", suffix = "", writtenYear, type = "", rest = ""] = state;
  const year = writtenYear ?? null;
  const issuer = rest.split("-");
  return isType(type)
    ? finish({ number, suffix, year, type, issuer, order: "state" }, noise)
    : // A state công văn has no type: 238/UBND-KGVX. A Party body names the type of every document.
      isPartyBody(type)
      ? null
      : finish({ number, suffix, year, type: null, issuer: [type, ...issuer], order: "state" }, noise);
}

/** Number and body only: a công văn of an office without units (238/UBND), an old decree (50-CP). */
function parseBare(text: string, noise: readonly NumberNoise[]): OkReading | null {
  const [, number = "", suffix = "", separator = "", written = ""] = BARE.exec(text) ?? [];
  if (written === "" || isType(written)) return null;
  // Some offices join the unit by a full stop: 238/UBND.VX.
  const { symbol } = canonicalIssuer(written.split(".")[0] ?? written);
  const parts = { number, suffix, year: null, type: null, issuer: [written] };
  if (separator === "/") return isStateBody(symbol) ? finish({ ...parts, order: "state" }, noise) : null;
  return WITHOUT_TYPE.test(symbol) ? finish({ ...parts, order: "party" }, noise) : null;
}

/** Number, type and issuer in this order with wrong separators: `57-NQ TW`, `72-NQ-TW`, `02ĐA/TU`, `35-NQTW`. */
function parseLoose(written: string, noise: readonly NumberNoise[]): OkReading | null {
  const text = written.replace(TYPE_FIRST, "$2-$1/");
  const loose = LOOSE.exec(text);
  if (!loose) return null;
  const [, number = "", suffix = "", first = "", writtenYear, name = "", rest = ""] = loose;
  const glued = rest === "" ? splitTypeAndBody(name) : null;
  const type = glued?.type ?? name;
  const issuerText = glued ? `/${glued.body}` : rest;
  if (!LOOSE_ISSUER.test(issuerText)) return null;
  const issuer = joinBoards(issuerText.split(/[-/\s_]+|\.(?=\p{Lu}{2})/u).filter((part) => part !== ""));
  if (issuer.some((part) => part.length < 2)) return null;
  const year = writtenYear ?? null;
  const worse: readonly NumberNoise[] = [...noise, "separator"];
  if (isType(type)) {
    const order = year === null ? orderOf(issuer[0] ?? "", first) : "state";
    return finish({ number, suffix, year, type, issuer, order }, worse);
  }
  return isStateBody(type) && first !== ""
    ? finish({ number, suffix, year, type: null, issuer: [type, ...issuer], order: "state" }, worse)
    : null;
}

const GLUED_STATE_BODY = /^(?:UBND|HĐND|CP|TTg)$/;

/** `NQTW` → NQ and TW, before a body of the Party, whose symbols are known; `KH.UBND` → KH and UBND. */
function splitTypeAndBody(name: string): { type: string; body: string } | null {
  for (const length of [3, 2]) {
    const type = name.slice(0, length);
    const afterType = name.slice(length);
    const body = afterType.replace(/^\./, "");
    const bodyIsKnown =
      isPartyBody(body) || GLUED_STATE_BODY.test(body) || (body !== afterType && isStateBody(body));
    if (isType(type) && bodyIsKnown) return { type, body };
  }
  return null;
}

/** `BTG HU` and `BCĐ 35` are one symbol typed with a space. */
function joinBoards(parts: readonly string[]): readonly string[] {
  const [first = "", second, ...rest] = parts;
  if (second === undefined) return parts;
  const joined = first + second;
  const isOne = issuerRegime(joined) === "party" && issuerRegime(second) === "party";
  return isOne ? [joined, ...rest] : parts;
}

function orderOf(issuer: string, firstSeparator: string): DocumentNumber["order"] {
  const { symbol } = canonicalIssuer(issuer);
  const regime = issuerRegime(symbol);
  if (regime === "party") return "party";
  if (regime === "state" || (regime === "unknown" && LOOKS_OF_STATE.test(symbol))) return "state";
  return firstSeparator.includes("/") ? "state" : "party";
}

/** Canonical spelling of type and issuer, the right order for the body, the leading zero. */
function finish(parts: WrittenParts, noise: readonly NumberNoise[]): OkReading | null {
  const bodies = parts.issuer.map(canonicalIssuer);
  const issuer = bodies.map(({ symbol }) => symbol);
  if (![...issuer, parts.type ?? ""].every(canBeSymbol)) return null;
  const bodyRegime = issuerRegime(issuer[0] ?? "");
  const type = canonicalType(parts.type, bodyRegime);
  const order = orderFor(parts, type, issuer[0] ?? "", bodyRegime);
  const number = parts.number.padStart(2, "0");
  const suffix = parts.suffix;
  const regime = bodyRegime === "union" ? "union" : order;
  const parsed: DocumentNumber = { number, suffix, year: parts.year, type, issuer, order, regime };
  const found = new Set<NumberNoise>(noise);
  if (order !== parts.order) found.add("order");
  if (number !== parts.number) found.add("leading-zero");
  for (const { change } of bodies) if (change !== "none") found.add(change);
  if (type !== parts.type) found.add(type?.toUpperCase() === parts.type?.toUpperCase() ? "case" : "letters");
  return {
    status: "ok",
    parsed,
    clean: formatDocumentNumber(parsed),
    noise: [...found],
    typeKnown: type === null || isType(type) || (order === "party" && isCompound(type)),
    issuerKnown: order === "state" || bodyRegime !== "unknown",
  };
}

/** Symbols have no tones and no small letters but single ones (TTr, ThU): "HUYỆN", "Đảng" are words. */
function canBeSymbol(symbol: string): boolean {
  if (PLAIN_CAPITALS.test(symbol)) return true;
  return !TONE_MARK.test(decomposed(symbol)) && !(SMALL_LETTERS.test(symbol) && !isType(symbol));
}

const PLAIN_CAPITALS = /^[A-ZĐ\d]*$/;
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/;
const SMALL_LETTERS = /\p{Ll}{2}/u;

function canonicalType(written: string | null, regime: IssuerRegime): string | null {
  if (written === null) return null;
  const upper = written.toUpperCase();
  const type = TYPES.get(upper) ?? PLAIN_TYPES.get(upper) ?? written;
  return regime === "party" ? (PARTY_TYPE_MEANT.get(type) ?? type) : type;
}

function orderFor(
  { order, year }: WrittenParts,
  type: string | null,
  issuer: string,
  regime: IssuerRegime
): DocumentNumber["order"] {
  if (type === null || year !== null) return order;
  if (order === "state") return regime === "party" && !STATE_ONLY_TYPES.has(type) ? "party" : "state";
  return STATE_ORDER_ONLY.test(issuer) ? "state" : "party";
}

function isStateBody(written: string): boolean {
  return issuerRegime(canonicalIssuer(written).symbol) === "state";
}

function isPartyBody(written: string): boolean {
  return issuerRegime(canonicalIssuer(written).symbol) === "party";
}

/** An official symbol with more letters, as offices make them: KHKTGS, BCKQ. One letter more is a slip. */
function isCompound(type: string): boolean {
  return COMPOUND_TYPE.test(type) && [3, 2].some((length) => OFFICIAL_TYPES.has(type.slice(0, length)));
}

const COMPOUND_TYPE = /^[A-ZĐ]{4,7}$/;

/** Different symbols that stand where a type does. */
const MOST_TYPES = 5_000;

/** True for a type symbol of either side, one in use, or one that several bodies issue together (NQLT, KHPH). */
const isType = remembering(findType, MOST_TYPES);

function findType(symbol: string): boolean {
  const upper = symbol.toUpperCase();
  if (TYPES.has(upper) || PLAIN_TYPES.has(upper)) return true;
  return JOINT_ENDINGS.some((ending) => upper.endsWith(ending) && OFFICIAL_TYPES.has(upper.slice(0, -2)));
}

/** The clean form: `02-ĐA/TU`, `30/2020/NĐ-CP`, `238/UBND-KGVX`, `50-CP`. */
function formatDocumentNumber(parsed: Omit<DocumentNumber, "regime">): string {
  const { number, suffix, year, type, issuer, order } = parsed;
  const issuerText = issuer.join("-");
  if (order === "party") return `${number}${suffix}-${type === null ? "" : `${type}/`}${issuerText}`;
  const head = year === null ? `${number}${suffix}` : `${number}${suffix}/${year}`;
  return type === null ? `${head}/${issuerText}` : `${head}/${type}-${issuerText}`;
}
