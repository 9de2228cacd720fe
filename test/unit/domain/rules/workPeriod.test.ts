import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-period");

test.each([
  ["Lịch sử Đảng bộ xã An Lạc (2020 - 1948)", "“2020 - 1948”", "năm đầu sau năm cuối"],
  ["Lịch sử Đảng bộ xã An Lạc giai đoạn 1948–2025", "“1948–2025”", "năm cuối sau năm 2023"],
  ["Lịch sử Đảng bộ xã An Lạc từ năm 1830 đến năm 2020", "“1830 đến năm 2020”", "năm đầu trước năm 1930"],
  ["Lịch sử Đảng bộ xã An Lạc (1948 - 202)", "“1948 - 202”", "năm đầu sau năm cuối"],
  ["Lịch sử Đảng bộ xã An Lạc (1948 - 20200)", "“1948 - 20200”", "năm cuối sau năm 2023"],
])("%s", (title, period, problem) => {
  const findings = found(title);
  expect(findings).toMatchObject([{ severity: "warning", cell: "B3", value: title }]);
  expect(findings[0]?.message).toContain(period);
  expect(findings[0]?.message).toContain(problem);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020",
  "Lịch sử Đảng bộ xã An Lạc (1930-2023)",
  "Lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ xã An Lạc, tập 1 - 2",
  "Địa chí xã An Lạc (1890 - 2020)",
])("%s can be right", (title) => {
  expect(found(title)).toEqual([]);
});
