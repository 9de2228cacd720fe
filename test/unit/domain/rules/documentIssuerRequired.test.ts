import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (issuer: CellValue) =>
  ofRule(documentFindings(documentRow({ issuer })), "document-issuer-required");

test.each<CellValue>([null, " ", "nt", "N.T", "“", '"', "-", "–", "Như trên", "..."])(
  "%j is no issuer",
  (issuer) => {
    expect(found(issuer)).toMatchObject([{ severity: "error", cell: "E2" }]);
  }
);

test.each<CellValue>(["Huyện uỷ Hạ Lang"])("%j is one", (issuer) => {
  expect(found(issuer)).toEqual([]);
});
