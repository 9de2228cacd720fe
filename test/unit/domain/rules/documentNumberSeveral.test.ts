import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-several");

test.each(["01-KH/HU, 02-KH/HU", "01-KH/HU; 02-KH/HU", "01-KH/HU\n02-KH/HU", "số 01-KH/HU và số 02-KH/HU"])(
  "%j names two documents",
  (number) => {
    const findings = found(number);
    expect(findings).toMatchObject([{ severity: "error", value: number }]);
    expect(findings[0]?.message).toContain("2 văn bản: 01-KH/HU; 02-KH/HU");
    expect(findings[0]?.fix).toBeUndefined();
  }
);

test.each(["01-KH/HU", "154-KH/BTGTU, ngày 09/5/2023", "154-KH/\nBTGTU"])("%j names one", (number) => {
  expect(found(number)).toEqual([]);
});
