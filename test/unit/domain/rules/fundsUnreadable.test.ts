import type { CellValue } from "../../../../src/domain/grid";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (funds: CellValue) => ofRule(workFindings(workRow({ funds })), "funds-unreadable");

test.each<CellValue>(["nhiều", "50 USD", -5, true, "50 triệu và 20 triệu", "50.5"])(
  "%j is no amount",
  (funds) => {
    expect(found(funds)).toMatchObject([{ severity: "error", cell: "G3" }]);
  }
);

test.each<CellValue>([null, "không", "-", 0, 50_000_000, "50 triệu", "0,05 tỷ", "50,000,000"])(
  "%j can be read",
  (funds) => {
    expect(found(funds)).toEqual([]);
  }
);
