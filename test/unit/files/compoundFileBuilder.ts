/** Builds compound files (OLE2) of streams of 4096 bytes or more: enough for .xls and .doc in tests. */

const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;
/** Numbers of sectors of the allocation table that the header has room for. */
const FAT_SLOTS = 109;
const DIRECTORY_ENTRY_BYTES = 128;

/** Large streams need large sectors: 512 or 4096 bytes. */
export function buildCompoundFile(streams: Readonly<Record<string, Uint8Array>>, sector = 512): Uint8Array {
  const entries = Object.entries(streams).map(([name, bytes]) => ({ name, bytes: padded(bytes, sector) }));
  const content = entries.reduce((sum, { bytes }) => sum + bytes.length / sector, 0);
  // The sectors of the allocation table come first, two of the directory and the streams follow.
  const perTable = sector / 4;
  const tables = Math.ceil((content + 2) / (perTable - 1));
  if (tables > FAT_SLOTS) throw new Error("Too large for this builder");
  const chains: number[] = [...new Array<number>(tables).fill(FAT), tables + 1, END];
  const starts: number[] = [];
  for (const { bytes } of entries) {
    starts.push(chains.length);
    const sectors = bytes.length / sector;
    for (let index = 1; index <= sectors; index++) chains.push(index === sectors ? END : chains.length + 1);
  }
  const file = new Uint8Array(sector * (chains.length + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, sector === 512 ? 3 : 4, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, Math.log2(sector), true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tables, true);
  view.setUint32(48, tables, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let slot = 0; slot < FAT_SLOTS; slot++) {
    view.setUint32(76 + slot * 4, slot < tables ? slot : FREE, true);
  }
  for (let slot = 0; slot < perTable * tables; slot++) {
    view.setUint32(sector + slot * 4, chains[slot] ?? FREE, true);
  }
  const directory = [
    { name: "Root Entry", type: 5, start: END, size: 0 },
    ...entries.map(({ name, bytes }, index) => ({
      name,
      type: 2,
      start: starts[index] ?? END,
      size: bytes.length,
    })),
  ];
  directory.forEach(({ name, type, start, size }, index) => {
    const at = sector * (tables + 1) + index * DIRECTORY_ENTRY_BYTES;
    Array.from(name).forEach((char, position) => view.setUint16(at + position * 2, char.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, type);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  });
  entries.forEach(({ bytes }, index) => file.set(bytes, sector * ((starts[index] ?? 0) + 1)));
  return file;
}

export type BiffRecord = readonly [id: number, data: readonly number[] | Uint8Array];

/** A stream of BIFF records. */
export function biffStream(records: readonly BiffRecord[]): Uint8Array {
  // Some streams have millions of records: nothing is made for each.
  const stream = new Uint8Array(records.reduce((sum, [, data]) => sum + 4 + data.length, 0));
  let at = 0;
  for (const [id, data] of records) {
    stream.set([id & 0xff, id >> 8, data.length & 0xff, data.length >> 8], at);
    stream.set(data, at + 4);
    at += 4 + data.length;
  }
  return stream;
}

function padded(bytes: Uint8Array, sector: number): Uint8Array {
  const size = Math.max(4096, Math.ceil(bytes.length / sector) * sector);
  const result = new Uint8Array(size);
  result.set(bytes);
  return result;
}
