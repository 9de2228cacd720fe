import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const found = (title: string | null) => ofRule(workFindings(workRow({ title })), "work-outside-targets");

test.each([
  ["Lịch sử Đảng bộ huyện Hạ Lang", "cũng không phải công trình mà Đề án nêu tên"],
  ["Lịch sử Trường THPT Hạ Lang", "cũng không phải công trình mà Đề án nêu tên"],
  ["Kỷ yếu xã An Lạc", "loại công trình là lịch sử truyền thống hoặc kỷ yếu"],
  ["Địa chí xã An Lạc", "loại công trình là loại khác"],
])("%s counts for nothing", (title, reason) => {
  expect(found(title)).toMatchObject([
    { severity: "info", cell: "B3", message: expect.stringContaining(reason) as unknown },
  ]);
});

test("a commune that had a book before counts for nothing", () => {
  const sheets = [worksGrid([workRow({ title: "Lịch sử Đảng bộ xã Phong Châu (1946 - 2020)" })])];
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  const { findings } = checkWorkbook(workbook({ unit: "trung-khanh", sheets }), options);
  expect(ofRule(findings, "work-outside-targets")[0]?.message).toContain("đã có sách lịch sử trước Đề án");
});

test.each([
  "Lịch sử Đảng bộ xã An Lạc",
  "Biên niên sự kiện lịch sử Đảng bộ xã An Lạc",
  "Lịch sử Đảng bộ Công an tỉnh Cao Bằng",
  "Lịch sử truyền thống Sở Nội vụ",
  "Lịch sử Đảng bộ xã Không Có Tên",
  "Lịch sử Đảng bộ An Lac",
  null,
])("%s counts, or has another finding", (title) => {
  expect(found(title)).toEqual([]);
});
