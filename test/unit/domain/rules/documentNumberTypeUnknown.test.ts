import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: CellValue) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-type-unknown");

test.each<CellValue>(["12-XYZ/HU", "12-KHH/HU"])("%j has a type that no list knows", (number) => {
  expect(found(number)).toMatchObject([{ severity: "warning", cell: "B2" }]);
});

test.each<CellValue>(["12-KH/HU", "12-CTHĐ/HU", "02-KHPH/HU", "238/UBND-KGVX", "72/2025/QH15"])(
  "%j has a type of a list, in use, or none",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
