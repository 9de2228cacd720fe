/** What a file does to its worker is no fault of the others. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledProgram, SAMPLES } from "./program";

const { folder, file, run, remove } = bundledProgram();
afterAll(remove);

test("what is no file is refused at once: a device has no end", async () => {
  const { stdout, status } = await run("check", "/dev/zero", join(SAMPLES, "quan-su.xlsx"), "--json");
  expect(status).toBe(2);
  const { files } = JSON.parse(stdout) as { files: { error?: { code: string } }[] };
  expect(files[0]?.error?.code).toBe("not-readable");
  expect(files[1]).not.toHaveProperty("error");
});

test("a file that takes all memory of its worker is refused, and the others are checked", async () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => `${index}-KH/HU,1/2/2022,Kế hoạch số ${index}`);
  writeFileSync(join(folder, "lon.csv"), ["Số văn bản,Thời gian,Trích yếu", ...rows].join("\n"));
  // A program whose workers have little memory.
  const program = readFileSync(file, "utf8").replace(/(OldGenerationSizeMb): \d+/, "$1: 32");
  writeFileSync(file, program.replace(/(YoungGenerationSizeMb): \d+/, "$1: 4"));
  const { stdout, status } = await run("check", "lon.csv", join(SAMPLES, "quan-su.xlsx"), "--json");
  expect(status).toBe(2);
  const { files } = JSON.parse(stdout) as {
    files: { error?: { code: string; message: string }; forms: [] }[];
  };
  expect(files).toHaveLength(2);
  expect(files[0]?.error).toMatchObject({
    code: "too-large",
    message: expect.stringContaining("bộ nhớ") as string,
  });
  expect(files[1]).not.toHaveProperty("error");
  expect(files[1]?.forms.length).toBeGreaterThan(0);
});
