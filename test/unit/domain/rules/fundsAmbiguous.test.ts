import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (funds: string) => ofRule(workFindings(workRow({ funds })), "funds-ambiguous");

test("a comma before three digits may be either mark", () => {
  const findings = found("1,500 triệu");
  expect(findings).toMatchObject([{ severity: "warning", cell: "G3", value: "1,500 triệu" }]);
  expect(findings[0]?.message).toContain("1.500.000 đ");
  expect(findings[0]?.fix).toBeUndefined();
});

test.each(["1,5 triệu", "1.500 triệu", "50,000,000", "50.000.000"])("%s is one of them", (funds) => {
  expect(found(funds)).toEqual([]);
});
