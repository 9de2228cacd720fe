/** Mutations of valid files, and what must hold of every reading: an error with a code, or grids without silent loss. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { asCsv, asDocx, asXlsx, SUBMISSIONS } from "../test/integration/files/submissions";
import { buildCompoundFile } from "../test/unit/files/compoundFileBuilder";
import type { Grid } from "../src/domain/grid";
import { readWorkbook, type ReadResult } from "../src/files/readWorkbook";
import { readFileSync } from "node:fs";
import path from "node:path";

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

interface Mutation {
  readonly name: string;
  /**
   * What it may change of what is read, if anything is read at all: nothing; the cells around one place, while a reading
   * that has lost more has lost them silently; anything, because the mutated file says something else.
   */
  readonly reach: "nothing" | "place" | "anything";
  readonly apply: (bytes: Uint8Array, random: Random) => Uint8Array;
}

/** Bytes that break things more often than others. */
const NASTY = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x3c, 0x3e, 0x26];

const MUTATIONS: readonly Mutation[] = [
  {
    name: "bytes changed",
    reach: "anything",
    apply: (bytes, random) => {
      const changed = bytes.slice();
      for (let left = 1 + upTo(random, 8); left > 0; left--) {
        changed[upTo(random, changed.length)] = random() < 0.5 ? oneOf(random, NASTY) : upTo(random, 256);
      }
      return changed;
    },
  },
  {
    name: "cut off",
    reach: "anything",
    apply: (bytes, random) => bytes.slice(0, upTo(random, bytes.length)),
  },
  {
    name: "a stretch doubled",
    reach: "anything",
    apply: (bytes, random) => {
      const at = upTo(random, bytes.length);
      const end = at + 1 + upTo(random, 200);
      return Uint8Array.from([...bytes.slice(0, end), ...bytes.slice(at)]);
    },
  },
  {
    name: "a number replaced by an extreme one",
    reach: "anything",
    apply: (bytes, random) => {
      const changed = bytes.slice();
      const extreme = oneOf(random, [0, 1, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]);
      const at = upTo(random, Math.max(1, changed.length - 4));
      if (changed.length >= 4) new DataView(changed.buffer).setUint32(at, extreme, true);
      return changed;
    },
  },
  {
    name: "parts in another order, stored",
    reach: "nothing",
    apply: (bytes, random) =>
      rezipped(bytes, (parts) => [...parts].sort(() => random() - 0.5), oneOf(random, [0, 6] as const)),
  },
  {
    name: "a part left out",
    reach: "anything",
    apply: (bytes, random) =>
      rezipped(bytes, (parts) =>
        parts.filter((_, index) => index !== upTo(random, parts.length) || index === 0)
      ),
  },
  {
    name: "a part that nobody asked for",
    reach: "nothing",
    apply: (bytes) => rezipped(bytes, (parts) => [...parts, ["xl/__proto__/../../lạ.xml", strToU8("<a/>")]]),
  },
  { name: "a tag lost", reach: "place", apply: inXml((xml, random) => without(xml, /<[^<>]*>/g, random)) },
  { name: "a tag twice", reach: "place", apply: inXml((xml, random) => twice(xml, /<[^<>]*>/g, random)) },
  {
    name: "an attribute lost",
    reach: "place",
    apply: inXml((xml, random) => without(xml, /\s[\w:]+="[^"]*"/g, random)),
  },
  {
    name: "a number in XML made extreme",
    reach: "place",
    apply: inXml((xml, random) =>
      changedAt(xml, /\d+/g, random, () =>
        oneOf(random, ["-1", "0", "999999999999", "4294967295", "1e308", "NaN"])
      )
    ),
  },
  {
    name: "entities",
    reach: "place",
    apply: inXml((xml, random) =>
      changedAt(xml, />/g, random, () =>
        oneOf(random, [">&a;", ">&#0;", ">&#x110000;", "><![CDATA[", "><!--"])
      )
    ),
  },
  {
    name: "comments between rows",
    reach: "nothing",
    apply: inXml((xml, random) => changedAt(xml, /<\/row>/g, random, (tag) => `${tag}<!-- x -->`)),
  },
  {
    name: "blanks between tags",
    reach: "nothing",
    apply: inXml((xml, random) => changedAt(xml, /<\/row>/g, random, (tag) => `${tag}\r\n  `)),
  },
];

const LONG_AGO = new Date(1980, 0, 1);

function rezipped(
  bytes: Uint8Array,
  change: (parts: readonly (readonly [string, Uint8Array])[]) => readonly (readonly [string, Uint8Array])[],
  level: 0 | 6 = 6
): Uint8Array {
  if (bytes[0] !== 0x50) return bytes;
  return zipSync(Object.fromEntries(change(Object.entries(unzipSync(bytes)))), { level, mtime: LONG_AGO });
}

/**
 * A mutation of one XML part, the largest ones more often; files that are no zip stay as they are. The list of sheets is
 * left alone: without one of its tags it is the list of another workbook.
 */
function inXml(change: (xml: string, random: Random) => string): Mutation["apply"] {
  return (bytes, random) =>
    rezipped(bytes, (parts) => {
      const xmlParts = parts.filter(([name]) => /\.(xml|rels)$/.test(name) && name !== "xl/workbook.xml");
      const [chosen] = oneOf(random, [
        ...xmlParts,
        ...xmlParts.filter(([name]) => /sheet\d|document|content/.test(name)),
      ]);
      return parts.map(([name, part]) => [
        name,
        name === chosen ? strToU8(change(strFromU8(part), random)) : part,
      ]);
    });
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

interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sheets: readonly Grid[];
}

const FIXTURES = path.resolve("test/unit/files/fixtures");

/** Valid files of every format. */
async function validFiles(): Promise<readonly Seed[]> {
  const made = SUBMISSIONS.slice(0, 3).flatMap((submission, index) => [
    { name: `${index}.xlsx`, bytes: asXlsx(submission) },
    { name: `${index}.csv`, bytes: asCsv(submission, index) },
    { name: `${index}.docx`, bytes: asDocx(submission, index) },
  ]);
  const kept = ["kinds.xlsx", "kinds.xls", "kinds.ods", "letter.docx"].map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(path.join(FIXTURES, name))),
  }));
  const page = {
    name: "trang.html",
    bytes: strToU8("<html><table><tr><td>a<td>b<tr><td>c<td>d</table></html>"),
  };
  const old = { name: "cũ.xls", bytes: buildCompoundFile({ Workbook: new Uint8Array(4096) }) };
  return Promise.all(
    [...made, ...kept, page, old].map(async ({ name, bytes }) => {
      const stable = rezipped(await bytes, (parts) => parts.map(withoutTimes));
      const read = await readWorkbook(stable, name);
      return { name, bytes: stable, sheets: read.ok ? read.workbook.sheets : [] };
    })
  );
}

