import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-impossible");

test.each<CellValue>(["31/6/2022", "29/2/2023", "2022-06-31"])("%j does not exist", (date) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2" }]);
});

test.each<CellValue>(["30/6/2022", "28/2/2023", "6/25/2022"])("%j exists, or is exchanged", (date) => {
  expect(found(date)).toEqual([]);
});
