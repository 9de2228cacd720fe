/**
 * Text typed for the fonts of the time before Unicode: TCVN3 (".VnTime", TCVN 5712:1993) and VNI ("VNI-Times"). Such a
 * text shows other letters unless its font is there: "LÞch sö §¶ng bé" is TCVN3 for "Lịch sử Đảng bộ".
 */
import { composed } from "./composing";
import { shareOfVietnamese } from "./syllables";

export type LegacyEncoding = "tcvn3" | "vni";

export interface DecodedText {
  readonly encoding: LegacyEncoding;
  /** The text in Unicode, composed. */
  readonly text: string;
}

/** From U+00A1 on, one character of TCVN3 beside its letter. The soft hyphen U+00AD is ư. */
const TCVN3_LETTERS: ReadonlyMap<string, string> = pairs(
  "\u00a1Ă \u00a2Â \u00a3Ê \u00a4Ô \u00a5Ơ \u00a6Ư \u00a7Đ \u00a8ă \u00a9â \u00aaê \u00abô \u00acơ \u00adư \u00aeđ " +
    "\u00b5à \u00b6ả \u00b7ã \u00b8á \u00b9ạ \u00bbằ \u00bcẳ \u00bdẵ \u00beắ \u00c6ặ \u00c7ầ \u00c8ẩ \u00c9ẫ \u00caấ \u00cbậ " +
    "\u00ccè \u00ceẻ \u00cfẽ \u00d0é \u00d1ẹ \u00d2ề \u00d3ể \u00d4ễ \u00d5ế \u00d6ệ \u00d7ì \u00d8ỉ \u00dcĩ \u00ddí \u00deị " +
    "\u00dfò \u00e1ỏ \u00e2õ \u00e3ó \u00e4ọ \u00e5ồ \u00e6ổ \u00e7ỗ \u00e8ố \u00e9ộ \u00eaờ \u00ebở \u00ecỡ \u00edớ \u00eeợ " +
    "\u00efù \u00f1ủ \u00f2ũ \u00f3ú \u00f4ụ \u00f5ừ \u00f6ử \u00f7ữ \u00f8ứ \u00f9ự \u00faỳ \u00fbỷ \u00fcỹ \u00fdý \u00feỵ"
);

/** VNI letters of one character. */
const VNI_LETTERS: ReadonlyMap<string, string> = pairs(
  "\u00d1Đ \u00f1đ \u00d4Ơ \u00f4ơ \u00d6Ư \u00f6ư \u00cdÍ \u00edí \u00ccÌ \u00ecì \u00c6Ỉ \u00e6ỉ \u00d3Ĩ \u00f3ĩ \u00d2Ị \u00f2ị \u00ceỴ \u00eeỵ"
);
/** What a VNI character adds to the vowel before it, as combining marks: circumflex or breve, and tone. */
const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ["\u00f9", "\u0301"],
  ["\u00f8", "\u0300"],
  ["\u00fb", "\u0309"],
  ["\u00f5", "\u0303"],
  ["\u00ef", "\u0323"],
  ["\u00e2", "\u0302"],
  ["\u00e1", "\u0302\u0301"],
  ["\u00e0", "\u0302\u0300"],
  ["\u00e5", "\u0302\u0309"],
  ["\u00e3", "\u0302\u0303"],
  ["\u00e4", "\u0302\u0323"],
  ["\u00ea", "\u0306"],
  ["\u00e9", "\u0306\u0301"],
  ["\u00e8", "\u0306\u0300"],
  ["\u00fa", "\u0306\u0309"],
  ["\u00fc", "\u0306\u0303"],
  ["\u00eb", "\u0306\u0323"],
]);
const VNI_LETTER =
  /([aeouyAEOUY\u00f4\u00d4\u00f6\u00d6])([\u00f9\u00f8\u00fb\u00f5\u00ef\u00e2\u00e1\u00e0\u00e5\u00e3\u00e4\u00ea\u00e9\u00e8\u00fa\u00fc\u00eb\u00d9\u00d8\u00db\u00d5\u00cf\u00c2\u00c1\u00c0\u00c5\u00c3\u00c4\u00ca\u00c9\u00c8\u00da\u00dc\u00cb])|[\u00d1\u00f1\u00d4\u00f4\u00d6\u00f6\u00cd\u00ed\u00cc\u00ec\u00c6\u00e6\u00d3\u00f3\u00d2\u00f2\u00ce\u00ee]/g;
const HIGH_LATIN = /[\u00a1-\u00fe]/g;

