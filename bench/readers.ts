/**
 * Reading and merging many workbooks against others who read them: whole processes, from the start of the program to its
 * end. With `--quick` small corpora and few rounds; with `--only=A,growth` those parts alone.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundleNodeProgram } from "../scripts/bundleNodeProgram.mjs";
import { type BenchResult, type Measured, median } from "./compare";
import { type Corpus, corpusFolder, firstFiles } from "./readers/corpora";

const PROGRAMS = path.resolve(".cache/bench/readers/programs");
const REPORT = path.join(PROGRAMS, "usage.json");

/** What one run of a program took. */
interface Usage {
  /** Milliseconds from start to end. */
  readonly wall: number;
  /** Milliseconds of processor time, of all its threads. */
  readonly cpu: number;
  /** Largest memory in megabytes. */
  readonly peak: number;
  /** What is still held at the end, in megabytes, where the program can tell. */
  readonly live?: number;
}

interface Program {
  readonly name: string;
  readonly run: (folder: string) => Promise<Usage>;
}

export async function run(options: readonly string[] = []): Promise<readonly BenchResult[]> {
  const quick = options.includes("--quick");
  const only = valueOf("only", options)?.split(",");
  const fixedRounds = Number(valueOf("rounds", options) ?? NaN) || undefined;
  const isWanted = (part: string): boolean => only === undefined || only.includes(part);
  const python = ["python3", "/usr/bin/python3"].find(hasPandas);
  await buildPrograms();
  const programs = allPrograms(python);
  const results: BenchResult[] = [];
  for (const { corpus, rounds, bars } of plans(quick).filter((plan) => isWanted(plan.corpus.name))) {
    const folder = await corpusFolder(corpus, python);
    const usages = await inTurn(programs, folder, fixedRounds ?? rounds);
    results.push(resultOf(corpus, programs, usages, bars));
  }
  if (isWanted("growth")) results.push(await growth(quick, python));
  return results;
}

/** What stands behind `--name=`. */
function valueOf(name: string, options: readonly string[]): string | undefined {
  const start = `--${name}=`;
  return options.find((option) => option.startsWith(start))?.slice(start.length);
}

interface Plan {
  readonly corpus: Corpus;
  readonly rounds: number;
  readonly bars: readonly PlannedBar[];
}

/** The wall time of one program against that of another. */
interface PlannedBar {
  readonly program: string;
  readonly against: string;
  readonly below: number;
  readonly of?: "wall" | "peak";
}

const PIPELINE = "ours: read, check, merge";
const READER = "ours: read";
const FLOOR = "floor: inflate, scan";
const PANDAS = "pandas + openpyxl";
const SHEET_JS = "SheetJS, tuned";
const HUCRE = "hucre";

/** Checking may cost half as much again as the bar for reading, of time and of memory. */
const CHECKING = 1.5;

function plans(quick: boolean): readonly Plan[] {
  const againstFloor: readonly PlannedBar[] = [
    { program: READER, against: FLOOR, below: 1.6 },
    { program: PIPELINE, against: FLOOR, below: 1.6 * CHECKING },
  ];
  return [
    {
      corpus: { name: "A", files: quick ? 30 : 161, rows: 60 },
      rounds: quick ? 3 : 7,
      bars: [
        ...againstFloor,
        { program: READER, against: PANDAS, below: 1 / 6 },
        { program: PIPELINE, against: PANDAS, below: CHECKING / 6 },
      ],
    },
    {
      corpus: { name: "B", files: quick ? 300 : 11_000, rows: 30 },
      rounds: quick ? 1 : 3,
      bars: [
        ...againstFloor,
        { program: READER, against: PANDAS, below: 1 / 15 },
        { program: PIPELINE, against: PANDAS, below: CHECKING / 15 },
        { program: READER, against: PANDAS, below: 1, of: "peak" },
        { program: PIPELINE, against: PANDAS, below: CHECKING, of: "peak" },
      ],
    },
    {
      corpus: { name: "C", files: 1, rows: quick ? 10_000 : 100_000 },
      rounds: quick ? 1 : 5,
      bars: [
        ...againstFloor,
        { program: READER, against: SHEET_JS, below: 1 / 3 },
        { program: PIPELINE, against: SHEET_JS, below: CHECKING / 3 },
      ],
    },
  ];
}

/** All programs on one folder, round after round, so that a busy moment of the machine hits all of them. */
async function inTurn(
  programs: readonly Program[],
  folder: string,
  rounds: number
): Promise<ReadonlyMap<string, readonly Usage[]>> {
  const usages = new Map<string, Usage[]>(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run: runOnce } of programs) usages.get(name)?.push(await runOnce(folder));
  }
  return usages;
}

