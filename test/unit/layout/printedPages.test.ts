/** No table of the summary, and no chart, goes over the end of a printed page. */
import { computeProgress } from "../../../src/domain/progress/progress";
import { mergedWorkbook } from "../../../src/layout/merged";
import type { SheetSpec } from "../../../src/layout/sheetSpec";
import { deAn02 as scheme, type Round } from "../../../src/schemes";
import { MERGED_SHEETS } from "../../../src/schemes/mergedColumns";
import { printedPages } from "../../support/printedPages";
import { sampleState } from "./sampleState";

const asOf = "2025-12-31";
const round = scheme.round("hang-nam-2025") as Round;
/** Printers measure letters a little differently, so columns are a little wider or narrower. */
const ROOM_TO_SPARE = 0.96;

function sheetNamed(name: string, snapshots: number): SheetSpec {
  const state = sampleState();
  const figures = computeProgress(state, { scheme, asOf });
  const days = Array.from(
    { length: snapshots },
    (_, index) => `2025-01-${String(index + 1).padStart(2, "0")}`
  );
  const kept = { ...state, snapshots: days.map((day) => ({ asOf: day, done: {}, funds: 0 })) };
  const { sheets } = mergedWorkbook({ state: kept, scheme, round, figures, asOf });
  return sheets.find((sheet) => sheet.name === name) as SheetSpec;
}

test("the summary takes three pages", () => {
  const pages = printedPages(sheetNamed(MERGED_SHEETS.progress, 0));
  expect(pages).toHaveLength(3);
  for (const { share } of pages) expect(share).toBeLessThan(ROOM_TO_SPARE);
});

test("the communes of today take one page", () => {
  const [page] = printedPages(sheetNamed(MERGED_SHEETS.newUnits, 0));
  expect(page?.share).toBeLessThan(ROOM_TO_SPARE);
});

test.each([2, 9, 30])("the chart of %d summaries stands on a page of its own", (snapshots) => {
  const sheet = sheetNamed(MERGED_SHEETS.trend, snapshots);
  const [, page] = printedPages(sheet);
  const [chart] = sheet.charts ?? [];
  expect(page?.top).toBeLessThanOrEqual(chart?.area.top ?? -1);
  expect(page?.bottom).toBe(chart?.area.bottom);
  expect(page?.share).toBeLessThan(ROOM_TO_SPARE);
});

test.each([MERGED_SHEETS.targets, MERGED_SHEETS.newUnits])(
  "%s repeats the heading of the table that goes over many pages",
  (name) => {
    const sheet = sheetNamed(name, 0);
    const { top, bottom } = sheet.print?.repeatRows ?? { top: -1, bottom: -1 };
    expect(top).toBe(bottom);
    const below = sheet.blocks.map(({ top: first, rows }) => first + rows.length - 1);
    // The last table of the sheet: its title, its heading, its rows.
    expect(sheet.blocks.some((block) => block.top + 1 === top && block.rows.length > 150)).toBe(true);
    expect(Math.max(...below)).toBe(sheet.print?.area.bottom);
  }
);
