import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "text-eth");

test("Ð in place of Đ is read as Đ, said, and can be corrected", () => {
  const title = "Lịch sử \u00d0ảng bộ xã An Lạc, giai \u00f0oạn 1948 - 2020";
  expect(workFindings(workRow({ title }))).toMatchObject([
    {
      rule: "text-eth",
      severity: "info",
      cell: "B3",
      fix: { value: "Lịch sử Đảng bộ xã An Lạc, giai đoạn 1948 - 2020" },
    },
  ]);
});

test("Đ is Đ", () => {
  expect(found("Lịch sử Đảng bộ xã An Lạc")).toEqual([]);
});
