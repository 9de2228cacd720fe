import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, Frame, Page } from "playwright-core";

/** A page in a browser, with a record of what must never happen on it. */
export interface TryoutPage {
  readonly page: Page;
  /** Addresses that were asked of any other host; must stay empty. */
  readonly foreignRequests: readonly string[];
  /** Errors that no code of the page or the pane has caught, and what their policies forbade; must stay empty. */
  readonly pageErrors: readonly string[];
  readonly close: () => Promise<void>;
}

/** A cell as it is stored and as it is shown. */
export interface ReadCell {
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly text: string;
}

/** The smallest screen that the product must look right on. */
const SCREEN = { width: 1366, height: 768 };

/** Whose work the pane shows where the workbook does not tell it; null: the pane asks. */
export type KnownRole = "district" | "province" | null;

/** What is to happen before anything of a page is loaded. */
export type Prepare = (page: Page) => Promise<unknown>;

/** Opens the try-out in a fresh browser context (no cache, no cookies) and waits until the grid is drawn. */
export async function openTryout(
  browser: Browser,
  url: string,
  role: KnownRole = "district",
  prepare?: Prepare
): Promise<TryoutPage> {
  const opened = await openPage(browser, url, async (page) => {
    if (role) await page.addInitScript((known) => localStorage.setItem("bieu-su.role", known), role);
    await prepare?.(page);
  });
  await opened.page.locator("canvas[id^=univer-sheet-main-canvas]").waitFor();
  return opened;
}

/** Opens a page in a fresh browser context. */
export async function openPage(browser: Browser, url: string, prepare?: Prepare): Promise<TryoutPage> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: SCREEN,
    locale: "vi-VN",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const foreignRequests: string[] = [];
  const pageErrors: string[] = [];
  const { host } = new URL(url);
  context.on("request", (request) => {
    if (isForeign(request.url(), host)) foreignRequests.push(request.url());
  });
  page.on("pageerror", (error) => pageErrors.push(error.stack ?? error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) pageErrors.push(message.text());
  });
  await prepare?.(page);
  await page.goto(url);
  return { page, foreignRequests, pageErrors, close: () => context.close() };
}

function isForeign(address: string, host: string): boolean {
  const url = new URL(address);
  return !["data:", "blob:", "about:"].includes(url.protocol) && url.host !== host;
}

/** The add-in's page in the task pane, once the genuine client in it has met the host. */
export async function paneFrame(page: Page): Promise<Frame> {
  const element = await page.locator("iframe.task-pane-frame").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The task pane has no page.");
  await frame.waitForFunction(() => "Office" in window && "onReady" in Office);
  await frame.evaluate(() => Office.onReady().then(() => undefined));
  return frame;
}

/** Shows the pages of a role, as a user does in the settings. */
export async function takeRole(pane: Frame, role: "Đơn vị gửi báo cáo" | "Tỉnh tổng hợp"): Promise<void> {
  await pane.getByRole("button", { name: "Cài đặt", exact: true }).click();
  await pane.getByRole("combobox", { name: "Phần việc" }).click();
  await pane.getByRole("option", { name: role, exact: true }).click();
  await pane.getByRole("button", { name: "Cài đặt", exact: true, expanded: false }).waitFor();
}

/** Goes to a cell of the active sheet as a user does: through the name box. */
export async function goToCell(page: Page, address: string): Promise<void> {
  const nameBox = page.locator("[data-u-comp=defined-name] input");
  await nameBox.fill(address);
  await nameBox.press("Enter");
  await page.waitForFunction((wanted) => {
    const range = window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange();
    return range?.getA1Notation() === wanted;
  }, address);
}

/** Types into a cell of the active sheet and presses Enter; resolves when the selection has moved on. */
export async function typeInCell(page: Page, address: string, text: string): Promise<void> {
  await goToCell(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForFunction((left) => {
    const range = window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange();
    return range?.getA1Notation() !== left;
  }, address);
}

/** Reads a cell from the grid itself, past the add-in and its host. */
export function readCell(page: Page, address: string, sheetName?: string): Promise<ReadCell> {
  return page.evaluate(
    ([at, name]) => {
      const workbook = window.spreadsheetApi?.getActiveWorkbook();
      const sheet = name === null ? workbook?.getActiveSheet() : workbook?.getSheetByName(name);
      if (!sheet) throw new Error(`No sheet ${name}.`);
      const range = sheet.getRange(at);
      const stored = sheet.getSheet().getCellRaw(range.getRow(), range.getColumn());
      const value = stored?.v ?? null;
      return {
        value: stored?.t === 3 ? Boolean(value) : value,
        formula: stored?.f ?? null,
        text: String(range.getDisplayValue() ?? ""),
      };
    },
    [address, sheetName ?? null] as const
  );
}

/** Waits until a cell of the active sheet holds this value. */
export async function waitForValue(page: Page, address: string, value: ReadCell["value"]): Promise<void> {
  await page.waitForFunction(
    ([at, wanted]) => {
      const sheet = window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet();
      const range = sheet?.getRange(at);
      if (!sheet || !range) return false;
      return (sheet.getSheet().getCellRaw(range.getRow(), range.getColumn())?.v ?? null) === wanted;
    },
    [address, value] as const
  );
}

/** The selection of the grid, such as `Trang_tính1!B2:C3`. */
export function selectedAddress(page: Page): Promise<string> {
  return page.evaluate(() => {
    const workbook = window.spreadsheetApi?.getActiveWorkbook();
    const range = workbook?.getActiveRange();
    return `${workbook?.getActiveSheet().getSheetName()}!${range?.getA1Notation() ?? ""}`;
  });
}

/** Keeps a picture of the page in test/artifacts, which git ignores. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.resolve("test/artifacts", `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}
