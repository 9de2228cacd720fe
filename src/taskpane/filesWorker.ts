/** Reads files away from the pane, so that a large or broken one never freezes it. Stopping it is `terminate()`. */
import { readWorkbook } from "../files/readWorkbook";
import type { ReadReport, ReadRequest } from "./filesProtocol";

/** The part of a worker's global scope that is used here; the compiler's own description excludes the page's. */
interface WorkerScope {
  onmessage: (event: MessageEvent<ReadRequest>) => void;
  postMessage: (report: ReadReport) => void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => void readInTurn(data);

async function readInTurn({ files, language }: ReadRequest): Promise<void> {
  for (const [index, file] of files.entries()) {
    scope.postMessage({ kind: "started", index });
    const bytes = await bytesOf(file);
    const reading = await readWorkbook(bytes, file.name, language);
    scope.postMessage({ kind: "read", index, reading });
  }
}

/** A file that can no longer be read (a drive removed, a permission withdrawn) reads as an empty one. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}
