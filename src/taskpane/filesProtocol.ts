/** What the pane and its file workers say to each other. */
import type { FileError, Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";
import type { WorkReport } from "../files/guardedWork";

/** To a worker: read this file. The next one is sent when it has answered. */
export interface ReadRequest {
  readonly file: File;
  readonly language: Language;
}

export type FileReading =
  | { readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly ok: false; readonly error: FileError };

export type ReadReport = WorkReport<FileReading>;