/** A part as it would be at any other time: the same seed is to give the same files. */
function withoutTimes([name, part]: readonly [string, Uint8Array]): readonly [string, Uint8Array] {
  if (name !== "docProps/core.xml") return [name, part];
  return [name, strToU8(strFromU8(part).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2023-05-18T09:30:00Z"))];
}

/** @param goOn asked before every file */
export async function fuzzFiles(seed: number, goOn: (tried: number) => boolean): Promise<FuzzReport> {
  const files = await validFiles();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let tried = 0;
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
  return { tried, outcomes, failures };
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
  if (mutations.some(({ reach }) => reach === "anything")) return null;
  if (mutations.some(({ reach }) => reach === "place")) {
    const lost = filledCells(file.sheets) - filledCells(sheets);
    return lost > CELLS_AROUND_A_PLACE ? `${lost} cells were lost without a word` : null;
  }
  const filled = (grids: readonly Grid[]): string => JSON.stringify(grids.map(({ values }) => values));
  return filled(sheets) === filled(file.sheets) ? null : "rows were lost or changed without a word";
}

/** Cells of a few rows: what one broken tag may take with it. */
const CELLS_AROUND_A_PLACE = 30;

function filledCells(grids: readonly Grid[]): number {
  const cells = grids.flatMap(({ values }) => values.flatMap((row) => row.filter((value) => value !== null)));
  return cells.length;
}
