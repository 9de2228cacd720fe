/** Files named on the command line. */
import { readFileSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FileError, Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";
import { MAX_FILE_BYTES } from "../files/limits";
import { translator, type Translate } from "../i18n";
import { readWorkbook } from "../files/readWorkbook";

export type Input =
  | { readonly path: string; readonly ok: true; readonly workbook: WorkbookContent }
  | { readonly path: string; readonly ok: false; readonly error: FileError };

/** In a folder, hidden files, Excel's lock files and documentation are no submissions. Named on their own they are. */
const IGNORED_IN_FOLDERS = /^(\.|~\$)|\.(md|json)$/i;

/** Paths of all files meant, folders replaced by their files (not by those of folders inside), in a stable order. */
export async function expandPaths(paths: readonly string[]): Promise<readonly string[]> {
  const expanded = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (info) => info.isDirectory(),
        () => false
      );
      if (!isFolder) return [path];
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !IGNORED_IN_FOLDERS.test(entry.name))
        .map((entry) => join(path, entry.name))
        .sort();
    })
  );
  return [...new Set(expanded.flat())];
}

/** Reads one file. A missing or unreadable file is an error of that file, like a damaged one. */
export async function readInput(path: string, language: Language): Promise<Input> {
  let bytes: Uint8Array;
  try {
    // Nothing else is waiting to run meanwhile, and for thousands of files waiting for each is what takes long.
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) return { path, ok: false, error: tooLarge(path, translator(language)) };
    bytes = readFileSync(path);
  } catch (error) {
    return { path, ok: false, error: notReadable(path, error, translator(language)) };
  }
  const read = await readWorkbook(bytes, basename(path), language);
  return { path, ...read };
}

function notReadable(path: string, error: unknown, translate: Translate): FileError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const message =
    code === "ENOENT"
      ? translate("cli.file.missing", { path })
      : translate("cli.file.notReadable", { path, code });
  return { code: "not-readable", message };
}

function tooLarge(path: string, translate: Translate): FileError {
  const megabytes = Math.round(MAX_FILE_BYTES / 1_000_000);
  return { code: "too-large", message: translate("cli.file.tooLarge", { path, megabytes }) };
}
