import React, { useEffect, useRef, useState } from "react";
import { useWords } from "./language";
import { type NamedReading, readFiles, type ReadingProgress, type ReadJob } from "./readFiles";
import { Busy } from "./ui/Busy";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";

export interface FileReadingHandle {
  /** Null while nothing is being read. */
  readonly progress: ReadingProgress | null;
  readonly cancelled: boolean;
  readonly failed: boolean;
  readonly start: (files: readonly File[]) => void;
  readonly cancel: () => void;
  readonly retry: () => void;
}

/** Reading chosen files in the worker, one batch at a time. */
export function useFileReading(onRead: (readings: readonly NamedReading[]) => void): FileReadingHandle {
  const { language } = useWords();
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [failed, setFailed] = useState(false);
  const job = useRef<ReadJob | null>(null);
  const lastFiles = useRef<readonly File[]>([]);
  useEffect(() => () => job.current?.cancel(), []);

  const start = (files: readonly File[]): void => {
    lastFiles.current = files;
    setCancelled(false);
    setFailed(false);
    setProgress({ done: 0, total: files.length, file: files[0]?.name ?? "" });
    const started = readFiles(files, language, setProgress);
    job.current = started;
    started.finished.then(onRead, () => setFailed(true)).finally(() => setProgress(null));
  };
  const cancel = (): void => {
    job.current?.cancel();
    setCancelled(true);
  };
  return { progress, cancelled, failed, start, cancel, retry: () => start(lastFiles.current) };
}

/** How the reading of files stands. */
export function FileReading({ reading }: { reading: FileReadingHandle }) {
  const { text } = useWords();
  const { progress, cancelled, failed, cancel, retry } = reading;
  return (
    <>
      {progress && (
        <Busy
          text={text("merge.reading", {
            done: progress.done + 1,
            total: progress.total,
            file: progress.file,
          })}
          fraction={progress.done / progress.total}
          action={<Button text={text("action.cancel")} onClick={cancel} />}
        />
      )}
      {cancelled && <p role="status">{text("merge.cancelled")}</p>}
      {failed && (
        <Notice kind="error" actions={<Button text={text("action.retry")} onClick={retry} />}>
          <p>{text("merge.readerFailed")}</p>
        </Notice>
      )}
    </>
  );
}
