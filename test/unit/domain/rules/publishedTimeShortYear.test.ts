import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) =>
  ofRule(workFindings(workRow({ published })), "published-time-short-year");

test.each([
  ["15/8/22", "15/8/2022"],
  ["8/22", "8/2022"],
  ["x (15/8/22)", "15/8/2022"],
])("%s is %s", (published, fix) => {
  expect(found(published)).toMatchObject([{ severity: "error", cell: "C3", fix: { value: fix } }]);
  expect(workFindings(workRow({ published: fix }))).toEqual([]);
});

test.each(["15/8/2022", "x", "31/6/22"])("%s is not of this kind", (published) => {
  expect(found(published)).toEqual([]);
});
