import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) =>
  ofRule(workFindings(workRow({ published })), "published-time-impossible");

test.each(["31/6/2022", "13/2022", "18/8/20222", "31/6/22"])("%s does not exist", (published) => {
  expect(found(published)).toMatchObject([{ severity: "error", cell: "C3", value: published }]);
});

test.each(["30/6/2022", "12/2022", "2022", "x", "15/8/22"])("%s is not of this kind", (published) => {
  expect(found(published)).toEqual([]);
});
