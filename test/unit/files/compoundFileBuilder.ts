/** Builds compound files (OLE2) of streams of 4096 bytes or more, with 512-byte sectors: enough for .xls and .doc in tests. */

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT = 0xfffffffd;

export function buildCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams).map(([name, bytes]) => ({ name, bytes: padded(bytes) }));
  // Sector 0 is the allocation table, 1 and 2 the directory, the streams follow.
  const chains: number[] = [FAT, 2, END];
  const starts: number[] = [];
  for (const { bytes } of entries) {
    starts.push(chains.length);
    const sectors = bytes.length / SECTOR;
    for (let index = 1; index <= sectors; index++) chains.push(index === sectors ? END : chains.length + 1);
  }
  const file = new Uint8Array(SECTOR * (chains.length + 1));
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END, true);
  view.setUint32(68, END, true);
  for (let slot = 0; slot < 109; slot++) view.setUint32(76 + slot * 4, slot === 0 ? 0 : FREE, true);
  for (let slot = 0; slot < SECTOR / 4; slot++) view.setUint32(SECTOR + slot * 4, chains[slot] ?? FREE, true);
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
    const at = SECTOR * 2 + index * 128;
    Array.from(name).forEach((char, position) => view.setUint16(at + position * 2, char.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, type);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  });
  entries.forEach(({ bytes }, index) => file.set(bytes, SECTOR * ((starts[index] ?? 0) + 1)));
  return file;
}

/** A stream of BIFF records. */
export function biffStream(records: readonly (readonly [id: number, data: readonly number[]])[]): Uint8Array {
  return Uint8Array.from(
    records.flatMap(([id, data]) => [id & 0xff, id >> 8, data.length & 0xff, data.length >> 8, ...data])
  );
}

function padded(bytes: Uint8Array): Uint8Array {
  const size = Math.max(4096, Math.ceil(bytes.length / SECTOR) * SECTOR);
  const result = new Uint8Array(size);
  result.set(bytes);
  return result;
}
