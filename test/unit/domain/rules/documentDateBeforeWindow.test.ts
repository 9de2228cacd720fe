import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: string) =>
  ofRule(documentFindings(documentRow({ date })), "document-date-before-window");

test("a document before the scheme is looked at", () => {
  expect(found("24/6/2021")).toMatchObject([{ severity: "warning", cell: "C2", value: "24/6/2021" }]);
  expect(found("24/6/2021")[0]?.message).toContain("25/6/2021");
});

test.each(["25/6/2021", "1/2/2022", "31/6/2020"])("%s is not before it, or is no date", (date) => {
  expect(found(date)).toEqual([]);
});
