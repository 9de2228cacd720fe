import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) =>
  ofRule(workFindings(workRow({ published: null, ...changes })), "stage-of-other-column");

test("a workshop under “Đã xuất bản” is not counted as published", () => {
  const findings = found({ published: "đã hội thảo lần 2, 15/8/2022" });
  expect(findings).toMatchObject([
    { severity: "warning", cell: "C3", value: "đã hội thảo lần 2, 15/8/2022" },
  ]);
  expect(findings[0]?.message).toContain("ô này không được tính");
});

test("a publication under “hội thảo” counts as a workshop, and is said", () => {
  const findings = found({ workshop: "đã xuất bản 8/2022" });
  expect(findings).toMatchObject([{ cell: "E3" }]);
  expect(findings[0]?.message).not.toContain("không được tính");
});

test.each<Cells>([
  { published: "đã xuất bản 8/2022" },
  { workshop: "hội thảo lần 2, 15/8/2022" },
  { appraised: "Hội đồng thẩm định họp ngày 15/8/2022" },
  { compiling: "đang chỉnh sửa sau hội thảo" },
  { workshop: "x" },
  { workshop: "15/8/2022 (đang chỉnh sửa)" },
  { workshop: "10/2022, chờ thẩm định" },
  { appraised: "4/2023 (có chỉnh sửa)" },
])("%j is in its column", (changes) => {
  expect(found(changes)).toEqual([]);
});
