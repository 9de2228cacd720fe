/** Makes a file in a worker of its own and hands it to the user. */
import type { WriteReport, WriteRequest } from "./writerProtocol";

export interface WriteJob {
  /** The bytes; null when the job was cancelled. Rejects when the file could not be made. */
  readonly finished: Promise<Uint8Array | null>;
  readonly cancel: () => void;
}

/** @param onProgress files made and files in all; not called for a single file */
export function writeFile(
  request: WriteRequest,
  onProgress: (done: number, total: number) => void
): WriteJob {
  const worker = new Worker(new URL("./writerWorker.ts", import.meta.url));
  let settle: (bytes: Uint8Array | null) => void = () => undefined;
  const finished = new Promise<Uint8Array | null>((resolve, reject) => {
    settle = resolve;
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<WriteReport>) => {
      if (data.kind === "progress") onProgress(data.done, data.total);
      else if (data.kind === "written") resolve(data.bytes);
      else reject(new Error(data.message));
    };
  });
  worker.postMessage(request);
  return {
    finished: finished.finally(() => worker.terminate()),
    cancel: () => {
      worker.terminate();
      settle(null);
    },
  };
}

/** Longer than a browser takes to read what it was handed. */
const READING_IN_MS = 60_000;

/** Hands bytes to the browser, to be saved where it puts downloads; nothing leaves the machine. */
export function saveBytes(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READING_IN_MS);
}
