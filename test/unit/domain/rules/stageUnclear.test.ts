import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) => ofRule(workFindings(workRow(changes)), "stage-unclear");

test.each<[Cells, string]>([
  [{ appraised: "xem báo cáo" }, "D3"],
  [{ workshop: "?" }, "E3"],
  [{ published: 7 }, "C3"],
  [{ published: "Hoàn thành bản thảo 12/2022" }, "C3"],
  [{ appraised: { kind: "error", code: "#REF!" } }, "D3"],
])("%j says neither", (changes, cell) => {
  expect(found(changes)).toMatchObject([{ severity: "warning", cell }]);
});

test.each<Cells>([
  { appraised: "x" },
  { workshop: "chưa" },
  { compiling: "xem báo cáo" },
  { published: "đã hội thảo" },
])("%j is clear, or has a rule of its own", (changes) => {
  expect(found(changes)).toEqual([]);
});
