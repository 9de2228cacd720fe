/** Reads chosen files in workers of their own. */
import type { Language } from "../domain/findings";
import { guardedReading, type ReadingProgress, type ReadJob } from "./guardedReading";

export type { NamedReading, ReadingProgress, ReadJob } from "./guardedReading";

export function readFiles(
  files: readonly File[],
  language: Language,
  onProgress: (progress: ReadingProgress) => void
): ReadJob {
  return guardedReading(files, language, onProgress, {
    newWorker: () => new Worker(new URL("./filesWorker.ts", import.meta.url)),
    everySecond: (tick) => {
      const timer = setInterval(tick, 1000);
      return () => clearInterval(timer);
    },
  });
}
