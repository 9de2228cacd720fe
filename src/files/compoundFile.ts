/** Compound files (OLE2): the container of .xls, .doc and of workbooks with a password. [MS-CFB] */
import { FileFault } from "./fileErrors";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_BYTES = 512;
const HEADER_FAT_SLOTS = 109;
const DIRECTORY_ENTRY_BYTES = 128;
const STREAM = 2;
const ROOT = 5;
/** Sector numbers from here on are marks, not sectors. */
const FIRST_MARK = 0xfffffffa;

/** No entry: the end of a branch of the directory. */
const NO_ENTRY = 0xffffffff;

const UTF_16 = new TextDecoder("utf-16le");

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
  /** Numbers of the entries before and behind this one in the same storage, and of one inside it. */
  readonly before: number;
  readonly behind: number;
  readonly inside: number;
}

export interface CompoundFile {
  /** True when the file itself, not a file embedded in it, has a stream of this name. */
  readonly has: (name: string) => boolean;
  /** Content of the stream with this name; `undefined` when there is none. Throws `FileFault` `damaged`. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Reads the directory of a compound file. Throws `FileFault` `damaged` when it is cut off or inconsistent. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_BYTES) throw new FileFault("damaged");
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << header.getUint16(30, true);
  const miniSectorSize = 1 << header.getUint16(32, true);
  const miniCutoff = header.getUint32(56, true);
  if (sectorSize < 128 || sectorSize > 4096 || miniSectorSize > sectorSize) throw new FileFault("damaged");

  // Some writers leave the last sector of the file unfilled.
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1;
  const readSector = (sector: number): Uint8Array => {
    const start = (sector + 1) * sectorSize;
    if (sector >= sectorCount) throw new FileFault("damaged");
    return bytes.subarray(start, start + sectorSize);
  };
  const fat = numbersOf(fatSectors(header, readSector, sectorSize, sectorCount).map(readSector));
  const readChain = (start: number): Uint8Array => join(chain(start, fat, sectorCount).map(readSector));

  const directory = parseDirectory(readChain(header.getUint32(48, true)));
  const root = directory.find((entry) => entry.type === ROOT);
  if (root === undefined) throw new FileFault("damaged");

  const readMiniStream = (entry: DirectoryEntry): Uint8Array => {
    const miniFat = numbersOf([readChain(header.getUint32(60, true))]);
    const container = readChain(root.start);
    return join(
      chain(entry.start, miniFat, miniFat.length).map((sector) =>
        container.subarray(sector * miniSectorSize, (sector + 1) * miniSectorSize)
      )
    );
  };
  const streams = ownStreams(directory, root);
  const streamOf = (name: string): DirectoryEntry | undefined =>
    streams.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  return {
    has: (name) => streamOf(name) !== undefined,
    stream: (name) => {
      const entry = streamOf(name);
      if (entry === undefined) return undefined;
      const content = entry.size < miniCutoff ? readMiniStream(entry) : readChain(entry.start);
      if (content.length < entry.size) throw new FileFault("damaged");
      return content.subarray(0, entry.size);
    },
  };
}

/**
 * Streams of the file itself: files embedded in it have storages of their own, with streams of the same names. A directory
 * that is no tree (not every writer makes one) has only streams of the file itself.
 */
function ownStreams(directory: readonly DirectoryEntry[], root: DirectoryEntry): readonly DirectoryEntry[] {
  const own = new Set<DirectoryEntry>();
  const open = [root.inside];
  while (open.length > 0) {
    const entry = directory[open.pop() ?? NO_ENTRY];
    if (entry === undefined || own.has(entry)) continue;
    own.add(entry);
    open.push(entry.before, entry.behind);
  }
  const streams = directory.filter((entry) => entry.type === STREAM);
  const inTree = streams.filter((entry) => own.has(entry));
  return inTree.length > 0 ? inTree : streams;
}

function fatSectors(
  header: DataView,
  readSector: (sector: number) => Uint8Array,
  sectorSize: number,
  sectorCount: number
): number[] {
  const sectors: number[] = [];
  for (let slot = 0; slot < HEADER_FAT_SLOTS; slot++) sectors.push(header.getUint32(76 + slot * 4, true));
  const slots = sectorSize / 4 - 1;
  const seen = new Set<number>();
  let next = header.getUint32(68, true);
  while (next < FIRST_MARK && !seen.has(next)) {
    seen.add(next);
    const numbers = numbersOf([readSector(next)]);
    sectors.push(...numbers.slice(0, slots));
    next = numbers[slots] ?? FIRST_MARK;
  }
  const used = sectors.filter((sector) => sector < FIRST_MARK);
  if (used.length > sectorCount) throw new FileFault("damaged");
  return used;
}

/** Sectors from `start` on, as the allocation table links them; more than there are mean a loop: damage. */
function chain(start: number, table: readonly number[], sectorCount: number): number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < FIRST_MARK; sector = table[sector] ?? FIRST_MARK) {
    if (sectors.length >= sectorCount) throw new FileFault("damaged");
    sectors.push(sector);
  }
  return sectors;
}

function parseDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= bytes.length; at += DIRECTORY_ENTRY_BYTES) {
    // The length counts bytes and the closing zero.
    const nameBytes = Math.min(64, view.getUint16(at + 64, true));
    entries.push({
      name: UTF_16.decode(bytes.subarray(at, at + Math.max(0, nameBytes - 2))),
      type: view.getUint8(at + 66),
      before: view.getUint32(at + 68, true),
      behind: view.getUint32(at + 72, true),
      inside: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

function numbersOf(blocks: readonly Uint8Array[]): number[] {
  return blocks.flatMap((block) => {
    const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
    return Array.from({ length: Math.floor(block.length / 4) }, (_, index) =>
      view.getUint32(index * 4, true)
    );
  });
}

function join(blocks: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    joined.set(block, at);
    at += block.length;
  }
  return joined;
}
