/**
 * XML as bytes: just enough of it for what Excel and its like write. Whatever goes beyond that (comments, CDATA, document
 * types, other quotes, other encodings) is left to a general reader; nothing here is guessed.
 */
import { decodeUtf8 } from "../utf8";
import { decodeOnlyEntities } from "../xmlText";

/** Thrown for what this folder leaves to a general reader; `index.ts` catches it. */
export const NOT_HANDLED = new Error("XML beyond what is read here");

export function notHandled(): never {
  throw NOT_HANDLED;
}

export const LESS = 0x3c;
export const GREATER = 0x3e;
export const SLASH = 0x2f;
export const QUOTE = 0x22;
export const EQUALS = 0x3d;
const APOSTROPHE = 0x27;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;

export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Whether the name of a tag ends before this byte. */
export function endsName(byte: number | undefined): boolean {
  return byte === GREATER || byte === SLASH || isSpace(byte);
}

/**
 * A tag, as positions of its bytes. One object is moved along all tags of a part: making an object for each would cost
 * more than reading them.
 */
export interface Tag {
  nameAt: number;
  nameEnd: number;
  /** Position behind its `>`. */
  end: number;
  /** `</name>` */
  closing: boolean;
  /** `<name/>` */
  empty: boolean;
}

export function newTag(): Tag {
  return { nameAt: 0, nameEnd: 0, end: 0, closing: false, empty: false };
}

const ENCODING = /^<\?xml[^<>]*?(?:\sencoding\s*=\s*["']([^"']*)["'][^<>]*)?\?>/;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const LONGEST_DECLARATION = 200;

/** Where the markup begins, behind byte order mark and declaration. Not handled: other encodings than UTF-8. */
export function markupStart(bytes: Uint8Array): number {
  const start = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
  if (bytes[start] !== LESS) return notHandled();
  if (bytes[start + 1] !== QUESTION) return start;
  const longest = Math.min(bytes.length, start + LONGEST_DECLARATION);
  let end = start;
  while (end < longest && bytes[end] !== GREATER) end++;
  const declaration = ENCODING.exec(asciiText(bytes, start, Math.min(longest, end + 1)));
  if (declaration === null || !/^utf-?8$/i.test(declaration[1] ?? "utf-8")) return notHandled();
  return start + declaration[0].length;
}

/** Moves `tag` to the next tag from `at` on; false when there is none. */
export function nextTag(bytes: Uint8Array, at: number, tag: Tag): boolean {
  let position = textEnd(bytes, at) + 1;
  if (position > bytes.length) return false;
  const first = bytes[position];
  if (first === EXCLAMATION || first === QUESTION) notHandled();
  tag.closing = first === SLASH;
  if (tag.closing) position++;
  tag.nameAt = position;
  while (position < bytes.length && !endsName(bytes[position])) position++;
  tag.nameEnd = position;
  tag.end = tagEnd(bytes, position);
  tag.empty = bytes[tag.end - 2] === SLASH;
  return true;
}

/** Position of the next `<`, or the length. */
export function textEnd(bytes: Uint8Array, at: number): number {
  let position = at;
  while (position < bytes.length && bytes[position] !== LESS) position++;
  return position;
}

/** Position behind the `>` of the tag that `at` lies in, outside of any value. */
export function tagEnd(bytes: Uint8Array, at: number): number {
  for (let position = at; position < bytes.length; position++) {
    const byte = bytes[position];
    if (byte === GREATER) return position + 1;
    if (byte === QUOTE) position = quoteEnd(bytes, position + 1);
    else if (byte === APOSTROPHE || byte === LESS) notHandled();
  }
  return notHandled();
}

/** Position of the quotation mark that ends the value that begins at `at`. */
export function quoteEnd(bytes: Uint8Array, at: number): number {
  let position = at;
  while (position < bytes.length && bytes[position] !== QUOTE) position++;
  if (position >= bytes.length) notHandled();
  return position;
}

/** A name as bytes, for comparing. */
export function nameBytes(name: string): Uint8Array {
  return Uint8Array.from(name, (letter) => letter.charCodeAt(0));
}

/** Whether these bytes stand at `at`. */
export function standsAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (bytes[at + index] !== expected[index]) return false;
  }
  return true;
}

/** Whether the tag has exactly this name, prefix and all. */
export function isNamed(bytes: Uint8Array, tag: Tag, name: Uint8Array): boolean {
  return tag.nameEnd - tag.nameAt === name.length && standsAt(bytes, tag.nameAt, name);
}

/** The tag's name without its prefix. */
export function localName(bytes: Uint8Array, tag: Tag): string {
  const name = asciiText(bytes, tag.nameAt, tag.nameEnd);
  return name.slice(name.indexOf(":") + 1);
}

/** Value of the attribute with this name; undefined when the tag has none. */
export function attributeOf(bytes: Uint8Array, tag: Tag, name: Uint8Array): string | undefined {
  return findAttribute(bytes, tag, (from, to) => to - from === name.length && standsAt(bytes, from, name));
}

/** Value of the attribute with this name behind any prefix (`r:id`). */
export function prefixedAttributeOf(bytes: Uint8Array, tag: Tag, name: Uint8Array): string | undefined {
  return findAttribute(
    bytes,
    tag,
    (from, to) =>
      to - from > name.length &&
      bytes[to - name.length - 1] === COLON &&
      standsAt(bytes, to - name.length, name)
  );
}

function findAttribute(
  bytes: Uint8Array,
  tag: Tag,
  isWanted: (from: number, to: number) => boolean
): string | undefined {
  let at = tag.nameEnd;
  for (;;) {
    while (isSpace(bytes[at])) at++;
    if (bytes[at] === SLASH || at >= tag.end - 1) return undefined;
    const from = at;
    while (bytes[at] !== EQUALS && !isSpace(bytes[at])) if (++at >= tag.end) notHandled();
    const to = at;
    const valueAt = valueStart(bytes, at);
    at = quoteEnd(bytes, valueAt) + 1;
    if (isWanted(from, to)) return contentText(bytes, valueAt, at - 1);
  }
}

/** Where the value of an attribute begins whose name ends at `at`. */
export function valueStart(bytes: Uint8Array, at: number): number {
  let position = at;
  while (isSpace(bytes[position])) position++;
  if (bytes[position++] !== EQUALS) notHandled();
  while (isSpace(bytes[position])) position++;
  if (bytes[position] !== QUOTE) notHandled();
  return position + 1;
}

/** Whether an attribute of this value says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Text between two tags or quotation marks, as it was meant. Throws `FileFault` `damaged` for bytes that are no text. */
export function contentText(bytes: Uint8Array, from: number, to: number): string {
  return decodeOnlyEntities(decodeUtf8(bytes, from, to)) ?? notHandled();
}

/** Content of a text cell or shared string: characters that XML cannot hold are written `_x000D_`. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  const text = contentText(bytes, from, to);
  return text.includes("_x") ? text.replace(ESCAPED, unescaped) : text;
}

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

function unescaped(_: string, hex: string): string {
  return String.fromCharCode(parseInt(hex, 16));
}

/** Bytes as letters of ASCII. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
