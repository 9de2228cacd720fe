/** Whether the symbol of a body and its name in "Cơ quan ban hành" speak of the same body. */
import { containsWords, wordKey } from "../text/normalize";
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
    words: keys("ban tuyên giáo", "btg", "btgdv", "tuyên giáo"),
  },
  { symbols: ["BTC"], name: "Ban Tổ chức", words: keys("ban tổ chức", "btc") },
  { symbols: ["BDV"], name: "Ban Dân vận", words: keys("ban dân vận", "bdv") },
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
  const words = wordKey(name);
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
