/** Writes text as it was typed for legacy fonts, to be read back by the code under test. */

/** Letters in the order of their TCVN3 codes, from 0xA1; a space where TCVN3 has no letter. */
const TCVN3 =
  "ĂÂÊÔƠƯĐăâêôơưđ" + // A1
  "      àảãáạ ằẳẵắ" + // AF, B5
  "       ặầẩẫấậè ẻẽéẹềểễếệìỉ" + // BF, C6
  "   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"; // D9
const FIRST_CODE = 0xa1;

/** Small letters with tones stand for capitals too: the font showed them. */
export function inTcvn3(text: string): string {
  return [...text.normalize("NFC")]
    .map((letter) => {
      const index = TCVN3.indexOf(letter);
      const code = index >= 0 ? index : TCVN3.indexOf(letter.toLowerCase());
      return code >= 0 && /\P{ASCII}/u.test(letter) ? String.fromCharCode(FIRST_CODE + code) : letter;
    })
    .join("");
}

const VNI_BASE: Readonly<Record<string, string>> = { ơ: "ô", Ơ: "Ô", ư: "ö", Ư: "Ö", đ: "ñ", Đ: "Ñ" };
const VNI_I: Readonly<Record<string, string>> = { í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î" };
/** By circumflex or breve and tone, as combining marks. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  "\u0301": "ù",
  "\u0300": "ø",
  "\u0309": "û",
  "\u0303": "õ",
  "\u0323": "ï",
  "\u0302": "â",
  "\u0302\u0301": "á",
  "\u0302\u0300": "à",
  "\u0302\u0309": "å",
  "\u0302\u0303": "ã",
  "\u0302\u0323": "ä",
  "\u0306": "ê",
  "\u0306\u0301": "é",
  "\u0306\u0300": "è",
  "\u0306\u0309": "ú",
  "\u0306\u0303": "ü",
  "\u0306\u0323": "ë",
};

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

export function inVni(text: string): string {
  return [...text.normalize("NFC")].map(vniLetter).join("");
}

function vniLetter(letter: string): string {
  const small = VNI_I[letter.toLowerCase()];
  if (small !== undefined) return letter === letter.toLowerCase() ? small : small.toUpperCase();
  const decomposed = letter.normalize("NFD");
  const horn = decomposed.includes("\u031b") || /[đĐ]/.test(letter);
  const base = horn ? decomposed.replace(TONES, "").normalize("NFC") : decomposed.charAt(0);
  const marks = decomposed.slice(1).replace("\u031b", "");
  const shape = marks.replace(/[^\u0302\u0306]/g, "");
  const tone = marks.replace(/[\u0302\u0306]/g, "");
  const mark = VNI_MARKS[`${shape}${tone}`] ?? "";
  const cased = base === base.toUpperCase() ? mark.toUpperCase() : mark;
  return `${VNI_BASE[base] ?? base}${cased}`;
}
