/** Whether the symbol of a body and its name in "Cơ quan ban hành" speak of the same body. */
import { containsWords, wordKey } from "../text/normalize";
import { remembering } from "../text/remembering";
import { keyOfLong, understoodPart } from "../text/understood";
import { issuerRegime } from "./issuers";

type Level = "TW" | "TU" | "ThU" | "HU" | "ĐU";

/** What a name says about the level of a Party committee; a name may mention several levels. */
const LEVEL_WORDS: Readonly<Record<Level, readonly string[]>> = {
  TW: keys("trung ương", "bộ chính trị", "ban bí thư", "tổng bí thư", "tw", "bct", "bbt"),
  TU: keys("tỉnh uỷ", "đảng bộ tỉnh", "tu"),
  ThU: keys("thành uỷ", "thị uỷ", "đảng bộ thành phố", "đảng bộ thị xã", "thu"),
  HU: keys("huyện uỷ", "đảng bộ huyện", "hu"),
  ĐU: keys("đảng uỷ", "đảng bộ xã", "đảng bộ phường", "đảng bộ thị trấn", "đảng bộ khối", "chi bộ", "đu"),
};
const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  TW: "Trung ương",
  TU: "Tỉnh uỷ",
  ThU: "Thành uỷ",
  HU: "Huyện uỷ",
  ĐU: "Đảng uỷ",
};
/** The committee of a city directly under the centre writes TU. */
const CENTRAL_CITIES = keys("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế");

interface Board {
  readonly symbols: readonly string[];
  readonly name: string;
  readonly words: readonly string[];
}

const BOARDS: readonly Board[] = [
  {
    symbols: ["BTG", "BTGDV"],
    name: "Ban Tuyên giáo",
    words: keys("ban tuyên giáo", "ban tg", "ban tgdv", "btg", "btgdv", "tuyên giáo"),
  },
  { symbols: ["BTC"], name: "Ban Tổ chức", words: keys("ban tổ chức", "btc") },
  { symbols: ["BDV"], name: "Ban Dân vận", words: keys("ban dân vận", "ban dv", "bdv") },
  { symbols: ["BNC"], name: "Ban Nội chính", words: keys("ban nội chính", "bnc") },
  { symbols: ["UBKT"], name: "Uỷ ban Kiểm tra", words: keys("uỷ ban kiểm tra", "ubkt") },
  { symbols: ["VP"], name: "Văn phòng", words: keys("văn phòng", "vp") },
];
const PARTY_SYMBOL = /^(BTGDV|BTG|BTC|BDV|BNC|UBKT|VP|BTV|TV|BCH)?(TW|TU|ThU|TXU|TxU|HU|ĐU)/;

interface StateBody {
  readonly symbol: RegExp;
  readonly name: string;
  readonly words: readonly string[];
}

const STATE_BODIES: readonly StateBody[] = [
  { symbol: /^UBND$/, name: "Uỷ ban nhân dân", words: keys("uỷ ban nhân dân", "ubnd", "uỷ ban") },
  { symbol: /^HĐND$/, name: "Hội đồng nhân dân", words: keys("hội đồng nhân dân", "hđnd") },
  { symbol: /^(CP|TTg)$/, name: "Chính phủ", words: keys("chính phủ", "thủ tướng", "ttg", "cp") },
  { symbol: /^(QH|UBTVQH)\d*$/, name: "Quốc hội", words: keys("quốc hội", "qh", "ubtvqh") },
];

function keys(...texts: readonly string[]): readonly string[] {
  return texts.map(wordKey);
}

/**
 * The body that the symbol stands for, when the name clearly speaks of another one; null when they agree or when one of
 * the two is not known. `BTGTU` beside "Tỉnh uỷ Cao Bằng" → "Ban Tuyên giáo Tỉnh uỷ".
 */
