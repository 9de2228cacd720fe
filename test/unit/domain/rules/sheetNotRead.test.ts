import { checkWorkbook } from "../../../../src/domain/check";
import type { CellValue, Grid } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, grid, workbook, worksGrid } from "../../../support/grids";
import { documentRow, ofRule, workRow } from "../../../support/ruleCases";
import { OTHER_TABLES } from "../forms/otherTables";

type Rows = readonly (readonly CellValue[])[];

const DOCUMENTS = documentsGrid([documentRow()]);
const WORKS = worksGrid([workRow()]);

function findingsBeside(sheet: Grid, others: readonly Grid[] = [DOCUMENTS]) {
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  const { findings } = checkWorkbook(workbook({ unit: "ha-lang", sheets: [...others, sheet] }), options);
  return ofRule(findings, "sheet-not-read");
}

const placesBeside = (rows: Rows, sheet: string, others?: readonly Grid[]) =>
  findingsBeside(grid(rows, { sheet }), others).map(({ cell }) => cell);

const WORK_ROWS: Rows = [
  [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, null, null, "50 triệu"],
  [2, "Lịch sử Đảng bộ xã Kim Loan", null, null, "x", null, null],
];

describe("a table that resembles a form", () => {
  const heading = ["STT", "Tên xã", "Đã XB", "Đã TĐ", "Đã HT", "Đang BS", "XHH"];

  test("is named with the columns that were not recognised", () => {
    expect(findingsBeside(grid([["Biểu 2"], heading, ...WORK_ROWS], { sheet: "Biểu 02" }))).toMatchObject([
      {
        severity: "warning",
        sheet: "Biểu 02",
        cell: "A2",
        row: 2,
        value: "STT",
        message:
          "Bảng ở dòng 2 trang “Biểu 02” không được đọc, không dòng nào của bảng được tính: bảng giống Biểu 02 nhưng không nhận ra cột “Tên công trình”. Hãy sửa tiêu đề cột theo mẫu, hoặc chỉ định cột bằng tay.",
      },
    ]);
  });

  test("is named on a sheet that has another form, too", () => {
    const both = grid([...DOCUMENTS.values, [], heading, ...WORK_ROWS], { sheet: "Biểu 01" });
    expect(findingsBeside(both, []).map(({ cell }) => cell)).toEqual(["A4"]);
  });

  test("is a matter of the whole file when the file has no form", () => {
    expect(findingsBeside(grid([heading, ...WORK_ROWS]), [])).toEqual([]);
  });

  test("a register of documents is what it is beside a Biểu 01, and may be one without", () => {
    const [, register = []] = OTHER_TABLES[0] ?? [];
    expect(placesBeside(register, "Sổ văn bản đi")).toEqual([]);
    expect(findingsBeside(grid(register, { sheet: "Văn bản" }), [WORKS])).toMatchObject([
      { message: expect.stringContaining("có cột của loại bảng khác") as unknown },
    ]);
  });
});

