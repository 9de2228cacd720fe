import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) => ofRule(workFindings(workRow(changes)), "stage-times-disordered");

test.each([
  [{ published: "8/2022", appraised: "15/9/2022" }, "C3", "15/9/2022"],
  [{ published: null, appraised: "8/2022", workshop: "quý IV/2022" }, "D3", "quý IV/2022"],
])("%j", (changes, cell, other) => {
  const findings = found(changes);
  expect(findings).toMatchObject([{ severity: "warning", cell }]);
  expect(findings[0]?.message).toContain(other);
});

test.each<Cells>([
  { published: "8/2022", appraised: "15/8/2022", workshop: "1/2022" },
  { published: "2022", appraised: "15/9/2022" },
  { published: "8/2022", workshop: "x" },
  { published: "8/2022", compiling: "2023" },
  { published: "3/2022", workshop: "lần 2 năm 2022", appraised: "lần 12 năm 2022" },
])("%j is in order", (changes) => {
  expect(found(changes)).toEqual([]);
});
