/** Has files read and checked in watched worker threads: no file can hang the command line or take all its memory. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { fileError } from "../files/fileErrors";
import { guardedWork, type Task, type WorkHost } from "../files/guardedWork";
import { translator } from "../i18n";
import type { FileOrder, FileReport } from "./fileWorker";
import type { FileResult, FileWork, WorkKind } from "./fileWork";
import { readingProgress } from "./readingProgress";

/** Files from which on a second worker wins more than what it takes to start it and compile its code. */
const FILES_FOR_TWO_WORKERS = 1000;

/** Orders that a worker has at hand, so that it never waits for the next. */
const AHEAD = 4;

/**
 * Megabytes of a worker's heap: the largest file within the bounds needs half of the first. Much new space spares
 * collecting what a file leaves behind.
 */
const HEAP = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64 };

interface PathTask extends Task {
  readonly path: string;
}

/**
 * Does the same work on each file.
 * @param optionsFor the work's options, asked for each file when it is its turn
 * @returns in the order of the paths
 */
export async function workOnFiles<Kind extends WorkKind>(
  kind: Kind,
  paths: readonly string[],
  optionsFor: () => FileWork[Kind]["options"],
  onResult: (result: FileResult<Kind>) => void = () => undefined
): Promise<readonly FileResult<Kind>[]> {
  const { lang } = optionsFor();
  const progress = readingProgress(paths.length, process.stderr, translator(lang), () => performance.now());
  const job = guardedWork<PathTask, FileOrder<Kind>, FileResult<Kind>>(
    {
      tasks: paths.map((path) => ({ path, name: basename(path), size: sizeOf(path) })),
      workers: paths.length >= FILES_FOR_TWO_WORKERS ? 2 : 1,
      ahead: AHEAD,
      orderFor: ({ path }) => ({ kind, path, options: optionsFor() }),
      refusal: ({ path, name }, fault, seconds) => ({
        path,
        ok: false,
        error: fileError(fault, name, lang, seconds),
      }),
      onStart: ({ name }, done) => progress.show(name, done),
      onAnswer: onResult,
    },
    { newWorker, everySecond }
  );
  const results = await job.finished.finally(progress.clear);
  return [...results.values()];
}

/** 0 for what cannot be looked at, for whatever reason: its worker says so. */
function sizeOf(path: string): number {
  try {
    // A missing file is nothing to make an error of, which takes long.
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** The program itself, which as a worker serves orders: see `main`. */
function newWorker<Kind extends WorkKind>({
  report,
  died,
}: Parameters<WorkHost<FileOrder<Kind>, FileResult<Kind>>["newWorker"]>[0]) {
  const worker = new Worker(__filename, { resourceLimits: HEAP });
  // What a worker answers is what this kind of order asks for.
  worker.on("message", (said: FileReport) => report(said as never));
  worker.on("error", ({ message }) => died(message));
  return {
    give: (order: FileOrder<Kind>) => worker.postMessage(order),
    end: () => void worker.terminate(),
  };
}

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
