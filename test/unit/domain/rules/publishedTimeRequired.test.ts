import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) => ofRule(workFindings(workRow({ published })), "published-time-required");

test.each(["x", "✓", "đã xuất bản", "Nxb Chính trị quốc gia"])("%s states no time", (published) => {
  expect(found(published)).toMatchObject([{ severity: "error", cell: "C3", value: published }]);
});

test.each([
  "8/2022",
  "x (2022)",
  "chưa",
  "dự kiến 2024",
  "cuối năm 2022",
  "31/6/2022",
  "15/8/22",
  "Tập 1: 2021; Tập 2: 2022",
])("%s states one, is not published, or has a rule of its own", (published) => {
  expect(found(published)).toEqual([]);
});
