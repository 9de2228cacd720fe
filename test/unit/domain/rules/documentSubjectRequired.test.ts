import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (subject: CellValue) =>
  ofRule(documentFindings(documentRow({ subject })), "document-subject-required");

test.each<CellValue>([null, " ", '"', "như trên", "-"])("%j is no subject", (subject) => {
  expect(found(subject)).toMatchObject([{ severity: "error", cell: "D2" }]);
});

test.each<CellValue>(["Kế hoạch"])("%j is one", (subject) => {
  expect(found(subject)).toEqual([]);
});
