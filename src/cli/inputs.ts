/** Files named on the command line. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** In a folder, hidden files, Excel's lock files and documentation are no submissions. Named on their own they are. */
const IGNORED_IN_FOLDERS = /^(\.|~\$)|\.(md|json)$/i;

/**
 * Paths of all files meant, folders replaced by their files (not by those of folders inside), in a stable order. A link that
 * leads nowhere is among them: reading it says so.
 */
export async function expandPaths(paths: readonly string[]): Promise<readonly string[]> {
  const expanded = await Promise.all(
    paths.map(async (path) => ((await kindOf(path)) === "folder" ? filesIn(path) : [path]))
  );
  return [...new Set(expanded.flat())];
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const isMeant = await Promise.all(entries.map((entry) => isSubmission(entry, join(folder, entry.name))));
  return entries
    .filter((_, index) => isMeant[index])
    .map(({ name }) => join(folder, name))
    .sort();
}

async function isSubmission(entry: Dirent, path: string): Promise<boolean> {
  if (IGNORED_IN_FOLDERS.test(entry.name)) return false;
  return entry.isFile() || (entry.isSymbolicLink() && ["file", "missing"].includes(await kindOf(path)));
}

/** What a path leads to, through links. */
async function kindOf(path: string): Promise<"file" | "folder" | "other" | "missing"> {
  return stat(path).then(
    (info) => (info.isDirectory() ? "folder" : info.isFile() ? "file" : "other"),
    () => "missing"
  );
}
