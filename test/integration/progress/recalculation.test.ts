/** LibreOffice recalculates merged tables: every formula gives the product's own figure. */
import type { CellValue } from "../../../src/domain/grid";
import { planMerge } from "../../../src/domain/merge/plan";
import { readMergedState } from "../../../src/domain/merge/readState";
import { computeProgress } from "../../../src/domain/progress/progress";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02, type Stage } from "../../../src/schemes";
import { MERGED_SHEETS, mergedColumns } from "../../../src/schemes/mergedColumns";
import { GENERATED_AS_OF, GENERATED_ROUND, generatedStates } from "../../support/generatedTables";
import { differences, formulaCells, withoutResults } from "../../support/recalculation";
import { workbook, worksGrid } from "../../support/grids";
import { convertEach, testWithLibreOffice } from "../files/libreOffice";

const TABLES = 10;
const SEED = 2025;

testWithLibreOffice(`${TABLES} generated tables: every formula equals the product's figure`, async () => {
  const specs = generatedStates(TABLES, SEED).map((state) => {
    const figures = computeProgress(state, { scheme: deAn02, asOf: GENERATED_AS_OF });
    return mergedWorkbook({ state, scheme: deAn02, round: GENERATED_ROUND, figures, asOf: GENERATED_AS_OF });
  });
  const written = await Promise.all(specs.map((spec) => writeWorkbook(withoutResults(spec))));
  const computed = convertEach(written, "xlsx", "xlsx");
  for (const [index, spec] of specs.entries()) {
    const read = await readWorkbook(computed[index]!, "m.xlsx");
    if (!read.ok) throw new Error(read.error.message);
    expect(differences(spec, read.workbook.sheets)).toEqual([]);
    expect(formulaCells(spec).filter(({ sheet }) => sheet === "Tiến độ").length).toBeGreaterThan(200);
  }
});

type Corrected = readonly [commune: string, published: CellValue, appraised: CellValue, to: Stage];

/** Rows of Hạ Lang, each with the stage that the province then sets by hand. */
const CORRECTED: readonly Corrected[] = [
  ["An Lạc", "15/8/2023", "x", "published"],
  ["Kim Loan", "15/8/2023", null, "appraised"],
  ["Đức Quang", "2019", "x", "workshop"],
  ["Thị Hoa", "8/2022", "x", "appraised"],
  ["Vinh Quý", "Đã gửi Nhà xuất bản 15/8/2023", "x", "published"],
  ["Lý Quốc", "Đã gửi Nhà xuất bản 5/2023", null, "published"],
];

testWithLibreOffice("a stage set by hand: the reason is that of the next merge", async () => {
  const asOf = "2023-06-30";
  const options = { scheme: deAn02, asOf, language: "vi" } as const;
  const rows = CORRECTED.map(([commune, published, appraised], index) => [
    index + 1,
    `Lịch sử Đảng bộ xã ${commune}`,
    published,
    appraised,
  ]);
  const sent = workbook({ unit: "ha-lang", sheets: [worksGrid(rows)] });
  const { state, round } = planMerge({ ...options, previous: null, workbooks: [sent] });
  const figures = computeProgress(state, { scheme: deAn02, asOf });
  const spec = withoutResults(mergedWorkbook({ state, scheme: deAn02, round, figures, asOf }));
  const stageColumn = mergedColumns(deAn02, "bieu-02").findIndex(({ key }) => key === "stage");
  const edited = {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        rows: block.rows.map((row) => {
          const to = CORRECTED.find(([commune]) => row[1] === `Lịch sử Đảng bộ xã ${commune}`)?.[3];
          if (sheet.name !== MERGED_SHEETS.works || to === undefined) return row;
          return row.map((content, column) => (column === stageColumn ? deAn02.stageNames[to] : content));
        }),
      })),
    })),
  };
  const [bytes = new Uint8Array()] = convertEach([await writeWorkbook(edited)], "xlsx", "xlsx");
  const read = await readWorkbook(bytes, "m.xlsx");
  const living = read.ok ? readMergedState(read.workbook, deAn02) : null;
  const outcomes = living?.works.map(({ facts }) => [facts.stage, facts.exclusion]);
  expect(outcomes).toEqual([
    ["published", "future"],
    ["appraised", null],
    ["workshop", null],
    ["appraised", null],
    ["published", "future"],
    ["published", null],
  ]);
  const next = planMerge({ ...options, previous: living, workbooks: [] });
  expect(next.state.works.map(({ facts }) => [facts.stage, facts.exclusion])).toEqual(outcomes);
});
