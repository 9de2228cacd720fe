/** The command line as a user runs it: bundled, in a process of its own. */
import { execFile, execFileSync } from "node:child_process";
import path from "node:path";

/** Builds the command line into a folder. What it gives runs it there and tells what it printed. */
export function buildCommandLine(folder: string): (...args: string[]) => Promise<string> {
  const program = path.join(folder, "bieu-su.cjs");
  execFileSync(process.execPath, ["scripts/build-cli.mjs", program, "1.2.3"]);
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, stdout, stderr) => {
        // 1 says that something was found wrong in the files.
        if (error && error.code !== 1) reject(new Error(stderr));
        else resolve(stdout);
      });
    });
}
