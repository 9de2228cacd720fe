import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-short-year");

test.each<[CellValue, string]>([
  ["1/2/22", "1/2/2022"],
  ["ngày 1 tháng 2 năm 22", "1/2/2022"],
])("%j is probably %s", (date, fix) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2", fix: { value: fix } }]);
  expect(documentFindings(documentRow({ date: fix }))).toEqual([]);
});

test.each<CellValue>(["1/2/2022", "31/6/2022"])("%j is not of this kind", (date) => {
  expect(found(date)).toEqual([]);
});
