/** Why a file cannot be opened. */
export type FileErrorCode = "notAWorkbook" | "encrypted" | "damaged" | "tooLarge";

const MESSAGES: { readonly [code in FileErrorCode]: string } = {
  notAWorkbook: "The file is no .xlsx workbook.",
  encrypted: "The workbook is encrypted with a password.",
  damaged: "The workbook is damaged and cannot be read.",
  tooLarge: "The workbook is too large to be opened.",
};

/** A file that cannot be opened; nothing has been changed by the attempt. */
export class WorkbookFileError extends Error {
  constructor(
    readonly code: FileErrorCode,
    options?: ErrorOptions
  ) {
    super(MESSAGES[code], options);
    this.name = "WorkbookFileError";
  }
}
