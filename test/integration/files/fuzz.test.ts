import { fuzzFiles } from "../../../scripts/fuzzFiles";

/** As many as take a few seconds; `node scripts/fuzz-files.mjs 10` tries more. */
const FILES = 300;

test("mutated files are refused with a code or read without silent loss", async () => {
  const { failures, tried } = await fuzzFiles(20260521, (done) => done < FILES);
  expect(failures).toEqual([]);
  expect(tried).toBe(FILES);
});
