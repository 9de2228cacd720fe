/** What hostile files are made of. */
import { strToU8 } from "fflate";

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** A code of `FileError`, or that the file is read. */
  readonly outcome: string;
  /** Words that the message must have: the bound, or what to do. */
  readonly says?: string;
  /** Too large for the browser's tests, which then need not make it. */
  readonly large?: true;
}

export const MEGABYTE = 1024 * 1024;

export function filled(megabytes: number, byte: number): Uint8Array {
  return new Uint8Array(megabytes * MEGABYTE).fill(byte);
}

export function times(count: number, make: (index: number) => string): string {
  let all = "";
  for (let index = 0; index < count; index++) all += make(index);
  return all;
}

export function text(...pieces: readonly string[]): Uint8Array {
  return strToU8(pieces.join(""));
}

export function repeated(piece: readonly number[], count: number): Uint8Array {
  const bytes = Uint8Array.from(piece);
  const all = new Uint8Array(bytes.length * count);
  for (let at = 0; at < all.length; at += bytes.length) all.set(bytes, at);
  return all;
}

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(pieces));
}

/** A number of four bytes. */
export function number(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
}

/** Bytes with one number written over. */
export function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}

const NOISE = noise();

/** Letters that look random, so that they are packed to a fiftieth, not to a thousandth. */
function noise(): string {
  let state = 1;
  return times(30_000, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return String.fromCharCode(97 + ((state >>> 16) % 26));
  });
}

/** So many letters, in such disorder that no bound of packing stops them. */
export function letters(count: number): string {
  return NOISE.repeat(Math.ceil(count / NOISE.length)).slice(0, count);
}
