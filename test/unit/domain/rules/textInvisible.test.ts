import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const found = (issuer: string) => ofRule(documentFindings(documentRow({ issuer })), "text-invisible");

test.each([
  "Huyện uỷ\u00a0Hạ Lang",
  "Huyện uỷ\u200b Hạ Lang",
  "\ufeffHuyện uỷ Hạ Lang",
  "Huyện uỷ Hạ Lang\u202f",
])("%j has what cannot be seen", (issuer) => {
  expect(found(issuer)).toMatchObject([
    { severity: "info", cell: "E2", value: issuer, fix: { value: "Huyện uỷ Hạ Lang" } },
  ]);
});

test.each(["Huyện uỷ Hạ Lang", "Huyện uỷ  Hạ Lang", "Huyện uỷ\nHạ Lang"])("%j has not", (issuer) => {
  expect(found(issuer)).toEqual([]);
});
