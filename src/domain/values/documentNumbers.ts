/**
 * Numbers and symbols of documents (số, ký hiệu). Party order `NN-TYPE/ORG` (HD 05-HD/VPTW), state order
 * `NN/TYPE-ORG` and `NN/YYYY/TYPE-ORG` (Nghị định 30/2020/NĐ-CP). Issuers are an open set.
 */
import type { CellValue } from "../grid";
import { cleanText } from "../text/normalize";

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
  readonly order: "party" | "state";
}

/** What was recovered on the way from the text to the clean form. */
export type NumberNoise =
  | "prefix" // "Số: 97-QĐ/TW"
  | "spacing" // "235- KH/BCĐ"
  | "dash" // en dash
  | "unicode" // decomposed letters, Ð for Đ, no-break spaces
  | "case" // "154-kh/btgtu"
  | "spelling" // "Th.U", "TƯ"
  | "leading-zero" // "2-ĐA/TU"
  | "separator" // "57-NQ TW"
  | "order" // a Party body with the state order, "22/CT-TW"
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
    }
  /** The number, the type or the issuer is missing (`159-TB`, `Chỉ thị số 17`). */
  | { readonly status: "incomplete" }
  | { readonly status: "unreadable" };

/** Party, state and union types with a symbol (Quy định 66-QĐ/TW, 399-QĐ/TW; Nghị định 30/2020/NĐ-CP, phụ lục III). */
const TYPES = symbols(
  "NQ QĐ CT KL QC TT HD TB BC KH CTr CTrHĐ CTHĐ PA ĐA TTr CV BB QyĐ QyC TC DA HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB SY " +
    "TrS SL NĐ TTLT VBHN L PL LCT ĐL GP TL"
);
/** Variants that stand for an action programme are seen in the field without being official symbols. */
const UNOFFICIAL_TYPES = symbols("CTHĐ CTrHĐ");
/** Issuers that use the Party order whatever the writer typed. */
const PARTY_ISSUER = /^(TW|TU|HU|ThU|ĐU|BTV|BCH|BTG|BTC|BDV|BNC|VP|UBKT|BTGDV)(TW|TU|HU|ThU|ĐU)?$/;
const ISSUER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["TH.U", "ThU"],
  ["THU", "ThU"],
  ["THƯ", "ThU"],
  ["TƯ", "TU"],
  ["T.U", "TU"],
  ["T.Ư", "TU"],
  ["T.W", "TW"],
  ["H.U", "HU"],
  ["Đ.U", "ĐU"],
  ["BTGTƯ", "BTGTU"],
  ["BTGT.U", "BTGTU"],
  ["VPTƯ", "VPTU"],
  ["TTG", "TTg"],
]);
const TYPING_ERRORS: ReadonlyMap<string, string> = new Map([["BTGW", "BTGTW"]]);

const PREFIX = /^số\s*[:.]?\s*(?=\d)/i;
const DASHES = /[\u2010-\u2015\u2212]/g;
const NUMBER = "(\\d+)([a-z]?)";
const NAME = "[\\p{L}.]+\\d*";
const PARTY = new RegExp(`^${NUMBER}-(${NAME})/(${NAME}(?:-${NAME})*)$`, "u");
const STATE = new RegExp(`^${NUMBER}/(?:(\\d{4})/)?(${NAME})-(${NAME}(?:-${NAME})*)$`, "u");
const ASSEMBLY = /^(\d+)([a-z]?)\/(\d{4})\/((?:QH|UBTVQH)\d+)$/;
const LOOSE = new RegExp(`^${NUMBER}[-/ ]+(${NAME})[-/ ]+(${NAME}(?:[- ]${NAME})*)$`, "u");
const INCOMPLETE = new RegExp(`^(?:${NUMBER}[-/ ]*(?:${NAME})?|.*\\bsố\\s*\\d+)$`, "iu");

/** Reads the "Số văn bản" cell. Never throws; what cannot be read says why. */
export function readDocumentNumber(value: CellValue): DocumentNumberReading {
  if (value === null) return { status: "empty" };
  if (typeof value === "object") return { status: "unreadable" };
  const original = String(value);
  if (cleanText(original) === "") return { status: "empty" };
  const { text, noise } = tidy(original);
  return parseStrict(text, noise) ?? parseLoose(text, noise) ?? failure(text);
}

function failure(text: string): DocumentNumberReading {
  return { status: INCOMPLETE.test(text) ? "incomplete" : "unreadable" };
}

/** Removes what never belongs to a number and says what it was. */
function tidy(original: string): { text: string; noise: NumberNoise[] } {
  const noise: NumberNoise[] = [];
  const step = (kind: NumberNoise, before: string, after: string) => {
    if (before !== after) noise.push(kind);
    return after;
  };
  let text = step("unicode", original.trim().replace(/ {2,}/g, " "), cleanText(original));
  text = step("prefix", text, text.replace(PREFIX, ""));
  text = step("dash", text, text.replace(DASHES, "-"));
  text = step("spacing", text, text.replace(/\s*([-/])\s*/g, "$1"));
  return { text, noise };
}

