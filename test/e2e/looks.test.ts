/**
 * The pane as users get it: how much is loaded before it can be used and how soon it shows
 * something, its themes, its smallest width, and what the keyboard shows and reaches.
 */
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Frame, Locator, Page, Response } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { OFFICE_JS_PREFIX } from "../excel-host/serve/addresses";
import { launchChromium } from "./support/chromium";
import { openPage, paneFrame, takeRole, type TryoutPage } from "./support/tryout";

const SAMPLE = path.resolve("assets/samples/ha-lang-lan-1.xlsx");

/** What slow machines and lines are asked to load before the pane can be used, without Microsoft's library. */
const SCRIPT_BUDGET_IN_BYTES = 170_000;
const FIRST_PAINT_BUDGET_IN_MS = 1000;

/** What scripts hold that read or write files: names of parts of workbooks and documents. */
const OF_FILES = /"xl\/|"word\//;

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let page: Page;
let pane: Frame;
/** Addresses of the scripts that the pane has loaded. */
const loaded = new Set<string>();

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
  opened = await openPage(browser, tryout.url, async (created) => {
    created.on("response", noteScript);
    await created.addInitScript(noteFirstPaint);
    // Only where nothing is kept yet: the tests change what is.
    await created.addInitScript(() => (localStorage["bieu-su.role"] ??= "district"));
  });
  ({ page } = opened);
  pane = await paneFrame(page);
  await heading().waitFor();
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const heading = (): Locator => shown().getByRole("heading", { level: 1 });
const tabs = (): Locator => pane.getByRole("tab");

/** Notes the scripts of the pane and of its workers, but neither Microsoft's nor those of the page around it. */
function noteScript(response: Response): void {
  const { pathname } = new URL(response.url());
  if (
    !pathname.endsWith(".js") ||
    [OFFICE_JS_PREFIX, "/tryout/"].some((other) => pathname.startsWith(other))
  ) {
    return;
  }
  loaded.add(response.url());
}

async function scripts(): Promise<readonly { readonly name: string; readonly body: Buffer }[]> {
  return Promise.all(
    [...loaded].map(async (url) => {
      const response = await opened.page.request.get(url);
      return { name: new URL(url).pathname, body: await response.body() };
    })
  );
}

declare global {
  interface Window {
    /** Milliseconds on the clock of the frame. */
    paneTimes?: { ready?: number; painted?: number };
  }
}

