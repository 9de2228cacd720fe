import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const EMPTY = [null, null, null, null, null, null, null];
const title = (name: string) => `Lịch sử Đảng bộ xã ${name}`;

test("blank rows between rows are found, with or without a number", () => {
  const findings = workFindings(
    workRow(),
    EMPTY,
    workRow({ ordinal: 2, title: title("Thị Hoa") }),
    [3, ...EMPTY.slice(1)],
    [null, " ", ...EMPTY.slice(2)],
    workRow({ ordinal: 4, title: title("Kim Loan") })
  );
  expect(ofRule(findings, "blank-row").map(({ row, severity, message }) => [row, severity, message])).toEqual(
    [
      [4, "info", expect.stringContaining("(dòng 4)")],
      [6, "info", expect.stringContaining("(dòng 6 đến 7)")],
    ]
  );
});

test("headings, totals, and what is below the table are not blank", () => {
  const findings = workFindings(
    ["I", "Cấp xã", ...EMPTY.slice(2)],
    workRow(),
    ["II", "Cấp huyện", ...EMPTY.slice(2)],
    workRow({ ordinal: 2, title: title("Thị Hoa") }),
    [3, ...EMPTY.slice(1)],
    EMPTY,
    [null, "Người lập biểu", ...EMPTY.slice(2)]
  );
  expect(ofRule(findings, "blank-row")).toEqual([]);
});
