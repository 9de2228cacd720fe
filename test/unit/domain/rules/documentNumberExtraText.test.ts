import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-extra-text");

test.each([
  "154-KH/BTGTU ngày 09/5/2023",
  "154-KH/BTGTU (09/5/2023)",
  "154-KH/BTGTU của Ban Tuyên giáo Tỉnh uỷ",
])("%s says more than the number", (number) => {
  expect(found(number)).toMatchObject([{ severity: "warning", fix: { value: "154-KH/BTGTU" } }]);
});

test.each(["154-KH/BTGTU", "Kế hoạch số 154-KH/BTGTU", "22/2019/NQ-HĐND"])("%s does not", (number) => {
  expect(found(number)).toEqual([]);
});
