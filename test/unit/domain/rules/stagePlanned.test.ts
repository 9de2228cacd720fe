import { type Cells, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (changes: Cells) => ofRule(workFindings(workRow(changes)), "stage-planned");

test.each<[Cells, string]>([
  [{ published: "dự kiến 7/2023" }, "C3"],
  [{ published: "đã thẩm định, đang chờ xuất bản" }, "C3"],
  [{ workshop: "sẽ tổ chức trong quý III/2023" }, "E3"],
  [{ published: "Quý IV/2023 (dự kiến)" }, "C3"],
  [{ workshop: "lần 2 (dự kiến)" }, "E3"],
  [{ published: "Đã gửi Nhà xuất bản 5/2023" }, "C3"],
  [{ appraised: "Đã trình Hội đồng thẩm định" }, "D3"],
  [{ compiling: "dự kiến biên soạn năm 2024" }, "F3"],
])("%j is still to come", (changes, cell) => {
  expect(found(changes)).toMatchObject([{ severity: "warning", cell }]);
});

test.each<Cells>([
  { published: "8/2022" },
  { published: "chưa" },
  { compiling: "đang chỉnh sửa" },
  { compiling: "Dự kiến hoàn thành quý IV/2023" },
  { workshop: "x" },
  { workshop: "Lần 1: 3/2023; lần 2: dự kiến 8/2023" },
])("%j is not", (changes) => {
  expect(found(changes)).toEqual([]);
});
