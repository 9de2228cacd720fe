import type { FileError, Language } from "../domain/findings";
import type { Grid, WorkbookContent } from "../domain/grid";
import { boundedSheets } from "./boundedSheets";
import { parseDelimitedText } from "./delimitedText";
import { readDocxFile } from "./docx";
import { fileError, FileFault } from "./fileErrors";
import { fileKind, type FileKind } from "./fileKind";
import { MAX_FILE_BYTES } from "./limits";
import { readHtmlFile } from "./readHtml";
import { readOdsFile } from "./readOds";
import { readXlsxFile, type SheetsAndProperties } from "./readOoxml";
import { readXlsFile } from "./readXls";
import { readXlsbFile } from "./readXlsb";
import { ALL_VISIBLE, sheetGrid } from "./sheetGrid";

export type ReadResult =
  | { readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly ok: false; readonly error: FileError };

/**
 * Reads a file of any supported format (.xlsx, .xlsm, .xlsb, .xls, .ods, .docx, text tables, tables of web pages), told by content, not by name.
 *
 * - Cells shown with a date format become dates (both date systems; a time of day is dropped), error values errors,
 *   formulas their cached results; text is kept exactly, `""` is an empty cell.
 * - Sizes are checked and inflating is bounded before any reader sees the file (`limits.ts`).
 * - Bad data never throws: the result says what is wrong with `file` (its name without folder) and what to do.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  language: Language = "vi"
): Promise<ReadResult> {
  try {
    if (bytes.length > MAX_FILE_BYTES) throw new FileFault("fileTooLarge");
    const kind = fileKind(bytes);
    const content = await readContent(kind, bytes, file);
    return { ok: true, workbook: { file, format: kind.format, ...content, sha256: await sha256Hex(bytes) } };
  } catch (error) {
    return { ok: false, error: fileError(faultOf(error), file, language) };
  }
}

async function readContent(kind: FileKind, bytes: Uint8Array, file: string): Promise<SheetsAndProperties> {
  switch (kind.format) {
    case "xlsx":
      return readXlsxFile(kind.zip);
    case "xlsb":
      return readXlsbFile(kind.zip);
    case "ods":
      return readOdsFile(kind.zip);
    case "xls":
      return readXlsFile(kind.compound);
    case "docx":
      return readDocxFile(kind.zip);
    case "html":
      return readHtmlFile(bytes);
    case "csv":
      return { sheets: boundedSheets([textGrid(bytes, file)]), properties: {}, modified: null };
  }
}

/** A text table as a sheet named like its file. */
function textGrid(bytes: Uint8Array, file: string): Grid {
  const rows = parseDelimitedText(bytes, file);
  const name = file.replace(/\.[^.]*$/, "");
  return sheetGrid({
    name,
    rows: rows as (string | null)[][],
    visibility: ALL_VISIBLE,
    isError: () => false,
  });
}

/** The library's own refusals: its limits, and everything that a damaged file makes it stumble over. */
function faultOf(error: unknown): FileFault["fault"] {
  if (error instanceof FileFault) return error.fault;
  if (error instanceof Error && /cells.* over the \d+ limit/.test(error.message)) return "tooManyCells";
  if (error instanceof Error && /outside the supported sheet bounds/.test(error.message))
    return "beyondSheet";
  return "damaged";
}

/** SHA-256 in lower-case hex; `null` where the browser offers no cryptography (a page without https). */
async function sha256Hex(bytes: Uint8Array): Promise<string | null> {
  // Node's own is done before the other one would have begun.
  const node = globalThis.process?.getBuiltinModule?.("crypto");
  if (node !== undefined) return node.createHash("sha256").update(bytes).digest("hex");
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return null;
  const digest = await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