function parseStrict(text: string, noise: readonly NumberNoise[]): DocumentNumberReading | null {
  const assembly = ASSEMBLY.exec(text.toUpperCase());
  if (assembly) {
    const [, number = "", suffix = "", year = "", issuer = ""] = assembly;
    return finish({ number, suffix, year, type: null, issuer: [issuer], order: "state" }, noise);
  }
  const party = PARTY.exec(text);
  if (party) {
    const [, number = "", suffix = "", type = "", issuer = ""] = party;
    return finish({ number, suffix, year: null, type, issuer: issuer.split("-"), order: "party" }, noise);
  }
  const state = STATE.exec(text);
  if (!state) return null;
  const [, number = "", suffix = "", year, type = "", rest = ""] = state;
  return isType(type)
    ? finish({ number, suffix, year: year ?? null, type, issuer: rest.split("-"), order: "state" }, noise)
    : // A state công văn has no type: 238/UBND-KGVX.
      finish(
        {
          number,
          suffix,
          year: year ?? null,
          type: null,
          issuer: [type, ...rest.split("-")],
          order: "state",
        },
        noise
      );
}

/** Number, type and issuer in this order with wrong separators: `57-NQ TW`, `72-NQ-TW`, `84 QĐ/TWĐTN`. */
function parseLoose(text: string, noise: readonly NumberNoise[]): DocumentNumberReading | null {
  const loose = LOOSE.exec(text);
  if (!loose) return null;
  const [, number = "", suffix = "", type = "", issuer = ""] = loose;
  if (!isType(type)) return null;
  const parts = issuer.split(/[- ]/);
  return finish({ number, suffix, year: null, type, issuer: parts, order: "party" }, [...noise, "separator"]);
}

/** Canonical spelling of type and issuer, the right order for a Party body, the leading zero. */
function finish(parts: DocumentNumber, noise: readonly NumberNoise[]): DocumentNumberReading {
  const type = parts.type === null ? null : (TYPES.get(parts.type.toUpperCase()) ?? parts.type);
  const issuer = parts.issuer.map(canonicalIssuer);
  const partyBody = issuer.length === 1 && PARTY_ISSUER.test(issuer[0] ?? "");
  const order =
    parts.order === "state" && type !== null && parts.year === null && partyBody ? "party" : parts.order;
  const number = parts.number.padStart(2, "0");
  const parsed: DocumentNumber = { ...parts, number, type, issuer, order };
  const added: NumberNoise[] = [];
  if (order !== parts.order) added.push("order");
  if (number !== parts.number) added.push("leading-zero");
  if (parts.issuer.some((part) => TYPING_ERRORS.has(part.toUpperCase()))) added.push("typing");
  const respelled = parts.issuer.filter((part, index) => part !== issuer[index]);
  if (respelled.some((part) => part.toUpperCase() !== canonicalIssuer(part).toUpperCase()))
    added.push("spelling");
  const caseOnly = respelled.some((part) => part.toUpperCase() === canonicalIssuer(part).toUpperCase());
  if (caseOnly || (type !== null && type !== parts.type)) added.push("case");
  const typeKnown =
    type === null || (TYPES.has(type.toUpperCase()) && !UNOFFICIAL_TYPES.has(type.toUpperCase()));
  return {
    status: "ok",
    parsed,
    clean: formatDocumentNumber(parsed),
    noise: [...noise, ...added],
    typeKnown,
  };
}

function canonicalIssuer(part: string): string {
  const upper = part.toUpperCase();
  return ISSUER_SPELLINGS.get(upper) ?? TYPING_ERRORS.get(upper) ?? (hasLowerCaseWord(part) ? upper : part);
}

/** `btgtu` is lower case by mistake; `TTg` and `ThU` are not. */
function hasLowerCaseWord(part: string): boolean {
  return part === part.toLowerCase();
}

function isType(symbol: string): boolean {
  return TYPES.has(symbol.toUpperCase());
}

/** The clean form: `02-ĐA/TU`, `30/2020/NĐ-CP`, `238/UBND-KGVX`. */
export function formatDocumentNumber({ number, suffix, year, type, issuer, order }: DocumentNumber): string {
  const issuerText = issuer.join("-");
  if (order === "party") return `${number}${suffix}-${type}/${issuerText}`;
  const head = year === null ? `${number}${suffix}` : `${number}${suffix}/${year}`;
  return type === null ? `${head}/${issuerText}` : `${head}/${type}-${issuerText}`;
}

function symbols(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((symbol) => [symbol.toUpperCase(), symbol]));
}
