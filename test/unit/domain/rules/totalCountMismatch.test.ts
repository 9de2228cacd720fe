import type { CellValue } from "../../../../src/domain/grid";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const SECOND = workRow({ ordinal: 2, title: "Lịch sử Đảng bộ xã Thị Hoa" });
const line = (text: string) => [null, text, null, null, null, null, null];
const found = (...rows: readonly (readonly CellValue[])[]) =>
  ofRule(workFindings(...rows), "total-count-mismatch");

test("a number of works that is not that of the rows is found", () => {
  expect(found(workRow(), SECOND, line("Tổng cộng: 3 công trình"))).toMatchObject([
    {
      severity: "warning",
      row: 5,
      value: "Tổng cộng: 3 công trình",
      message: expect.stringContaining("Dòng tổng ghi 3, trong biểu có 2 dòng.") as unknown,
    },
  ]);
});

test("a right number, that of a section, and a total without number are not", () => {
  expect(found(workRow(), SECOND, line("Tổng cộng: 2 công trình"))).toEqual([]);
  expect(
    found(
      workRow(),
      line("Cộng: 1 công trình"),
      SECOND,
      line("Cộng: 1 công trình"),
      line("Tổng số: 2 công trình")
    )
  ).toEqual([]);
  expect(found(workRow(), SECOND, line("Tổng cộng"))).toEqual([]);
});
