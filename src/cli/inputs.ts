/** Files named on the command line. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

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
