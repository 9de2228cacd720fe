import { documentFindings, documentRow, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const title = "Lịch sử Đảng bộ xã An Lạc";

test("decomposed text is read as it is meant, and can be composed", () => {
  expect(workFindings(workRow({ title: title.normalize("NFD") }))).toMatchObject([
    { rule: "text-decomposed", severity: "info", cell: "B3", fix: { value: title } },
  ]);
  expect(ofRule(workFindings(workRow({ title })), "text-decomposed")).toEqual([]);
});

test("a document number is left to the rules of its column", () => {
  const findings = documentFindings(documentRow({ number: "01-KH/HU", issuer: "Huyện uỷ".normalize("NFD") }));
  expect(ofRule(findings, "text-decomposed").map(({ cell }) => cell)).toEqual(["E2"]);
  const number = documentFindings(
    documentRow({ number: "02-QĐ/HU".normalize("NFD"), subject: "Quyết định" })
  );
  expect(ofRule(number, "text-decomposed")).toEqual([]);
});
