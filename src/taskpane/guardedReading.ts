/** Reads files in watched workers, see `guardedWork`. */
import type { Language } from "../domain/findings";
import { fileError } from "../files/fileErrors";
import { guardedWork, type WorkHost } from "../files/guardedWork";
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

/** What reading needs of the world around it. */
export interface ReadingHost extends Pick<WorkHost<ReadRequest, FileReading>, "everySecond"> {
  readonly newWorker: () => FilesWorker;
}

/** Files from which on a second worker is worth its memory. */
const FILES_FOR_TWO_WORKERS = 1000;

export function guardedReading(
  files: readonly File[],
  language: Language,
  onProgress: (progress: ReadingProgress) => void,
  { newWorker, everySecond }: ReadingHost
): ReadJob {
  const { finished, cancel } = guardedWork<File, ReadRequest, FileReading>(
    {
      tasks: files,
      workers: files.length > FILES_FOR_TWO_WORKERS ? 2 : 1,
      ahead: 1,
      orderFor: (file) => ({ file, language }),
      refusal: ({ name }, fault, seconds) => ({
        ok: false,
        error: fileError(fault, name, language, seconds),
      }),
      onStart: ({ name }, done) => onProgress({ done, total: files.length, file: name }),
    },
    { everySecond, newWorker: (listener) => listenedTo(newWorker(), listener) }
  );
  const named = finished.then((readings) =>
    Array.from(readings, ([index, reading]) => ({ ...reading, name: files[index]?.name ?? "" }))
  );
  return { finished: named, cancel };
}

type Listener = Parameters<WorkHost<ReadRequest, FileReading>["newWorker"]>[0];

function listenedTo(worker: FilesWorker, { report, died }: Listener) {
  worker.onmessage = ({ data }) => report(data);
  worker.onerror = ({ message }) => died(message);
  worker.onmessageerror = () => died("An answer could not be read");
  return {
    give: (request: ReadRequest) => worker.postMessage(request),
    end: () => worker.terminate(),
  };
}
