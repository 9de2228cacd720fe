/** Loaded before a program: when that ends, what it took is written to the file that BENCH_REPORT names. */
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 };
  writeFileSync(process.env.BENCH_REPORT, JSON.stringify(usage));
});
