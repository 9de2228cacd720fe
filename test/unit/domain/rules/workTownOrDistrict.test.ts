import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;

function found(title: string) {
  const sheets = [worksGrid([workRow({ title })])];
  const { findings } = checkWorkbook(workbook({ unit: "trung-khanh", sheets }), options);
  return ofRule(findings, "work-town-or-district");
}

test("a name that is the town's and the district's is asked about", () => {
  expect(found("Lịch sử Đảng bộ Trùng Khánh (1930 - 2020)")).toMatchObject([
    {
      severity: "warning",
      message: expect.stringContaining("của thị trấn Trùng Khánh hay của huyện Trùng Khánh") as unknown,
    },
  ]);
});

test.each([
  "Lịch sử Đảng bộ thị trấn Trùng Khánh",
  "Lịch sử Đảng bộ huyện Trùng Khánh",
  "Lịch sử Đảng bộ Phong Châu",
])("%s is clear", (title) => {
  expect(found(title)).toEqual([]);
});
