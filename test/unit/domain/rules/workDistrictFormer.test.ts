import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-district-former");

test.each([
  [
    "Lịch sử Đảng bộ huyện Thông Nông (1966 - 2020)",
    "nhập vào huyện Hà Quảng từ 1/2/2020 (Nghị quyết 864/NQ-UBTVQH14)",
  ],
  [
    "Lịch sử Đảng bộ xã Phúc Sen, huyện Quảng Uyên",
    "nhập vào huyện Quảng Hòa từ 1/3/2020 (Nghị quyết 897/NQ-UBTVQH14)",
  ],
])("%s names a district of the past", (title, message) => {
  expect(found(title)).toMatchObject([
    { severity: "info", cell: "B3", message: expect.stringContaining(message) as unknown },
  ]);
});

test.each(["Lịch sử Đảng bộ thị trấn Thông Nông", "Lịch sử Đảng bộ huyện Hà Quảng"])(
  "%s does not",
  (title) => {
    expect(found(title)).toEqual([]);
  }
);
