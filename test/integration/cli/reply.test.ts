/** `bieu-su reply` as a user runs it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { EXIT } from "../../../src/cli/exit";
import { bundledProgram, SAMPLES } from "./program";

const REPLY = "Tra loi - trung-khanh - khao-sat-2023.xlsx";

const { folder: home, run, remove } = bundledProgram();
afterAll(remove);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(home, "reply-"));
});

const reply = (paths: readonly string[], output: string, ...more: string[]) =>
  run("reply", ...paths, "-o", output, "--as-of", "2023-06-30", ...more);

const sample = (name: string) => join(SAMPLES, name);

test("all units in one zip, the same bytes each time", async () => {
  const [one, two] = [join(folder, "a.zip"), join(folder, "b.zip")];
  const { status, stdout } = await reply([SAMPLES], one);
  expect(status).toBe(EXIT.findings);
  await reply([SAMPLES], two);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  const names = Object.keys(unzipSync(readFileSync(one)));
  expect(names).toContain(REPLY);
  expect(names.every((name) => /^[\x20-\x7e]+\.xlsx$/.test(name))).toBe(true);
  expect(stdout).toContain("Đã lập 5 tệp trả lời");
});

test("a folder gets one file for each unit; JSON says what was made and of what", async () => {
  const { status, stdout } = await reply([sample("trung-khanh-co-loi.xlsx")], folder, "--json");
  expect(status).toBe(EXIT.findings);
  expect(readdirSync(folder)).toEqual([REPLY]);
  expect(JSON.parse(stdout)).toMatchObject({
    output: folder,
    replies: [
      { unit: "trung-khanh", round: "khao-sat-2023", reply: REPLY, files: ["trung-khanh-co-loi.xlsx"] },
    ],
    unusable: [],
  });
});

test("a file of nobody and a damaged one are named, and the others are answered", async () => {
  const sent = join(folder, "gui");
  mkdirSync(sent);
  writeFileSync(join(sent, "quan-su.xlsx"), readFileSync(sample("quan-su.xlsx")));
  writeFileSync(join(sent, "khong ro.csv"), "Số văn bản,Thời gian,Trích yếu\n1-KH/HU,1/2/2023,Kế hoạch\n");
  writeFileSync(join(sent, "hong.xlsx"), "PK hỏng");
  const { status, stdout } = await reply([sent], join(folder, "ra.zip"));
  expect(status).toBe(EXIT.unusable);
  expect(stdout).toContain("Chưa trả lời được tệp khong ro.csv: Không rõ tệp khong ro.csv của đơn vị nào");
  expect(stdout).toContain("Chưa trả lời được tệp hong.xlsx");
  expect(stdout).toContain("quan-su: Tra loi - quan-su - khao-sat-2023.xlsx");
});

test("nothing is written over what was sent, and nothing without anybody to answer", async () => {
  const file = join(folder, "khong ro.csv");
  writeFileSync(file, "Số văn bản,Thời gian,Trích yếu\n1-KH/HU,1/2/2023,Kế hoạch\n");
  expect(await reply([folder], folder)).toMatchObject({ status: EXIT.unusable, stdout: "" });
  const { status, stderr } = await reply([file], join(folder, "ra.zip"));
  expect(status).toBe(EXIT.unusable);
  expect(stderr).toContain("Chưa lập được tệp trả lời");
  expect(readdirSync(folder)).toEqual(["khong ro.csv"]);
});

test("a name that ends like a folder makes one; one that may be either is asked about before anything is read", async () => {
  const made = await reply([sample("trung-khanh-co-loi.xlsx")], `${join(folder, "tra", "loi")}/`);
  expect(made.status).toBe(EXIT.findings);
  expect(readdirSync(join(folder, "tra", "loi"))).toEqual([REPLY]);
  const unclear = await reply([sample("trung-khanh-co-loi.xlsx")], join(folder, "rep"));
  expect(unclear.status).toBe(EXIT.unusable);
  expect(unclear.stderr).toContain("rep.zip");
  expect(readdirSync(folder)).toEqual(["tra"]);
});
