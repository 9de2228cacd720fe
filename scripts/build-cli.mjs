/**
 * Bundles the command line into one file, dist/cli/bieu-su.cjs, and links it where npx looks for commands: npm does so
 * for dependencies only. Runs after every install.
 */
import { chmod, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const outfile = "dist/cli/bieu-su.cjs";
const link = "node_modules/.bin/bieu-su";

await build({
  entryPoints: ["src/cli/main.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  define: { "process.env.BIEU_SU_VERSION": JSON.stringify(version) },
  logLevel: "warning",
});
await chmod(outfile, 0o755);

await mkdir("node_modules/.bin", { recursive: true });
if (process.platform === "win32") {
  await writeFile(`${link}.cmd`, `@node "%~dp0..\\..\\${outfile.replaceAll("/", "\\")}" %*\r\n`);
} else {
  await rm(link, { force: true });
  await symlink(`../../${outfile}`, link);
}
