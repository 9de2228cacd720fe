import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-without-day");

test.each<CellValue>(["6/2022", "tháng 6 năm 2022", 2022, "quý II/2022"])("%j lacks the day", (date) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2" }]);
});

test.each<CellValue>(["1/6/2022", "06/4"])("%j does not", (date) => {
  expect(found(date)).toEqual([]);
});
