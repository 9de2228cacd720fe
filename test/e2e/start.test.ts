/** How the page starts: in an Excel or a browser that is too old, without the client library, and what it forbids. */
import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openPage, openTryout, screenshot, type TryoutPage } from "./support/tryout";

const PANE_SCRIPT = /\/taskpane\.js$/;
const OFFICE_SCRIPT = /\/office\.js$/;

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let requested: string[];

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
});

beforeEach(() => {
  requested = [];
});

afterEach(() => opened.close());

const note = (page: Page): void => {
  page.on("request", (request) => requested.push(request.url()));
};

/** A browser of before 2021: without its functions, as Internet Explorer and the first Edge are. */
async function ageBrowser(page: Page): Promise<void> {
  note(page);
  await page.addInitScript(() => {
    Reflect.deleteProperty(Object, "hasOwn");
    Reflect.deleteProperty(Array.prototype, "at");
  });
}

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator("iframe.task-pane-frame").elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error("The task pane has no page.");
  return frame;
}

test("a browser that is too old is told so in both languages and loads neither pane nor Office", async () => {
  opened = await openPage(browser, `${tryout.url}taskpane.html?page=check`, ageBrowser);
  const { page } = opened;
  await page.getByRole("heading", { name: "Cần Excel hoặc trình duyệt mới hơn" }).waitFor();
  await page.getByRole("heading", { name: "A newer Excel or browser is needed" }).waitFor();
  expect(await page.locator("#too-old-address").innerText()).toBe(`${tryout.url}taskpane.html`);
  expect(await page.getByText("Đang mở Biểu Sử").isVisible()).toBe(false);
  await page.setViewportSize({ width: 320, height: 768 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await screenshot(page, "start-too-old");
  expect(requested.filter((url) => PANE_SCRIPT.test(url) || OFFICE_SCRIPT.test(url))).toEqual([]);
  expect(opened.pageErrors).toEqual([]);
});

test("an Excel without the functions needed shows the same in place of the pane", async () => {
  const manifest = await readFile("manifest.xml", "utf8");
  opened = await openTryout(browser, tryout.url, "district", async (page) => {
    note(page);
    await page.route("**/manifest.xml", (route) =>
      route.fulfill({ contentType: "text/xml", body: manifest.replace('"1.14"', '"1.9"') })
    );
  });
  const frame = await frameOf(opened.page);
  await frame.getByRole("heading", { name: "Cần Excel hoặc trình duyệt mới hơn" }).waitFor();
  expect(await frame.getByRole("tab").count()).toBe(0);
  expect(requested.some((url) => OFFICE_SCRIPT.test(url))).toBe(true);
  expect(opened.pageErrors).toEqual([]);
});

test("without the client library the pane says so, and comes when it is there again", async () => {
  let reachable = false;
  opened = await openTryout(browser, tryout.url, "district", async (page) => {
    await page.route("**/office-js/**", (route) => (reachable ? route.continue() : route.abort()));
  });
  const frame = await frameOf(opened.page);
  await frame.getByRole("heading", { name: "Không tải được thư viện Office" }).waitFor();
  // Files can be worked on meanwhile.
  await frame.getByRole("button", { name: "Làm việc với tệp, không cần Excel" }).click();
  await frame.getByRole("heading", { name: "Tải biểu mẫu" }).waitFor();
  await frame.evaluate(() => location.reload());
  await frame.getByRole("heading", { name: "Không tải được thư viện Office" }).waitFor();
  reachable = true;
  await frame.getByRole("button", { name: "Thử lại" }).click();
  await frame.getByRole("tab").first().waitFor();
  expect(opened.pageErrors).toEqual([]);
});

test("an Excel that does not answer is told of, and the pane comes when it does", async () => {
  opened = await openPage(browser, `${tryout.url}taskpane.html?_host_Info=Excel$Web$16.00`, async (page) => {
    await page.clock.install();
    await page.route("**/office.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: "window.Office = { HostType: {}, context: {}, onReady: function (call) { window.answer = call; } };",
      })
    );
  });
  const { page } = opened;
  await page.waitForFunction(() => "answer" in window);
  await page.clock.fastForward(20_000);
  await page.getByRole("heading", { name: "Excel chưa trả lời" }).waitFor();
  await page.evaluate(() => (window as unknown as { answer: (info: object) => void }).answer({ host: null }));
  await page.getByRole("tab").first().waitFor();
  expect(opened.pageErrors).toEqual([]);
});

test("nothing that stands in the page's text runs or paints, and nothing is asked elsewhere", async () => {
  opened = await openPage(browser, `${tryout.url}taskpane.html`);
  const { page } = opened;
  await page.getByRole("tab").first().waitFor();
  expect(opened.pageErrors).toEqual([]);

  const happened = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    const style = document.createElement("style");
    style.textContent = "body { letter-spacing: 7px }";
    const picture = document.createElement("div");
    picture.innerHTML = '<img src="data:,x" onerror="document.title = \'ran\'" style="letter-spacing: 7px">';
    document.body.append(script, style, picture);
    const fetched = await fetch("https://elsewhere.invalid/").then(
      () => true,
      () => false
    );
    // The page's own way to run text, not the test's.
    const timer = new Promise((resolve) => {
      window.setTimeout("document.title = 'ran'", 0);
      window.setTimeout(resolve, 0);
    });
    await timer;
    return {
      title: document.title,
      body: getComputedStyle(document.body).letterSpacing,
      picture: getComputedStyle(picture.firstElementChild!).letterSpacing,
      fetched,
    };
  });
  expect(happened).toEqual({ title: "Biểu Sử", body: "normal", picture: "normal", fetched: false });
  for (const directive of ["script-src", "style-src", "connect-src"]) {
    expect(opened.pageErrors.filter((error) => error.includes(directive))).not.toEqual([]);
  }
});
