import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-without-year");

test.each<CellValue>(["06/4", "6 tháng 4"])("%j lacks the year", (date) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2" }]);
});

test.each<CellValue>(["6/4/2022", "4/2022"])("%j does not", (date) => {
  expect(found(date)).toEqual([]);
});
