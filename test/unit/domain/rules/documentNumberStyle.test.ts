import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) => ofRule(documentFindings(documentRow({ number })), "document-number-style");

test.each([
  ["Số: 97-QĐ/TW", "97-QĐ/TW"],
  ["02 - ĐA/TU", "02-ĐA/TU"],
  ["861 – CV/Th.U", "861-CV/ThU"],
  ["2-ĐA/TU", "02-ĐA/TU"],
  ["02-\u00d0A/TU", "02-ĐA/TU"],
  ["02-ĐA/\u00a0TU", "02-ĐA/TU"],
  ["97-QĐ/TW".normalize("NFD").replace("Q", "\u200bQ"), "97-QĐ/TW"],
])("%j is better written %s", (number, fix) => {
  expect(found(number)).toMatchObject([{ severity: "info", fix: { value: fix } }]);
  expect(found(fix)).toEqual([]);
});

test("what is worse than style is left to the other rules", () => {
  expect(found("57 - NQ TW")).toEqual([]);
});
