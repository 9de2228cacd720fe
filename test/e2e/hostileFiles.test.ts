/** Files that are broken or meant to hurt, all at once in the pane: each is refused or read, and the good one beside them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { HOSTILE_FILES } from "../integration/files/hostile/hostileFiles";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, screenshot } from "./support/tryout";

jest.setTimeout(180_000);

const SAMPLE = "thach-an.xlsx";

let tryout: Tryout;
let browser: Browser;
const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
  rmSync(folder, { recursive: true });
});

test("the whole set through the pane's file reading, and a good file after it", async () => {
  const paths = HOSTILE_FILES.map(({ name, bytes }) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes());
    return file;
  });
  const { page, foreignRequests, pageErrors, close } = await openTryout(browser, tryout.url, "province");
  const pane = await paneFrame(page);
  await pane.getByRole("tab", { name: "Tổng hợp" }).click();
  const shown = pane.locator("[role=tabpanel]:not([hidden])");
  await shown.locator("input[type=file]").setInputFiles([...paths, path.resolve("assets/samples", SAMPLE)]);
  await shown.getByText("2. Xem trước").first().waitFor({ timeout: 120_000 });

  const said = await shown.innerText();
  expect(said).toContain(SAMPLE);
  for (const { name, outcome, says = "" } of HOSTILE_FILES) {
    expect(said).toContain(name);
    if (outcome !== "read") expect(said).toContain(says);
  }
  const refusals = HOSTILE_FILES.filter(({ outcome }) => outcome !== "read");
  const silent = refusals.filter(({ name }) => !said.includes(`“${name}”`)).map(({ name }) => name);
  expect(silent).toEqual([]);
  await screenshot(page, "hostile-files");
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
  await close();
});