export function otherBodyThan(symbol: string, name: string): string | null {
  const words = wordKey(understoodPart(name));
  const mentions = (phrases: readonly string[]) => phrases.some((phrase) => containsWords(words, phrase));
  const levels = LEVELS.filter((level) => mentions(LEVEL_WORDS[level]));
  const stateBodies = STATE_BODIES.filter((body) => mentions(body.words));
  if (issuerRegime(symbol) === "party") {
    return partyBodyUnlessNamed(symbol, levels, stateBodies.length > 0, mentions);
  }
  const own = STATE_BODIES.find((body) => body.symbol.test(symbol));
  if (!own || stateBodies.includes(own)) return null;
  return levels.length > 0 || stateBodies.length > 0 ? own.name : null;
}

const LEVELS = Object.keys(LEVEL_WORDS) as readonly Level[];

function partyBodyUnlessNamed(
  symbol: string,
  levels: readonly Level[],
  namesStateBody: boolean,
  mentions: (phrases: readonly string[]) => boolean
): string | null {
  const [, boardSymbol = "", levelSymbol = ""] = PARTY_SYMBOL.exec(symbol) ?? [];
  const level = LEVELS.find((candidate) => candidate === levelSymbol.replace(/^T[Xx]U$/, "ThU"));
  if (level === undefined) return null;
  const board = BOARDS.find(({ symbols }) => symbols.includes(boardSymbol));
  const expected = board ? `${board.name} ${LEVEL_NAMES[level]}` : LEVEL_NAMES[level];
  if (levels.length === 0) return namesStateBody ? expected : null;
  const levelAgrees =
    levels.includes(level) || (level === "TU" && levels.includes("ThU") && mentions(CENTRAL_CITIES));
  // A grass-roots committee may be that of an office: "Đảng uỷ Văn phòng …".
  if (level === "ĐU" && board === undefined) return levelAgrees ? null : expected;
  const namedBoards = BOARDS.filter(({ words }) => mentions(words));
  const boardAgrees = board ? namedBoards.includes(board) : namedBoards.length === 0;
  return levelAgrees && boardAgrees ? null : expected;
}

/** Where a board's symbol stands for more than the words by which its name is recognised. */
const FULL_NAMES: Readonly<Record<string, string>> = {
  BTGDV: "Ban Tuyên giáo và Dân vận",
  BTV: "Ban Thường vụ",
  BCH: "Ban Chấp hành",
};

/** The name of the body that a symbol stands for: `BTGTU` → "Ban Tuyên giáo Tỉnh uỷ"; null where it is not known. */
export function bodyNamed(symbol: string): string | null {
  const [whole = "", boardSymbol = "", levelSymbol = ""] = PARTY_SYMBOL.exec(symbol) ?? [];
  const level = LEVELS.find((candidate) => candidate === levelSymbol.replace(/^T[Xx]U$/, "ThU"));
  if (level === undefined || whole !== symbol) {
    return STATE_BODIES.find((body) => body.symbol.test(symbol) && !/\d/.test(symbol))?.name ?? null;
  }
  if (boardSymbol === "") return LEVEL_NAMES[level];
  const board = FULL_NAMES[boardSymbol] ?? BOARDS.find(({ symbols }) => symbols.includes(boardSymbol))?.name;
  return board === undefined ? null : `${board} ${LEVEL_NAMES[level]}`;
}

// One body under its several names

/** Boards and committees that there are once in the country or in a province; no other body writes these symbols. */
const ONLY_OF_PARTY = /^(?:BTGDV|BTG|BTC|BDV|BNC|UBKT|VP|BTV|TV|BCH)?(?:TW|TU)$/;
const ONLY_OF_STATE = /^(?:CP|TTg|QH\d*|UBTVQH\d*)$/;
const OF_PROVINCE = /TU$/;

/** Symbols of a whole province, and names beside each of them. */
const MOST_SYMBOLS = 500;
const MOST_NAMES = 5_000;

