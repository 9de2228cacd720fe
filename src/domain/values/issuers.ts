/** Symbols of issuing bodies. They are an open set: what is not known here is still read. */
import { remembering } from "../text/remembering";

/** Whose rules of form a body follows; `either` where bodies of both sides share the symbol (BCĐ, BTC). */
export type IssuerRegime = "party" | "state" | "union" | "either" | "unknown";

/** Different symbols of a whole province: few bodies issue many documents. */
const MOST_SYMBOLS = 5_000;

/** Party committees: central, province, city, town, district, and committees at the grass roots (ĐU, ĐUK, ĐUQS …). */
const COMMITTEE = "(?:TW|TU|HU|ThU|TXU|TxU|ĐU[\\p{Lu}&]*)";
const PARTY_BOARD = "(?:BTG|BTGDV|BDV|BTC|BNC|BKT|UBKT|VP|BTV|TV|BCH|BĐN)";
const PARTY = new RegExp(`^(?:${PARTY_BOARD}?${COMMITTEE}|BCS(?:Đ[\\p{Lu}&]*)?|ĐĐHĐND|ĐĐMTTQ)$`, "u");
const UNION =
  /^(?:TWĐTN|TWĐ|TĐTN|ĐTN|HĐTN|HLHTN|TWH[\p{Lu}]*|HND[\p{Lu}]*|H?LHPN[\p{Lu}]*|HPN[\p{Lu}]*|ĐCT|H?CCB[\p{Lu}]*|LĐLĐ[\p{Lu}]*|TLĐ|CĐ[\p{Lu}]*|(?:UB)?MTT[QW][\p{Lu}]*|UBMT[\p{Lu}]*|MT)$/u;
/** Bodies of the State that are met most; sở and bộ by their first letter. */
const STATE =
  /^(?:UBND|UB|HĐND|TTHĐND|ĐĐBQH|CP|TTg|CTN|QH\d*|UBTVQH\d*|UBPLTP\d*|VP(?:CP|QH|CTN|UBND|HĐND)|HĐBT|HĐCP|HĐNN\d*|TANDTC|VKSNDTC|VKSTC|TATC|KTNN|NHNN|TTCP|UBDT|HVCTQG|BHXH|B(?:NV|TC|CT|CA|QP|GDĐT|YT|TP|XD|GTVT|TTTT|KHCN|KHĐT|NN|NNPTNT|TNMT|VHTTDL|VHTT|LĐTBXH|NG|DTTG|NNMT)|S[\p{Lu}&]{1,8})$/u;
const EITHER =
  /^(?:BCĐ[\p{Lu}\d]*|BTG|BTGDV|BTC|BDV|BNC|BCH|BTV|UBKT|VP|BCT|BBT|ĐH|TTCT|TTBDCT|TTBDLLCT|TCT[\p{Lu}\d]*|TBT|TTK|TGV|TGT|TKT|TC|ĐKT|ĐGS|HĐ[\p{Lu}]*|BQL[\p{Lu}]*|BTK|BBS[\p{Lu}]*|TBS|ĐA\d+|CB[\p{Lu}]*|ĐB[\p{Lu}]*|BS[\p{Lu}]*|TS)$/u;

/** What is known of a body by its symbol in canonical spelling (`BTGTU`, `UBND`, `TWĐTN`). */
export const issuerRegime = remembering(findRegime, MOST_SYMBOLS);

function findRegime(symbol: string): IssuerRegime {
  if (PARTY.test(symbol)) return "party";
  if (UNION.test(symbol)) return "union";
  if (STATE.test(symbol)) return "state";
  return EITHER.test(symbol) ? "either" : "unknown";
}

/** Symbols whose canonical spelling is not all capitals. */
const MIXED_CASE: ReadonlyMap<string, string> = new Map([
  ["TTG", "TTg"],
  ["GDTRH", "GDTrH"],
]);
/** Đ typed as D, by whole symbols only: BTGDV is right as it stands. */
const PLAIN_LETTERS: ReadonlyMap<string, string> = new Map(
  (
    "HĐND BCĐ ĐU ĐUK ĐUQS ĐUCA ĐUBP BCSĐ TWĐTN TĐTN ĐTN LĐLĐ TLĐ ĐCT HĐBT VPHĐND BGDĐT SGDĐT PGDĐT BLĐTBXH SLĐTBXH " +
    "BKHĐT SKHĐT"
  )
    .split(" ")
    .map((symbol) => [symbol.replace(/Đ/g, "D"), symbol])
);
/** Slips that are met. "TƯ" stands for TU beside the name of a provincial board, but the unions write TW. */
const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["MTTƯ", "MTTW"],
  ["TƯĐTN", "TWĐTN"],
  // Letters exchanged, or Đ for D.
  ["WT", "TW"],
  ["UT", "TU"],
  ["UH", "HU"],
  ["UBDN", "UBND"],
  ["UBNĐ", "UBND"],
  ["HĐNĐ", "HĐND"],
  ["HNĐD", "HĐND"],
]);

