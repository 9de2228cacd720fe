import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) => ofRule(documentFindings(documentRow({ date })), "document-date-required");

test.each<CellValue>([null, " "])("%j is no date at all", (date) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2" }]);
});

test.each<CellValue>(["1/2/2022", "-", { kind: "date", iso: "2022-02-01" }])("%j is something", (date) => {
  expect(found(date)).toEqual([]);
});
