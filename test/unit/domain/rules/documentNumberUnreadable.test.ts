import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: CellValue) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-unreadable");

test.each<CellValue>(["Kế hoạch của Huyện uỷ", "đang soạn thảo", true, { kind: "date", iso: "2022-02-01" }])(
  "%j is no number",
  (number) => {
    expect(found(number)).toMatchObject([{ severity: "error", cell: "B2" }]);
  }
);

test.each<CellValue>(["01-KH/HU", "159-TB", null, "57-NQ TW"])(
  "%j can be read, or is incomplete",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
