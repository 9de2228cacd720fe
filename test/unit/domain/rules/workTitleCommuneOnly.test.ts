import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => workFindings(workRow({ title }));

test.each([
  ["Xã Minh Long", "Lịch sử Đảng bộ xã Minh Long"],
  ["An Lạc", "Lịch sử Đảng bộ xã An Lạc"],
  ["TT. Thanh Nhật (1930 - 2020)", "Lịch sử Đảng bộ thị trấn Thanh Nhật (1930 - 2020)"],
  ["Đảng bộ xã Kim Loan, huyện Hạ Lang", "Lịch sử Đảng bộ xã Kim Loan, huyện Hạ Lang"],
  ["THỊ HOA", "Lịch sử Đảng bộ xã Thị Hoa"],
])("%s is no title", (title, full) => {
  const findings = found(title);
  expect(ofRule(findings, "work-title-commune-only")).toMatchObject([
    { severity: "warning", cell: "B3", value: title, fix: { value: full } },
  ]);
  expect(ofRule(findings, "work-outside-targets")).toEqual([]);
});

test("it is said whose name it is and what to write", () => {
  expect(ofRule(found("Xã Minh Long"), "work-title-commune-only")[0]?.message).toBe(
    "“Xã Minh Long” mới là tên của xã Minh Long (Hạ Lang), chưa phải tên công trình, nên dòng này chưa được tính vào chỉ tiêu nào. Hãy ghi đủ tên, ví dụ “Lịch sử Đảng bộ xã Minh Long”."
  );
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc",
  "LSĐB An Lạc",
  "Địa chí xã An Lạc",
  "Kỷ yếu xã An Lạc",
  "Trường Tiểu học xã An Lạc",
  "An Lạc anh hùng",
  "Quang Trung",
  "Hạ Lang",
])("%s: another matter or none", (title) => {
  expect(ofRule(found(title), "work-title-commune-only")).toEqual([]);
});
