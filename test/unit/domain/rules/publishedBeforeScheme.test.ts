import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (published: string) => ofRule(workFindings(workRow({ published })), "published-before-scheme");

test.each(["24/6/2021", "5/2021", "quý I/2021", "2020", "Trước năm 2021", "Đầu năm 2020", "8/19"])(
  "%s is before the scheme",
  (published) => {
    expect(found(published)).toMatchObject([{ severity: "warning", cell: "C3", value: published }]);
  }
);

test("the sentence stands whatever the cell says", () => {
  const { message } = found("Xuất bản lần 1 năm 2020")[0]!;
  expect(message).toMatch(
    /^Thời gian xuất bản “Xuất bản lần 1 năm 2020” là trước khi ban hành Đề án \(25\/6\/2021\)/
  );
});

test.each([
  "25/6/2021",
  "6/2021",
  "quý II/2021",
  "2021",
  "cuối năm 2021",
  "trước năm 2022",
  "Xuất bản lần 1 năm 2021",
])("%s may be within it", (published) => {
  expect(found(published)).toEqual([]);
});
