/**
 * node scripts/fuzz-files.mjs [minutes] [seed] [first]
 *
 * Reads valid files with mutations of their bytes, their XML and their zip structure, and stops with exit status 1 at the
 * first that crashes or hangs the reader, or loses rows silently. The same seed tries the same mutations; with 0 minutes
 * and the number of a file, that file alone.
 */
import { importTypescript } from "./importTypescript.mjs";

const [minutes = "1", seed = String(Date.now() % 1_000_000), first = "0"] = process.argv.slice(2);
const { fuzzFiles } = await importTypescript("scripts/fuzzFiles.ts");
const until = Date.now() + Number(minutes) * 60_000;
console.log(`seed ${seed}, ${minutes} min`);
const { tried, outcomes, failures } = await fuzzFiles(
  Number(seed),
  (file) => file === Number(first) || Date.now() < until,
  Number(first)
);
console.log(`${tried} files:`, outcomes);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
