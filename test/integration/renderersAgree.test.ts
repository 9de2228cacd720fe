/** A spec drawn into Excel through Microsoft's client equals the same spec written as a file. */
import type { Grid } from "../../src/domain/grid";
import { drawWorkbook, readOpenWorkbook, undo } from "../../src/excel";
import { readWorkbook } from "../../src/files/readWorkbook";
import { writeWorkbook } from "../../src/files/writeWorkbook";
import { computeProgress } from "../../src/domain/progress/progress";
import { mergedWorkbook } from "../../src/layout/merged";
import { templateWorkbook } from "../../src/layout/templates";
import type { WorkbookSpec } from "../../src/layout/sheetSpec";
import { deAn02 } from "../../src/schemes";
import { sampleState } from "../unit/layout/sampleState";
import { chartsInExcel, chartsInFile } from "./excel/description/describeCharts";
import { describeFile } from "./excel/description/describeFile";
import { describeOpenWorkbook } from "./excel/description/describeOpenWorkbook";
import { EVERYTHING } from "./excel/sampleSpec";
import { useExcel } from "./excel/useExcel";

const round = deAn02.round("khao-sat-2023")!;
const haLang = deAn02.units.find(({ id }) => id === "ha-lang")!;

function mergedSpec(): WorkbookSpec {
  const asOf = "2023-06-30";
  const done = { "commune-manuscript": 20, "commune-published": 9 };
  const snapshots = ["2022-12-14", "2023-05-30"].map((day) => ({ asOf: day, done, funds: 50_000_000 }));
  const state = { ...sampleState(), snapshots };
  const figures = computeProgress(state, { scheme: deAn02, asOf });
  return mergedWorkbook({ state, scheme: deAn02, round, figures, asOf });
}

const SPECS: readonly (readonly [string, WorkbookSpec])[] = [
  ["a spec with everything", EVERYTHING],
  ["the template of a unit", templateWorkbook({ scheme: deAn02, unit: haLang, round })],
  ["the template of no unit", templateWorkbook({ scheme: deAn02, unit: null, round })],
  ["the merged workbook", mergedSpec()],
];

const running = useExcel();
function filledLength(row: Grid["values"][number]): number {
  return row.reduce<number>((length, value, index) => (value === null ? length : index + 1), 0);
}

/** Rows without their empty ends, and merges where there are values: readers differ in what else they tell. */
function comparableGrid(grid: Grid): Partial<Grid> {
  const values = grid.values.map((row) => row.slice(0, filledLength(row)));
  return {
    ...grid,
    values,
    merges: [...grid.merges]
      .filter(({ top }) => top < grid.top + values.length)
      .sort((one, other) => one.top - other.top || one.left - other.left),
  };
}

test.each(SPECS)(
  "%s looks and reads the same in Excel, as Excel saves it, and as a file",
  async (_name, spec) => {
    await drawWorkbook(spec, { existing: "keep" });
    const written = await writeWorkbook(spec);
    const inFile = await describeFile(written, spec);
    expect(await describeOpenWorkbook(spec)).toEqual(inFile);

    const open = await readOpenWorkbook();
    const file = await readWorkbook(written, "thu.xlsx");
    if (!file.ok) throw new Error(file.error.message);
    const drawn = open.sheets.filter(({ sheet }) => spec.sheets.some(({ name }) => name === sheet));
    expect(drawn.map(comparableGrid)).toEqual(file.workbook.sheets.map(comparableGrid));
    expect(open.properties).toEqual(file.workbook.properties);

    expect(await chartsInExcel(spec, running.excel.host.state)).toEqual(chartsInFile(written, spec));
    expect(await describeFile(await running.excel.save(), spec)).toEqual(inFile);
  }
);

test("the merged workbook has its charts, and drawn again has them once", async () => {
  const spec = mergedSpec();
  await drawWorkbook(spec, { existing: "keep" });
  const once = await chartsInExcel(spec, running.excel.host.state);
  expect(once.flatMap(({ charts }) => charts.map(({ name }) => name))).toEqual([
    "TienDoDonVi",
    "TienDoChiTieu",
    "DienBien",
  ]);
  // What the sheet is for: four stages stacked, and the goal beside them.
  const [stages] = once[0]!.charts;
  expect(stages!.stacked).toBe(true);
  expect(stages!.series.map(({ kind }) => kind)).toEqual([
    "columns",
    "columns",
    "columns",
    "columns",
    "marks",
  ]);
  await drawWorkbook(spec, { existing: "replace" });
  expect(await chartsInExcel(spec, running.excel.host.state)).toEqual(once);
});

test.each(SPECS)("%s reads the same from Excel when it is opened from a file", async (_name, spec) => {
  const written = await writeWorkbook(spec);
  const opened = await running.excel.open(written);
  const removeGlobals = opened.installGlobals();
  try {
    expect(await describeOpenWorkbook(spec)).toEqual(await describeFile(written, spec));
  } finally {
    removeGlobals();
    opened.dispose();
  }
});

test("taken back, charts that were not there are gone, and those that were there stay", async () => {
  const spec = mergedSpec();
  const [progress] = spec.sheets;
  const plain = { ...spec, sheets: [{ ...progress!, charts: [] }], activeSheet: progress!.name };
  const charted = { ...spec, sheets: [progress!], activeSheet: progress!.name };
  const names = async () =>
    (await chartsInExcel(charted, running.excel.host.state)).flatMap(({ charts }) =>
      charts.map(({ name }) => name)
    );
  await drawWorkbook(plain, { existing: "keep" });
  const first = await drawWorkbook(charted, { existing: "replace" });
  expect(await names()).toEqual(["TienDoDonVi", "TienDoChiTieu"]);
  const second = await drawWorkbook(charted, { existing: "replace" });
  await undo(second.undo!);
  expect(await names()).toEqual(["TienDoDonVi", "TienDoChiTieu"]);
  await undo(first.undo!);
  expect(await names()).toEqual([]);
});
