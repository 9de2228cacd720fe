/** Reads one file in a process of its own and prints what became of it and what it cost. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { readWorkbook } from "../../../../src/files/readWorkbook";

/** What a child process prints. */
export interface Cost {
  readonly outcome: string;
  readonly message: string;
  /** Of a processor's work: what other programs do meanwhile does not count. */
  readonly milliseconds: number;
  /** Most memory that the process ever had. */
  readonly megabytes: number;
}

/** Of this process alone where the system tells; elsewhere the figure may include that of the process that started it. */
function peakMegabytes(): number {
  const status = process.platform === "linux" ? readFileSync("/proc/self/status", "utf8") : "";
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}

async function main(path: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path));
  const before = process.cpuUsage();
  const result = await readWorkbook(bytes, basename(path), "vi");
  const { user, system } = process.cpuUsage(before);
  const cost: Cost = {
    outcome: result.ok ? "read" : result.error.code,
    message: result.ok ? "" : result.error.message,
    milliseconds: (user + system) / 1000,
    megabytes: peakMegabytes(),
  };
  process.stdout.write(JSON.stringify(cost));
}

void main(process.argv[2] ?? "");
