import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) =>
  ofRule(workFindings(workRow({ published: null, ...changes })), "stage-time-impossible");

test.each([
  [{ workshop: "31/6/2022" }, "E3", undefined],
  [{ appraised: "13/2022" }, "D3", undefined],
  [{ workshop: "15/8/22" }, "E3", { value: "15/8/2022" }],
])("%j", (changes, cell, fix) => {
  const findings = found(changes);
  expect(findings).toMatchObject([{ severity: "warning", cell }]);
  expect(findings[0]?.fix).toEqual(fix);
});

test.each<Cells>([
  { workshop: "15/8/2022" },
  { workshop: "lần 2" },
  { published: "31/6/2022" },
  { workshop: "cuối năm 2022" },
])("%j is not of this kind", (changes) => {
  expect(found(changes)).toEqual([]);
});
