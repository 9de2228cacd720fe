/** Inflating within bounds, and checksums: by the machine where it offers that (Node), by fflate in browsers. */
import { Inflate, inflateSync } from "fflate";
import { FileFault } from "./fileErrors";
import { RATIO_FREE_BYTES } from "./limits";

/** Deflate expands at most so many times. */
const MAX_DEFLATE_RATIO = 1032;

/** Packed bytes handed to the inflater at once: a step makes at most 16 MB. */
const INFLATE_STEP = 16 * 1024;

/** The parts of a zip are unpacked and checked by these. */
export interface Inflater {
  /**
   * Inflates at most `limit` bytes, whatever the file declares (`size` bytes).
   * Throws `FileFault` `inflatesTooMuch`, or anything else for bytes that cannot be inflated.
   */
  readonly inflate: (packed: Uint8Array, size: number, limit: number) => Uint8Array;
  readonly crc32: (bytes: Uint8Array) => number;
}

/** What is used of Node's `zlib`. */
interface Zlib {
  readonly inflateRawSync?: (
    packed: Uint8Array,
    options: { readonly chunkSize: number; readonly maxOutputLength: number }
  ) => Uint8Array;
  readonly crc32?: (bytes: Uint8Array) => number;
}

/** Zlib asks for as many at least. */
const LEAST_CHUNK = 64;

/** By Node's own zlib; `undefined` where there is none, or an old one. */
export function nodeInflater(): Inflater | undefined {
  const zlib = globalThis.process?.getBuiltinModule?.("zlib") as Zlib | undefined;
  const { inflateRawSync, crc32 } = zlib ?? {};
  if (inflateRawSync === undefined || crc32 === undefined) return undefined;
  return {
    crc32: (bytes) => crc32(bytes),
    inflate: (packed, size, limit) => {
      // One byte more than declared: filling its buffer to the brim makes zlib ask for another one. A file may declare too
      // few: as many as are packed make no more than a thousand buffers of any part.
      const chunkSize = Math.max(LEAST_CHUNK, packed.length, Math.min(size, limit) + 1);
      try {
        const { buffer, byteOffset, length } = inflateRawSync(packed, {
          chunkSize,
          maxOutputLength: limit + 1,
        });
        if (length > limit) throw new FileFault("inflatesTooMuch");
        return new Uint8Array(buffer, byteOffset, length);
      } catch (error) {
        const isTooMuch =
          typeof error === "object" &&
          error !== null &&
          "code" in error &&
          error.code === "ERR_BUFFER_TOO_LARGE";
        throw isTooMuch ? new FileFault("inflatesTooMuch") : error;
      }
    },
  };
}

/** By fflate, everywhere. */
export const portableInflater: Inflater = {
  crc32: portableCrc32,
  inflate: (packed, size, limit) => inflateAsDeclared(packed, size, limit) ?? inflateInSteps(packed, limit),
};

export const inflater: Inflater = nodeInflater() ?? portableInflater;

/**
 * Inflates a small part into as many bytes as it declares. Undefined for parts that are larger than they declare, and
 * for those that could inflate to too much before anyone noticed.
 */
function inflateAsDeclared(packed: Uint8Array, size: number, limit: number): Uint8Array | undefined {
  if (size >= limit || packed.length * MAX_DEFLATE_RATIO > RATIO_FREE_BYTES) return undefined;
  // What goes beyond the buffer is dropped: one byte more than declared tells.
  const part = inflateSync(packed, { out: new Uint8Array(size + 1) });
  return part.length > size ? undefined : part;
}

function inflateInSteps(packed: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  const inflate = new Inflate((chunk) => {
    total += chunk.length;
    if (total > limit) throw new FileFault("inflatesTooMuch");
    chunks.push(chunk);
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP) {
    inflate.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
  }
  return joinChunks(chunks, total);
}

function joinChunks(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const joined = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Tables of the checksum for a byte and for bytes that one to seven others follow: eight bytes are taken at a time. */
const CRC_TABLE = crcTables();

function crcTables(): Int32Array {
  const tables = new Int32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    tables[byte] = value;
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256]!;
    tables[index] = (before >>> 8) ^ tables[before & 0xff]!;
  }
  return tables;
}

function portableCrc32(bytes: Uint8Array): number {
  const t = CRC_TABLE;
  const whole = bytes.length - (bytes.length % 8);
  let crc = -1;
  for (let at = 0; at < whole; at += 8) {
    const first =
      crc ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
    crc =
      t[1792 + (first & 0xff)]! ^
      t[1536 + ((first >>> 8) & 0xff)]! ^
      t[1280 + ((first >>> 16) & 0xff)]! ^
      t[1024 + (first >>> 24)]! ^
      t[768 + bytes[at + 4]!]! ^
      t[512 + bytes[at + 5]!]! ^
      t[256 + bytes[at + 6]!]! ^
      t[bytes[at + 7]!]!;
  }
  for (let at = whole; at < bytes.length; at++) crc = (crc >>> 8) ^ t[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}
