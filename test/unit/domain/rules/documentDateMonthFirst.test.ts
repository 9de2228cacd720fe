import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: string) => ofRule(documentFindings(documentRow({ date })), "document-date-month-first");

test.each([
  ["6/25/2022", "25/6/2022"],
  ["2022-06-25", "25/6/2022"],
  ["2022/6/5", "5/6/2022"],
])("%s is %s", (date, fix) => {
  expect(found(date)).toMatchObject([{ severity: "error", cell: "C2", value: date, fix: { value: fix } }]);
  expect(found(fix)).toEqual([]);
});

test.each(["25/6/2022", "5/6/2022", "31/6/2022", "2022-06-31", "6/2022"])(
  "%s is not of this kind",
  (date) => {
    expect(found(date)).toEqual([]);
  }
);
