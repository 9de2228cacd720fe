import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { grid, WORK_GROUPS, WORK_STAGES, workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const row = workRow({ ordinal: 1, title: "Lịch sử Đảng bộ xã An Lạc" });
const sheet = (...above: readonly string[]) =>
  grid([...above.map((line) => [line]), WORK_GROUPS, WORK_STAGES, row], { sheet: "Biểu 02" });
const found = (parts: Parameters<typeof workbook>[0]) =>
  ofRule(checkWorkbook(workbook(parts), options).findings, "unit-stated-otherwise");

test("the sheet names another unit than the stamp", () => {
  expect(found({ unit: "ha-lang", sheets: [sheet("Đơn vị: Huyện uỷ Hòa An")] })).toMatchObject([
    {
      severity: "warning",
      row: 2,
      value: "Huyện uỷ Hòa An",
      message: expect.stringContaining(
        "của Huyện uỷ Hạ Lang, nhưng trong trang ghi “Huyện uỷ Hòa An”"
      ) as unknown,
    },
  ]);
});

test("the file is named after another unit than the stamp", () => {
  const [finding] = found({ unit: "ha-lang", file: "Bieu hoa-an.xlsx", sheets: [worksGrid([row])] });
  expect(finding?.message).toContain("tên tệp ghi “Huyện uỷ Hòa An”");
});

test.each([
  ["all agree", { unit: "ha-lang", file: "ha-lang.xlsx", sheets: [sheet("Đơn vị: Huyện uỷ Hạ Lang")] }],
  ["nothing else is said", { unit: "ha-lang", sheets: [sheet()] }],
  ["the unit is not known", { file: "bieu.xlsx", sheets: [sheet()] }],
])("nothing when %s", (_, parts) => {
  expect(found(parts)).toEqual([]);
});
