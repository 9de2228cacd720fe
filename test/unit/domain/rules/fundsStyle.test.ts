import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (funds: string) => ofRule(workFindings(workRow({ funds })), "funds-style");

test.each([
  ["50,000,000", "50.000.000"],
  ["50 000 000 đ", "50.000.000"],
  ["50.5 triệu", "50.500.000"],
])("%s is written %s", (funds, fix) => {
  expect(found(funds)).toMatchObject([{ severity: "info", cell: "G3", value: funds, fix: { value: fix } }]);
  expect(workFindings(workRow({ funds: fix }))).toEqual([]);
});

test.each(["50.000.000", "50 triệu", "50,5 triệu", "không", "nhiều"])("%s is not of this kind", (funds) => {
  expect(found(funds)).toEqual([]);
});
