/** No file, however broken or malicious, takes more time or memory than there is to spare; each gets the right words. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { HOSTILE_FILES } from "./hostile/hostileFiles";
import { createReader } from "./hostile/reader";

const MOST_MILLISECONDS = 2000;
const MOST_MEGABYTES = 512;
/** After so long a child process is ended: the file has hung it. */
const HUNG_MILLISECONDS = 20_000;
/**
 * Starting a process for each file takes longer than reading it. A process that has read others shows no smaller peak than
 * a new one; its code may be warm, so what takes this long, or too much, is measured anew in a process of its own.
 */
const SURE_MILLISECONDS = MOST_MILLISECONDS / 2;
const USED_MEGABYTES = MOST_MEGABYTES / 2;

const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
const program = path.join(folder, "readOne.cjs");
const reader = createReader({ program, hung: HUNG_MILLISECONDS, used: USED_MEGABYTES });

beforeAll(async () => {
  await build({
    entryPoints: [path.join(__dirname, "hostile/readOne.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "error",
  });
});

afterAll(() => {
  reader.close();
  rmSync(folder, { recursive: true });
});

test.each(HOSTILE_FILES)("$name: $outcome", async ({ name, bytes, outcome, says = "" }) => {
  const file = path.join(folder, name.replaceAll("/", "_"));
  writeFileSync(file, bytes());
  const shared = await reader.read(file);
  const isSure = shared.milliseconds < SURE_MILLISECONDS && shared.megabytes < MOST_MEGABYTES;
  const cost = isSure ? shared : await reader.readAlone(file);
  rmSync(file);
  expect(cost.outcome).toBe(outcome);
  expect(cost.message).toContain(says);
  if (outcome !== "read") expect(cost.message).toContain(`“${name}”`);
  expect(cost.milliseconds).toBeLessThan(MOST_MILLISECONDS);
  expect(cost.megabytes).toBeLessThan(MOST_MEGABYTES);
});
