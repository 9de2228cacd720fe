/** Where the rows end and what is below the table begins. */
import type { CellValue } from "../../../../src/domain/grid";
import { documentsGrid, grid, worksGrid } from "../../../support/grids";
import { fatesInOrder } from "../../../support/rowFates";

type Row = readonly CellValue[];

const HEADER = ["Tên công trình", "Đã xuất bản", "Đã hội thảo", "Đang biên soạn", "Kinh phí xã hội hóa"];

/** The same rows in a table without the column TT and in one that leaves it blank. */
const TABLES: readonly (readonly [string, (rows: readonly Row[]) => readonly string[]])[] = [
  ["without TT", (rows) => fatesInOrder(grid([HEADER, ...rows]))],
  [
    "with TT left blank",
    (rows) => fatesInOrder(grid([["TT", ...HEADER], ...rows.map((row) => [null, ...row])])),
  ],
];

describe.each(TABLES)("a table %s", (_, fatesOf) => {
  const work = (...cells: Row): Row => ["Lịch sử Đảng bộ xã An Lạc", ...cells];

  test("goes on below a blank line and the name of a group", () => {
    const rows: Row[] = [
      ["Lịch sử Đảng bộ huyện Hạ Lang", "x"],
      [],
      ["Cấp xã"],
      ["Lịch sử Đảng bộ xã An Lạc", "x"],
      ["Lịch sử Đảng bộ xã Kim Loan", "x"],
      ["Lịch sử Đảng bộ xã Cô Ngân", "x"],
    ];
    expect(fatesOf(rows)).toEqual(["row", "section", "row", "row", "row"]);
  });

  test.each<[Row]>([
    [["Xã An Lạc", "8/2022"]],
    [["Xã An Lạc", "x"]],
    [["Xã An Lạc", null, "lần 2"]],
    [["Xã An Lạc", null, null, "đang biên soạn"]],
    [["Xã An Lạc", null, null, "Đang chỉnh sửa bản thảo"]],
    [["Xã An Lạc", { kind: "date", iso: "2022-08-15" }]],
    [["Xã An Lạc", null, null, null, "50.000.000"]],
    [["Xã An Lạc", null, null, null, 50_000_000]],
    [["Xã An Lạc", null, null, null, "50 triệu"]],
    [["Lịch sử Đảng bộ xã An Lạc", "1"]],
    [["Lịch sử Đảng bộ xã An Lạc", 1]],
    [["Lịch sử Đảng bộ xã An Lạc", null, null, null, 50]],
  ])("a lone line above %j does not end it", (row) => {
    expect(fatesOf([work("x"), [], ["Các xã vùng cao"], row])).toEqual(["row", "row", "row"]);
  });

  test.each<[string, readonly Row[]]>([
    [
      "two signatures, place and date, and names",
      [
        [],
        [null, null, null, "Cao Bằng, ngày 15 tháng 5 năm 2023"],
        ["NGƯỜI LẬP BIỂU", null, null, "TRƯỞNG BAN"],
        ["(Ký, ghi rõ họ tên)", null, null, "(Ký, đóng dấu)"],
        [],
        ["Nông Văn A", null, null, "Đàm Thị B"],
      ],
    ],
    [
      "signatures directly below the last row",
      [
        ["NGƯỜI LẬP BIỂU", null, "TRƯỞNG BAN"],
        ["Nông Văn A", null, "Đàm Thị B"],
      ],
    ],
    [
      "signed",
      [
        ["Người lập biểu", null, null, "T/M BAN THƯỜNG VỤ"],
        ["Nông Văn A", null, null, "(Đã ký)"],
        ["Nông Văn A", "Đã ký", null, "Đàm Thị B"],
      ],
    ],
    [
      "whom it is sent to, beside place and date",
      [
        ["Nơi nhận:", null, null, "T/M BAN THƯỜNG VỤ"],
        ["- Như trên;", "Hạ Lang, ngày 15 tháng 5 năm 2023"],
        ["- Lưu VPHU.", null, null, "Đàm Thị B"],
      ],
    ],
    [
      "notes",
      [
        [],
        ["Ghi chú: số liệu đến 15/5/2023"],
        ["(*) 50.000.000 là kinh phí xã hội hoá", "x"],
        ["Lưu ý", null, null, null, "50.000.000"],
      ],
    ],
    [
      "a count",
      [[], ["Danh sách này có 1 công trình"], ["Số công trình", 5], ["Số xã", null, null, null, 17]],
    ],
  ])("%s end it", (__, rows) => {
    expect(new Set(fatesOf([work("x"), work("8/2022"), ...rows]).slice(2))).toEqual(new Set(["after-table"]));
  });
});

test("documents without a number go on below a lone line", () => {
  const document: Row = [null, "01-KH/HU", "1/2/2022"];
  const of = (row: Row): readonly string[] =>
    fatesInOrder(documentsGrid([document, [], [null, "Năm 2022"], row]));
  expect(of(document)).toEqual(["row", "row", "row"]);
  expect(of([null, "02-KH/HU", null, "Kế hoạch"])).toEqual(["row", "row", "row"]);
  expect(of([null, null, "1/3/2022", "Kế hoạch"])).toEqual(["row", "row", "row"]);
  expect(of([null, "Nông Văn A", null, "Đàm Thị B"])).toEqual(["row", "after-table", "after-table"]);
  expect(of([null, "Nông Văn A", "Hạ Lang, ngày 15 tháng 5 năm 2023"])).toEqual([
    "row",
    "after-table",
    "after-table",
  ]);
});

test("the name of a group with nothing below it is no row", () => {
  expect(
    fatesInOrder(
      worksGrid([
        [1, "Lịch sử Đảng bộ xã An Lạc", "x"],
        [null, "Cấp xã"],
      ])
    )
  ).toEqual(["row", "section"]);
});
