import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** The project's root. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Loads a TypeScript module of the project, with all of ours that it imports, into this Node process; packages come
 * from node_modules as ever. `file` is relative to the project's root.
 */
export async function importTypescript(file) {
  const outfile = path.join(root, ".cache/scripts", `${file.replaceAll(/[\\/]/g, "-")}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(root, file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
