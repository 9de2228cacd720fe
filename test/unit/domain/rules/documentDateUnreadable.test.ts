import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: CellValue) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-unreadable");

test.each<CellValue>(["hôm qua", "-", true, "25/6/2021 và 26/6/2021", 12.5])("%j is no date", (date) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2" }]);
});

test.each<CellValue>(["1/2/2022", "ngày 1 tháng 2 năm 2022", "31/6/2022", "06/4", null])(
  "%j is a date, or has a rule of its own",
  (date) => {
    expect(found(date)).toEqual([]);
  }
);
