/** Nothing that our sheets say is cut off. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readAndCheck } from "../../../src/domain/check";
import type { WorkbookContent } from "../../../src/domain/grid";
import { planMerge } from "../../../src/domain/merge/plan";
import { computeProgress } from "../../../src/domain/progress/progress";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { replyWorkbook } from "../../../src/layout/reply";
import type { WorkbookSpec } from "../../../src/layout/sheetSpec";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02 as scheme, type Round, type Unit } from "../../../src/schemes";
import { cutTexts } from "../../support/cutTexts";
import { sampleState } from "./sampleState";

const SAMPLES = path.resolve("assets/samples");
const asOf = "2023-06-30";
const round = scheme.round("khao-sat-2023") as Round;

let workbooks: readonly WorkbookContent[];

beforeAll(async () => {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));
  const read = await Promise.all(
    names.map((name) => readWorkbook(readFileSync(path.join(SAMPLES, name)), name))
  );
  workbooks = read.flatMap((result) => (result.ok ? [result.workbook] : []));
});

function cutIn({ sheets }: WorkbookSpec): readonly string[] {
  const visible = sheets.filter(({ visibility }) => visibility === "visible");
  return visible.flatMap((sheet) =>
    cutTexts(sheet).map(
      ({ cell, text, needed, room }) =>
        `${sheet.name}!${cell}: ${Math.ceil(needed)} px where there are ${room}: ${text}`
    )
  );
}

const units = [null, ...scheme.units].map((unit) => [unit?.name ?? "any unit", unit] as const);

test.each(units)("the template of %s", (_, unit: Unit | null) => {
  expect(cutIn(templateWorkbook({ scheme, unit, round }))).toEqual([]);
});

test("the merged workbook", () => {
  const { state } = planMerge({ previous: null, workbooks, scheme, asOf, language: "vi", round });
  const figures = computeProgress(state, { scheme, asOf });
  expect(cutIn(mergedWorkbook({ state, scheme, round, figures, asOf }))).toEqual([]);
});

test("the merged workbook of a round after the communes were merged, with every kind of work", () => {
  const state = sampleState();
  const later = "2025-12-31";
  const figures = computeProgress(state, { scheme, asOf: later });
  const annual = scheme.round("hang-nam-2025") as Round;
  expect(cutIn(mergedWorkbook({ state, scheme, round: annual, figures, asOf: later }))).toEqual([]);
});

test("tables whose texts were typed in capitals", () => {
  const state = sampleState();
  const works = state.works.map((work) => ({
    ...work,
    cells: { ...work.cells, title: String(work.cells["title"]).toLocaleUpperCase("vi") },
  }));
  const figures = computeProgress(state, { scheme, asOf });
  expect(cutIn(mergedWorkbook({ state: { ...state, works }, scheme, round, figures, asOf }))).toEqual([]);
});

test("the replies", () => {
  for (const workbook of workbooks) {
    const checked = readAndCheck(workbook, { scheme, round, asOf, language: "vi" });
    const unit = scheme.units.find(({ id }) => id === checked.check.unit) as Unit;
    expect(cutIn(replyWorkbook({ scheme, unit, round, checked: [checked], asOf }))).toEqual([]);
  }
});
