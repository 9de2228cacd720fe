/** New, Open and Save on the try-out page, with the add-in's frame beside it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";
import type { Browser, Download, Frame, Page } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import {
  goToCell,
  openTryout,
  paneFrame,
  readCell,
  screenshot,
  typeInCell,
  waitForValue,
  type TryoutPage,
} from "./support/tryout";

const SAMPLE = "thach-an.xlsx";

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let page: Page;

beforeAll(async () => {
  const probe = path.join(__dirname, "support/probe");
  browser = await launchChromium();
  tryout = await startTryout({ port: 0, build: false, extraMounts: [{ prefix: "/", directory: probe }] });
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
});

beforeEach(async () => {
  opened = await openTryout(browser, tryout.url);
  page = opened.page;
  await paneFrame(page);
});

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const button = (name: string) => page.getByRole("button", { name, exact: true });

async function openSample(): Promise<void> {
  await page.locator(".samples summary").click();
  await button(`Mở ${SAMPLE}`).click();
}

/** Waits until the workbook of that name is shown and the pane has met it. */
async function shown(name: string): Promise<Frame> {
  await page.locator(".title-bar-workbook", { hasText: name }).waitFor();
  await page.locator("canvas[id^=univer-sheet-main-canvas]").waitFor();
  return paneFrame(page);
}

async function saved(
  press: () => Promise<void>
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = (await Promise.all([page.waitForEvent("download"), press()])) as [Download, void];
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

test("a sample is opened in the sheet, seen by the pane, edited, saved and read again", async () => {
  await openSample();
  const pane = await shown("thach-an");
  const original = await readXlsx(await readFile(path.join("assets/samples", SAMPLE)));
  const seen = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name");
      const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).load("values");
      await context.sync();
      return { sheets: sheets.items.map(({ name }) => name), values: used.values.flat() as unknown[] };
    })
  );
  expect(seen.sheets).toEqual(original.sheets.map(({ name }) => name));
  const texts = original.sheets[original.activeSheet ?? 0]?.rows
    .flat()
    .filter((value) => typeof value === "string");
  expect(seen.values).toEqual(expect.arrayContaining(texts ?? []));
  await screenshot(page, "files-sample-opened");

  await typeInCell(page, "Z1", "đã sửa");
  const file = await saved(() => page.keyboard.press("Control+s"));

  expect(file.name).toBe(SAMPLE);
  const reread = await readXlsx(file.bytes);
  expect(reread.sheets[reread.activeSheet ?? 0]?.rows[0]?.[25]).toBe("đã sửa");
  expect(reread.sheets.map(({ name }) => name)).toEqual(seen.sheets);
  await page.getByRole("status").filter({ hasText: "Đã lưu" }).waitFor();
});

test("New gives an empty workbook, and asks first when there are changes", async () => {
  await typeInCell(page, "A1", "chưa lưu");

  await button("Mới").press("Enter");
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  expect(await question.innerText()).toContain("lưu các thay đổi trong “Sổ tính1”");
  await screenshot(page, "files-question");
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  expect(await readCell(page, "A1")).toMatchObject({ value: "chưa lưu" });

  await button("Mới").press("Enter");
  const file = await saved(() => page.keyboard.press("Enter"));
  expect(file.name).toBe("Sổ tính1.xlsx");
  await shown("Sổ tính2");
  await waitForValue(page, "A1", null);

  await button("Mới").click();
  await shown("Sổ tính3");
  expect(await page.getByRole("alertdialog").count()).toBe(0);
});

test("settings and properties belong to the workbook, and come back with its file", async () => {
  const pane = await paneFrame(page);
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.document.settings.set("don-vi", "ha-lang");
        Office.context.document.settings.saveAsync(() => resolve());
      })
  );
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.properties.custom.add("BieuSu.Unit", "ha-lang");
      await context.sync();
    })
  );
  const file = await saved(() => button("Lưu").click());

  await button("Mới").click();
  const empty = await shown("Sổ tính2");
  const inPane = (frame: Frame) =>
    frame.evaluate(() =>
      Excel.run(async (context) => {
        const custom = context.workbook.properties.custom.load("items/key");
        await context.sync();
        return [
          Office.context.document.settings.get("don-vi") as unknown,
          custom.items.map(({ key }) => key),
        ];
      })
    );
  expect(await inPane(empty)).toEqual([null, []]);

  await page.setInputFiles("input[type=file]", {
    name: "Hạ Lang.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(file.bytes),
  });
  expect(await inPane(await shown("Hạ Lang"))).toEqual(["ha-lang", ["BieuSu.Unit"]]);
});

test("a file that cannot be opened is named with the reason, and the workbook stays", async () => {
  await typeInCell(page, "A1", "còn nguyên");
  await page.setInputFiles("input[type=file]", {
    name: "hong.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("không phải sổ tính"),
  });

  const message = page.getByRole("alertdialog");
  await message.waitFor();
  expect(await message.innerText()).toContain("Không mở được “hong.xlsx”: đây không phải là sổ tính");
  await page.keyboard.press("Enter");
  await message.waitFor({ state: "detached" });
  expect(await readCell(page, "A1")).toMatchObject({ value: "còn nguyên" });
});

test("rows of a protected sheet stay where they are, with a message that says why", async () => {
  const pane = await paneFrame(page);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1:A3").values = [["một"], ["hai"], ["ba"]];
      sheet.getRange("A1:B3").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    })
  );
  const refused = page.getByRole("status").filter({ hasText: "Trang tính được bảo vệ: không chèn" });
  const attempts = ["insertRow", "deleteRow", "merge"] as const;
  for (const attempt of attempts) {
    await goToCell(page, "A2:B3");
    await page.evaluate((what) => {
      const sheet = window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet();
      if (what === "insertRow") sheet?.insertRows(1, 1);
      if (what === "deleteRow") sheet?.deleteRows(1, 1);
      if (what === "merge") sheet?.getRange("A2:B3").merge();
    }, attempt);
    await refused.waitFor();
  }
  expect(await readCell(page, "A2")).toMatchObject({ value: "hai" });
  expect(await readCell(page, "A3")).toMatchObject({ value: "ba" });
  const merges = await page.evaluate(
    () => window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet().getMergeData().length
  );
  expect(merges).toBe(0);

  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.protection.unprotect();
      sheet.protection.protect({ allowInsertRows: true });
      await context.sync();
    })
  );
  await page.evaluate(() => window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet().insertRows(1, 1));
  await waitForValue(page, "A3", "hai");
});
