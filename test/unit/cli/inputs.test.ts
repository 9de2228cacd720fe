import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findInputs } from "../../../src/cli/inputs";

const folder = mkdtempSync(join(tmpdir(), "inputs-"));
const elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));

beforeAll(() => {
  for (const name of ["b.xlsx", "a.xlsx", "~$a.xlsx", ".an.xlsx", "doc.md"])
    writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, "trong"));
  writeFileSync(join(folder, "trong", "sau.xlsx"), "");
  writeFileSync(join(elsewhere, "xa.xlsx"), "");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(elsewhere, { recursive: true });
});

const inFolder = (...names: readonly string[]): readonly string[] => names.map((name) => join(folder, name));

test("a folder stands for its files in order, without those of Excel, hidden ones and those of folders inside", async () => {
  expect(await findInputs([folder])).toEqual({
    files: inFolder("a.xlsx", "b.xlsx"),
    foldersInside: inFolder("trong"),
  });
});

test("a file that is named is taken as it is, and once", async () => {
  const named = inFolder("~$a.xlsx", "b.xlsx", "khong-co.xlsx");
  const { files } = await findInputs([...named, folder]);
  expect(files).toEqual([...named, ...inFolder("a.xlsx")]);
});

test("a folder inside that is named, too, is none that is left out", async () => {
  const inside = join(folder, "trong");
  expect(await findInputs([folder, `${inside}/`])).toEqual({
    files: [...inFolder("a.xlsx", "b.xlsx"), join(inside, "sau.xlsx")],
    foldersInside: [],
  });
});

test("a link stands for its file, and a link to nothing for itself, so that it is told of; one to a folder for a folder", async () => {
  const links = [
    ["c.xlsx", join(elsewhere, "xa.xlsx")],
    ["d.xlsx", join(elsewhere, "khong-co.xlsx")],
    ["e", elsewhere],
  ] as const;
  for (const [name, target] of links) symlinkSync(target, join(folder, name));
  expect(await findInputs([folder])).toEqual({
    files: inFolder("a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"),
    foldersInside: inFolder("e", "trong"),
  });
  for (const [name] of links) rmSync(join(folder, name));
});

test("a folder that may not be looked into stands for itself, so that it is told of, and the others are read", async () => {
  const readdir = jest.spyOn(fs, "readdir").mockRejectedValueOnce(new Error("EACCES"));
  const { files } = await findInputs([join(folder, "trong"), folder]);
  expect(files).toEqual(inFolder("trong", "a.xlsx", "b.xlsx"));
  readdir.mockRestore();
});