function resultOf(
  corpus: Corpus,
  programs: readonly Program[],
  usages: ReadonlyMap<string, readonly Usage[]>,
  bars: readonly PlannedBar[]
): BenchResult {
  const medianOf = (name: string, of: Exclude<keyof Usage, "live">): number =>
    median((usages.get(name) ?? []).map((usage) => usage[of]));
  const base = medianOf(FLOOR, "wall");
  const measured = programs.map(({ name }): Measured => ({
    name,
    median: medianOf(name, "wall"),
    ratio: medianOf(name, "wall") / base,
    runs: (usages.get(name) ?? []).map(({ wall }) => wall),
    cpu: medianOf(name, "cpu"),
    peakMegabytes: medianOf(name, "peak"),
  }));
  return {
    title: `${corpus.name}: ${corpus.files} × ${corpus.rows} rows`,
    measured,
    bars: bars
      .filter(({ against }) => usages.has(against))
      .map(({ program, against, below, of = "wall" }) => ({
        text: `${of === "wall" ? "" : "memory of "}${program} against ${against}`,
        value: medianOf(program, of) / medianOf(against, of),
        below,
      })),
  };
}

/** Neither the time of a file nor the memory beyond what is kept may grow with the number of files. */
async function growth(quick: boolean, python: string | undefined): Promise<BenchResult> {
  const [least, most] = quick ? [50, 300] : [100, 10_000];
  const folder = await corpusFolder({ name: "B", files: quick ? 300 : 11_000, rows: 30 }, python);
  const dropping = nodeProgram("reading, nothing kept", (path) => [
    "--expose-gc",
    bundled("readOurs"),
    path,
    "dropping",
  ]);
  const programs = [dropping, pipeline()];
  const measured: Measured[] = [];
  const held: number[] = [];
  for (const { name, run: runOnce } of programs) {
    for (const files of [least, most]) {
      const { wall, cpu, peak, live } = await runOnce(firstFiles(folder, files));
      const startUp = (await runOnce(firstFiles(folder, 1))).cpu;
      const each = (cpu - startUp) / files;
      if (live !== undefined) held.push(live);
      measured.push({
        name: `${name}, ${files} files`,
        median: wall,
        ratio: each / (measured.find((other) => other.name.startsWith(name))?.each ?? each),
        runs: [wall],
        cpu,
        peakMegabytes: peak,
        each,
      });
    }
  }
  const [, many, , merged] = measured;
  const [heldOfFew = NaN, heldOfMany = NaN] = held;
  return {
    title: `Growth from ${least} to ${most} files; ratios are of processor time for each file`,
    measured,
    bars: [
      { text: "time of a file, reading", value: many?.ratio ?? NaN, below: 1.1 },
      { text: "time of a file, merging", value: merged?.ratio ?? NaN, below: 1.1 },
      { text: "memory held at the end, nothing kept", value: heldOfMany / heldOfFew, below: 1.1 },
    ],
  };
}

function allPrograms(python: string | undefined): readonly Program[] {
  const pandas = path.resolve("bench/readers/readPandas.py");
  return [
    nodeProgram(FLOOR, (folder) => [bundled("readFloor"), folder]),
    nodeProgram(READER, (folder) => [bundled("readOurs"), folder]),
    pipeline(),
    nodeProgram(HUCRE, (folder) => [bundled("readHucre"), folder]),
    nodeProgram(SHEET_JS, (folder) => [bundled("readSheetJs"), folder]),
    ...(python === undefined
      ? []
      : [{ name: PANDAS, run: (folder: string) => measure(python, [pandas, folder, REPORT]) }]),
  ];
}

/** The command line as people run it, but that nothing is written. */
function pipeline(): Program {
  const options = ["-o", path.join(PROGRAMS, "merged.xlsx"), "--dry-run", "--json", "--as-of", "2023-06-30"];
  return nodeProgram(PIPELINE, (folder) => [bundled("main"), "merge", folder, ...options]);
}

function nodeProgram(name: string, args: (folder: string) => readonly string[]): Program {
  const hook = path.resolve("bench/readers/reportUsage.cjs");
  return { name, run: (folder) => measure(process.execPath, ["--require", hook, ...args(folder)]) };
}

/** Runs a program to its end. */
function measure(command: string, args: readonly string[]): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, BENCH_REPORT: REPORT },
    });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const wall = performance.now() - started;
      // The command line ends with 1 when it has found something.
      if (code === 0 || code === 1) resolve({ wall, ...JSON.parse(readFileSync(REPORT, "utf8")) });
      else reject(new Error(`${args.join(" ")} ended with ${code}: ${Buffer.concat(errors).toString()}`));
    });
  });
}

/** All of them as the command line itself is bundled. */
async function buildPrograms(): Promise<void> {
  mkdirSync(PROGRAMS, { recursive: true });
  const entries = [
    ...["readFloor", "readHucre", "readSheetJs", "readOurs"].map((name) => `bench/readers/${name}.ts`),
    "src/cli/main.ts",
  ];
  for (const entry of entries) {
    await bundleNodeProgram({ entry, outfile: bundled(path.basename(entry, ".ts")) });
  }
}

function bundled(name: string): string {
  return path.join(PROGRAMS, `${name}.cjs`);
}

function hasPandas(command: string): boolean {
  return spawnSync(command, ["-c", "import pandas, openpyxl"]).status === 0;
}
