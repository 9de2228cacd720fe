/** No file, however broken or malicious, takes more time or memory than there is to spare; each gets the right words. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { HOSTILE_FILES } from "./hostile/hostileFiles";
import type { Cost } from "./hostile/readOne";

jest.setTimeout(60_000);

const MOST_MILLISECONDS = 2000;
const MOST_MEGABYTES = 512;
/** After so long a child process is ended: the file has hung it. */
const HUNG_MILLISECONDS = 20_000;

const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
const reader = path.join(folder, "readOne.cjs");

beforeAll(async () => {
  await build({
    entryPoints: [path.join(__dirname, "hostile/readOne.ts")],
    outfile: reader,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(HOSTILE_FILES)("$name: $outcome", ({ name, bytes, outcome, says = "" }) => {
  const file = path.join(folder, name.replaceAll("/", "_"));
  writeFileSync(file, bytes());
  const printed = execFileSync(process.execPath, [reader, file], { timeout: HUNG_MILLISECONDS });
  rmSync(file);
  const cost = JSON.parse(printed.toString()) as Cost;
  expect(cost.outcome).toBe(outcome);
  expect(cost.message).toContain(says);
  if (outcome !== "read") expect(cost.message).toContain(`“${name}”`);
  expect(cost.milliseconds).toBeLessThan(MOST_MILLISECONDS);
  expect(cost.megabytes).toBeLessThan(MOST_MEGABYTES);
});
