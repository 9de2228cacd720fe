import { fixContent } from "../../../src/taskpane/model/fixContent";
import type { Finding } from "../../../src/domain/findings";
import { deAn02 } from "../../../src/schemes";

function finding(column: string, value?: string): Finding {
  return {
    rule: "r",
    severity: "error",
    file: "f",
    sheet: "s",
    cell: "C6",
    row: 6,
    column,
    value: "44372",
    message: "",
    ...(value !== undefined && { fix: { value } }),
  };
}

test("a date goes into the date column as a date", () => {
  expect(fixContent(finding("Thời gian", "25/6/2021"), deAn02)).toEqual({ date: "2021-06-25" });
});

test("a document number stays text, even one that looks like a date", () => {
  expect(fixContent(finding("Số văn bản", "02-03/2021"), deAn02)).toBe("02-03/2021");
  expect(fixContent(finding("Số văn bản", "25/6/2021"), deAn02)).toBe("25/6/2021");
});

test("no fix, no content", () => {
  expect(fixContent(finding("Thời gian"), deAn02)).toBeUndefined();
});
