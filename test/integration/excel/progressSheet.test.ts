/** `Tiến độ` in the open workbook: it follows hand edits without the add-in, and is drawn in few, small requests. */
import { cellAt } from "../../../src/domain/grid";
import { readMergedState } from "../../../src/domain/merge/readState";
import type { MergedState } from "../../../src/domain/merge/state";
import { computeProgress } from "../../../src/domain/progress/progress";
import { drawWorkbook, readOpenWorkbook } from "../../../src/excel";
import { mergedWorkbook } from "../../../src/layout/merged";
import { TABLE_HEADER_ROW } from "../../../src/layout/mergedTables";
import type { WorkbookSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { mergedColumns } from "../../../src/schemes/mergedColumns";
import { sampleState } from "../../unit/layout/sampleState";
import { useExcel } from "./useExcel";

const scheme = deAn02;
const asOf = "2023-06-30";
const round = scheme.round("khao-sat-2023")!;

const running = useExcel();
function specOf(state: MergedState): WorkbookSpec {
  const figures = computeProgress(state, { scheme, asOf });
  return mergedWorkbook({ state, scheme, round, figures, asOf });
}

/** Figures of a target as `Tiến độ` shows them. */
async function shown(title: string) {
  const { sheets } = await readOpenWorkbook();
  const grid = sheets.find(({ sheet }) => sheet === "Tiến độ")!;
  const row = grid.values.findIndex(([first]) => first === title) + grid.top;
  return { done: cellAt(grid, row, 1), percent: cellAt(grid, row, 4), outcome: cellAt(grid, row, 6) };
}

test("a stage edited by hand in Tổng hợp 02 changes Tiến độ at once, as the product would have computed it", async () => {
  const state = sampleState();
  await drawWorkbook(specOf(state), { existing: "keep" });
  await running.excel.settle();
  const [target] = scheme.targets.filter(({ id }) => id === "commune-published");
  const before = await shown(target!.title);
  const index = state.works.findIndex(
    ({ facts }) =>
      facts.stage === "compiling" &&
      facts.kind === "history" &&
      facts.exclusion === null &&
      state.works.filter((other) => other.facts.subject === facts.subject).length === 1 &&
      facts.commune !== null
  );
  const column = mergedColumns(scheme, "bieu-02").findIndex(({ key }) => key === "stage");
  // What a person types, with no code of the add-in.
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Tổng hợp 02");
    sheet.getCell(TABLE_HEADER_ROW + 1 + index, column).values = [["Đã xuất bản"]];
    await context.sync();
  });
  await running.excel.settle();
  const after = await shown(target!.title);
  const edited = readMergedState(await readOpenWorkbook(), scheme)!;
  const figure = computeProgress(edited, { scheme, asOf }).targets.find(({ id }) => id === target!.id)!;
  expect(after.done).toBe(Number(before.done) + 1);
  expect(after).toEqual({
    done: figure.done,
    percent: figure.percent,
    outcome: `Chưa đạt, còn thiếu ${figure.goal - figure.done}`,
  });
});

/** The sample's works again and again, as of many communes and rounds: 11.000 rows. */
function longState(): MergedState {
  const sample = sampleState();
  const works = Array.from({ length: 11_000 }, (_, index) => {
    const work = sample.works[index % sample.works.length]!;
    return { ...work, key: `${work.key}|${index}` };
  });
  return { ...sample, works };
}

// Keeping what is replaced takes four: six of ours, and the one with which the client lets go of its ranges.
test.each([
  ["new", 6],
  ["in place of the one that is there", 7],
] as const)(
  "Tiến độ of 11.000 merged rows, %s: at most %d syncs, no payload over 1 MB",
  async (kind, mostSyncs) => {
    const tables = specOf(sampleState());
    const others = tables.sheets.filter(({ name }) => name !== "Tiến độ" || kind !== "new");
    await drawWorkbook({ ...tables, sheets: others, activeSheet: "Chỉ tiêu" }, { existing: "keep" });
    await running.excel.settle();
    const spec = specOf(longState());
    const sheets = spec.sheets.filter(({ name }) => name === "Tiến độ");
    // Its formulas look at all rows, and beyond.
    expect(JSON.stringify(sheets)).toContain("$15000");
    const { counters } = running.excel;
    counters.reset();
    await drawWorkbook({ ...spec, sheets }, { existing: "replace" });
    const { syncs, largestRequest, largestResponse } = counters;
    await running.excel.settle();
    expect(syncs).toBeLessThanOrEqual(mostSyncs);
    expect(Math.max(largestRequest, largestResponse)).toBeLessThan(1_000_000);
  }
);
