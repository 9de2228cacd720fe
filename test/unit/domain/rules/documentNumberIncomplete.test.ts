import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: CellValue) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-incomplete");

test.each<CellValue>(["159-TB", "159", 159, "Chỉ thị số 17", "…-KH/HU", "12/BTGTU"])(
  "%j lacks a part",
  (number) => {
    expect(found(number)).toMatchObject([{ severity: "error", cell: "B2" }]);
  }
);

test.each<CellValue>(["159-TB/HU", "Kế hoạch", null, "238/UBND-KGVX"])("%j is not of this kind", (number) => {
  expect(found(number)).toEqual([]);
});
