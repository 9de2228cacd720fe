import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: CellValue) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-required");

test.each<CellValue>([null, " ", "\u00a0"])("%j has no number", (number) => {
  expect(found(number)).toMatchObject([{ severity: "error", cell: "B2" }]);
});

test.each<CellValue>(["01-KH/HU", "159", "-"])("%j has something", (number) => {
  expect(found(number)).toEqual([]);
});
