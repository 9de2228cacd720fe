/** `npm run samples`: makes assets/samples anew. */
import { rm } from "node:fs/promises";
import { build } from "esbuild";

const bundle = new URL("../.cache/makeSamples.mjs", import.meta.url);
await build({
  entryPoints: ["scripts/makeSamples.ts"],
  outfile: bundle.pathname,
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
const { writeSamples } = await import(bundle.href);
await writeSamples("assets/samples");
await rm(bundle);
