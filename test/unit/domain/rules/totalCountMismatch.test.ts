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

test("a number of works of a section is that of its rows", () => {
  const sections = (text: string) => [
    ["I", "CẤP HUYỆN", 1, null, null, null, "50.000.000"],
    workRow(),
    line("Cộng cấp huyện: 1 công trình"),
    ["II", "CẤP XÃ", 1, null, null, null, "50.000.000"],
    SECOND,
    line(text),
    line("Cộng (I+II): 2 công trình"),
  ];
  expect(found(...sections("Cộng cấp xã: 1 công trình"))).toEqual([]);
  expect(found(...sections("Cộng cấp xã: 3 công trình"))).toMatchObject([
    { row: 8, message: expect.stringContaining("Dòng tổng ghi 3, trong mục có 1 dòng.") as unknown },
  ]);
});
