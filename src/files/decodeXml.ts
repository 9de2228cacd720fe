/** XML parts of packages, in whatever encoding they are. */
import { FileFault } from "./fileErrors";
import { asciiText, LESS } from "./xlsx/xmlBytes";

const DECLARED_ENCODING = /^(?:\xef\xbb\xbf)?<\?xml[^<>]*?\sencoding\s*=\s*["']([^"']*)["']/;
/** Bytes from the start in which a declaration ends. */
const DECLARATION_BYTES = 200;

/**
 * Text of a part in the encoding that it declares. Throws `FileFault` `damaged` for an encoding that nobody knows, and for
 * bytes that are no text of it: letters would be lost.
 */
export function decodeXml(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault("damaged");
  }
}

/** The same part in UTF-8, as libraries expect it; it no longer declares anything else. Throws `FileFault` `damaged`. */
export function xmlAsUtf8(bytes: Uint8Array): Uint8Array {
  if (/^utf-?8$/i.test(encodingOf(bytes))) return bytes;
  return new TextEncoder().encode(decodeXml(bytes).replace(DECLARATION, ""));
}

const DECLARATION = /^<\?xml[^<>]*\?>/;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === LESS && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === LESS)) return "utf-16be";
  const start = asciiText(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES));
  return DECLARED_ENCODING.exec(start)?.[1] ?? "utf-8";
}
