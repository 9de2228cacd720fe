import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;

function found(unit: string, title: string) {
  const sheets = [worksGrid([workRow({ title })])];
  return ofRule(checkWorkbook(workbook({ unit, sheets }), options).findings, "work-commune-former");
}

test.each([
  [
    "ha-quang",
    "xã Nà Sác",
    "Từ 1/2/2020 không còn xã Nà Sác (nay thuộc xã Trường Hà, Hà Quảng) (Nghị quyết 864/NQ-UBTVQH14).",
  ],
  ["nguyen-binh", "xã Thái Học", "xã Thái Học (nay thuộc xã Vũ Minh, Nguyên Bình)"],
  [
    "trung-khanh",
    "TT Hùng Quốc",
    "Từ 1/3/2020 không còn thị trấn Hùng Quốc (nay thuộc thị trấn Trà Lĩnh, Trùng Khánh)",
  ],
  ["ha-lang", "xã Việt Chu", "xã Việt Chu (nay thuộc Hạ Lang)"],
])("%s: %s is of the past", (unit, name, message) => {
  expect(found(unit, `Lịch sử Đảng bộ ${name} (1946 - 2019)`)).toMatchObject([
    { severity: "warning", cell: "B3", message: expect.stringContaining(message) as unknown },
  ]);
});

test.each([
  ["bao-lam", "xã Thái Học"],
  ["thach-an", "xã Đức Xuân"],
  ["ha-quang", "xã Trường Hà"],
])("%s: %s is of today", (unit, name) => {
  expect(found(unit, `Lịch sử Đảng bộ ${name}`)).toEqual([]);
});
