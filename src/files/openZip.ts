import { FileFault } from "./fileErrors";
import { inflater } from "./inflate";
import { MAX_INFLATE_RATIO, MAX_INFLATED_BYTES, MAX_ZIP_ENTRIES, RATIO_FREE_BYTES } from "./limits";
import { looseUtf8 } from "./utf8";

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_BYTES = 22;
const FIRST_OF_SIGNATURE = END_OF_DIRECTORY & 0xff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const ZIP64_END_OF_DIRECTORY = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_BYTES = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const ZIP64_EXTRA = 0x0001;
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;

interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  /** What the file says that the part inflates to. */
  readonly size: number;
  readonly headerAt: number;
}

/** The parts of a zip, not inflated yet. */
export interface ZipDirectory {
  readonly names: readonly string[];
  /**
   * Inflates the parts that `wanted` accepts. Sizes that the file declares are not believed: inflating stops when
   * `MAX_INFLATED_BYTES` are reached, and every part must match its checksum.
   * Throws `FileFault`: `damaged`, `encrypted`, `inflatesTooMuch`.
   */
  readonly extract: (wanted: (name: string) => boolean) => Map<string, Uint8Array>;
  /**
   * Inflates parts one by one, so that not all of them are held at a time; the bounds and faults of `extract` hold for
   * all that one opening inflates. A part that is not there is undefined.
   */
  readonly openParts: () => (name: string) => Uint8Array | undefined;
}

/**
 * Reads the directory of a zip.
 * Throws `FileFault`: `damaged` when it is cut off or inconsistent, `tooManyParts`.
 */
export function openZip(bytes: Uint8Array): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = orDamaged(() => readDirectory(bytes, view));
  const openEntries = (): ((entry: ZipEntry) => Uint8Array) => {
    let budget = MAX_INFLATED_BYTES;
    return (entry) => {
      if ((entry.flags & ENCRYPTED_FLAG) !== 0) throw new FileFault("encrypted");
      const part = orDamaged(() => extractEntry(bytes, view, entry, budget));
      budget -= part.length;
      return part;
    };
  };
  return {
    names: entries.map((entry) => entry.name),
    extract: (wanted) => {
      const extractOne = openEntries();
      const meant = entries.filter(({ name }) => wanted(name) && !name.endsWith("/"));
      refuseAmbiguous(meant);
      return new Map(meant.map((entry) => [entry.name, extractOne(entry)]));
    },
    openParts: () => {
      const extractOne = openEntries();
      // Names of parts are the same in capitals, and not every writer is strict about them.
      const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
      if (byName.size < entries.length) refuseAmbiguous(entries);
      return (name) => {
        const entry = byName.get(name.toLowerCase());
        return entry && extractOne(entry);
      };
    },
  };
}

/** Two parts of one name: nobody knows which one is meant, and programs differ in which one they show. */
function refuseAmbiguous(entries: readonly ZipEntry[]): void {
  const sums = new Map<string, number>();
  for (const { name, crc } of entries) {
    const key = name.toLowerCase();
    if ((sums.get(key) ?? crc) !== crc) throw new FileFault("damaged");
    sums.set(key, crc);
  }
}

/** Whatever else goes wrong while following offsets of a file means that the file is damaged. */
function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault("damaged");
  }
}

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const { count, offset } = locateDirectory(bytes, view);
  if (count > MAX_ZIP_ENTRIES) throw new FileFault("tooManyParts");
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new FileFault("damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const nameAt = at + DIRECTORY_ENTRY_BYTES;
    entries.push({
      // Some writers separate folders as Windows does.
      name: looseUtf8(bytes, nameAt, nameAt + nameLength).replace(/\\/g, "/"),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...sizeAndOffset(view, at, nameAt + nameLength, extraLength),
    });
    at = nameAt + nameLength + extraLength + commentLength;
  }
  // More than the file says that there are: some would be lost.
  if (at + 4 <= bytes.length && view.getUint32(at, true) === DIRECTORY_ENTRY) throw new FileFault("damaged");
  return entries;
}

