/** Makes files away from the pane, so that it never freezes. Stopping it is `terminate()`. */
import { writeReport } from "../files/writeReport";
import { writeWorkbook } from "../files/writeWorkbook";
import { type NamedFile, zipFiles } from "../files/zipFiles";
import type { WriteReport, WriteRequest } from "./writerProtocol";

/** The part of a worker's global scope that is used here; the compiler's own description excludes the page's. */
interface WorkerScope {
  onmessage: (event: MessageEvent<WriteRequest>) => void;
  postMessage: (report: WriteReport) => void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  bytesOf(data).then(
    (bytes) => scope.postMessage({ kind: "written", bytes }),
    (error: unknown) => {
      scope.postMessage({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  );
};

async function bytesOf(request: WriteRequest): Promise<Uint8Array> {
  if (request.kind === "report") return writeReport(request.report);
  if (request.kind === "workbook") return writeWorkbook(request.spec);
  const files: NamedFile[] = [];
  for (const { name, spec } of request.workbooks) {
    scope.postMessage({ kind: "progress", done: files.length, total: request.workbooks.length });
    files.push({ name, bytes: await writeWorkbook(spec) });
  }
  return zipFiles(files);
}
