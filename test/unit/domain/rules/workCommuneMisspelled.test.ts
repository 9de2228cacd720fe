import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "work-commune-misspelled");

test.each([
  ["Lịch sử Đảng bộ xã An Lac (1948 - 2020)", "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)"],
  ["Lịch sử Đảng bộ xã Thống Nhât", "Lịch sử Đảng bộ xã Thống Nhất"],
  ["LỊCH SỬ ĐẢNG BỘ XÃ KIM LONA", "LỊCH SỬ ĐẢNG BỘ XÃ KIM LOAN"],
  ["Lịch sử Đảng bộ TT. Thanh Nhậtt", "Lịch sử Đảng bộ thị trấn Thanh Nhật"],
  ["Lịch sử Đảng bộ xá An Lạc", "Lịch sử Đảng bộ xã An Lạc"],
  ["Lịch sử Đảng bộ Vinh Qui", "Lịch sử Đảng bộ xã Vinh Quý"],
])("%s is meant to be %s", (title, value) => {
  expect(found(title)).toMatchObject([{ severity: "warning", cell: "B3", value: title, fix: { value } }]);
});

test("the message names the commune and its district", () => {
  expect(found("Lịch sử Đảng bộ xã An Lac")[0]?.message).toBe(
    "Không có xã, phường, thị trấn nào tên “An Lac”. Có phải là xã An Lạc (Hạ Lang)? Công trình chưa được tính; hãy sửa tên."
  );
});

test("a name that may be several, or is another district's, is asked about and not corrected", () => {
  const several = found("Lịch sử Đảng bộ xã Đức Quan Long");
  expect(several.every(({ fix }) => fix === undefined)).toBe(true);
  const elsewhere = found("Lịch sử Đảng bộ xã Canh Tânn");
  expect(elsewhere).toMatchObject([
    { message: expect.stringContaining("xã Canh Tân (Thạch An)") as unknown },
  ]);
  expect(elsewhere[0]?.fix).toBeUndefined();
});

test.each([
  "Lịch sử Đảng bộ An Lạc anh hùng",
  "Lịch sử Đảng bộ Canh Tân anh hùng",
  "Lịch sử Đảng bộ các xã Đức Quang, Đồng Loan",
  "Lịch sử Đảng bộ các xã An Lạc",
])("%s: a name is not proposed in place of itself, nor another in place of one that there is", (title) => {
  expect(found(title)).toEqual([]);
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ xã Không Có Tên",
  "Lịch sử Đảng bộ xã Kéo Yên",
  "Lịch sử Đảng bộ Sở Y tế",
  "Lịch sử Đảng bộ Hạ Lang",
])("%s is left alone", (title) => {
  expect(found(title)).toEqual([]);
});
