import { documentFindings, documentFindingsOf, documentRow, ofRule } from "../../../support/ruleCases";

const id = "document-date-after-cut-off";

test("a document after the cut-off of the round cannot be in its table", () => {
  expect(ofRule(documentFindings(documentRow({ date: "11/6/2023" })), id)).toMatchObject([
    { severity: "error", cell: "C2", value: "11/6/2023" },
  ]);
  expect(ofRule(documentFindings(documentRow({ date: "10/6/2023" })), id)).toEqual([]);
});

test("each round has its own cut-off", () => {
  expect(ofRule(documentFindingsOf(2024, documentRow({ date: "11/6/2023" })), id)).toEqual([]);
  expect(ofRule(documentFindingsOf(2024, documentRow({ date: "15/12/2024" })), id)).toHaveLength(1);
});