export type SymbolChange =
  | "none"
  | "case" // "btgtu"
  | "dots" // "Th.U"
  | "letters" // "TƯ" for TU, "HDND" for HĐND
  | "typing"; // "BTGW" for BTGTW

export interface CanonicalSymbol {
  readonly symbol: string;
  readonly change: SymbolChange;
}

/** The canonical spelling of a body's symbol and what had to be changed; an unknown symbol stays as it is. */
export const canonicalIssuer = remembering(findCanonical, MOST_SYMBOLS);

function findCanonical(written: string): CanonicalSymbol {
  const upper = upperCase(written);
  const slip = PLAIN_LETTERS.get(upper) ?? OTHER_SPELLINGS.get(upper);
  if (slip) return { symbol: slip, change: "letters" };
  const withCase = known(upper);
  if (withCase !== null) return { symbol: withCase, change: withCase === written ? "none" : "case" };
  const withoutDots = known(upper.replace(/\./g, ""));
  if (withoutDots !== null) return { symbol: withoutDots, change: "dots" };
  const plain = upper.replace(/[.\s]/g, "");
  const respelled = OTHER_SPELLINGS.get(plain) ?? known(plain.replace(/Ư/g, "U"));
  if (respelled) return { symbol: respelled, change: "letters" };
  const meant = likelyBoard(plain);
  if (meant) return { symbol: meant, change: "typing" };
  // A symbol in lower case is a slip; one in mixed case may be a body's own way of writing.
  return written === written.toLowerCase() && upper !== written
    ? { symbol: upper, change: "case" }
    : { symbol: written, change: "none" };
}

/** Capitals, except the small letters that belong to a symbol: TTg, ThU. */
function upperCase(written: string): string {
  const upper = written.toUpperCase();
  return MIXED_CASE.get(upper) ?? upper;
}

/** The canonical form of a symbol in capitals when it is known, `ThU` for `THU` and `TxU` as written. */
function known(upper: string): string | null {
  const city = upper.replace(/TH[UƯ]$/, "ThU");
  if (city !== upper && issuerRegime(city) === "party") return city;
  return issuerRegime(upper) === "unknown" ? null : upper;
}

/** The boards of the two upper levels: a letter that is wrong, left out, doubled or exchanged, where one board only fits. */
const BOARDS = ["BTG", "BTGDV", "BTC", "BDV", "BNC", "UBKT", "VP"].flatMap((board) => [
  `${board}TW`,
  `${board}TU`,
]);
const WITH_LETTER_MISSING: ReadonlyMap<string, ReadonlySet<string>> = collect(
  BOARDS.filter((board) => board.length > 4).flatMap((board) =>
    [...board].map((_, index) => [without(board, index), board] as const)
  )
);

function likelyBoard(symbol: string): string | null {
  if (symbol.length < 4) return null;
  const candidates = new Set(WITH_LETTER_MISSING.get(symbol) ?? []);
  for (const board of BOARDS) if (differsInOneLetter(symbol, board)) candidates.add(board);
  for (let index = 0; index < symbol.length; index += 1) {
    const shorter = without(symbol, index);
    if (symbol[index] === symbol[index + 1] && BOARDS.includes(shorter)) candidates.add(shorter);
    const swapped = `${symbol.slice(0, index)}${symbol[index + 1] ?? ""}${symbol[index] ?? ""}${symbol.slice(index + 2)}`;
    if (swapped !== symbol && BOARDS.includes(swapped)) candidates.add(swapped);
  }
  const [only] = candidates;
  return candidates.size === 1 && only !== undefined ? only : null;
}

/** Of symbols long enough to be sure. */
function differsInOneLetter(symbol: string, board: string): boolean {
  if (symbol.length !== board.length || symbol.length < SURE_LENGTH) return false;
  return [...symbol].filter((letter, index) => letter !== board[index]).length === 1;
}

const SURE_LENGTH = 6;

function without(text: string, index: number): string {
  return text.slice(0, index) + text.slice(index + 1);
}

function collect(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set<string>()).add(value));
  return sets;
}
