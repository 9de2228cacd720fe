/** A zip of which every field can be a lie. */
import { strToU8 } from "fflate";
import { deflateRawSync } from "node:zlib";
import { portableInflater } from "../../../../src/files/inflate";

export interface RawEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** 8: deflated; anything else is stored under that number. */
  readonly method?: number;
  /** Packed as small as programs pack by default, not in the least time. */
  readonly isTight?: boolean;
  readonly flags?: number;
  /** Sizes as the directory tells them. */
  readonly packedSize?: number;
  readonly size?: number;
  /** Extra field of the directory. */
  readonly extra?: readonly number[];
  /** Number of the entry whose content this one has, too. */
  readonly sharedWith?: number;
}

export interface RawEnd {
  readonly count?: number;
  readonly offset?: number;
  readonly comment?: Uint8Array;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

interface Content {
  readonly content: Uint8Array;
  readonly deflated: (level: number) => Uint8Array;
  readonly checksum: number;
}

function contentFor(data: string | Uint8Array): Content {
  const content = typeof data === "string" ? strToU8(data) : data;
  let deflated: Uint8Array | undefined;
  return {
    content,
    deflated: (level) => (deflated ??= new Uint8Array(deflateRawSync(content, { level }))),
    checksum: portableInflater.crc32(content),
  };
}

/** A zip of a thousand equal sheets packs them once. */
function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** A number of eight bytes, far beyond any file. */
export const ABSURD_SIZE: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0x40];

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const contentOf = remembering(contentFor);
  const offsets: number[] = [];
  let at = 0;
  const write = (...added: readonly Uint8Array[]): void => {
    pieces.push(...added);
    at += added.reduce((sum, { length }) => sum + length, 0);
  };
  for (const { name, data, method = 8, isTight = false, flags = 0, extra = [], ...entry } of entries) {
    const { content, deflated, checksum } = contentOf(data);
    const packed = method === 8 ? deflated(isTight ? 6 : 1) : content;
    const nameBytes = strToU8(name);
    const about = (packedSize: number, size: number): number[] => [
      ...[...u16(flags), ...u16(method), ...u32(0), ...u32(checksum)],
      ...[...u32(packedSize), ...u32(size), ...u16(nameBytes.length)],
    ];
    const offset = offsets[entry.sharedWith ?? -1] ?? at;
    offsets.push(offset);
    if (offset === at) {
      const header = [...u32(LOCAL_HEADER), ...u16(20), ...about(packed.length, content.length), ...u16(0)];
      write(Uint8Array.from(header), nameBytes, packed);
    }
    const told = about(entry.packedSize ?? packed.length, entry.size ?? content.length);
    const header = [...u32(DIRECTORY_ENTRY), ...u16(20), ...u16(20), ...told, ...u16(extra.length)];
    directory.push(Uint8Array.from([...header, ...new Array<number>(10).fill(0), ...u32(offset)]), nameBytes);
    directory.push(Uint8Array.from(extra));
  }
  const start = at;
  write(...directory);
  const comment = end.comment ?? new Uint8Array();
  const count = end.count ?? entries.length;
  const last = [...u32(END_OF_DIRECTORY), ...u32(0), ...u16(count), ...u16(count), ...u32(at - start)];
  write(Uint8Array.from([...last, ...u32(end.offset ?? start), ...u16(comment.length)]), comment);
  return Buffer.concat(pieces);
}
