/**
 * Reads files in workers that are watched: whatever a file does to its worker (it hangs, it takes all memory), the file is
 * refused, a new worker takes its place, and the other files are read.
 */
import type { Language } from "../domain/findings";
import { type Fault, fileError } from "../files/fileErrors";
import { MAX_FETCH_SECONDS, readSeconds } from "../files/limits";
import type { FileReading, ReadReport, ReadRequest } from "./filesProtocol";

export interface ReadingProgress {
  /** Files finished. */
  readonly done: number;
  readonly total: number;
  /** Name of the file being read. */
  readonly file: string;
}

/** What came of reading the file of this name. */
export type NamedReading = FileReading & { readonly name: string };

export interface ReadJob {
  /**
   * The files that were read, in order; fewer than asked for when the job was cancelled. Rejects when no worker can be
   * started.
   */
  readonly finished: Promise<readonly NamedReading[]>;
  readonly cancel: () => void;
}

/** The part of a `Worker` that is used here. */
export interface FilesWorker {
  onmessage: ((event: MessageEvent<ReadReport>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  readonly postMessage: (request: ReadRequest) => void;
  readonly terminate: () => void;
}

/** What the guard needs of the world around it. */
export interface ReadingHost {
  readonly newWorker: () => FilesWorker;
  /** Calls `tick` every second until the function that it gives back is called. */
  readonly everySecond: (tick: () => void) => () => void;
}

/** Files from which on a second worker is worth its memory. */
const FILES_FOR_TWO_WORKERS = 1000;

/** One worker and the file that it has in hand. */
interface Lane {
  worker: FilesWorker;
  /** False until the worker has said anything: it may not even have been loaded. */
  running: boolean;
  /** Index of its file; null: it has none. */
  index: number | null;
  fetching: boolean;
  /**
   * Seconds since its file was handed over, or since its bytes have come. Counted, not taken from a clock: a pane that is
   * busy, or a machine that sleeps, uses up no file's time.
   */
  seconds: number;
}

export function guardedReading(
  files: readonly File[],
  language: Language,
  onProgress: (progress: ReadingProgress) => void,
  host: ReadingHost
): ReadJob {
  const readings = new Map<number, NamedReading>();
  const lanes: Lane[] = [];
  let next = 0;
  let settle: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;

  const hire = (lane: Omit<Lane, "worker">): Lane => {
    const hired: Lane = { ...lane, worker: host.newWorker() };
    hired.worker.onmessage = ({ data }) => hear(hired, data);
    hired.worker.onerror = ({ message }) => lose(hired, "readerStopped", message);
    hired.worker.onmessageerror = () => lose(hired, "readerStopped", "An answer could not be read");
    return hired;
  };
  const giveNext = (lane: Lane): void => {
    lane.index = next < files.length ? next++ : null;
    const file = lane.index === null ? undefined : files[lane.index];
    if (file === undefined) return;
    lane.fetching = true;
    lane.seconds = 0;
    onProgress({ done: readings.size, total: files.length, file: file.name });
    lane.worker.postMessage({ file, language });
  };
  const take = (lane: Lane, reading: FileReading): void => {
    if (lane.index === null) return;
    readings.set(lane.index, { ...reading, name: files[lane.index]?.name ?? "" });
    if (readings.size === files.length) settle();
    else giveNext(lane);
  };
  const hear = (lane: Lane, report: ReadReport): void => {
    lane.running = true;
    if (report.kind === "read") take(lane, report.reading);
    else if (report.kind === "fetched") {
      lane.fetching = false;
      lane.seconds = 0;
    }
  };
  /** Ends a worker; its file is refused, and another worker goes on with the next one. */
  const lose = (lane: Lane, fault: Fault, reason: string): void => {
    lane.worker.terminate();
    if (!lane.running) return fail(new Error(reason));
    const replacement = hire({ ...lane, running: false });
    lanes.splice(lanes.indexOf(lane), 1, replacement);
    const file = lane.index === null ? undefined : files[lane.index];
    if (file === undefined) return;
    const limit = lane.fetching ? MAX_FETCH_SECONDS : readSeconds(file.size);
    take(replacement, { ok: false, error: fileError(fault, file.name, language, limit) });
  };
  const watch = (lane: Lane): void => {
    const file = lane.index === null ? undefined : files[lane.index];
    if (file === undefined) return;
    lane.seconds += 1;
    if (lane.fetching && lane.seconds > MAX_FETCH_SECONDS) lose(lane, "notFetched", "");
    else if (!lane.fetching && lane.seconds > readSeconds(file.size)) lose(lane, "takesTooLong", "");
  };

  const finished = new Promise<readonly NamedReading[]>((resolve, reject) => {
    settle = () => {
      const inOrder = Array.from(readings).sort(([a], [b]) => a - b);
      resolve(inOrder.map(([, reading]) => reading));
    };
    fail = reject;
  });
  const stop = host.everySecond(() => [...lanes].forEach(watch));
  const close = (): void => {
    stop();
    lanes.forEach(({ worker }) => worker.terminate());
  };
  const count = files.length > FILES_FOR_TWO_WORKERS ? 2 : 1;
  for (let index = 0; index < count; index++) {
    const lane = hire({ running: false, index: null, fetching: false, seconds: 0 });
    lanes.push(lane);
    giveNext(lane);
  }
  if (files.length === 0) settle();
  return {
    finished: finished.finally(close),
    cancel: () => {
      close();
      settle();
    },
  };
}
