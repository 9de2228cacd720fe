import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (number: string) =>
  ofRule(documentFindings(documentRow({ number })), "document-number-spelling");

test.each([
  ["154-kh/btgtu", "154-KH/BTGTU"],
  ["02-ĐA/TƯ", "02-ĐA/TU"],
  ["97-QD/TW", "97-QĐ/TW"],
  ["115-HD/BTGW", "115-HD/BTGTW"],
  ["154-KH/BTGUT", "154-KH/BTGTU"],
])("%s is probably %s", (number, fix) => {
  expect(found(number)).toMatchObject([{ severity: "warning", value: number, fix: { value: fix } }]);
  expect(found(fix)).toEqual([]);
});

test.each(["154-KH/BTGTU", "861-CV/Th.U", "94-KH/BTGDVTW", "890/SGDĐT-GDTrH", "12-KH/BTTU"])(
  "%s has no misspelling that is known",
  (number) => {
    expect(found(number)).toEqual([]);
  }
);
