import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (date: string) => ofRule(documentFindings(documentRow({ date })), "document-date-long-year");

test("a digit struck twice is guessed, never taken", () => {
  expect(found("18/8/20222")).toMatchObject([{ severity: "error", cell: "C2", fix: { value: "18/8/2022" } }]);
  expect(found("18/8/20222")[0]?.message).toContain("có lẽ là 18/8/2022");
});

test("a year that can be several is not guessed", () => {
  expect(found("18/8/20123")).toHaveLength(1);
  expect(found("18/8/20123")[0]?.fix).toBeUndefined();
  expect(found("18/8/20123")[0]?.message).toContain("năm chữ số. Hãy");
});

test.each(["18/8/2022", "18/8/22"])("%s has no such year", (date) => {
  expect(found(date)).toEqual([]);
});
