import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

function findingsAt(asOf: string, title: string) {
  const sheets = [worksGrid([workRow({ title })])];
  const options = { scheme: deAn02, asOf, language: "vi" } as const;
  return checkWorkbook(workbook({ unit: "ha-lang", round: "hang-nam-2025", sheets }), options).findings;
}

test("a commune of today that is none of the scheme's is named with those that it was made of", () => {
  const findings = findingsAt("2025-08-01", "Lịch sử Đảng bộ xã Hạ Lang");
  expect(ofRule(findings, "work-commune-new")).toMatchObject([
    {
      severity: "warning",
      cell: "B3",
      message:
        "Xã Hạ Lang là đơn vị mới từ 1/7/2025 (Nghị quyết 1657/NQ-UBTVQH15), gồm thị trấn Thanh Nhật, xã Thống Nhất, xã Thị Hoa. Đề án tính theo xã, phường, thị trấn cũ: hãy ghi đơn vị cũ mà công trình viết về; dòng này chưa được tính cho đơn vị nào.",
    },
  ]);
  expect(ofRule(findings, "work-commune-unknown")).toEqual([]);
});

test("before its first day it is not known, and a name of the past is no new one", () => {
  const earlier = findingsAt("2025-06-30", "Lịch sử Đảng bộ xã Hạ Lang");
  expect(ofRule(earlier, "work-commune-new")).toEqual([]);
  expect(ofRule(earlier, "work-commune-unknown")).toHaveLength(1);
  expect(ofRule(findingsAt("2025-08-01", "Lịch sử Đảng bộ xã An Lạc"), "work-commune-new")).toEqual([]);
});
