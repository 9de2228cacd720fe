/**
 * Univer for Node as one CommonJS file: its dependencies are ES modules only, which Jest does not load. Made once and
 * kept under `.cache`, named after everything that it is made of; several processes may ask at the same time.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const HOST = resolve(__dirname, "../..");
const ROOT = resolve(HOST, "../..");
const CACHE = join(ROOT, ".cache", "excel-host");

/** Path of the bundle of `headless`, which is made when it is missing. */
export function headlessBundle(): string {
  const target = join(CACHE, `spreadsheet-${fingerprint()}.cjs`);
  if (!existsSync(target)) {
    mkdirSync(CACHE, { recursive: true });
    const draft = `${target}.${process.pid}`;
    const options = {
      entryPoints: [join(HOST, "spreadsheet", "univer", "headless.ts")],
      outfile: draft,
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "error",
    };
    // In a process of its own: esbuild does not run inside Jest's sandbox.
    const script = `require("esbuild").buildSync(${JSON.stringify(options)})`;
    execFileSync(process.execPath, ["-e", script], { cwd: ROOT });
    renameSync(draft, target);
    removeOthers(target);
  }
  return target;
}

/** Bundles of earlier sources; drafts of other processes end differently. */
function removeOthers(target: string): void {
  readdirSync(CACHE)
    .filter((name) => name.endsWith(".cjs") && join(CACHE, name) !== target)
    .forEach((name) => rmSync(join(CACHE, name), { force: true }));
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const sources = [HOST, join(HOST, "spreadsheet"), join(HOST, "spreadsheet", "univer")].flatMap(sourcesIn);
  for (const file of [...sources, join(ROOT, "node_modules/@univerjs/core/package.json")]) {
    hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort()
    .map((name) => join(folder, name));
}
