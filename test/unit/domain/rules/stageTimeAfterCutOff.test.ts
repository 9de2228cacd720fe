import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) =>
  ofRule(workFindings(workRow({ published: null, ...changes })), "stage-time-after-cut-off");

test.each([
  [{ workshop: "15/8/2023" }, "E3"],
  [{ appraised: "quý III/2023" }, "D3"],
])("%j is still to come", (changes, cell) => {
  const findings = found(changes);
  expect(findings).toMatchObject([{ severity: "warning", cell }]);
  expect(findings[0]?.message).toContain("10/6/2023");
});

test.each<Cells>([
  { workshop: "10/6/2023" },
  { workshop: "2023" },
  { workshop: "dự kiến 8/2023" },
  { compiling: "2024" },
])("%j is not", (changes) => {
  expect(found(changes)).toEqual([]);
});
