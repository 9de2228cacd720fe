/** `bieu-su reply` as the command runs, without a process of its own. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { CallError } from "../../../src/cli/callError";
import { EXIT } from "../../../src/cli/exit";
import { runReply, type ReplyCall } from "../../../src/cli/reply";
import { deAn02 } from "../../../src/schemes";

const SAMPLES = join(__dirname, "../../../assets/samples");
const REPLY = "Tra loi - trung-khanh - khao-sat-2023.xlsx";

let folder: string;
let printed: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bieu-su-reply-"));
  printed = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const reply = (paths: readonly string[], output: string, more: Partial<ReplyCall> = {}) =>
  runReply({ scheme: deAn02, paths, output, asOf: "2023-06-30", lang: "vi", ...more });

const sample = (name: string) => join(SAMPLES, name);

test("all units in one zip, the same bytes each time", async () => {
  const [one, two] = [join(folder, "a.zip"), join(folder, "b.zip")];
  expect(await reply([SAMPLES], one)).toBe(EXIT.findings);
  await reply([SAMPLES], two);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  const names = Object.keys(unzipSync(readFileSync(one)));
  expect(names).toContain(REPLY);
  expect(names.every((name) => /^[\x20-\x7e]+\.xlsx$/.test(name))).toBe(true);
  expect(printed).toContain("Đã lập 5 thư trả lời");
}, 60_000);

test("a folder gets one file for each unit; JSON says what was made and of what", async () => {
  expect(await reply([sample("trung-khanh-co-loi.xlsx")], folder, { json: true })).toBe(EXIT.findings);
  expect(readdirSync(folder)).toEqual([REPLY]);
  expect(JSON.parse(printed)).toMatchObject({
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
  expect(await reply([sent], join(folder, "ra.zip"))).toBe(EXIT.unusable);
  expect(printed).toContain("Chưa trả lời được tệp khong ro.csv: Không rõ tệp khong ro.csv của đơn vị nào");
  expect(printed).toContain("Chưa trả lời được tệp hong.xlsx");
  expect(printed).toContain("quan-su: Tra loi - quan-su - khao-sat-2023.xlsx");
});

test("nothing is written over what was sent, and nothing without anybody to answer", async () => {
  const file = join(folder, "khong ro.csv");
  writeFileSync(file, "Số văn bản,Thời gian,Trích yếu\n1-KH/HU,1/2/2023,Kế hoạch\n");
  await expect(reply([folder], folder)).rejects.toThrow(CallError);
  await expect(reply([file], join(folder, "ra.zip"))).rejects.toThrow("Không có tệp nào biết được");
  expect(readdirSync(folder)).toEqual(["khong ro.csv"]);
});
