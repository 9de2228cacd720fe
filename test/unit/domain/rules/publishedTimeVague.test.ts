import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) => ofRule(workFindings(workRow({ published })), "published-time-vague");

test.each([
  ["cuối năm 2022", "2022"],
  ["đầu tháng 7/2022", "7/2022"],
  ["khoảng quý III/2022", "quý III/2022"],
])("%s is written %s", (published, fix) => {
  expect(found(published)).toMatchObject([{ severity: "error", cell: "C3", fix: { value: fix } }]);
  expect(workFindings(workRow({ published: fix }))).toEqual([]);
});

test("before a time is any time: there is no fix", () => {
  expect(found("trước tháng 7/2022")).toHaveLength(1);
  expect(found("trước tháng 7/2022")[0]?.fix).toBeUndefined();
});

test.each(["cuối năm 2023", "đầu năm 2021"])(
  "%s says more of the window than its year does: there is no fix",
  (published) => {
    const [finding] = found(published);
    expect(finding?.fix).toBeUndefined();
    expect(finding?.message).toContain("8/2022");
  }
);

test.each(["8/2022", "x", "dự kiến cuối năm 2022", "in lần đầu 8/2022"])("%s is not vague", (published) => {
  expect(found(published)).toEqual([]);
});
