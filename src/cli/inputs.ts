/** Files named on the command line. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Translate } from "../i18n";
import { printable } from "./printable";

/** In a folder, hidden files, Excel's lock files and documentation are no submissions. Named on their own they are. */
const IGNORED_IN_FOLDERS = /^(\.|~\$)|\.(md|json)$/i;

/** Files to work on, and what of the named folders is not among them. */
export interface Inputs {
  readonly files: readonly string[];
  /** Folders inside the named ones: whoever means their files names them, too. */
  readonly foldersInside: readonly string[];
}

/**
 * All files meant, folders replaced by their files, in a stable order. Links that lead nowhere and folders that may not be
 * looked into are among them: reading them says so.
 */
export async function findInputs(paths: readonly string[]): Promise<Inputs> {
  const found = await Promise.all(
    paths.map(async (path): Promise<Inputs> =>
      (await kindOf(path)) === "folder" ? lookInto(path) : { files: [path], foldersInside: [] }
    )
  );
  const named = new Set(paths.map((path) => resolve(path)));
  const inside = found.flatMap(({ foldersInside }) => foldersInside);
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    foldersInside: [...new Set(inside)].filter((path) => !named.has(resolve(path))),
  };
}

/** Folders inside that a message names. */
const MOST_NAMED = 5;

/** The files of a call; folders inside its folders are told of on standard error. */
export async function inputFiles(paths: readonly string[], translate: Translate): Promise<readonly string[]> {
  const { files, foldersInside } = await findInputs(paths);
  const count = foldersInside.length;
  if (count > 0) {
    const names = foldersInside.slice(0, MOST_NAMED).join(", ") + (count > MOST_NAMED ? ", …" : "");
    process.stderr.write(`${printable(translate("cli.foldersInside", { count, names }))}\n`);
  }
  return files;
}

async function lookInto(folder: string): Promise<Inputs> {
  const listed = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (listed === null) return { files: [folder], foldersInside: [] };
  const entries = listed
    .filter(({ name }) => !IGNORED_IN_FOLDERS.test(name))
    .map((entry) => ({ entry, path: join(folder, entry.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const kinds = await Promise.all(entries.map(({ entry, path }) => knownKind(entry) ?? kindOf(path)));
  const pathsOf = (...wanted: readonly Kind[]): readonly string[] =>
    entries.flatMap(({ path }, index) => (wanted.includes(kinds[index] ?? "other") ? [path] : []));
  return { files: pathsOf("file", "missing"), foldersInside: pathsOf("folder") };
}

type Kind = "file" | "folder" | "other" | "missing";

/** What the folder itself says of an entry: asking for each of thousands of files takes long. */
function knownKind(entry: Dirent): Kind | null {
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : null;
}

/** What a path leads to, through links. */
async function kindOf(path: string): Promise<Kind> {
  return stat(path).then(
    (info) => (info.isDirectory() ? "folder" : info.isFile() ? "file" : "other"),
    () => "missing"
  );
}
