import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) =>
  ofRule(workFindings(workRow({ published: null, ...changes })), "stage-missing");

test.each<Cells>([
  {},
  { published: "chưa", workshop: "-" },
  { published: "dự kiến 8/2023" },
  { published: "Đã trình Sở TT&TT cấp phép 4/2023" },
  { workshop: 0 },
])("%j marks no stage", (changes) => {
  expect(found(changes)).toMatchObject([{ severity: "error", cell: "C3" }]);
});

test.each<Cells>([
  { published: "8/2022" },
  { compiling: "x" },
  { workshop: "lần 1" },
  { workshop: "02" },
  { workshop: "lần 2 (đã chỉnh sửa)" },
  { compiling: "Dự kiến hoàn thành quý IV/2023" },
  { appraised: "✓" },
])("%j marks one", (changes) => {
  expect(found(changes)).toEqual([]);
});
