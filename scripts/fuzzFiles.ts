/** Mutations of valid files, and what must hold of every reading: an error with a code, or grids without silent loss. */
import { strFromU8, strToU8, zipSync } from "fflate";
import type { Grid } from "../src/domain/grid";
import { isCompoundFile } from "../src/files/compoundFile";
import { openZip } from "../src/files/openZip";
import { readWorkbook, type ReadResult } from "../src/files/readWorkbook";
import { fuzzSeeds, isZip, LONG_AGO, type Seed } from "./fuzzSeeds";

export interface FuzzReport {
  readonly tried: number;
  /** How often each outcome came, by format. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** What went wrong, with all that is needed to try it again; empty when nothing did. */
  readonly failures: readonly string[];
}

/** Longest that one reading may take; small files take some milliseconds. */
const MOST_MILLISECONDS = 5000;

/** Numbers between 0 and 1 that look random, the same ones for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

const upTo = (random: Random, most: number): number => Math.floor(random() * most);
const oneOf = <T>(random: Random, items: readonly T[]): T => items[upTo(random, items.length)] as T;

/**
 * What a mutation may change of what is read, if anything is read at all. `nothing`: every value stands where it stood.
 * `place`: the cells around one place; a reading that has lost more has lost them silently. `anything`: the mutated file
 * says something else, and nobody can tell.
 */
type Reach = "nothing" | "place" | "anything";

interface Mutation {
  readonly name: string;
  /** By the file that is mutated. */
  readonly reach: (file: Uint8Array) => Reach;
  readonly apply: (bytes: Uint8Array, random: Random) => Uint8Array;
}

const nothing = (): Reach => "nothing";
const place = (): Reach => "place";

/** Parts of a zip have checksums, so that whatever is read is what was written; records have none, and text means anything. */
function ofBytes(file: Uint8Array): Reach {
  if (isZip(file)) return "nothing";
  return isCompoundFile(file) ? "place" : "anything";
}

/** A file cut off loses its end: packages have their directory there, texts just end earlier. */
function ofEnd(file: Uint8Array): Reach {
  return isZip(file) || isCompoundFile(file) ? "nothing" : "anything";
}

