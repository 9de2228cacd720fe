import { fixContent, sameKind } from "../../../src/taskpane/model/fixContent";
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

test("the number of a row is a number", () => {
  expect(fixContent(finding("TT", "3"), deAn02)).toBe(3);
});

test("findings of one kind are corrected together, each cell once", () => {
  const at = (cell: string, rule = "text-eth") => ({ ...finding("Tên công trình", "x"), cell, rule });
  const without = { ...finding("Tên công trình"), cell: "B7", rule: "text-eth" };
  const [first, ...others] = [at("B4"), at("B5"), at("B5"), at("B6", "other-rule"), without];
  expect(sameKind(first!, [first!, ...others]).map(({ cell }) => cell)).toEqual(["B4", "B5"]);
});
