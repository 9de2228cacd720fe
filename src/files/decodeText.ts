/** Bytes → text, in the encodings that Vietnamese offices use. */
import { composed, heapsMarks } from "../domain/text/composing";
import { decodeLegacyText } from "../domain/text/legacyFonts";
import { FileFault } from "./fileErrors";

/**
 * UTF-8 and UTF-16 with or without byte order mark; else the single-byte code page of Vietnamese Windows, which writes a
 * letter and its tone as two characters: they are put together, as every other program writes them. Throws `FileFault`: `notAWorkbook`, `damaged`,
 * `heapedMarks`.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  const decoded = encoding === CODE_PAGE ? decodeSingleBytes(bytes) : new TextDecoder(encoding).decode(bytes);
  const text = decoded.endsWith(END_OF_FILE) ? decoded.slice(0, -1) : decoded;
  // A file of text has no control characters but tab, line feed, form feed, carriage return.
  // eslint-disable-next-line no-control-regex -- finding them is the point
  if (/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(text)) throw new FileFault("notAWorkbook");
  // Letters would be lost, most often where the file was cut off.
  if (text.includes(UNREADABLE) && encoding !== CODE_PAGE && !isText(bytes, encoding))
    throw new FileFault("damaged");
  return text;
}

/** What programs of DOS write behind the last line. */
const END_OF_FILE = "\u001a";
/** What stands for bytes that are no character. */
const UNREADABLE = "\ufffd";
const CODE_PAGE = "windows-1258";
/** Characters that tell whether a text was typed for a legacy font. */
const SAMPLE = 4000;

/**
 * Text of legacy fonts uses the bytes of the Western code page, and is left as it was typed. Throws `FileFault`
 * `heapedMarks`: such a text would be put together for so long that nobody could wait for it, or end it.
 */
function decodeSingleBytes(bytes: Uint8Array): string {
  const western = new TextDecoder("windows-1252").decode(bytes);
  if (decodeLegacyText(western.slice(0, SAMPLE)) !== null) return western;
  const text = new TextDecoder(CODE_PAGE).decode(bytes);
  if (heapsMarks(text)) throw new FileFault("heapedMarks");
  return composed(text);
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Vietnamese text in UTF-16 has zero bytes at every ASCII letter, blank and separator.
  if (second === 0 && first !== 0) return "utf-16le";
  if (first === 0 && second !== 0) return "utf-16be";
  return isText(bytes, "utf-8") || wasUtf8(bytes) ? "utf-8" : CODE_PAGE;
}

/** Letters with two marks: in no code page do their bytes follow each other in any word. */
const VIETNAMESE_LETTERS = /[\u1ea0-\u1ef9]/;

/** Whether bytes that are no UTF-8 were some before they were damaged: as a code page, every letter would be wrong. */
function wasUtf8(bytes: Uint8Array): boolean {
  return VIETNAMESE_LETTERS.test(new TextDecoder("utf-8").decode(bytes));
}

function isText(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