function locateDirectory(bytes: Uint8Array, view: DataView): { count: number; offset: number } {
  const at = locateEnd(bytes, view);
  const count = view.getUint16(at + 10, true);
  const offset = view.getUint32(at + 16, true);
  return count === UNKNOWN_16 || offset === UNKNOWN_32 ? locateZip64Directory(view, at) : { count, offset };
}

/**
 * Where the record stands that ends the file: the one whose comment ends with the file, or the last one. Throws `FileFault`
 * `damaged` for a second one, with the other in its comment: programs differ in which of the two they follow.
 */
function locateEnd(bytes: Uint8Array, view: DataView): number {
  const highest = bytes.length - END_OF_DIRECTORY_BYTES;
  let last = -1;
  let exact = -1;
  // The machine's own search for the first byte takes no time for the files that have one record at their end.
  const next = (from: number): number => bytes.indexOf(FIRST_OF_SIGNATURE, from);
  for (let at = next(Math.max(0, highest - MAX_COMMENT_BYTES)); at >= 0 && at <= highest; at = next(at + 1)) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    last = at;
    if (at + END_OF_DIRECTORY_BYTES + view.getUint16(at + 20, true) !== bytes.length) continue;
    if (exact >= 0) throw new FileFault("damaged");
    exact = at;
  }
  if (last < 0) throw new FileFault("damaged");
  return exact >= 0 ? exact : last;
}

function locateZip64Directory(view: DataView, endAt: number): { count: number; offset: number } {
  const locatorAt = endAt - ZIP64_LOCATOR_BYTES;
  if (view.getUint32(locatorAt, true) !== ZIP64_LOCATOR) throw new FileFault("damaged");
  const recordAt = Number(view.getBigUint64(locatorAt + 8, true));
  if (view.getUint32(recordAt, true) !== ZIP64_END_OF_DIRECTORY) throw new FileFault("damaged");
  return {
    count: Number(view.getBigUint64(recordAt + 32, true)),
    offset: Number(view.getBigUint64(recordAt + 48, true)),
  };
}

/** Some writers always use the 64-bit fields, however small the file is. */
function sizeAndOffset(view: DataView, at: number, extraAt: number, extraLength: number) {
  const packed = view.getUint32(at + 20, true);
  const inflated = view.getUint32(at + 24, true);
  const header = view.getUint32(at + 42, true);
  const end = extraAt + extraLength;
  for (let field = extraAt; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_EXTRA) continue;
    // The field holds only the values that are marked unknown, in this order.
    let valueAt = field + 4;
    const next = (value: number): number => {
      if (value !== UNKNOWN_32) return value;
      valueAt += 8;
      return Number(view.getBigUint64(valueAt - 8, true));
    };
    const size = next(inflated);
    const packedSize = next(packed);
    return { size, packedSize, headerAt: next(header) };
  }
  return { size: inflated, packedSize: packed, headerAt: header };
}

function extractEntry(bytes: Uint8Array, view: DataView, entry: ZipEntry, budget: number): Uint8Array {
  if (view.getUint32(entry.headerAt, true) !== LOCAL_HEADER) throw new FileFault("damaged");
  const nameLength = view.getUint16(entry.headerAt + 26, true);
  const extraLength = view.getUint16(entry.headerAt + 28, true);
  const start = entry.headerAt + LOCAL_HEADER_BYTES + nameLength + extraLength;
  const end = start + entry.packedSize;
  if (end > bytes.length) throw new FileFault("damaged");
  const packed = bytes.subarray(start, end);
  const part = unpack(packed, entry, budget);
  if (inflater.crc32(part) !== entry.crc) throw new FileFault("damaged");
  return part;
}

function unpack(packed: Uint8Array, { method, size }: ZipEntry, budget: number): Uint8Array {
  const limit = Math.min(budget, Math.max(RATIO_FREE_BYTES, packed.length * MAX_INFLATE_RATIO));
  if (method === DEFLATED) return inflater.inflate(packed, size, limit);
  if (method !== STORED) throw new FileFault("damaged");
  if (packed.length > budget) throw new FileFault("inflatesTooMuch");
  return packed;
}
