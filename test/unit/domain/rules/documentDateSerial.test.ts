import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) => ofRule(documentFindings(documentRow({ date })), "document-date-serial");

test.each<[CellValue, string]>([
  [44593, "1/2/2022"],
  ["44593", "1/2/2022"],
])("%j is probably %s", (date, fix) => {
  expect(found(date)).toMatchObject([{ severity: "warning", cell: "C2", fix: { value: fix } }]);
  expect(documentFindings(documentRow({ date: fix }))).toEqual([]);
});

test.each<CellValue>(["1/2/2022", 2022, { kind: "date", iso: "2022-02-01" }])(
  "%j is not of this kind",
  (date) => {
    expect(found(date)).toEqual([]);
  }
);
