/**
 * `node scripts/build-cli.mjs [FILE [VERSION]]`: bundles the command line into dist/cli/bieu-su.cjs, and links it where
 * npx looks for commands: npm does so for dependencies only. Runs after every install. Into another file it is bundled
 * without being linked.
 */
import { chmod, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { bundleNodeProgram } from "./bundleNodeProgram.mjs";

const published = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8")).version;
const standard = "dist/cli/bieu-su.cjs";
const [outfile = standard, version = published] = process.argv.slice(2);

await bundleNodeProgram({
  entry: "src/cli/main.ts",
  outfile,
  define: { "process.env.BIEU_SU_VERSION": JSON.stringify(version) },
});
await chmod(outfile, 0o755);
if (outfile === standard) await linkCommand("node_modules/.bin/bieu-su");

async function linkCommand(link) {
  await mkdir("node_modules/.bin", { recursive: true });
  if (process.platform === "win32") {
    await writeFile(`${link}.cmd`, `@node "%~dp0..\\..\\${outfile.replaceAll("/", "\\")}" %*\r\n`);
  } else {
    await rm(link, { force: true });
    await symlink(`../../${outfile}`, link);
  }
}
