import type { CellValue } from "../../../../src/domain/grid";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const SECOND = workRow({ ordinal: 2, title: "Lịch sử Đảng bộ xã Thị Hoa", funds: 30_000_000 });
const total = (text: string, funds: number) => [null, text, null, null, null, null, funds];
const found = (...rows: readonly (readonly CellValue[])[]) => ofRule(workFindings(...rows), "total-mismatch");

test("a sum that is not that of the rows is found", () => {
  expect(found(workRow(), SECOND, total("Tổng cộng", 90_000_000))).toMatchObject([
    { severity: "warning", cell: "G5", message: expect.stringContaining("80.000.000 đ") as unknown },
  ]);
});

test("planned money is in no sum of what was raised", () => {
  const planned = workRow({ ordinal: 2, title: "Lịch sử Đảng bộ xã Thị Hoa", funds: "30.000.000 (dự kiến)" });
  expect(found(workRow(), planned, total("Tổng cộng", 50_000_000))).toEqual([]);
  expect(found(workRow(), planned, total("Tổng cộng", 80_000_000))).toMatchObject([
    { cell: "G5", message: expect.stringContaining("50.000.000 đ") as unknown },
  ]);
});

test("the sum of the table and those of its sections are right", () => {
  expect(found(workRow(), SECOND, total("Tổng cộng", 80_000_000))).toEqual([]);
  expect(
    found(
      workRow(),
      total("Cộng", 50_000_000),
      SECOND,
      total("Cộng", 30_000_000),
      total("Tổng cộng", 80_000_000)
    )
  ).toEqual([]);
});
