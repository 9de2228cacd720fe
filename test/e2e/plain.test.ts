/** The page in a plain browser: the whole work from files into files, the same as the command line does it. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AxeResults } from "axe-core";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Download, Locator } from "playwright-core";
import type { Grid } from "../../src/domain/grid";
import { readWorkbook } from "../../src/files/readWorkbook";
import { deAn02 } from "../../src/schemes";
import { startTryout, type Tryout } from "../excel-host/serve";
import { buildCommandLine } from "../support/commandLine";
import { launchChromium } from "./support/chromium";
import { openPage, screenshot, type TryoutPage } from "./support/tryout";

const FOLDER = path.resolve("assets/samples");
const SAMPLES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".xlsx"))
  .map((file) => path.join(FOLDER, file));
const WITH_ERRORS = path.join(FOLDER, "trung-khanh-co-loi.xlsx");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SURVEY = deAn02.round("khao-sat-2023")!.name;

let tryout: Tryout;
let browser: Browser;
let folder: string;
let run: Awaited<ReturnType<typeof buildCommandLine>>;
let opened: TryoutPage;
let officeRequests: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "bieu-su-plain-"));
  [tryout, browser, run] = await Promise.all([
    startTryout({ port: 0, build: false }),
    launchChromium(),
    buildCommandLine(folder),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  officeRequests = [];
  opened = await openPage(browser, `${tryout.url}taskpane.html`, async (page) => {
    page.on("request", (request) => {
      if (request.url().includes("office-js")) officeRequests.push(request.url());
    });
  });
  await shown().waitFor();
});

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(officeRequests).toEqual([]);
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const shown = (): Locator => opened.page.locator("[role=tabpanel]:not([hidden])");
const button = (name: string): Locator => shown().getByRole("button", { name, exact: true });
const says = (text: string): Promise<void> => shown().getByText(text).first().waitFor();
const openTab = (name: string): Promise<void> => opened.page.getByRole("tab", { name }).click();
/** The page's field for the units' files, not the one for a single merged workbook. */
const submissions = (): Locator => shown().locator("input[type=file][multiple]");

async function choose(label: string, option: string): Promise<void> {
  await shown().getByRole("combobox", { name: label }).click();
  await opened.page.getByRole("option", { name: option, exact: true }).click();
}

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a button saves. */
async function saved(pressed: Locator): Promise<Saved> {
  const [download] = (await Promise.all([opened.page.waitForEvent("download"), pressed.press("Enter")])) as [
    Download,
    void,
  ];
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

const fromCommandLine = (file: string): Uint8Array => readFileSync(path.join(folder, file));

async function sheetsOf(bytes: Uint8Array): Promise<readonly Grid[]> {
  const reading = await readWorkbook(bytes, "x.xlsx");
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.workbook.sheets;
}

/** The text of a .docx, with its marks. */
function documentXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)["word/document.xml"]!);
}

test("template, check, merge, progress and report give what the command line gives", async () => {
  const { page } = opened;
  await says("Tải biểu mẫu");
  await page.getByText("không gửi đi đâu").waitFor();
  await screenshot(page, "plain-1-template");
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", SURVEY);
  const template = await saved(button("Tải Biểu 01 và Biểu 02 (.xlsx)"));
  await run("template", "--unit", "ha-lang", "--round", "khao-sat-2023", "-o", "template.xlsx");
  expect(template.name).toBe("Bao cao - ha-lang - khao-sat-2023.xlsx");
  expect(await sheetsOf(template.bytes)).toEqual(await sheetsOf(fromCommandLine("template.xlsx")));

  await openTab("Kiểm tra");
  await submissions().setInputFiles(WITH_ERRORS);
  await says("Kết quả");
  const { files } = JSON.parse(await run("check", WITH_ERRORS, "--json")) as {
    readonly files: readonly { readonly findings: readonly { readonly message: string }[] }[];
  };
  const messages = await shown().locator(".file-findings li").allInnerTexts();
  const expected = files[0]!.findings.map(({ message }) => message);
  expect(expected.length).toBeGreaterThan(10);
  expect(messages).toHaveLength(expected.length);
  for (const message of expected) expect(messages.join("\n")).toContain(message);
  await screenshot(page, "plain-2-check");
  const reply = await saved(button("Tải tệp trả lời"));
  await run("reply", WITH_ERRORS, "-o", folder);
  expect(await sheetsOf(reply.bytes)).toEqual(await sheetsOf(fromCommandLine(reply.name)));

  await openTab("Tổng hợp");
  await submissions().setInputFiles(SAMPLES);
  await says("2. Xem trước");
  await screenshot(page, "plain-3-merge");
  const merged = await saved(button("Tải sổ tính tổng hợp (.xlsx)"));
  await run("merge", ...SAMPLES, "-o", "merged.xlsx");
  expect(merged.name).toBe("Tong hop - khao-sat-2023.xlsx");
  expect(await sheetsOf(merged.bytes)).toEqual(await sheetsOf(fromCommandLine("merged.xlsx")));
  await says("chuyển sổ tính sang phần tải xuống");

  // What was merged is what the next pages are about.
  await button("Xem Tiến độ").click();
  await says("Chỉ tiêu của Đề án");
  const { targets } = JSON.parse(await run("progress", "merged.xlsx", "--json")) as {
    readonly targets: readonly { readonly done: number; readonly denominator: number }[];
  };
  await shown().getByText("Xem dạng bảng").click();
  const figures = await shown()
    .locator("details table.figures")
    .first()
    .locator("tbody tr td:nth-of-type(1)")
    .allInnerTexts();
  expect(figures).toEqual(targets.map(({ done, denominator }) => `${done}/${denominator}`));
  await shown().locator(".ct-bar").first().waitFor({ state: "attached" });
  expect(await shown().getByRole("button", { name: "Vẽ bảng Tiến độ" }).count()).toBe(0);
  await screenshot(page, "plain-4-progress");

  await openTab("Báo cáo");
  const report = await saved(button("Lập báo cáo (.docx)"));
  await run("report", "merged.xlsx", "-o", "report.docx");
  await run("report", "merged.xlsx", "-o", "report.txt", "--text");
  expect(documentXml(report.bytes)).toBe(documentXml(fromCommandLine("report.docx")));
  await button("Phần lời của báo cáo").click();
  const words = await shown().locator("textarea").inputValue();
  expect(words.trim()).toBe(strFromU8(fromCommandLine("report.txt")).trim());
  await screenshot(page, "plain-5-report");
});

