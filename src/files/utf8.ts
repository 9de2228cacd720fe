/** UTF-8 → text, for the many short texts of a workbook: by the machine where it offers that (Node), else by the decoder of browsers. */
import { FileFault } from "./fileErrors";

/** Text of the bytes from one place to another; a byte order mark is a character of it. */
export type Utf8Decoder = (bytes: Uint8Array, from: number, to: number) => string;

/** What is used of Node's `Buffer`, whose methods work on bytes of any kind. */
interface BufferModule {
  readonly Buffer: {
    readonly prototype: { readonly utf8Slice?: (this: Uint8Array, from: number, to: number) => string };
  };
}

/** Twice as fast as the portable one; `undefined` where there is no Node. */
export function nodeUtf8(): Utf8Decoder | undefined {
  const node = globalThis.process?.getBuiltinModule?.("buffer") as BufferModule | undefined;
  const slice = node?.Buffer.prototype.utf8Slice;
  return slice && ((bytes, from, to) => slice.call(bytes, from, to));
}

const LOOSE = new TextDecoder("utf-8", { ignoreBOM: true });
const STRICT = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });

/** Calling the decoder costs as much as so many letters one by one. */
const SHORT = 12;

export function portableUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return LOOSE.decode(bytes.subarray(from, to));
  let text = "";
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return LOOSE.decode(bytes.subarray(from, to));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** What stands for bytes that are no character. */
const UNREADABLE = "\ufffd";

/** Bytes that are no text become U+FFFD. */
export const looseUtf8: Utf8Decoder = nodeUtf8() ?? portableUtf8;

/** Throws `FileFault` `damaged` for bytes that are no text: letters would be lost. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  const text = looseUtf8(bytes, from, to);
  // Where it is found the file may say so itself.
  if (text.includes(UNREADABLE)) refuseUnreadable(bytes.subarray(from, to));
  return text;
}

function refuseUnreadable(bytes: Uint8Array): void {
  try {
    STRICT.decode(bytes);
  } catch {
    throw new FileFault("damaged");
  }
}
