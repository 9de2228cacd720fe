import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) => ofRule(workFindings(workRow(changes)), "stage-time-misplaced");

test.each([
  [{ published: "x", workshop: "15/8/2022" }, "E3", "15/8/2022"],
  [{ published: "x", compiling: "tháng 8/2022" }, "F3", "tháng 8/2022"],
  [{ published: "✓", appraised: "quý III/2022" }, "D3", "quý III/2022"],
  [{ published: "x", appraised: { kind: "date", iso: "2022-08-15" } as const }, "D3", "15/8/2022"],
])("%j: the time stands in the wrong column", (changes, cell, value) => {
  expect(found(changes)).toMatchObject([{ severity: "warning", cell, value }]);
});

test.each<Cells>([
  { published: "8/2022", workshop: "15/3/2022" },
  { published: "x", workshop: "lần 2, 15/8/2022" },
  { published: null, workshop: "15/8/2022" },
  { published: "x", workshop: "x" },
])("%j: nothing is misplaced", (changes) => {
  expect(found(changes)).toEqual([]);
});
