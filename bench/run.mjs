/**
 * `npm run bench [-- name … --quick]`: runs the benches of this folder, prints medians and ratios as tables, and one JSON
 * document at the end. Ends with status 1 when a bar is missed. `--quick` is for those that take minutes otherwise.
 */
import { importTypescript } from "../scripts/importTypescript.mjs";

const BENCHES = ["excelHost", "tryoutPage", "check", "readers"];

const options = process.argv.slice(2).filter((argument) => argument.startsWith("--"));
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}. There are: ${BENCHES.join(", ")}.`);
  process.exit(2);
}

const results = [];
for (const name of BENCHES.filter((bench) => wanted.length === 0 || wanted.includes(bench))) {
  const { run } = await importTypescript(`bench/${name}.ts`);
  for (const result of await run(options)) {
    results.push({ bench: name, ...result });
    print(result);
  }
}
console.log(JSON.stringify(results));
process.exit(results.every(({ bars }) => bars.every(isHeld)) ? 0 : 1);

function print({ title, measured, bars }) {
  console.log(`\n${title}`);
  console.table(
    measured.map(({ name, median, ratio, cpu, peakMegabytes, each }) => ({
      name,
      "median ms": round(median),
      ratio: round(ratio),
      ...(cpu !== undefined && { "processor ms": round(cpu) }),
      ...(peakMegabytes !== undefined && { "peak MB": round(peakMegabytes) }),
      ...(each !== undefined && { "ms a file": round(each) }),
    }))
  );
  for (const bar of bars) {
    console.log(
      `${isHeld(bar) ? "holds " : "MISSED"} ${bar.text}: ${round(bar.value)} (below ${round(bar.below)})`
    );
  }
}

function isHeld({ value, below }) {
  return value < below;
}

function round(value) {
  return Math.round(value * 100) / 100;
}
