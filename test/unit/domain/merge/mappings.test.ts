import { manualMapping } from "../../../../src/domain/forms/mapping";
import { type MergeOptions, planMerge } from "../../../../src/domain/merge/plan";
import { readMergedState } from "../../../../src/domain/merge/readState";
import type { WorkbookContent } from "../../../../src/domain/grid";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { mergedWorkbook } from "../../../../src/layout/merged";
import { readWorkbook } from "../../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../../src/files/writeWorkbook";
import { deAn02 } from "../../../../src/schemes";
import { grid, workbook } from "../../../support/grids";

const asOf = "2023-06-30";
const plan = (workbooks: readonly WorkbookContent[], options: Partial<MergeOptions> = {}) =>
  planMerge({ previous: null, workbooks, scheme: deAn02, asOf, language: "vi", ...options });

/** A table that no heading gives away. */
const sheet = (published: string) =>
  grid(
    [
      ["Nội dung A", "Nội dung B"],
      ["Lịch sử Đảng bộ xã An Lạc", published],
    ],
    { sheet: "Trang lạ" }
  );
const sent = (file: string, published: string) =>
  workbook({ unit: "ha-lang", file, sheets: [sheet(published)] });
const mapping = manualMapping(sheet(""), "bieu-02", 0, { title: 0, published: 1 });
const titled = ({ state }: ReturnType<typeof plan>) =>
  state.works.map(({ cells }) => [cells["title"], cells["published"]]);

test("a table is read as somebody said", () => {
  expect(plan([sent("a.xlsx", "2022")]).files[0]?.error?.code).toBe("no-form");
  const mapped = plan([sent("a.xlsx", "2022")], { mappings: { "a.xlsx": [mapping] } });
  expect(titled(mapped)).toEqual([["Lịch sử Đảng bộ xã An Lạc", "2022"]]);
});

test("what was said is kept in the merged workbook for the next file of the unit", async () => {
  const { state, round } = plan([sent("a.xlsx", "2022")], { mappings: { "a.xlsx": [mapping] } });
  const figures = computeProgress(state, { scheme: deAn02, asOf });
  const bytes = await writeWorkbook(mergedWorkbook({ state, scheme: deAn02, round, figures, asOf }));
  const read = await readWorkbook(bytes, "tong-hop.xlsx");
  const previous = read.ok ? readMergedState(read.workbook, deAn02) : null;
  expect(previous?.mappings).toEqual(state.mappings);
  expect(plan([sent("a.xlsx", "2022")], { previous }).accounted.merged).toBe(0);
  expect(titled(plan([sent("b.xlsx", "5/2023")], { previous }))).toEqual([
    ["Lịch sử Đảng bộ xã An Lạc", "5/2023"],
  ]);
});

test("said anew, the newest word stands; of other units nothing is kept", () => {
  const first = plan([sent("a.xlsx", "2022")], { mappings: { "a.xlsx": [mapping] } });
  const other = manualMapping(sheet(""), "bieu-02", 0, { title: 0, workshop: 1 });
  const again = plan([sent("b.xlsx", "x")], { previous: first.state, mappings: { "b.xlsx": [other] } });
  expect(again.state.mappings).toEqual([{ unit: "ha-lang", mapping: other }]);
  const hoaAn = workbook({ unit: "hoa-an", file: "c.xlsx", sheets: [sheet("x")] });
  expect(plan([hoaAn], { previous: again.state }).files[0]?.error?.code).toBe("no-form");
});
