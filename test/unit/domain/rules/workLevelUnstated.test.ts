import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

function findingsOf(title: string, unit: string) {
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  return checkWorkbook(workbook({ unit, sheets: [worksGrid([workRow({ title })])] }), options).findings;
}
const found = (title: string, unit = "ha-lang") => ofRule(findingsOf(title, unit), "work-level-unstated");

test.each([
  ["Lịch sử Hội Cựu chiến binh", "Lịch sử truyền thống Hội Cựu Chiến binh tỉnh"],
  ["Lịch sử truyền thống Hội Cựu chiến binh (1990 - 2020)", "Lịch sử truyền thống Hội Cựu Chiến binh tỉnh"],
  [
    "Lịch sử Đảng bộ Khối cơ quan và doanh nghiệp",
    "Lịch sử Đảng bộ Khối cơ quan và doanh nghiệp tỉnh Cao Bằng",
  ],
])("%s from a district does not say whose it is", (title, work) => {
  expect(found(title)).toMatchObject([
    { severity: "warning", cell: "B3", message: expect.stringContaining(`“${work}”`) as unknown },
  ]);
  expect(ofRule(findingsOf(title, "ha-lang"), "work-outside-targets")).toEqual([]);
});

test.each([
  ["Lịch sử Hội Cựu chiến binh tỉnh", "ha-lang"],
  ["Lịch sử Hội Cựu chiến binh huyện Hạ Lang", "ha-lang"],
  ["Lịch sử truyền thống Sở Nội vụ", "ha-lang"],
  ["Lịch sử Hội Cựu chiến binh", "khoi-co-quan-doanh-nghiep"],
  ["Lịch sử Đảng bộ xã An Lạc", "ha-lang"],
])("%s from %s says enough", (title, unit) => {
  expect(found(title, unit)).toEqual([]);
});
