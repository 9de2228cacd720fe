/** The command line as a user runs it: bundled, in a process of its own. */
import { execFile } from "node:child_process";
import path from "node:path";
import { build } from "esbuild";

/** Builds the command line into a folder. What it gives runs it there and tells what it printed. */
export async function buildCommandLine(folder: string): Promise<(...args: string[]) => Promise<string>> {
  const program = path.join(folder, "bieu-su.cjs");
  await build({
    entryPoints: [path.resolve("src/cli/main.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "process.env.BIEU_SU_VERSION": '"1.2.3"' },
    logLevel: "error",
  });
  return (...args) =>
    new Promise((resolve, reject) => {
      execFile(process.execPath, [program, ...args], { cwd: folder }, (error, stdout, stderr) => {
        // 1 says that something was found wrong in the files.
        if (error && error.code !== 1) reject(new Error(stderr));
        else resolve(stdout);
      });
    });
}
