/** Reads files away from the pane, so that a large or broken one never freezes it. Stopping it is `terminate()`. */
import { fileError } from "../files/fileErrors";
import { MAX_FILE_BYTES } from "../files/limits";
import { readWorkbook } from "../files/readWorkbook";
import type { FileReading, ReadReport, ReadRequest } from "./filesProtocol";

/** The part of a worker's global scope that is used here; the compiler's own description excludes the page's. */
interface WorkerScope {
  onmessage: (event: MessageEvent<ReadRequest>) => void;
  postMessage: (report: ReadReport) => void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => void read(data).then((answer) => scope.postMessage({ kind: "done", answer }));
scope.postMessage({ kind: "running" });

async function read({ file, language }: ReadRequest): Promise<FileReading> {
  // Before the bytes are asked for: so many may not fit into memory.
  if (file.size > MAX_FILE_BYTES) return { ok: false, error: fileError("fileTooLarge", file.name, language) };
  const bytes = await bytesOf(file);
  scope.postMessage({ kind: "fetched" });
  if (bytes === null) return { ok: false, error: fileError("notFetched", file.name, language) };
  return readWorkbook(bytes, file.name, language);
}

/** Null for a file that can no longer be read: a drive removed, a permission withdrawn. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
