/**
 * No page of the pane breaks a rule of accessibility that a machine can see, in either language and either theme, empty
 * and filled; nor does the dialog of the ribbon's buttons. One pane goes through all of it: the tests build on each other.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Frame, Locator } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, type TryoutPage } from "./support/tryout";

const FOLDER = path.resolve("assets/samples");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
  opened = await openTryout(browser, tryout.url, null);
  pane = await paneFrame(opened.page);
  // Colours are looked at when they have come to rest.
  await opened.page.emulateMedia({ reducedMotion: "reduce" });
  // Not as a script of the page: its policy would not let it in.
  await pane.evaluate(AXE);
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const tabs = (): Locator => pane.getByRole("tab");
const settings = (): Locator => pane.locator("#settings");

/** Shows the pane in a theme; what was kept before is told to it as if the user had come back to it. */
async function showTheme(frame: Frame, theme: "light" | "dark"): Promise<void> {
  await frame.evaluate((chosen) => {
    localStorage.setItem("bieu-su.appearance", chosen);
    window.dispatchEvent(new Event("focus"));
  }, theme);
  await frame.locator(`html[data-theme=${theme}]`).waitFor();
}

/** What axe finds in the pane as it is now, in both themes: rule, and where. The dark one differs by colours alone. */
async function violations(frame: Frame = pane): Promise<readonly string[]> {
  await showTheme(frame, "light");
  const inLight = await run(frame, {});
  await showTheme(frame, "dark");
  const inDark = await run(frame, { runOnly: ["color-contrast"] });
  await showTheme(frame, "light");
  return [...inLight, ...inDark.map((violation) => `dark: ${violation}`)];
}

async function run(frame: Frame, options: RunOptions): Promise<readonly string[]> {
  const results = await frame.evaluate(async (wanted) => {
    // What is still fading in has no colours to be judged.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    return (await axe.run(wanted)).violations;
  }, options);
  return results.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/** Resolves when the page in view is there and does nothing. */
async function rest(): Promise<void> {
  await shown().locator("h1").waitFor();
  await pane.waitForFunction(() => !document.querySelector("[role=tabpanel]:not([hidden]) .busy"));
}

const openDetails = (): Promise<void> =>
  shown()
    .locator("details")
    .evaluateAll((all: HTMLDetailsElement[]) => all.forEach((details) => (details.open = true)));

async function violationsOfPages(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const tab of await tabs().all()) {
    await tab.click();
    await rest();
    await openDetails();
    found.push(...(await violations()));
  }
  return found;
}

/** Chooses in a list of the settings and comes back to the page that was in view. */
async function choose(list: string | RegExp, option: number): Promise<void> {
  await pane.locator(".tabs-settings").click();
  await settings().getByRole("combobox", { name: list }).click();
  await pane.getByRole("option").nth(option).click();
  // Another role shows its pages at once.
  if (await settings().isVisible()) await pane.locator(".tabs-settings").click();
}

const ROLES = { district: 0, province: 1 };
const takeRole = (role: keyof typeof ROLES): Promise<void> =>
  choose(/^(?:Phần việc|Part of the work)/, ROLES[role]);

/** Shows the pane in the language that it is not in. */
async function changeLanguage(): Promise<void> {
  const { lang } = await pane.evaluate(() => ({ lang: document.documentElement.lang }));
  await choose(/^(?:Ngôn ngữ|Language)/, lang.startsWith("vi") ? 1 : 0);
  await pane.waitForFunction((before) => document.documentElement.lang !== before, lang);
}

/** What `look` finds in the one language and in the other. */
async function inBothLanguages(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  const first = await look();
  await changeLanguage();
  return [...first, ...(await look())];
}

test("the first question, every page of both roles and the settings, before anything is done", async () => {
  await pane.locator(".role-answer").first().waitFor();
  expect(await violations()).toEqual([]);
  await pane.getByRole("button", { name: "English" }).click();
  await pane.locator("html[lang^=en]").waitFor();
  expect(await violations()).toEqual([]);

  await pane.locator(".role-answer").nth(ROLES.province).click();
  expect(await inBothLanguages(violationsOfPages)).toEqual([]);
  await takeRole("district");
  expect(
    await inBothLanguages(async () => {
      const ofPages = await violationsOfPages();
      await pane.locator(".tabs-settings").click();
      await settings().locator(".choice").first().waitFor();
      const ofSettings = await violations();
      await pane.locator(".tabs-settings").click();
      return [...ofPages, ...ofSettings];
    })
  ).toEqual([]);
});

test("a unit's pages, with the tables inserted and a row that needs a correction", async () => {
  await tabs().nth(0).click();
  await shown().getByRole("combobox").first().click();
  expect(await violations()).toEqual([]);
  await pane.getByRole("option").nth(3).click();
  await shown().locator(".button-primary").first().click();
  await shown().locator(".notice-success").waitFor();
  await tabs().nth(1).click();
  await shown().locator(".button-primary").first().click();
  await shown().locator("#entry-number").fill("154 - KH/BTGTU");
  await shown().locator(".button-primary").click();
  await shown().locator(".notice-success").waitFor();
  await tabs().nth(2).click();
  await shown().locator(".button-primary").click();
  await shown().locator(".finding-why").first().click();
  expect(await inBothLanguages(violationsOfPages)).toEqual([]);
});

test("with a preview, figures, the units of the round and the report", async () => {
  await takeRole("province");
  await tabs().nth(1).click();
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));
  await shown()
    .locator("input[type=file]")
    .setInputFiles(files.map((file) => path.join(FOLDER, file)));
  expect(
    await inBothLanguages(async () => {
      await shown().locator(".sums").first().waitFor();
      await rest();
      await openDetails();
      return violations();
    })
  ).toEqual([]);

  await shown().locator(".button-primary").click();
  await shown().locator(".notice-success").waitFor();
  await tabs().nth(2).click();
  await shown().locator(".ct-bar").first().waitFor({ state: "attached" });
  await shown().getByRole("row", { name: "Hạ Lang" }).getByRole("button").last().click();
  await tabs().nth(0).click();
  await shown().locator(".status-submitted, .status-late").first().waitFor();
  await tabs().nth(3).click();
  await shown().locator(".file-maker").waitFor();
  expect(await inBothLanguages(violationsOfPages)).toEqual([]);
});

test("the dialog in which a button of the ribbon tells what it did", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "Kiểm tra nhanh" }).click();
  const element = await page.locator("dialog iframe").elementHandle();
  const dialog = await element?.contentFrame();
  if (!dialog) throw new Error("The ribbon's button tells nothing.");
  await dialog.locator(".notice-warning").waitFor();
  await dialog.evaluate(AXE);
  expect(await violations(dialog)).toEqual([]);
  await dialog.locator(".button-primary:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
});
