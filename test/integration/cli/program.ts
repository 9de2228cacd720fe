/** The command line as a user runs it: bundled, in a process of its own. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../../..");
export const SAMPLES = join(ROOT, "assets/samples");

export interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  /** Where the program stands and is run. */
  readonly folder: string;
  readonly file: string;
  readonly run: (...args: string[]) => Promise<Run>;
  readonly remove: () => void;
}

export function bundledProgram(version = "1.2.3"): Program {
  const folder = mkdtempSync(join(tmpdir(), "bieu-su-cli-"));
  const file = join(folder, "bieu-su.cjs");
  execFileSync(process.execPath, ["scripts/build-cli.mjs", file, version], { cwd: ROOT });
  const run = (...args: string[]): Promise<Run> =>
    new Promise((resolve) => {
      execFile(process.execPath, [file, ...args], { cwd: folder }, (error, stdout, stderr) => {
        resolve({ status: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
      });
    });
  return { folder, file, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
