import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-district-mismatch");

test.each([
  ["Lịch sử Đảng bộ xã An Lạc, huyện Trùng Khánh", "“Trùng Khánh”"],
  ["Lịch sử Đảng bộ xã An Lạc (Thạch An)", "“Thạch An”"],
  ["Lịch sử Đảng bộ xã An Lạc, huyện Quảng Uyên", "“Quảng Uyên”"],
])("%s contradicts the list", (title, stated) => {
  expect(found(title)).toMatchObject([
    { severity: "warning", cell: "B3", message: expect.stringContaining(stated) as unknown },
  ]);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc, huyện Hạ Lang",
  "Lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ xã Phúc Sen, huyện Quảng Uyên",
])("%s does not", (title) => {
  expect(found(title)).toEqual([]);
});
