import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-several-communes");

test.each([
  "Lịch sử Đảng bộ xã An Lạc và xã Kim Loan",
  "Lịch sử Đảng bộ xã An Lạc, Kim Loan (1930 - 2020)",
  "Lịch sử Đảng bộ các xã An Lạc, xã Kim Loan, xã Thị Hoa",
])("%s", (title) => {
  expect(found(title)).toMatchObject([{ severity: "warning", cell: "B3", value: title }]);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc và những chặng đường",
  "Lịch sử Đảng bộ xã An Lạc, huyện Hạ Lang",
  "Lịch sử Đảng bộ xã An Lạc - Hạ Lang",
])("%s names one", (title) => {
  expect(found(title)).toEqual([]);
});
