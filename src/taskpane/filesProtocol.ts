/** What the pane and its file worker say to each other. */
import type { FileError, Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";

/** To the worker: read these files, in this order. */
export interface ReadRequest {
  readonly files: readonly File[];
  readonly language: Language;
}

export type FileReading =
  | { readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly ok: false; readonly error: FileError };

/** From the worker, for each file: first that it is being read, then what came of it. */
export type ReadReport =
  | { readonly kind: "started"; readonly index: number }
  | { readonly kind: "read"; readonly index: number; readonly reading: FileReading };
