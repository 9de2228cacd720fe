import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (funds: string) => ofRule(workFindings(workRow({ funds })), "funds-approximate");

test.each(["khoảng 50 triệu", "Hơn 50.000.000", "~ 50tr"])("%s is an estimate", (funds) => {
  const findings = found(funds);
  expect(findings).toMatchObject([{ severity: "warning", cell: "G3", value: funds }]);
  expect(findings[0]?.message).toContain("50.000.000 đ");
});

test.each(["50 triệu", "không", "khoảng nhiều"])("%s is not", (funds) => {
  expect(found(funds)).toEqual([]);
});
