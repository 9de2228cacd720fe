/**
 * No page of the pane breaks a rule of accessibility that a machine can see, in either language and either theme, empty
 * and filled.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, Frame, Locator } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { type KnownRole, openTryout, paneFrame, type TryoutPage } from "./support/tryout";

jest.setTimeout(120_000);

const FOLDER = path.resolve("assets/samples");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
});

async function open(role: KnownRole): Promise<void> {
  opened = await openTryout(browser, tryout.url, role);
  pane = await paneFrame(opened.page);
  // Colours are looked at when they have come to rest.
  await opened.page.emulateMedia({ reducedMotion: "reduce" });
  // Not as a script of the page: its policy would not let it in.
  await pane.evaluate(AXE);
}

afterEach(() => opened.close());

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const tabs = (): Locator => pane.getByRole("tab");

/** Shows the pane in a theme; what was kept before is told to it as if the user had come back to it. */
async function showTheme(theme: "light" | "dark"): Promise<void> {
  await pane.evaluate((chosen) => {
    localStorage.setItem("bieu-su.appearance", chosen);
    window.dispatchEvent(new Event("focus"));
  }, theme);
  await pane.locator(`html[data-theme=${theme}]`).waitFor();
}

/** What axe finds in the pane as it is now, in both themes: rule, and where. The dark one differs by colours alone. */
async function violations(): Promise<readonly string[]> {
  await showTheme("light");
  const inLight = await run({});
  await showTheme("dark");
  const inDark = await run({ runOnly: ["color-contrast"] });
  await showTheme("light");
  return [...inLight, ...inDark.map((violation) => `dark: ${violation}`)];
}

async function run(options: RunOptions): Promise<readonly string[]> {
  const results = await pane.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    return (await axe.run(wanted)).violations;
  }, options);
  return results.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function violationsOfPages(): Promise<readonly string[]> {
  const found: string[] = [];
  for (let index = 0; index < (await tabs().count()); index++) {
    await tabs().nth(index).click();
    await shown().locator("h1").waitFor();
    found.push(...(await violations()));
  }
  return found;
}

test.each(["Tiếng Việt", "English"])(
  "the first question, every page of both roles and the settings, before anything is done: %s",
  async (language) => {
    await open(null);
    const answers = pane.locator(".role-answer");
    await answers.first().waitFor();
    const change = pane.getByRole("button", { name: language, exact: true });
    if (await change.isVisible()) await change.click();
    expect(await violations()).toEqual([]);

    await answers.first().click();
    expect(await violationsOfPages()).toEqual([]);
    await pane.locator(".tabs-settings").click();
    await pane.locator("#settings .choice").first().waitFor();
    expect(await violations()).toEqual([]);

    await pane.locator("#settings").getByRole("combobox").first().click();
    await pane.getByRole("option").nth(1).click();
    expect(await violationsOfPages()).toEqual([]);
  }
);

test("a unit's pages, with the tables inserted", async () => {
  await open("district");
  await shown().getByRole("combobox").first().click();
  expect(await violations()).toEqual([]);
  await pane.getByRole("option").nth(3).click();
  await shown().locator(".button-primary").first().click();
  await shown().locator(".notice-success").waitFor();
  await tabs().getByText("Kiểm tra").click();
  await shown().locator(".button-primary").click();
  await shown().locator(".subject").waitFor();
  expect(await violationsOfPages()).toEqual([]);
});

test("with a preview, figures, the units of the round and the report", async () => {
  await open("province");
  await tabs().nth(1).click();
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));
  await shown()
    .locator("input[type=file]")
    .setInputFiles(files.map((file) => path.join(FOLDER, file)));
  await shown().getByText("2. Xem trước").first().waitFor();
  for (const summary of await shown().locator("summary").all()) await summary.click();
  expect(await violations()).toEqual([]);

  await shown().getByRole("button", { name: "Ghi vào sổ tính" }).click();
  await shown().getByText("vào tổng hợp và vẽ các trang").waitFor();
  await tabs().nth(2).click();
  await shown().getByText("Chỉ tiêu của Đề án").first().waitFor();
  await shown().locator(".ct-bar").first().waitFor({ state: "attached" });
  await shown().getByRole("row", { name: "Hạ Lang" }).getByRole("button").last().click();
  expect(await violations()).toEqual([]);

  await tabs().nth(0).click();
  await shown().locator(".status-submitted, .status-late").first().waitFor();
  expect(await violations()).toEqual([]);
  await tabs().nth(3).click();
  await shown().locator(".file-maker").waitFor();
  for (const summary of await shown().locator("summary").all()) await summary.click();
  expect(await violations()).toEqual([]);
});
