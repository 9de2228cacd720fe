import { textNumberFormat } from "../../../src/layout/textFormat";

test.each(["Lịch sử Đảng bộ xã An Lạc", "Đơn vị", "Số xã (tạm tính)", "Lịch sử".normalize("NFD")])(
  "%j needs no format",
  (text) => {
    expect(textNumberFormat(text)).toBeUndefined();
  }
);

test.each([
  "=1+1",
  "+84",
  "-5",
  "@x",
  "'a",
  "0123",
  "02-03",
  "25/6/2021",
  "1E5",
  "50%",
  "TRUE",
  "false",
  "#N/A",
  "",
  " a",
  "Mar 5",
  "(5)",
])("%j is kept by the text format", (text) => {
  expect(textNumberFormat(text)).toBe("@");
});
