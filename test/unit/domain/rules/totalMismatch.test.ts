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

describe("the total of a part", () => {
  const COMMUNE = workRow({ ordinal: 1, title: "Lịch sử Đảng bộ xã An Lạc", funds: 20_000_000 });
  const heading = (ordinal: string, title: string, funds: CellValue) => [
    ordinal,
    title,
    1,
    null,
    null,
    null,
    funds,
  ];
  const sections = (ofFirst: readonly CellValue[], ofSecond: readonly CellValue[]) => [
    heading("I", "CẤP HUYỆN", "50.000.000"),
    workRow({ title: "Lịch sử Đảng bộ huyện Hạ Lang" }),
    ofFirst,
    heading("II", "CẤP XÃ", "50.000.000"),
    COMMUNE,
    SECOND,
    ofSecond,
  ];

  test.each([
    ["Cộng mục I", "Cộng mục II", "Tổng cộng"],
    ["Cộng cấp huyện", "Cộng cấp xã", "Tổng toàn huyện"],
    ["Cộng I", "Cộng II", "Cộng (I+II)"],
    ["Tổng cấp huyện", "Tổng cấp xã", "Tổng (cấp xã + cấp huyện)"],
    ["Cộng", "Cộng", "Tổng cộng (I + II)"],
  ])("%s, %s, %s are right", (first, second, whole) => {
    const right = sections(total(first, 50_000_000), total(second, 50_000_000));
    expect(found(...right, total(whole, 100_000_000))).toEqual([]);
    expect(found(...right, total(whole, 90_000_000))).toMatchObject([
      { row: 10, message: expect.stringContaining("100.000.000 đ") as unknown },
    ]);
  });

  test("is compared with the rows of its own section", () => {
    expect(
      found(...sections(total("Cộng mục I", 40_000_000), total("Cộng cấp xã", 60_000_000)))
    ).toMatchObject([
      { row: 5, message: expect.stringContaining("được 50.000.000 đ") as unknown },
      { row: 9, message: expect.stringContaining("được 50.000.000 đ") as unknown },
    ]);
  });

  test("is not compared where it does not close a section that it names", () => {
    const rows = [workRow(), COMMUNE, SECOND];
    expect(
      found(
        ...rows,
        total("Cộng cấp huyện", 30_000_000),
        total("Cộng cấp xã", 70_000_000),
        total("Tổng cộng", 100_000_000),
        total("Trong đó: nhân dân đóng góp", 10_000_000)
      )
    ).toEqual([]);
    expect(
      found(
        ["A", "Các xã", null, null, null, null, null],
        heading("I", "Vùng cao", "50.000.000"),
        workRow(),
        total("Cộng I", 50_000_000),
        heading("II", "Vùng thấp", "20.000.000"),
        COMMUNE,
        total("Cộng II", 20_000_000),
        total("Cộng nhóm A", 70_000_000),
        total("Cộng", 70_000_000),
        ["B", "Thị trấn", null, null, null, null, null],
        SECOND,
        total("Cộng nhóm B", 30_000_000),
        total("Cộng (A+B)", 100_000_000)
      )
    ).toEqual([]);
    expect(
      found(
        ...sections(total("Cộng I", 50_000_000), total("Cộng II", 50_000_000)),
        ["III", "Khối ngành"],
        [...workRow({ ordinal: 1, title: "Lịch sử truyền thống Công an huyện", funds: 10_000_000 })],
        total("Cộng (I+II)", 100_000_000),
        total("Tổng cộng", 110_000_000)
      )
    ).toEqual([]);
  });
});
