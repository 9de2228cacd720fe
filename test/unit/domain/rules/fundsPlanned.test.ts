import type { CellValue } from "../../../../src/domain/grid";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (funds: CellValue) => ofRule(workFindings(workRow({ funds })), "funds-planned");

test.each(["50.000.000 (dự kiến)", "50 triệu (chưa thu)", "50 triệu (đăng ký)", "Dự kiến khoảng 50 triệu"])(
  "%s was not raised",
  (funds) => {
    const findings = found(funds);
    expect(findings).toMatchObject([{ severity: "warning", cell: "G3", value: funds }]);
    expect(findings[0]?.message).toContain("không cộng");
    expect(findings[0]?.fix).toBeUndefined();
    expect(workFindings(workRow({ funds }))).toHaveLength(1);
  }
);

test.each([
  "50 triệu",
  "chưa thu",
  "khoảng 50 triệu",
  "50 triệu (đã thu theo đăng ký)",
  "dự kiến nhiều",
  null,
])("%s is not planned money", (funds) => {
  expect(found(funds)).toEqual([]);
});

test("it is no measure for the other amounts", () => {
  const planned = (ordinal: number) => workRow({ ordinal, funds: "5 tỷ (dự kiến)" });
  const findings = workFindings(workRow(), planned(2), planned(3), planned(4), planned(5));
  expect(ofRule(findings, "funds-outlier")).toEqual([]);
});