/** Letters that only Unicode text has: such a text is not decoded again. */
const UNICODE_VIETNAMESE =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;
/** Beside a letter, what no Vietnamese text in Unicode has: signs as letters, foreign letters, vowels after a or e. */
const SUSPICIOUS =
  /[A-Za-z\u00c0-\u00ff][\u00a1-\u00b9\u00bb-\u00be]|[\u00a1-\u00a9\u00ab-\u00b9\u00bb-\u00be][A-Za-z\u00c0-\u00ff]|[\u00aa\u00c6\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f0\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]|[aeAE][\u00c0-\u00c3\u00c8-\u00ca\u00d5\u00d9\u00da\u00e0-\u00e3\u00e8-\u00ea\u00f5\u00f9\u00fa]|[ouyOUY][\u00d5\u00d9\u00f5\u00f9]/;
/** At least this share of the words must be Vietnamese after decoding, and more than before. */
const CONVINCING = 0.6;

/**
 * The text in Unicode when it was typed for a legacy font, else null.
 * @param font name of the cell's font where it is known: ".VnTime", "VNI-Times"; it decides alone. Fonts in capitals
 *   (".VnTimeH") show small letters as capitals.
 */
export function decodeLegacyText(text: string, font?: string): DecodedText | null {
  if (font !== undefined && LEGACY_FONT.test(font)) return decodeByFont(text, font);
  // Every text is asked: most have a letter that tells among their first, and others none, which is found out fastest.
  if (!HIGH_LATIN_LETTER.test(text) || isUnicodeVietnamese(text) || !SUSPICIOUS.test(text)) return null;
  const [best] = [decodeTcvn3(text), decodeVni(text)]
    .map((decoded) => ({ decoded, share: shareOfVietnamese(decoded.text) }))
    .sort((a, b) => b.share - a.share);
  const convincing = best && best.share >= CONVINCING && best.share > shareOfVietnamese(text);
  return convincing ? best.decoded : null;
}

/** True for a text with letters that only Vietnamese in Unicode has. */
export function isUnicodeVietnamese(text: string): boolean {
  return UNICODE_VIETNAMESE.test(text);
}

/**
 * The text in Unicode when it stands among others of a legacy encoding and reads no worse so: "Bé" is "Bộ" there. Null
 * when it has nothing to convert.
 */
export function decodeAmongLegacyText(text: string, encoding: LegacyEncoding): DecodedText | null {
  if (!HIGH_LATIN_LETTER.test(text) || isUnicodeVietnamese(text)) return null;
  const decoded = encoding === "tcvn3" ? decodeTcvn3(text) : decodeVni(text);
  return decoded.text !== text && shareOfVietnamese(decoded.text) >= shareOfVietnamese(text) ? decoded : null;
}

const HIGH_LATIN_LETTER = /[\u00a1-\u00fe]/;
const LEGACY_FONT = /^(?:\.vn|vni[- ])/i;

function decodeByFont(text: string, font: string): DecodedText | null {
  const decoded = font.startsWith(".") ? decodeTcvn3(text) : decodeVni(text);
  const inCapitals = /^\.vn.*h$/i.test(font);
  const shown = inCapitals ? { ...decoded, text: decoded.text.toUpperCase() } : decoded;
  return decoded.text === text ? null : shown;
}

function decodeTcvn3(text: string): DecodedText {
  const decoded = text.replace(HIGH_LATIN, (character) => TCVN3_LETTERS.get(character) ?? character);
  return { encoding: "tcvn3", text: withCapitals(text, decoded) };
}

/** TCVN3 has no toned capitals: "§¶NG Bé" was shown in capitals by its font, which its plain letters betray. */
function withCapitals(original: string, decoded: string): string {
  if (!/[a-z]/.test(original) && /[A-Z].*[A-Z]/s.test(original)) return decoded.toUpperCase();
  return decoded.replace(/[\p{L}]+/gu, (word) =>
    /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word
  );
}

/** In one pass: the ô of "oâ" must not be read as the VNI character for ơ. */
function decodeVni(text: string): DecodedText {
  const decoded = text.replace(VNI_LETTER, (found, vowel?: string, mark?: string) => {
    const marks = mark === undefined ? undefined : VNI_MARKS.get(mark.toLowerCase());
    if (vowel === undefined || marks === undefined) return VNI_LETTERS.get(found) ?? found;
    return inOneLetter(`${VNI_LETTERS.get(vowel) ?? vowel}${marks}`, found);
  });
  return { encoding: "vni", text: decoded };
}

/** The composed letter; a mark that its vowel cannot carry leaves both characters as they were. */
function inOneLetter(letters: string, otherwise: string): string {
  const letter = composed(letters);
  return letter.length === 1 ? letter : otherwise;
}

function pairs(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(" ").map((pair) => [pair.slice(0, 1), pair.slice(1)]));
}
