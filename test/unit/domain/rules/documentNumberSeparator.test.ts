import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-separator");

test.each([
  ["57-NQ TW", "57-NQ/TW"],
  ["72-NQ-TW", "72-NQ/TW"],
  ["02ĐA/TU", "02-ĐA/TU"],
  ["1034/QĐ/UBND", "1034/QĐ-UBND"],
  ["30-2020-NĐ-CP", "30/2020/NĐ-CP"],
])("%s is written %s", (number, fix) => {
  expect(found(number)).toMatchObject([{ severity: "warning", value: number, fix: { value: fix } }]);
});

test.each(["57-NQ/TW", "02 - ĐA/TU", "57/NQ-TW", "12 việc cần làm ngay"])(
  "%s is not of this kind",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
