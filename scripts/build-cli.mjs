/** Bundles the command line into one file, dist/cli/bieu-su.cjs. Runs after every install, so that `bieu-su` works. */
import { chmod, readFile } from "node:fs/promises";
import { build } from "esbuild";

const { version } = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
const outfile = "dist/cli/bieu-su.cjs";

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
