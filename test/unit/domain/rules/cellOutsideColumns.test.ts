import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { grid, WORK_GROUPS, WORK_STAGES, workbook } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const SECOND = workRow({ ordinal: 2, title: "Lịch sử Đảng bộ xã Thị Hoa" });

function found(rows: readonly (readonly (string | number | null)[])[]) {
  const { findings } = checkWorkbook(workbook({ unit: "ha-lang", sheets: [grid(rows)] }), options);
  return ofRule(findings, "cell-outside-columns");
}

const asRow = (row: readonly unknown[]) => row as readonly (string | number | null)[];

test("remarks beside the table are told once for each column", () => {
  const findings = found([
    WORK_GROUPS,
    WORK_STAGES,
    [...asRow(workRow()), null, "đã gửi bản in"],
    [...asRow(SECOND), null, "xem lại"],
  ]);
  expect(findings).toMatchObject([
    {
      severity: "info",
      cell: "I3",
      column: "",
      value: "đã gửi bản in",
      message: expect.stringContaining("Cột I có nội dung ở 2 dòng") as unknown,
    },
  ]);
});

test("a table that ends where it should has none, blank cells do not count", () => {
  expect(found([WORK_GROUPS, WORK_STAGES, asRow(workRow()), [...asRow(SECOND), " ", null]])).toEqual([]);
});

test("text above and below the table is not in its rows", () => {
  const findings = found([
    [null, null, null, null, null, null, null, "Mẫu 02"],
    WORK_GROUPS,
    WORK_STAGES,
    asRow(workRow()),
    [null, null, null, null, null, null, null, null, "ngày 1/6/2023"],
  ]);
  expect(findings).toEqual([]);
});