/**
 * Key under which the names of one issuer are equal. Where the symbol leaves no doubt it decides: `02-ĐA/TU` is of the
 * provincial committee, whether the cell says "Tỉnh uỷ", "Ban Thường vụ Tỉnh uỷ" or nothing. Elsewhere the name does,
 * see `bodyKey`: two communes may both have `05-NQ/ĐU`.
 * @param symbol of the number; null where it has none
 */
export function issuerKey(symbol: string | null, name: string): string {
  return symbol === null ? bodyKey(name) : keyBeside(symbol)(name);
}

const keyBeside = remembering((symbol): ((name: string) => string) => {
  if (ONLY_OF_STATE.test(symbol)) return () => symbol;
  if (!ONLY_OF_PARTY.test(symbol)) return bodyKey;
  if (!OF_PROVINCE.test(symbol)) return () => symbol;
  return remembering((name) => (isOfCentralCity(name) ? bodyKey(name) : symbol), MOST_NAMES);
}, MOST_SYMBOLS);

/**
 * The name of a body of the province as a list of bodies has it. Where the symbol leaves no doubt it decides: `154-KH/BTGTU`
 * is of "Ban Tuyên giáo Tỉnh uỷ", whether the cell says that, "BTGTU", "Ban TG Tỉnh uỷ" or nothing. A name that is itself a
 * symbol is written out. A name that speaks of
 * another body, and what stands for several bodies (TW: Bộ Chính trị, Ban Bí thư) stay as they are written.
 */
export function bodyInFull(symbol: string | null, name: string): string {
  const isSure =
    symbol !== null &&
    SURE_BODY.test(symbol) &&
    !isOfCentralCity(name) &&
    otherBodyThan(symbol, name) === null;
  return (isSure ? bodyNamed(symbol) : bodyNamed(name.replace(/[\s.]/g, ""))) ?? name;
}

const SURE_BODY = /^(?:(?:BTGDV|BTG|BTC|BDV|BNC|UBKT|VP)(?:TW|TU)|TU)$/;

function isOfCentralCity(name: string): boolean {
  const words = wordKey(understoodPart(name));
  return CENTRAL_CITIES.some((city) => containsWords(words, city));
}

/** What a committee's own organs are called before its name: what they issue has the committee's number. */
const ORGANS = keys("ban thường vụ", "btv", "thường vụ", "ban chấp hành", "bch", "thường trực");
/** Other ways to begin the name of a body; the longer ones first. */
const OTHER_BEGINNINGS: readonly (readonly [as: string, name: string])[] = [
  ["tỉnh uỷ tỉnh cao bằng", "tỉnh uỷ"],
  ["tỉnh uỷ cao bằng", "tỉnh uỷ"],
  ["đảng bộ tỉnh cao bằng", "tỉnh uỷ"],
  ["đảng bộ tỉnh", "tỉnh uỷ"],
  ["thành uỷ thành phố", "thành uỷ"],
  ["đảng bộ thành phố", "thành uỷ"],
  ["huyện uỷ huyện", "huyện uỷ"],
  ["đảng bộ huyện", "huyện uỷ"],
  ["đảng bộ xã", "đảng uỷ xã"],
  ["đảng bộ phường", "đảng uỷ phường"],
  ["đảng bộ thị trấn", "đảng uỷ thị trấn"],
  ["ubnd", "uỷ ban nhân dân"],
  ["hđnd", "hội đồng nhân dân"],
  ["btg", "ban tuyên giáo"],
  ["ban tg", "ban tuyên giáo"],
  ["hu", "huyện uỷ"],
  ["đu", "đảng uỷ"],
].map(([as = "", name = ""]) => [wordKey(as), wordKey(name)]);
const COMMITTEES = keys("tỉnh uỷ", "thành uỷ", "huyện uỷ", "đảng uỷ");
const COUNCILS = keys("uỷ ban nhân dân", "hội đồng nhân dân");
const PROVINCE_ALONE = wordKey("tỉnh");
const IN_PROVINCE = ` ${wordKey("tỉnh cao bằng")}`;