/** Runs in every frame: notes when Office was ready and when the pane had drawn a page with a heading and a button. */
function noteFirstPaint(): void {
  const times: { ready?: number; painted?: number } = (window.paneTimes = {});
  let asked = false;
  const look = (): void => {
    if (!asked && typeof Office !== "undefined" && "onReady" in Office) {
      asked = true;
      void Office.onReady().then(() => (times.ready = performance.now()));
    }
    if (document.querySelector("#pane [role=tabpanel] h1") && document.querySelector("#pane .button")) {
      // Found before a frame is painted; it is on the screen with the next one.
      requestAnimationFrame(() => (times.painted = performance.now()));
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe("budgets", () => {
  test("the script until the first page is there", async () => {
    const sizes = (await scripts()).map(({ name, body }) => ({ name, size: gzipSync(body).length }));
    const total = sizes.reduce((sum, { size }) => sum + size, 0);
    expect(sizes.map(({ name }) => name)).toContain("/taskpane.js");
    expect(total < SCRIPT_BUDGET_IN_BYTES ? [] : sizes).toEqual([]);
  });

  test("what reads and writes files is loaded when it is first wanted", async () => {
    const ofFiles = async (): Promise<readonly string[]> =>
      (await scripts()).filter(({ body }) => OF_FILES.test(body.toString())).map(({ name }) => name);
    expect(await ofFiles()).toEqual([]);

    await takeRole(pane, "Tỉnh tổng hợp");
    await tabs().nth(1).click();
    await shown().locator("input[type=file]").setInputFiles(SAMPLE);
    await shown().getByText("2. Xem trước").first().waitFor();
    expect(await ofFiles()).not.toEqual([]);
  });

  test("the first page is there soon after Office is", async () => {
    const durations: number[] = [];
    for (let load = 0; load < 3; load++) {
      await reload();
      durations.push(
        await pane.evaluate(() => (window.paneTimes?.painted ?? NaN) - (window.paneTimes?.ready ?? NaN))
      );
    }
    const [, median = NaN] = durations.sort((one, other) => one - other);
    expect(median).toBeLessThan(FIRST_PAINT_BUDGET_IN_MS);
  });
});

/** Opens the pane's page again, in the same conversation with the host. */
async function reload(): Promise<void> {
  await Promise.all([pane.waitForNavigation(), pane.evaluate(() => window.location.reload())]);
  pane = await paneFrame(page);
  await pane.waitForFunction(() => window.paneTimes?.painted !== undefined);
}

/** Resolves when the pane is in that theme. */
async function waitForTheme(theme: "light" | "dark"): Promise<void> {
  await pane.locator(`html[data-theme=${theme}]`).waitFor();
}

const background = (): Promise<string> =>
  pane.evaluate(() => getComputedStyle(document.body).backgroundColor);

const LIGHT = "rgb(255, 255, 255)";

/** Chooses in a list of the settings, which are open. */
async function choose(list: string, option: string): Promise<void> {
  await pane.getByRole("combobox", { name: list }).click();
  await pane.getByRole("option", { name: option, exact: true }).click();
}

describe("themes", () => {
  test("as the machine, as Office, as the user says", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await waitForTheme("light");
    expect(await background()).toBe(LIGHT);
    await page.emulateMedia({ colorScheme: "dark" });
    await waitForTheme("dark");
    expect(await background()).not.toBe(LIGHT);

    // Excel on the web gives no theme; Excel for Windows gives this one as "Colorful".
    await pane.evaluate(() => {
      const look = { bodyBackgroundColor: "#E6E6E6", isDarkTheme: false };
      Object.defineProperty(Office.context, "officeTheme", { value: look, configurable: true });
      window.dispatchEvent(new Event("focus"));
    });
    await waitForTheme("light");

    await pane.getByRole("button", { name: "Cài đặt", exact: true }).click();
    await choose("Giao diện", "Tối");
    await waitForTheme("dark");
    await choose("Giao diện", "Theo máy");
    await waitForTheme("light");
    await pane.getByRole("button", { name: "Cài đặt", exact: true }).click();
    await pane.evaluate(() => Reflect.deleteProperty(Office.context, "officeTheme"));
    await page.emulateMedia({ colorScheme: null });
  });
});

/** The narrowest pane that Excel shows. */
const NARROW = 320;

describe("in the narrowest pane", () => {
  beforeAll(async () => {
    await page.addStyleTag({ content: `.task-pane-frame { width: ${NARROW}px !important; min-width: 0; }` });
    await pane.waitForFunction((width) => window.innerWidth === width, NARROW);
  });

  test.each([
    { language: "Tiếng Việt", settings: "Cài đặt" },
    { language: "English", settings: "Settings" },
  ])(
    "nothing is cut off, and every page has at most one first button: $language",
    async ({ language, settings }) => {
      await pane.getByRole("button", { name: "Cài đặt", exact: true }).click();
      await choose("Ngôn ngữ", language);
      expect(await cutOff()).toEqual([]);
      for (const role of [0, 1]) {
        await pane.locator("#settings [role=combobox]").first().click();
        await pane.getByRole("option").nth(role).click();
        // The other role's pages take the place of the settings; the same role leaves them open.
        const button = pane.getByRole("button", { name: settings, exact: true });
        if ((await button.getAttribute("aria-expanded")) === "true") await button.click();
        for (const tab of await tabs().all()) {
          await tab.click();
          await heading().waitFor();
          expect(await cutOff()).toEqual([]);
          expect(await shown().locator(".button-primary:visible").count()).toBeLessThan(2);
        }
        await button.click();
      }
      await pane.getByRole("button", { name: settings, exact: true }).click();
    }
  );
});

/** What reaches beyond the pane's edge, and tabs whose words do not fit. */
function cutOff(): Promise<readonly string[]> {
  return pane.evaluate(() => {
    const wide = [...document.querySelectorAll("#pane *")].filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest(".visually-hidden") &&
        element.getBoundingClientRect().right > window.innerWidth + 0.5
    );
    const squeezed = [...document.querySelectorAll("[role=tab]")].filter(
      (tab) => tab.scrollWidth > tab.clientWidth
    );
    return [...wide, ...squeezed].map(({ outerHTML }) => outerHTML.slice(0, 120));
  });
}

describe("the keyboard", () => {
  test.each([
    { colorScheme: "light", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "none" },
    { colorScheme: "dark", forcedColors: "active" },
  ] as const)("every stop is seen: $colorScheme, forced colours $forcedColors", async (media) => {
    await page.emulateMedia(media);
    await waitForTheme(media.colorScheme);
    await tabs().first().click();
    await tabs().first().focus();
    const stops = await walk();
    expect(stops.length).toBeGreaterThan(2);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    // No trap: the last stop leads out of the pane.
    expect(stops.length).toBeLessThan(MOST_STOPS);
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  });
});

/** More than any page has. */
const MOST_STOPS = 40;

interface Stop {
  readonly name: string;
  /** The element looks different with the focus. */
  readonly seen: boolean;
}

/** Goes through the page by Tab, until the focus leaves the pane. */
async function walk(): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    const before = await pane.evaluateHandle(() => document.activeElement);
    await page.keyboard.press("Tab");
    // The way out of a frame takes the browser a moment longer than the way to the next stop.
    await pane.waitForFunction((left) => document.activeElement !== left || !document.hasFocus(), before);
    const element = await pane.evaluateHandle(() => document.activeElement as HTMLElement | null);
    const name = await element.evaluate((found) =>
      found && found !== document.body && document.hasFocus()
        ? `${found.tagName} ${found.id} ${found.textContent?.slice(0, 40) ?? ""}`
        : null
    );
    if (name === null) break;
    const seen = await pane.waitForFunction(isFocusShown, element, { timeout: 1000 }).then(
      () => true,
      () => false
    );
    stops.push({ name, seen });
  }
  return stops;
}

/** Whether an outline or a frame of Fabric's stands around the focused element. */
function isFocusShown(element: HTMLElement | null): boolean {
  if (!element) return false;
  const frames = [null, "::before", "::after"].map((part) => getComputedStyle(element, part));
  return frames.some(
    ({ outlineStyle, outlineWidth, borderStyle, borderWidth, content }, index) =>
      (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) ||
      (index > 0 && content !== "none" && borderStyle !== "none" && parseFloat(borderWidth) >= 1)
  );
}
