import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) => ofRule(workFindings(workRow(changes)), "stage-contradiction");

test.each<[Cells, string]>([
  [{ compiling: "x" }, "Đã xuất bản"],
  [{ published: null, appraised: "x", compiling: "đang chỉnh sửa" }, "Đã thẩm định"],
])("%j cannot both be", (changes, other) => {
  const findings = found(changes);
  expect(findings).toMatchObject([{ severity: "error", cell: "F3" }]);
  expect(findings[0]?.message).toContain(other);
});

test.each<Cells>([
  { compiling: "-" },
  { published: null, workshop: "x", compiling: "x" },
  { workshop: "x", appraised: "x" },
])("%j can", (changes) => {
  expect(found(changes)).toEqual([]);
});
