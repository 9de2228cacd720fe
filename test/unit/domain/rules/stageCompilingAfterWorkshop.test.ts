import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) =>
  ofRule(workFindings(workRow({ published: null, ...changes })), "stage-compiling-after-workshop");

test("a workshop held while compiling goes on is looked at", () => {
  expect(found({ workshop: "lần 1", compiling: "x" })).toMatchObject([{ severity: "warning", cell: "F3" }]);
});

test.each<Cells>([{ workshop: "x" }, { compiling: "x" }, { workshop: "x", appraised: "x", compiling: "x" }])(
  "%j is not of this kind",
  (changes) => {
    expect(found(changes)).toEqual([]);
  }
);
