/** The product works where there is no Internet: nothing that it shows or runs may ask any other host. */
import type { Browser } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, type TryoutPage } from "./support/tryout";

jest.setTimeout(60_000);

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

test("every page of the pane, reached from the ribbon, stays on this machine", async () => {
  const buttons = opened.page.locator(".ribbon-button");
  for (const button of await buttons.all()) {
    await button.click();
    const pane = await paneFrame(opened.page);
    await pane.getByRole("tabpanel").first().waitFor();
    await pane.evaluate(() => document.fonts.ready.then(() => undefined));
  }
  await opened.page.getByRole("status").filter({ hasText: "Sẵn sàng" }).waitFor();

  expect(opened.foreignRequests).toEqual([]);
  expect(opened.pageErrors).toEqual([]);
});

test("a request to another host would be noticed, from the page and from the pane", async () => {
  const pane = await paneFrame(opened.page);
  const ask = (url: string): Promise<unknown> => fetch(url).catch(() => undefined);

  await opened.page.evaluate(ask, "https://page.invalid/");
  await pane.evaluate(ask, "https://pane.invalid/");

  expect(opened.foreignRequests).toEqual(["https://page.invalid/", "https://pane.invalid/"]);
});
