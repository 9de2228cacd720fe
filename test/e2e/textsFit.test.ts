/** Nothing that our sheets say is cut off: measured with letters as wide as those of Times New Roman. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { readAndCheck } from "../../src/domain/check";
import type { WorkbookContent } from "../../src/domain/grid";
import { planMerge } from "../../src/domain/merge/plan";
import { computeProgress } from "../../src/domain/progress/progress";
import { readWorkbook } from "../../src/files/readWorkbook";
import { mergedWorkbook } from "../../src/layout/merged";
import { replyWorkbook } from "../../src/layout/reply";
import type { WorkbookSpec } from "../../src/layout/sheetSpec";
import { templateWorkbook } from "../../src/layout/templates";
import { deAn02 as scheme, type Round, type Unit } from "../../src/schemes";
import { sampleState } from "../unit/layout/sampleState";
import { launchChromium } from "./support/chromium";
import { cutTexts } from "./support/cutTexts";

const SAMPLES = path.resolve("assets/samples");
const asOf = "2023-06-30";
const round = scheme.round("khao-sat-2023") as Round;

let browser: Browser;
let page: Page;
let workbooks: readonly WorkbookContent[];

beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage();
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));
  const read = await Promise.all(
    names.map((name) => readWorkbook(readFileSync(path.join(SAMPLES, name)), name))
  );
  workbooks = read.flatMap((result) => (result.ok ? [result.workbook] : []));
});

afterAll(() => browser?.close());

async function cutIn({ sheets }: WorkbookSpec): Promise<readonly string[]> {
  const cut: string[] = [];
  for (const sheet of sheets) {
    if (sheet.visibility !== "visible") continue;
    for (const { cell, text, wraps, width, height, needed } of await cutTexts(page, sheet)) {
      const room = wraps ? height : width;
      cut.push(`${sheet.name}!${cell}: ${Math.ceil(needed)} px where there are ${room}: ${text}`);
    }
  }
  return cut;
}

const units = [null, ...scheme.units].map((unit) => [unit?.name ?? "any unit", unit] as const);

test.each(units)("the template of %s", async (_, unit: Unit | null) => {
  expect(await cutIn(templateWorkbook({ scheme, unit, round }))).toEqual([]);
});

test("the merged workbook", async () => {
  const { state } = planMerge({ previous: null, workbooks, scheme, asOf, language: "vi", round });
  const figures = computeProgress(state, { scheme, asOf });
  expect(await cutIn(mergedWorkbook({ state, scheme, round, figures, asOf }))).toEqual([]);
});

test("the merged workbook of a round after the communes were merged, with every kind of work", async () => {
  const state = sampleState();
  const later = "2025-12-31";
  const figures = computeProgress(state, { scheme, asOf: later });
  const annual = scheme.round("hang-nam-2025") as Round;
  expect(await cutIn(mergedWorkbook({ state, scheme, round: annual, figures, asOf: later }))).toEqual([]);
});

test("the replies", async () => {
  for (const workbook of workbooks) {
    const checked = readAndCheck(workbook, { scheme, round, asOf, language: "vi" });
    const unit = scheme.units.find(({ id }) => id === checked.check.unit) as Unit;
    expect(await cutIn(replyWorkbook({ scheme, unit, round, checked: [checked], asOf }))).toEqual([]);
  }
});