/**
 * Key under which the spellings of one body's name are equal, where that is certain: "BTV Huyện uỷ Hạ Lang" and "Huyện
 * ủy huyện Hạ Lang, tỉnh Cao Bằng" are "Huyện uỷ Hạ Lang". Names that leave out the place stay apart.
 */
export const bodyKey = remembering((name) => keyOfLong(name, keyOfBody), MOST_NAMES);

function keyOfBody(name: string): string {
  const words = wordKey(name);
  const organ = ORGANS.find((candidate) => beginsWith(words, candidate));
  const whole = organ === undefined ? words : words.slice(organ.length + 1);
  const body = withUsualBeginning(whole);
  const isCommittee = COMMITTEES.some((committee) => beginsWith(body, committee));
  return isCommittee ? withoutProvince(body) : withoutProvinceOfCouncil(withUsualBeginning(words));
}

function beginsWith(words: string, beginning: string): boolean {
  return words === beginning || words.startsWith(`${beginning} `);
}

function withUsualBeginning(words: string): string {
  const [as = "", name = ""] = OTHER_BEGINNINGS.find(([other]) => beginsWith(words, other)) ?? [];
  return name + words.slice(as.length);
}

function withoutProvince(body: string): string {
  return body.endsWith(IN_PROVINCE) ? body.slice(0, -IN_PROVINCE.length) : body;
}

/** The province's own council keeps the word that says whose it is. */
function withoutProvinceOfCouncil(body: string): string {
  const council = COUNCILS.find((candidate) => beginsWith(body, candidate));
  if (council === undefined) return body;
  const rest = withoutProvince(body);
  return rest === council && rest !== body ? `${council} ${PROVINCE_ALONE}` : rest;
}

// Names that leave out their place

/** How the names of bodies end that leave out whose they are; each with the committee of a unit that speaks of its own so. */
const PLACELESS: readonly (readonly [ending: string, committee: string | null])[] = (
  [
    ["huyện uỷ", "huyện uỷ"],
    ["huyện", "huyện uỷ"],
    ["thành uỷ", "thành uỷ"],
    ["thành phố", "thành uỷ"],
    ["đảng uỷ", "đảng uỷ"],
    // Several communes of a district may do so, and a council of any level.
    ["xã", null],
    ["phường", null],
    ["thị trấn", null],
    ["ubnd", null],
    ["uỷ ban nhân dân", null],
    ["hđnd", null],
    ["hội đồng nhân dân", null],
  ] as const
).map(([ending, committee]) => [wordKey(ending), committee && wordKey(committee)]);

/** True for a name that several bodies have: "Huyện uỷ", "UBND xã"; for none at all, too. */
export function leavesOutPlace(name: string): boolean {
  const words = wordKey(name);
  return words === "" || PLACELESS.some(([ending]) => endsWith(words, ending));
}

/**
 * A name as the whole province reads it: what a unit calls by its kind alone is the unit's own, or the only one that there is.
 * "UBND huyện" from Huyện uỷ Hạ Lang is "UBND huyện Hạ Lang", "Thành uỷ" from anyone "Thành uỷ Cao Bằng".
 * @param unit name of the unit that reports, one of `units`
 * @param units names that begin with the committee of the unit
 */
export function issuerInFull(name: string, unit: string, units: readonly string[]): string {
  const words = wordKey(name);
  const committee = PLACELESS.find(([ending]) => endsWith(words, ending))?.[1] ?? null;
  if (committee === null) return name;
  const ofKind = units.filter((each) => beginsWith(wordKey(each), committee));
  const [owner, ...others] = ofKind.includes(unit) ? [unit] : ofKind;
  if (owner === undefined || others.length > 0) return name;
  const place = owner.split(" ").slice(committee.split(" ").length).join(" ");
  return `${name.replace(CLOSING_SIGNS, "")} ${place}`;
}

const CLOSING_SIGNS = /[\s.,;:]+$/;

function endsWith(words: string, ending: string): boolean {
  return words === ending || words.endsWith(` ${ending}`);
}
