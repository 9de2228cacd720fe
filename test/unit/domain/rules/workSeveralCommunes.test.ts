import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-several-communes");

test.each([
  "Lịch sử Đảng bộ xã An Lạc và xã Kim Loan",
  "Lịch sử Đảng bộ xã An Lạc, Kim Loan (1930 - 2020)",
  "Lịch sử Đảng bộ các xã An Lạc, xã Kim Loan, xã Thị Hoa",
  "Lịch sử Đảng bộ các xã Đức Quang, Đồng Loan",
  "Lịch sử Đảng bộ các xã Nà Sác, Kéo Yên, huyện Hà Quảng",
  "Lịch sử Đảng bộ các xã An Lạc và Kim Loan",
  "Lịch sử Đảng bộ hai xã An Lạc, Kim Loan",
  "Lịch sử Đảng bộ liên xã An Lạc - Kim Loan",
  "Lịch sử Đảng bộ ba xã An Lạc, Kim Loan, Thị Hoa",
  "Lịch sử Đảng bộ xã Tiên Thành và lịch sử Đảng bộ xã Mỹ Hưng",
])("%s", (title) => {
  const findings = workFindings(workRow({ title }));
  expect(ofRule(findings, "work-several-communes")).toMatchObject([
    { severity: "warning", cell: "B3", value: title },
  ]);
  const others = findings.filter(({ rule }) => rule.startsWith("work-commune"));
  expect(others).toEqual([]);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc và những chặng đường",
  "Lịch sử Đảng bộ xã An Lạc, huyện Hạ Lang",
  "Lịch sử Đảng bộ xã An Lạc - Hạ Lang",
])("%s names one", (title) => {
  expect(found(title)).toEqual([]);
});
