/** XML as text, for lists so flat that patterns are enough. */

/** Opening tags with this local name. Enough for the flat lists that this is used on. */
export function tags(xml: string, localName: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${localName}\\s[^<>]*>`, "g")) ?? [];
}

/** Value of the attribute with this local name, as written in the file. */
export function attribute(tag: string, localName: string): string | undefined {
  const match = new RegExp(`\\s(?:[\\w-]+:)?${localName}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

const ATTRIBUTE = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Values of all attributes of a whole tag, as written in the file, by their names with their prefixes. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name = "", double, single]) => [name, double ?? single ?? ""])
  );
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The longest: `&#x10ffff;`. */
const LONGEST_ENTITY = 10;

const SEMICOLON = 0x3b;
const NUMBER_SIGN = 0x23;
const LETTER_X = 0x78;
const LAST_CHARACTER = 0x10ffff;

/** What is no entity of XML stays. Some writers write every letter with a mark as one. */
export function decodeEntities(text: string): string {
  return decoded(text, false) ?? text;
}

/** `decodeEntities`; null for a text with an ampersand that begins no entity of XML, whose x is a small one. */
export function decodeOnlyEntities(text: string): string | null {
  return text.includes("&#X") ? null : decoded(text, true);
}

function decoded(text: string, onlyEntities: boolean): string | null {
  let result = "";
  let done = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const end = entityEnd(text, at);
    const character = end < 0 ? undefined : characterOf(text, at + 1, end);
    if (character !== undefined) {
      if (at > done) result += text.slice(done, at);
      result += character;
      done = end + 1;
    } else if (onlyEntities) return null;
  }
  return done === 0 ? text : result + text.slice(done);
}

/** Where the entity that begins at `at` ends, or -1. Looking further than any goes would take for ever where there are many. */
function entityEnd(text: string, at: number): number {
  for (let end = at + 1; end < at + LONGEST_ENTITY; end++) if (text.charCodeAt(end) === SEMICOLON) return end;
  return -1;
}

function characterOf(text: string, from: number, end: number): string | undefined {
  if (text.charCodeAt(from) !== NUMBER_SIGN) return ENTITIES.get(text.slice(from, end));
  const isHex = lowerCase(text.charCodeAt(from + 1)) === LETTER_X;
  const code = isHex ? numberIn(text, from + 2, end, 16) : numberIn(text, from + 1, end, 10);
  return code <= LAST_CHARACTER ? String.fromCodePoint(code) : undefined;
}

/** NaN for what is no number. */
function numberIn(text: string, from: number, end: number, base: number): number {
  let value = from < end ? 0 : NaN;
  for (let at = from; at < end; at++) {
    const digit = digitOf(text.charCodeAt(at));
    value = digit < base ? value * base + digit : NaN;
  }
  return value;
}

/** At least 16 for what is no digit. */
function digitOf(code: number): number {
  if (code <= 0x39) return code >= 0x30 ? code - 0x30 : Infinity;
  return lowerCase(code) >= 0x61 ? lowerCase(code) - 0x61 + 10 : Infinity;
}

/** Of a letter of ASCII. */
function lowerCase(code: number): number {
  return code | 0x20;
}
