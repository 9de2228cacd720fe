/** The command line as a user runs it. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bundledProgram, type Run, SAMPLES } from "./program";

const { folder, run, remove } = bundledProgram();

afterAll(remove);

const json = <T>({ stdout }: Run): T => JSON.parse(stdout) as T;

interface CheckDocument {
  files: {
    file: string;
    unit: string;
    error?: { code: string };
    forms: unknown[];
    findings: { rule: string; cell: string }[];
  }[];
  summary: Record<string, number>;
}

interface MergeDocument {
  accounted: Record<"read" | "merged" | "duplicate" | "rejected", number>;
  rows: Record<string, number>;
  units: { unit: string; status: string; files: string[] }[];
  conflicts: unknown[];
  beside: { sheet: string; address: string }[];
  unread: { sheet: string; row: number; reason: string }[];
  files: { file: string; error?: { code: string; message: string } }[];
}

interface ProgressDocument {
  asOf: string;
  targets: { id: string; done: number; percent: number; goalPercent: number; met: boolean }[];
  units: { unit: string; stages: Record<string, number>; manuscript: number; funds: number }[];
  funds: number;
}

test("a template is found again with both its forms and no rows", async () => {
  expect(
    (await run("template", "--unit", "ha-lang", "--round", "khao-sat-2023", "-o", "f.xlsx")).status
  ).toBe(0);
  const checked = await run("check", "f.xlsx", "--json");
  expect(checked.status).toBe(0);
  expect(json<CheckDocument>(checked)).toMatchObject({
    files: [
      {
        unit: "ha-lang",
        round: "khao-sat-2023",
        format: "xlsx",
        forms: [
          { form: "bieu-01", sheet: "Biểu 01", rows: 0 },
          { form: "bieu-02", sheet: "Biểu 02", rows: 0 },
        ],
        findings: [],
      },
    ],
    summary: { files: 1, unreadable: 0, rows: 0, errors: 0, warnings: 0, infos: 0 },
  });
});

test("--all makes a template for each of the 14 units", async () => {
  const { stdout, status } = await run(
    "template",
    "--all",
    "--round",
    "hang-nam-2024",
    "-o",
    "all",
    "--json"
  );
  const { files } = JSON.parse(stdout) as { files: { file: string }[] };
  expect([status, files.length]).toEqual([0, 14]);
  expect(files.every(({ file }) => existsSync(join(folder, file)))).toBe(true);
});

test("the samples merge, and Hạ Lang stands where it stood on 30/5/2023", async () => {
  const merged = await run("merge", SAMPLES, "-o", "m.xlsx", "--json", "--as-of", "2023-06-30");
  expect(merged.status).toBe(1); // one of the samples has errors on purpose
  const { accounted, units, rows } = json<MergeDocument>(merged);
  expect(accounted.read).toBe(accounted.merged + accounted.duplicate + accounted.rejected);
  expect(rows).toEqual({ "bieu-01": 14, "bieu-02": 26 });
  expect(units.find(({ unit }) => unit === "ha-lang")).toEqual({
    unit: "ha-lang",
    status: "submitted",
    files: ["ha-lang-lan-1.xlsx", "ha-lang-lan-2.xlsx"],
  });
  expect(units.filter(({ status }) => status === "missing").map(({ unit }) => unit)).toEqual([
    "ha-quang",
    "hoa-an",
    "nguyen-binh",
    "quang-hoa",
  ]);

  const progress = json<ProgressDocument>(await run("progress", "m.xlsx", "--json", "--as-of", "2023-06-30"));
  expect(progress.units.find(({ unit }) => unit === "ha-lang")).toMatchObject({
    stages: { published: 8, workshop: 5, appraised: 0, compiling: 0 },
    manuscript: 13,
  });
  expect(progress.targets.map(({ id }) => id)).toEqual([
    "province",
    "district",
    "commune-manuscript",
    "commune-published",
    "sector",
  ]);

  // Merging the same files into the result changes nothing, to the byte.
  const again = await run(
    "merge",
    SAMPLES,
    "--into",
    "m.xlsx",
    "-o",
    "m2.xlsx",
    "--json",
    "--as-of",
    "2023-06-30"
  );
  expect(json<MergeDocument>(again).accounted).toMatchObject({ merged: 0, rejected: 0 });
  expect(readFileSync(join(folder, "m2.xlsx")).equals(readFileSync(join(folder, "m.xlsx")))).toBe(true);
});

test("what was written beside the earlier tables is named: the new file does not have it", async () => {
  await run("merge", join(SAMPLES, "thach-an.xlsx"), "-o", "cu.xlsx");
  const parts = unzipSync(readFileSync(join(folder, "cu.xlsx")));
  const sheet = "xl/worksheets/sheet3.xml";
  const remark = '<c r="Z4" t="inlineStr"><is><t>đã gọi ngày 3/6</t></is></c>';
  const edited = strFromU8(parts[sheet]!).replace(/(<row r="4".*?)<\/row>/, `$1${remark}</row>`);
  writeFileSync(join(folder, "cu.xlsx"), zipSync({ ...parts, [sheet]: strToU8(edited) }));
  const call = ["merge", join(SAMPLES, "thach-an.xlsx"), "--into", "cu.xlsx", "-o", "moi.xlsx"];
  expect(json<MergeDocument>(await run(...call, "--json")).beside).toEqual([
    { sheet: "Tổng hợp 02", address: "Z4" },
  ]);
  expect((await run(...call)).stdout).toContain("Tổng hợp 02!Z4");
});

test("rows of the merged tables that are not read are named wherever they are missing", async () => {
  await run("merge", join(SAMPLES, "thach-an.xlsx"), "-o", "thieu.xlsx");
  expect(json<MergeDocument>(await run("progress", "thieu.xlsx", "--json")).unread).toEqual([]);
  const parts = unzipSync(readFileSync(join(folder, "thieu.xlsx")));
  const sheet = "xl/worksheets/sheet3.xml";
  const cell = (address: string, text: string) =>
    `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="40">${cell("B40", "Lịch sử Đảng bộ xã Lê Lai")}${cell("H40", "Thạch An")}</row>`,
    `<row r="41">${cell("B41", "Lịch sử Đảng bộ xã Đức Long")}</row>`,
    `<row r="42">${cell("C42", "5/2023")}${cell("H42", "Thạch An")}</row>`,
  ];
  const edited = strFromU8(parts[sheet]!).replace("</sheetData>", `${rows.join("")}</sheetData>`);
  writeFileSync(join(folder, "thieu.xlsx"), zipSync({ ...parts, [sheet]: strToU8(edited) }));
  const unread = [
    { sheet: "Tổng hợp 02", row: 41, reason: "unit-unknown" },
    { sheet: "Tổng hợp 02", row: 42, reason: "no-title" },
  ];
  const lines = [
    "trang “Tổng hợp 02” dòng 41: ô Đơn vị trống hoặc không rõ là đơn vị nào",
    "trang “Tổng hợp 02” dòng 42: thiếu tên công trình",
  ];
  const named = (text: string) => lines.filter((line) => text.includes(line));

  const merge = ["merge", join(SAMPLES, "thach-an.xlsx"), "--into", "thieu.xlsx", "-o", "du.xlsx"];
  const merged = json<MergeDocument>(await run(...merge, "--json"));
  expect(merged).toMatchObject({ unread, rows: { "bieu-02": 3 } });
  expect(named((await run(...merge)).stdout)).toEqual(lines);

  expect(json<MergeDocument>(await run("progress", "thieu.xlsx", "--json")).unread).toEqual(unread);
  expect(named((await run("progress", "thieu.xlsx")).stdout)).toEqual(lines);

  const report = ["report", "thieu.xlsx", "-o", "bao-cao.docx"];
  expect(json<MergeDocument>(await run(...report, "--json")).unread).toEqual(unread);
  const { stdout, stderr } = await run(...report);
  expect(named(stderr)).toEqual(lines);
  expect(named(stdout)).toEqual([]);
});

test("files that are no workbooks are named, and the others are merged", async () => {
  const inbox = join(folder, "inbox");
  mkdirSync(inbox);
  copyFileSync(join(SAMPLES, "thach-an.xlsx"), join(inbox, "thach-an.xlsx"));
  writeFileSync(join(inbox, "anh.xlsx"), Buffer.from("89504e470d0a1a0a0000", "hex"));
  writeFileSync(
    join(inbox, "ha-lang.xlsx"),
    readFileSync(join(SAMPLES, "ha-lang-lan-2.xlsx")).subarray(0, 6000)
  );
  const merged = await run("merge", "inbox", "-o", "partly.xlsx", "--json");
  const { files, rows } = json<MergeDocument>(merged);
  expect(merged.status).toBe(2);
  expect(files.filter(({ error }) => error).map(({ file, error }) => [file, error?.code])).toEqual([
    ["anh.xlsx", "not-a-workbook"],
    ["ha-lang.xlsx", "damaged"],
  ]);
  expect(rows).toEqual({ "bieu-01": 3, "bieu-02": 2 });
});

test("folders inside a folder are not read, which is said beside what is printed", async () => {
  const inside = join(folder, "theo-don-vi", "thach-an");
  mkdirSync(inside, { recursive: true });
  copyFileSync(join(SAMPLES, "thach-an.xlsx"), join(inside, "thach-an.xlsx"));
  const checked = await run("check", "theo-don-vi", "--json");
  expect(json<CheckDocument>(checked).files).toEqual([]);
  expect(checked.stderr).toContain(`Chưa đọc 1 thư mục con: ${join("theo-don-vi", "thach-an")}.`);
  const named = await run("check", "theo-don-vi", join("theo-don-vi", "thach-an"), "--json");
  expect(json<CheckDocument>(named).files).toHaveLength(1);
  expect(named.stderr).not.toContain("thư mục con");
});

test("a path that leads nowhere is an error of that one file, whatever the reason", async () => {
  const inbox = join(folder, "vong");
  mkdirSync(inbox);
  copyFileSync(join(SAMPLES, "thach-an.xlsx"), join(inbox, "thach-an.xlsx"));
  symlinkSync("self.xlsx", join(inbox, "self.xlsx"));
  const inside = join("vong", "thach-an.xlsx", "x.xlsx");
  const long = join("vong", `${"x".repeat(300)}.xlsx`);
  const checked = await run("check", "vong", inside, long, "--json");
  expect(checked.status).toBe(2);
  expect(json<CheckDocument>(checked).files.map(({ file, error }) => [file, error?.code])).toEqual([
    [join("vong", "self.xlsx"), "not-readable"],
    [join("vong", "thach-an.xlsx"), undefined],
    [inside, "not-readable"],
    [long, "not-readable"],
  ]);
});

test("no file name, sheet name or cell commands the terminal", async () => {
  const inbox = join(folder, "dieu-khien");
  mkdirSync(inbox);
  await run("template", "--unit", "ha-lang", "--round", "khao-sat-2023", "-o", "trang.xlsx");
  const parts = unzipSync(readFileSync(join(folder, "trang.xlsx")));
  const main = "xl/workbook.xml";
  const renamed = strFromU8(parts[main]!).replace('name="Biểu 01"', 'name="Biểu 01\u009b31m"');
  const name = "ha-lang\u001b[31m\n  Lỗi giả\u202e.xlsx";
  writeFileSync(join(inbox, name), zipSync({ ...parts, [main]: strToU8(renamed) }));
  writeFileSync(join(inbox, "trong\u001b[2J.xlsx"), "");
  mkdirSync(join(inbox, "con\u001b[2J"));
  const obeyed = /[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]/u;
  for (const call of [["check"], ["merge", "--dry-run", "-o", "x.xlsx"], ["reply", "-o", "thu.zip"]]) {
    const [command = "", ...options] = call;
    for (const form of [[], ["--json"]]) {
      const { stdout, stderr } = await run(command, "dieu-khien", ...options, ...form);
      expect(stdout).toContain("ha-lang");
      expect(stderr).toContain("con\ufffd[2J");
      expect(stdout + stderr).not.toMatch(obeyed);
      expect(stdout).not.toMatch(/^ {2}Lỗi giả/m);
    }
  }
  expect((await run("check", "--\u001b[31m")).stderr).not.toMatch(obeyed);
  expect((await run("progress", "khong-co\u001b[31m.xlsx")).stderr).not.toMatch(obeyed);
}, 60_000);

test("--dry-run writes nothing", async () => {
  const { status } = await run("merge", join(SAMPLES, "thach-an.xlsx"), "-o", "never.xlsx", "--dry-run");
  expect(status).toBe(0);
  expect(existsSync(join(folder, "never.xlsx"))).toBe(false);
});

test.each([
  [["check", "khong-co.xlsx"], "khong-co.xlsx", "stdout"],
  [["check", "--unit", "ha-noi", "f.xlsx"], "ha-lang", "stderr"],
  [["template", "--unit", "ha-lang", "--round", "khao-sat-2099", "-o", "x.xlsx"], "khao-sat-2023", "stderr"],
  [["template", "-o", "x.xlsx"], "--all", "stderr"],
  [["template", "--unit", "ha-lang", "-o", "khong-co/x.xlsx"], "khong-co/x.xlsx", "stderr"],
  [["progress", join(SAMPLES, "thach-an.xlsx")], "bieu-su merge", "stderr"],
  [["check", join(SAMPLES, "thach-an.xlsx"), "--as-of", "30/6/2023"], "YYYY-MM-DD", "stderr"],
  [["merge", join(SAMPLES, "thach-an.xlsx"), "-o", join(SAMPLES, "thach-an.xlsx")], "-o", "stderr"],
  [["khong-co-lenh"], "khong-co-lenh", "stderr"],
] as const)("%j ends with 2 and says why", async (args, expected, stream) => {
  const result = await run(...args);
  expect(result.status).toBe(2);
  expect(result[stream]).toContain(expected);
});

test("messages come in English on request, and in text with their place", async () => {
  const { stdout, status } = await run("check", join(SAMPLES, "trung-khanh-co-loi.xlsx"), "--lang", "en");
  expect(status).toBe(1);
  expect(stdout).toContain(
    "ERROR Biểu 01!C7: There is no such day as “31/4/2023”. Compare with the document."
  );
});

test("the report holds the numbers of progress, twice the same bytes", async () => {
  const day = ["--as-of", "2023-06-30"];
  await run("merge", SAMPLES, "-o", "bao-cao.xlsx", ...day);
  const progress = json<{ targets: { done: number; denominator: number }[]; trend: unknown[] }>(
    await run("progress", "bao-cao.xlsx", "--json", ...day)
  );
  const written = await run("report", "bao-cao.xlsx", "-o", "bao-cao.docx", "--json", ...day);
  expect([written.status, json<{ gaps: string[] }>(written).gaps.length > 10]).toEqual([0, true]);
  await run("report", "bao-cao.xlsx", "-o", "bao-cao-2.docx", ...day);
  const [first, second] = ["bao-cao.docx", "bao-cao-2.docx"].map((name) => readFileSync(join(folder, name)));
  expect(first!.equals(second!)).toBe(true);
  await run("report", "bao-cao.xlsx", "-o", "bao-cao.txt", "--text", ...day);
  const text = readFileSync(join(folder, "bao-cao.txt"), "utf8");
  for (const { done, denominator } of progress.targets) expect(text).toContain(`\t${done}/${denominator}\t`);
  // The day of the merge is remembered in the workbook.
  expect(progress.trend).toHaveLength(1);
});

test("a workbook that is not merged gives no report", async () => {
  const made = await run("template", "--unit", "ha-lang", "--round", "khao-sat-2023", "-o", "trong.xlsx");
  const refused = await run("report", "trong.xlsx", "-o", "khong-co.docx");
  expect([made.status, refused.status]).toEqual([0, 2]);
  expect(refused.stderr).toContain("trong.xlsx");
  expect(existsSync(join(folder, "khong-co.docx"))).toBe(false);
});
