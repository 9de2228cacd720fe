import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { listSamples } from "./samples";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), "samples-"));
  await Promise.all(
    ["a.xlsx", "b.xlsx", "~$b.xlsx", "README.md"].map((name) => writeFile(path.join(directory, name), "1234"))
  );
});

afterEach(() => rm(directory, { recursive: true }));

test("lists workbooks in the order of the index, with their purposes, then the others", async () => {
  const index = [
    { file: "b.xlsx", purpose: "gửi lần đầu" },
    { file: "gone.xlsx", purpose: "không còn" },
  ];
  await writeFile(path.join(directory, "index.json"), JSON.stringify(index));

  expect(await listSamples(directory)).toEqual([
    { name: "b.xlsx", size: 4, purpose: "gửi lần đầu" },
    { name: "a.xlsx", size: 4, purpose: "" },
  ]);
});

test("lists workbooks by name when there is no index, and nothing when there is no folder", async () => {
  expect((await listSamples(directory)).map(({ name }) => name)).toEqual(["a.xlsx", "b.xlsx"]);
  expect(await listSamples(path.join(directory, "missing"))).toEqual([]);
});