describe("rows like those of a form", () => {
  test.each<readonly [what: string, sheet: string, rows: Rows, place: string]>([
    ["the table goes on without its heading", "Biểu 02 (tiếp)", WORK_ROWS, "A1"],
    ["one work more", "Sheet2", WORK_ROWS.slice(1), "A1"],
    ["without numbers", "Sheet2", [["Lịch sử Đảng bộ xã Kim Loan", "9/2022"]], "A1"],
    ["strange headings", "Biểu 02", [["STT", "Công trình", "Tiến độ", "Tiến độ"], ...WORK_ROWS], "A2"],
    [
      "stages in one column",
      "Biểu 02",
      [
        ["STT", "Tên công trình", "Mức độ hoàn thành", "Kinh phí"],
        [1, "Lịch sử Đảng bộ xã An Lạc", "Đã xuất bản 8/2022", "50 triệu"],
      ],
      "A2",
    ],
    ["communes", "Sheet2", [["TT", "Đơn vị", "Kết quả"], [], ["1.", "Xã Kim Loan", "đã hội thảo"]], "A3"],
    ["documents", "Biểu 01 (2)", [[7, "07-KH/HU", "1/3/2022", "Kế hoạch", "Huyện uỷ Hạ Lang"]], "A1"],
    [
      "numbered rows without any heading",
      "Trang 2",
      [
        [8, "Công văn về việc biên soạn", "2/3/2022"],
        [9, "Thông báo", "3/3/2022"],
      ],
      "A1",
    ],
    [
      "numbered rows on a sheet named like a form",
      "BIỂU SỐ 2",
      [
        ["STT", "Nội dung", "Kết quả"],
        [1, "Sách về An Lạc", "đã in"],
        [2, "Sách về Kim Loan", "đã in"],
      ],
      "A2",
    ],
  ])("%s", (_, sheet, rows, place) => {
    expect(placesBeside(rows, sheet)).toEqual([place]);
  });

  test("are named with their place and what to do", () => {
    expect(findingsBeside(grid(WORK_ROWS, { sheet: "Biểu 02 (tiếp)", top: 4 }))).toMatchObject([
      {
        cell: "A5",
        value: "1",
        message:
          "Bảng ở dòng 5 trang “Biểu 02 (tiếp)” không được đọc, không dòng nào của bảng được tính: các dòng giống dòng của biểu (Biểu 01, Biểu 02) nhưng phía trên không có hàng tiêu đề cột nào nhận ra được. Nếu là số liệu của biểu, hãy chép các dòng này vào cuối biểu, hoặc thêm hàng tiêu đề cột đúng như mẫu; nếu không phải thì không cần sửa.",
      },
    ]);
  });
});

describe("sheets that nobody misses", () => {
  test.each<readonly [what: string, rows: Rows]>([
    ["empty", []],
    [
      "notes",
      [
        ["Hướng dẫn điền biểu"],
        [1, "Mỗi công trình ghi một dòng, ví dụ Lịch sử Đảng bộ xã An Lạc."],
        [2, "Đánh dấu x vào mức độ hoàn thành cao nhất."],
        ["Ghi chú:", "Lịch sử Đảng bộ xã Kim Loan gửi sau"],
      ],
    ],
    [
      "signatures",
      [
        [null, "NGƯỜI LẬP BIỂU", null, "T/M BAN THƯỜNG VỤ"],
        [null, "Nguyễn Văn An", null, "Hoàng Văn Bình"],
      ],
    ],
    [
      "a list of people under its own heading",
      [
        ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
        [1, "Nông Văn B", "Bí thư", null],
        [2, "Lý Thị C", "Phó Bí thư", null],
        [3, "Hoàng Văn D", "Uỷ viên", null],
      ],
    ],
    [
      "a list of books",
      [
        ["TT", "Sách", "Nhà xuất bản", "Số trang", "Giá bìa"],
        [1, "Lịch sử Đảng bộ xã An Lạc", "Chính trị quốc gia", 200, 90_000],
      ],
    ],
  ])("%s", (_, rows) => {
    expect(placesBeside(rows, "Sheet2", [DOCUMENTS, WORKS])).toEqual([]);
  });

  test("hidden ones, and the list of requests of a reply that comes back", () => {
    expect(findingsBeside(grid(WORK_ROWS, { sheet: "Sheet2", hidden: true }))).toEqual([]);
    expect(placesBeside(WORK_ROWS, "Đề nghị chỉnh sửa")).toEqual([]);
    expect(placesBeside(WORK_ROWS, "Tổng hợp 02")).toEqual([]);
  });

  test("tables of other kinds, but for those that list works or communes", () => {
    const named = OTHER_TABLES.filter(
      ([, rows]) => placesBeside(rows, "Sheet2", [DOCUMENTS, WORKS]).length > 0
    );
    expect(named.map(([name]) => name)).toEqual(["dự toán theo công trình", "sáp nhập xã", "đảng viên"]);
  });
});
