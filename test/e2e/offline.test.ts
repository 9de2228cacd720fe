/** The product works where there is no Internet: nothing that it shows or runs may ask any other host. */
import type { Browser, Page } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, type TryoutPage } from "./support/tryout";

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;

beforeAll(async () => {
  browser = await launchChromium();
  tryout = await startTryout({ port: 0, build: false });
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
});

beforeEach(async () => {
  opened = await openTryout(browser, tryout.url);
});

afterEach(() => opened.close());

/** Ribbon buttons that work without the pane tell in a dialog how it went. */
const WITHOUT_PANE = /^(?:Chèn biểu mẫu|Kiểm tra nhanh|Vẽ tiến độ)$/;

async function closeDialog(page: Page): Promise<void> {
  const dialog = page.locator("dialog[open]");
  await dialog.frameLocator("iframe").locator(".notice").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

test("every page of the pane, reached from the ribbon, stays on this machine", async () => {
  const buttons = opened.page.locator(".ribbon-button");
  for (const button of await buttons.all()) {
    await button.click();
    if (WITHOUT_PANE.test((await button.innerText()).trim())) {
      await closeDialog(opened.page);
      continue;
    }
    const pane = await paneFrame(opened.page);
    await pane.getByRole("tabpanel").first().waitFor();
    await pane.evaluate(() => document.fonts.ready.then(() => undefined));
  }
  await opened.page.getByRole("status").filter({ hasText: "Sẵn sàng" }).waitFor();

  expect(opened.foreignRequests).toEqual([]);
  expect(opened.pageErrors).toEqual([]);
});

test("the policies of the page and of the pane forbid a request to another host; it would be noticed too", async () => {
  const { page, foreignRequests, pageErrors } = opened;
  const pane = await paneFrame(page);
  const ask = (url: string): Promise<unknown> => fetch(url).catch(() => undefined);

  await page.evaluate(ask, "https://page.invalid/");
  await pane.evaluate(ask, "https://pane.invalid/");
  for (const host of ["page.invalid", "pane.invalid"]) {
    expect(pageErrors.filter((error) => error.includes(host))).not.toEqual([]);
  }
  expect(foreignRequests).toEqual([]);

  // A page without a policy asks, and that is seen.
  const other = await page.context().newPage();
  await other.evaluate(ask, "https://other.invalid/");
  expect(foreignRequests).toEqual(["https://other.invalid/"]);
});
