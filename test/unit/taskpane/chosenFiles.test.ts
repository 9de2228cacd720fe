import type { WorkbookContent } from "../../../src/domain/grid";
import { addReadings, contributionsOf } from "../../../src/taskpane/model/chosenFiles";
import type { NamedReading } from "../../../src/taskpane/readFiles";

const workbook = (sha256: string | null): WorkbookContent => ({
  file: "bieu.xlsx",
  format: "xlsx",
  sheets: [],
  properties: {},
  modified: null,
  sha256,
});
const readable = (name: string, sha256: string | null): NamedReading => ({
  ok: true,
  name,
  workbook: { ...workbook(sha256), file: name },
});
const unreadable = (name: string): NamedReading => ({
  ok: false,
  name,
  error: { code: "damaged", message: `Tệp ${name} bị hỏng.` },
});
const names = (files: ReturnType<typeof addReadings>): readonly string[] => files.map(({ name }) => name);

test("files of one name but different content are kept apart, in their provenance too", () => {
  const files = addReadings(
    [],
    [readable("bieu.xlsx", "a"), readable("bieu.xlsx", "b"), readable("bieu", "c")]
  );
  expect(names(files)).toEqual(["bieu.xlsx", "bieu (2).xlsx", "bieu"]);
  expect(contributionsOf(files).map((file) => file.workbook.file)).toEqual([
    "bieu.xlsx",
    "bieu (2).xlsx",
    "bieu",
  ]);
});

test("the same content is taken once, whatever its name, and the file says which others have it", () => {
  const copies = [readable("bản sao.xlsx", "a"), readable("khac.xlsx", "b"), readable("bản sao.xlsx", "a")];
  const files = addReadings(addReadings([], [readable("bieu.xlsx", "a")]), copies);
  expect(files).toMatchObject([
    { name: "bieu.xlsx", sameContent: ["bản sao.xlsx"] },
    { name: "khac.xlsx", sameContent: [] },
  ]);
  expect(contributionsOf(files)).toHaveLength(2);
});

test("content that could not be fingerprinted is never taken for the same", () => {
  expect(names(addReadings([], [readable("a.xlsx", null), readable("b.xlsx", null)]))).toEqual([
    "a.xlsx",
    "b.xlsx",
  ]);
});

test("an unreadable file is listed once and gives nothing to merge; corrected, it takes its place", () => {
  const failed = addReadings(addReadings([], [unreadable("hong.xlsx")]), [unreadable("hong.xlsx")]);
  expect(names(failed)).toEqual(["hong.xlsx"]);
  expect(contributionsOf(failed)).toEqual([]);
  const corrected = addReadings(failed, [readable("hong.xlsx", "a")]);
  expect(names(corrected)).toEqual(["hong.xlsx"]);
  expect(contributionsOf(corrected)).toHaveLength(1);
});

test("the user's answer whose file it is goes along", () => {
  const [file] = addReadings([], [readable("bieu.xlsx", "a")]);
  if (!file || "error" in file) throw new Error("unreadable");
  expect(contributionsOf([{ ...file, unit: "ha-lang" }])).toEqual([
    { workbook: file.workbook, unit: "ha-lang", anyRound: false, mappings: [] },
  ]);
});