/** Bytes that break things more often than others. */
const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x3c, 0x3e, 0x26];
const EXTREME = [0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** @param from the first byte that may be changed */
function bytesChanged(bytes: Uint8Array, random: Random, from = 0): Uint8Array {
  const changed = bytes.slice();
  for (let left = 1 + upTo(random, 3); left > 0; left--) {
    const at = from + upTo(random, changed.length - from);
    changed[at] = random() < 0.5 ? oneOf(random, NASTY) : upTo(random, 256);
  }
  return changed;
}

function numberChanged(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  const at = upTo(random, Math.max(1, changed.length - 4));
  if (changed.length >= 4) new DataView(changed.buffer).setUint32(at, oneOf(random, EXTREME), true);
  return changed;
}

const MUTATIONS: readonly Mutation[] = [
  { name: "bytes changed", reach: ofBytes, apply: bytesChanged },
  { name: "a number replaced by an extreme one", reach: ofBytes, apply: numberChanged },
  { name: "cut off", reach: ofEnd, apply: (bytes, random) => bytes.slice(0, upTo(random, bytes.length)) },
  {
    name: "a stretch doubled",
    reach: (file) => (isZip(file) ? "nothing" : "anything"),
    apply: (bytes, random) => {
      const at = upTo(random, bytes.length);
      const end = at + 1 + upTo(random, 200);
      return Uint8Array.from([...bytes.slice(0, end), ...bytes.slice(at)]);
    },
  },
  {
    name: "the directory changed",
    reach: ofBytes,
    apply: (bytes, random) => bytesChanged(bytes, random, directoryOf(bytes)),
  },
  {
    name: "bytes of a part changed",
    reach: place,
    apply: (bytes, random) =>
      rezipped(bytes, (parts) => {
        const [chosen] = oneOf(random, parts.filter(isMutable));
        return parts.map(([name, part]) => [name, name === chosen ? bytesChanged(part, random) : part]);
      }),
  },
  {
    name: "a number of a record made extreme",
    reach: place,
    apply: (bytes, random) =>
      rezipped(bytes, (parts) => {
        const binary = parts.filter((part) => isMutable(part) && part[0].endsWith(".bin"));
        const [chosen] = oneOf(random, binary);
        return parts.map(([name, part]) => [name, name === chosen ? numberChanged(part, random) : part]);
      }),
  },
  {
    name: "a record forgotten",
    reach: place,
    apply: (bytes, random) => recordChanged(bytes, random, (view, at) => view.setUint16(at, 0x7777, true)),
  },
  {
    name: "a record taken for another",
    reach: place,
    apply: (bytes, random) =>
      recordChanged(bytes, random, (view, at) => {
        view.setUint16(at, oneOf(random, [0x0a, 0x3c, 0x809, 0x85, 0xfc, 0x203, 0x2f]), true);
      }),
  },
  {
    name: "parts in another order, stored",
    reach: nothing,
    apply: (bytes, random) =>
      rezipped(bytes, (parts) => [...parts].sort(() => random() - 0.5), oneOf(random, [0, 6] as const)),
  },
  {
    name: "a part left out",
    reach: place,
    apply: (bytes, random) => {
      const left = upTo(random, 50);
      return rezipped(bytes, (parts) => parts.filter((_, index) => index !== left % parts.length));
    },
  },
  {
    name: "a part that nobody asked for",
    reach: nothing,
    apply: (bytes) => rezipped(bytes, (parts) => [...parts, ["xl/__proto__/../../lạ.xml", strToU8("<a/>")]]),
  },
  { name: "a tag lost", reach: place, apply: inXml((xml, random) => without(xml, /<[^<>]*>/g, random)) },
  { name: "a tag twice", reach: place, apply: inXml((xml, random) => twice(xml, /<[^<>]*>/g, random)) },
  {
    name: "an attribute lost",
    reach: place,
    apply: inXml((xml, random) => without(xml, /\s[\w:]+="[^"]*"/g, random)),
  },
  {
    name: "a number in XML made extreme",
    reach: place,
    apply: inXml((xml, random) =>
      changedAt(xml, /\d+/g, random, () =>
        oneOf(random, ["-1", "0", "999999999999", "4294967295", "1e308", "NaN"])
      )
    ),
  },
  {
    name: "entities",
    reach: place,
    apply: inXml((xml, random) =>
      changedAt(xml, />/g, random, () =>
        oneOf(random, [">&a;", ">&#0;", ">&#x110000;", "><![CDATA[", "><!--"])
      )
    ),
  },
  {
    name: "a piece repeated without end",
    reach: place,
    apply: inXml((xml, random) => {
      const at = upTo(random, xml.length);
      const piece = xml.slice(at, at + 1 + upTo(random, 20));
      // With whole texts more in their list, cells mean other texts of it: a sound file that says something else.
      if (piece.repeat(2).includes("</si><si>")) return xml;
      return xml.slice(0, at) + piece.repeat(20_000) + xml.slice(at);
    }),
  },
  {
    name: "brackets without end",
    reach: place,
    apply: inXml((xml, random) => {
      const repeated = oneOf(random, ["[", "(", '"', "'", "<", "&", " ", "\\", "_x", "0", "<a>"]).repeat(
        20_000
      );
      return changedAt(xml, /[\w.]"|<\//g, random, (found) => repeated + found);
    }),
  },
  {
    name: "comments between rows",
    reach: nothing,
    apply: inXml((xml, random) => changedAt(xml, /<\/row>/g, random, (tag) => `${tag}<!-- x -->`)),
  },
  {
    name: "blanks between tags",
    reach: nothing,
    apply: inXml((xml, random) => changedAt(xml, /<\/row>/g, random, (tag) => `${tag}\r\n  `)),
  },
];

/** Where the directory of a zip begins; 0 for other files. */
function directoryOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isZip(bytes) && bytes.length > 22
    ? Math.min(view.getUint32(bytes.length - 6, true), bytes.length - 1)
    : 0;
}

/** The list of sheets is left alone: with one of its bytes changed it is the list of another workbook. */
function isMutable([name]: readonly [string, Uint8Array]): boolean {
  return /\.(xml|rels|bin)$/.test(name) && !/^(xl\/workbook\.(xml|bin)|docProps\/.*)$/.test(name);
}

const WORKBOOK_BEGINS = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];

/** An .xls with one of its records changed; it is taken for granted that its stream lies in one piece. */
function recordChanged(
  bytes: Uint8Array,
  random: Random,
  change: (view: DataView, at: number) => void
): Uint8Array {
  if (!isCompoundFile(bytes)) return bytes;
  const start = Buffer.from(bytes).indexOf(Uint8Array.from(WORKBOOK_BEGINS));
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  const places: number[] = [];
  for (let at = start; at + 4 <= bytes.length && view.getUint32(at, true) !== 0;) {
    places.push(at);
    at += 4 + view.getUint16(at + 2, true);
  }
  change(view, oneOf(random, places));
  return changed;
}

function rezipped(
  bytes: Uint8Array,
  change: (parts: readonly (readonly [string, Uint8Array])[]) => readonly (readonly [string, Uint8Array])[],
  level: 0 | 6 = 6
): Uint8Array {
  if (!isZip(bytes)) return bytes;
  // What an earlier mutation has damaged must not get a new checksum.
  const parts = Array.from(openZip(bytes).extract(() => true));
  return zipSync(Object.fromEntries(change(parts)), { level, mtime: LONG_AGO });
}

/** A mutation of one XML part, those with cells more often; web pages are such a part, other files stay as they are. */
function inXml(change: (xml: string, random: Random) => string): Mutation["apply"] {
  return (bytes, random) => {
    if (isPage(bytes)) return strToU8(change(strFromU8(bytes), random));
    return rezipped(bytes, (parts) => {
      const xmlParts = parts.filter((part) => isMutable(part) && !part[0].endsWith(".bin"));
      const [chosen] = oneOf(random, [
        ...xmlParts,
        ...xmlParts.filter(([name]) => /sheet\d|document|content/.test(name)),
      ]);
      return parts.map(([name, part]) => [
        name,
        name === chosen ? strToU8(change(strFromU8(part), random)) : part,
      ]);
    });
  };
}

const LESS = 0x3c;

function isPage(bytes: Uint8Array): boolean {
  return bytes[0] === LESS;
}

function changedAt(xml: string, pattern: RegExp, random: Random, make: (found: string) => string): string {
  const found = Array.from(xml.matchAll(pattern));
  if (found.length === 0) return xml;
  const { 0: text, index } = oneOf(random, found);
  return xml.slice(0, index) + make(text) + xml.slice(index + text.length);
}

const without = (xml: string, pattern: RegExp, random: Random): string =>
  changedAt(xml, pattern, random, () => "");
const twice = (xml: string, pattern: RegExp, random: Random): string =>
  changedAt(xml, pattern, random, (found) => found + found);

/**
 * @param goOn asked before every file
 * @param first number of the first file: with that of a failure it is tried again
 */
export async function fuzzFiles(
  seed: number,
  goOn: (tried: number) => boolean,
  first = 0
): Promise<FuzzReport> {
  const files = await fuzzSeeds();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let tried = first;
  for (; goOn(tried); tried++) {
    // Each file has numbers of its own, whatever the ones before made of theirs.
    const random = randomNumbers(Math.imul(seed, 0x9e3779b1) + tried);
    const file = oneOf(random, files);
    const mutations = Array.from({ length: 1 + upTo(random, 2) }, () => oneOf(random, MUTATIONS));
    const what = `seed ${seed}, file ${tried}, ${file.name}: ${mutations.map(({ name }) => name).join(", ")}`;
    const bytes = mutated(file.bytes, mutations, random);
    if (bytes === null) continue;
    const started = performance.now();
    try {
      const result = await readWorkbook(bytes, file.name);
      const problem = problemOf(result, file, mutations);
      if (problem !== null) failures.push(`${what}: ${problem}`);
      const outcome = `${file.name.replace(/.*\./, "")} ${result.ok ? "read" : result.error.code}`;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    } catch (error) {
      failures.push(`${what}: throws ${error instanceof Error ? error.stack : String(error)}`);
    }
    const took = performance.now() - started;
    if (took > MOST_MILLISECONDS) failures.push(`${what}: took ${Math.round(took)} ms`);
  }
  return { tried: tried - first, outcomes, failures };
}

/** Null when an earlier mutation left nothing that the next one can work on. */
function mutated(bytes: Uint8Array, mutations: readonly Mutation[], random: Random): Uint8Array | null {
  try {
    return mutations.reduce((current, { apply }) => apply(current, random), bytes);
  } catch {
    return null;
  }
}

function problemOf(result: ReadResult, file: Seed, mutations: readonly Mutation[]): string | null {
  if (!result.ok) return result.error.message.includes(file.name) ? null : "a message without the file";
  const { sheets } = result.workbook;
  const broken = sheets.find(({ values, top, left }) => !Array.isArray(values) || top < 0 || left < 0);
  if (broken) return `sheet ${broken.sheet} is no grid`;
  if (sheets.length === 0) return "read, but without any sheet";
  const reaches = mutations.map(({ reach }) => reach(file.bytes));
  // What is left out of a web page is not missed.
  if (reaches.includes("anything") || (isPage(file.bytes) && reaches.includes("place"))) return null;
  if (reaches.includes("place")) {
    const rows = filledRows(file.sheets) - filledRows(sheets);
    const cells = filledCells(file.sheets) - filledCells(sheets);
    return rows > ROWS_AT_A_PLACE || cells > CELLS_AT_A_PLACE
      ? `${rows} rows and ${cells} cells were lost without a word`
      : null;
  }
  const filled = (grids: readonly Grid[]): string =>
    JSON.stringify(grids.map(({ sheet, top, left, values }) => ({ sheet, top, left, values })));
  return filled(sheets) === filled(file.sheets) ? null : "rows were lost or changed without a word";
}

/** What one broken tag or record may take with it, twice. */
const ROWS_AT_A_PLACE = 2;
const CELLS_AT_A_PLACE = 12;

function filledRows(grids: readonly Grid[]): number {
  return grids.reduce((sum, { values }) => sum + values.filter((row) => row.length > 0).length, 0);
}

function filledCells(grids: readonly Grid[]): number {
  return grids.reduce((sum, { values }) => sum + values.flat().filter((value) => value !== null).length, 0);
}
