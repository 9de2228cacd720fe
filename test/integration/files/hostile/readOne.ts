/** Reads files in a process of its own, one after the other, and tells what became of each and what it cost. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readWorkbook } from "../../../../src/files/readWorkbook";

/** What is told of a file. */
export interface Cost {
  readonly outcome: string;
  readonly message: string;
  /**
   * The lesser of the time that passed, which what other programs do meanwhile makes longer, and of the processor's work,
   * which counts those threads twice that run side by side: alone on its machine the file takes no longer than either.
   */
  readonly milliseconds: number;
  /** Most memory that the process ever had: what this file takes is no more than that. */
  readonly megabytes: number;
}

/** Of this process alone where the system tells; elsewhere the figure may include that of the process that started it. */
function peakMegabytes(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

async function costOf(path: string): Promise<Cost> {
  const bytes = new Uint8Array(readFileSync(path));
  const before = process.cpuUsage();
  const started = performance.now();
  const result = await readWorkbook(bytes, basename(path), "vi");
  const passed = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return {
    outcome: result.ok ? "read" : result.error.code,
    message: result.ok ? "" : result.error.message,
    milliseconds: Math.min(passed, (user + system) / 1000),
    megabytes: peakMegabytes(),
  };
}

process.on("message", (path: string) => {
  void costOf(path).then((cost) => process.send?.(cost));
});