/** A text table as a district without Excel sends it. */
function csv(name: string, published: string) {
  const stages = "Đã xuất bản (thời gian);Đã thông qua Hội đồng thẩm định;Đã tổ chức hội thảo bản thảo";
  const lines = [
    "Đơn vị: Huyện uỷ Hạ Lang",
    `Đợt báo cáo: ${SURVEY}`,
    `TT;Tên công trình;${stages};Đang tiến hành biên soạn;Kinh phí xã hội hóa`,
    `1;Lịch sử Đảng bộ xã An Lạc;${published};;;;`,
  ];
  return { name, mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8") };
}

test("last round's workbook is continued; conflicts are decided; a file that is none is refused", async () => {
  const { page } = opened;
  await openTab("Tổng hợp");
  const previous = shown().locator("input[type=file]:not([multiple])");
  await previous.setInputFiles(WITH_ERRORS);
  await says("Tệp trung-khanh-co-loi.xlsx không có bảng tổng hợp.");
  await run("merge", path.join(FOLDER, "ha-lang-lan-2.xlsx"), "-o", "earlier.xlsx");
  await previous.setInputFiles(path.join(folder, "earlier.xlsx"));
  await says("earlier.xlsx");

  await submissions().setInputFiles([csv("lan-1.csv", "quý I/2023"), csv("lan-2.csv", "quý II/2023")]);
  await says("Gộp tiếp vào các dòng của sổ tính tổng hợp lần trước.");
  const write = button("Tải sổ tính tổng hợp (.xlsx)");
  expect(await write.getAttribute("aria-disabled")).toBe("true");
  await shown().getByRole("button", { name: "Lấy tất cả giá trị mới" }).press("Enter");
  await page.waitForFunction(() => !document.querySelector("[aria-disabled=true]"));
  await screenshot(page, "plain-6-conflict");
  const merged = await saved(write);
  const earlier = await sheetsOf(fromCommandLine("earlier.xlsx"));
  const now = await sheetsOf(merged.bytes);
  const rows = (sheets: readonly Grid[]): number =>
    sheets.find(({ sheet }) => sheet === "Tổng hợp 02")?.values.length ?? 0;
  expect(rows(now)).toBeGreaterThanOrEqual(rows(earlier));
  expect(JSON.stringify(now)).toMatch(/quý I{1,2}\/2023/);
});

async function violations(): Promise<readonly string[]> {
  const found = await opened.page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
    return (await axe.run()).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test.each(["Tiếng Việt", "English"])(
  "%s: no page breaks a rule of accessibility, none is wider than a small screen, all come by keyboard",
  async (language) => {
    const { page } = opened;
    await page.evaluate(AXE);
    await page.locator(".tabs-settings").press("Enter");
    await page.getByRole("combobox", { name: "Ngôn ngữ" }).press("Enter");
    await page.getByRole("option", { name: language, exact: true }).click();
    expect(await violations()).toEqual([]);
    await page.getByRole("tab").first().click();
    for (let index = 0; index < (await page.getByRole("tab").count()); index++) {
      if (index > 0) {
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("Enter");
      }
      await shown().getByRole("heading", { level: 1 }).waitFor();
      expect(await page.getByRole("tab").nth(index).getAttribute("aria-selected")).toBe("true");
      expect(await violations()).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await screenshot(page, `plain-small-${index}-${language}`);
      await page.setViewportSize({ width: 1366, height: 768 });
    }
  }
);
