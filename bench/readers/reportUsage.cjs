/** Loaded before a program: when that ends, what it took is written to the file that BENCH_REPORT names. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024, ...live() };
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify(usage));
});

/** Megabytes that are still held when all else is collected; asked of programs run with `--expose-gc`. */
function live() {
  if (globalThis.gc === undefined) return {};
  // What a collection frees may hold what only the next one finds free.
  for (let round = 0; round < 3; round++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return { live: (heapUsed + external) / 1024 / 1024 };
}
