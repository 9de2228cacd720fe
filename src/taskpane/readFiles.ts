/** Reads chosen files in a worker of their own. */
import type { Language } from "../domain/findings";
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
  /** The files that were read, in order; fewer than asked for when the job was cancelled. */
  readonly finished: Promise<readonly NamedReading[]>;
  readonly cancel: () => void;
}

export function readFiles(
  files: readonly File[],
  language: Language,
  onProgress: (progress: ReadingProgress) => void
): ReadJob {
  const worker = new Worker(new URL("./filesWorker.ts", import.meta.url));
  const readings: NamedReading[] = [];
  let settle: (readings: readonly NamedReading[]) => void = () => undefined;

  const finished = new Promise<readonly NamedReading[]>((resolve, reject) => {
    settle = resolve;
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<ReadReport>) => {
      const name = files[data.index]?.name ?? "";
      if (data.kind === "started") {
        onProgress({ done: data.index, total: files.length, file: name });
        return;
      }
      readings.push({ ...data.reading, name });
      if (readings.length === files.length) resolve(readings);
    };
  });
  const request: ReadRequest = { files, language };
  worker.postMessage(request);

  return {
    finished: finished.finally(() => worker.terminate()),
    cancel: () => {
      worker.terminate();
      settle(readings);
    },
  };
}
