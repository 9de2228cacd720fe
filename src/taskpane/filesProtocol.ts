/** What the pane and its file workers say to each other. */
import type { FileError, Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";

/** To a worker: read this file. The next one is sent when it has answered. */
export interface ReadRequest {
  readonly file: File;
  readonly language: Language;
}

export type FileReading =
  | { readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly ok: false; readonly error: FileError };

/** From a worker: that it runs at all; then for its file that the bytes have come, and what came of reading them. */
export type ReadReport =
  | { readonly kind: "running" }
  | { readonly kind: "fetched" }
  | { readonly kind: "read"; readonly reading: FileReading };
