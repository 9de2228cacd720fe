import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string, subject: string) =>
  ofRule(documentFindings(documentRow({ number, subject })), "document-type-mismatch");

test.each([
  ["03-CT/HU", "Kế hoạch thực hiện Đề án", "KH", "CT"],
  ["15-KH/HU", "Báo cáo kết quả 02 năm", "BC", "KH"],
  ["780-CV/HU", "Nghị quyết chuyên đề", "NQ", "CV"],
  ["238/UBND-KGVX", "Quyết định thành lập Ban Biên soạn", "QĐ", "CV"],
  ["05-TB/HU", "Chương trình hành động thực hiện Nghị quyết", "CTr", "TB"],
])("%s, “%s”", (number, subject, expected, actual) => {
  expect(found(number, subject)).toMatchObject([{ severity: "warning", cell: "D2", value: subject }]);
  const message = found(number, subject)[0]?.message ?? "";
  expect(message).toContain(`ký hiệu ${expected}`);
  expect(message).toContain(`mang ký hiệu ${actual}`);
});

test.each([
  ["15-KH/HU", "Kế hoạch thực hiện Đề án"],
  ["15-KH/HU", "KẾ HOẠCH thực hiện Đề án".normalize("NFD")],
  ["02-KHPH/BTGTU", "Kế hoạch phối hợp tuyên truyền"],
  ["147-CTHĐ/TU", "Chương trình hành động thực hiện Nghị quyết"],
  ["219-QĐ/TW", "Quy định về phân cấp"],
  ["37/QyĐ-UBND", "Quy định chế độ"],
  ["1034/QĐ-UBND", "Đề án phát triển văn hoá"],
  ["780-CV/HU", "Báo cáo tiến độ biên soạn"],
  ["238/UBND-KGVX", "V/v triển khai Kế hoạch"],
  ["15-KH/HU", "Biên soạn lịch sử Đảng bộ các xã"],
  ["15-KH/HU", "Kế hoạch hoá công tác biên soạn"],
  ["780-CV/HU", "Kế hoạch hoá công tác biên soạn"],
])("%s agrees with “%s”", (number, subject) => {
  expect(found(number, subject)).toEqual([]);
});
