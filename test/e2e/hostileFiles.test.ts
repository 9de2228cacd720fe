/** Files that are broken or meant to hurt, all at once in the pane: each is refused or read, and the good one beside them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { HOSTILE_FILES } from "../integration/files/hostile/hostileFiles";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, screenshot } from "./support/tryout";

/** Larger files are read in Node only: handing them to the browser takes longer than reading them and shows no more. */
const MOST_BYTES = 10 * 1024 * 1024;

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

test("all but the largest through the pane's file reading, and a good file after it", async () => {
  const chosen = HOSTILE_FILES.filter(({ name, bytes, large = false }) => {
    if (large) return false;
    const content = bytes();
    if (content.length > MOST_BYTES) return false;
    writeFileSync(path.join(folder, name), content);
    return true;
  });
  const paths = chosen.map(({ name }) => path.join(folder, name));
  const { page, foreignRequests, pageErrors, close } = await openTryout(browser, tryout.url, "province");
  const pane = await paneFrame(page);
  await pane.getByRole("tab", { name: "Tổng hợp" }).click();
  const shown = pane.locator("[role=tabpanel]:not([hidden])");
  await shown.locator("input[type=file]").setInputFiles([...paths, path.resolve("assets/samples", SAMPLE)]);
  await shown.getByText("2. Xem trước").first().waitFor({ timeout: 240_000 });

  const said = await shown.innerText();
  expect(said).toContain(SAMPLE);
  for (const { name, outcome, says = "" } of chosen) {
    expect(said).toContain(name);
    if (outcome !== "read") expect(said).toContain(says);
  }
  const refusals = chosen.filter(({ outcome }) => outcome !== "read");
  const silent = refusals.filter(({ name }) => !said.includes(`“${name}”`)).map(({ name }) => name);
  expect(silent).toEqual([]);
  await screenshot(page, "hostile-files");
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
  await close();
});
