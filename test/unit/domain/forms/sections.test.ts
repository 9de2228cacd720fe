/** Headings of groups of rows, and rows that add them up: neither is a work, whatever stands in their other cells. */
import type { CellValue } from "../../../../src/domain/grid";
import { namesLevel, namesWork, saysTotal } from "../../../../src/domain/forms/rowTitles";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, grid, worksGrid } from "../../../support/grids";
import { fatesInOrder } from "../../../support/rowFates";

type Row = readonly CellValue[];

const AN_LAC: Row = [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, null, null, "50.000.000"];
const KIM_LOAN: Row = [2, "Lịch sử Đảng bộ xã Kim Loan", null, "x", null, null, "50.000.000"];
const CO_NGAN: Row = [3, "Lịch sử Đảng bộ xã Cô Ngân", null, null, "x", null, null];

/** Cells of the columns stages and funds of a row that adds up others. */
const SUMS: Row = [1, 1, null, null, "100.000.000"];

describe("a heading with subtotals", () => {
  test.each<[Row]>([
    [["II", "CẤP XÃ", ...SUMS]],
    [["II.", "Cấp xã", 2, "-", "0", null, 100_000_000]],
    [["B", "Các xã vùng cao", ...SUMS]],
    [["B)", "Các xã biên giới", "2 cuốn", "01", "chưa", null, "100 triệu"]],
    [["II", "Các xã vùng cao", null, null, null, null, "100.000.000"]],
    [["II", "Lịch sử Đảng bộ cấp xã", ...SUMS]],
    [["II", "Lịch sử Đảng bộ xã, phường, thị trấn", ...SUMS]],
    [["II", "Công trình cấp xã (2 công trình)", ...SUMS]],
    [["II. CẤP XÃ", null, ...SUMS]],
    [[null, "II. Cấp xã", ...SUMS]],
    [[null, "Cấp xã", ...SUMS]],
    [[null, "CẤP HUYỆN", "1"]],
    [["5", "Các xã, thị trấn", ...SUMS]],
  ])("%j is a section", (heading) => {
    expect(fatesInOrder(worksGrid([AN_LAC, heading, KIM_LOAN, CO_NGAN]))).toEqual([
      "row",
      "section",
      "row",
      "row",
    ]);
  });

  test.each<[Row]>([
    [["I", "Lịch sử Đảng bộ xã Thị Hoa", "8/2022", "x"]],
    [["I", "Lịch sử Đảng bộ xã Thị Hoa", 1, null, null, null, 50_000_000]],
    [["I", "Lịch sử Đảng bộ xã Thành Công", "1"]],
    [["I", "Lịch sử Đảng bộ xã Thị Hoa"]],
    [["I", "Lịch sử Đảng bộ Khối các cơ quan huyện", 1]],
    [["I", "Xã Thị Hoa", "8/2022", null, null, null, 50_000_000]],
    [["I", "Xã Thị Hoa", 2022, 1, 1, 1, null]],
    [["B", "Các xã vùng cao", null, null, null, "x", null]],
    [["B", "Các xã vùng cao", null, null, null, "đang biên soạn", "50 triệu"]],
    [["B", "Các xã vùng cao", { kind: "date", iso: "2022-08-15" }, null, null, null, null]],
    [["I", null, 1, 1, null, null, "100.000.000"]],
    [[4, "Cấp xã", "x"]],
    [[4, "Các dân tộc huyện Hạ Lang", "1"]],
    [[4, "Lịch sử Đảng bộ huyện", 1]],
    [[null, "I. Lịch sử Đảng bộ xã Thị Hoa", "x", null, null, null, 50_000_000]],
  ])("%j is a work", (work) => {
    expect(fatesInOrder(worksGrid([AN_LAC, work, KIM_LOAN, CO_NGAN]))).toEqual(["row", "row", "row", "row"]);
  });

  test("in a table whose works are numbered in Roman numerals or letters is not known from its number", () => {
    const numbered = (ordinals: readonly string[]): readonly string[] =>
      fatesInOrder(
        worksGrid([
          ...ordinals.map((ordinal, index) => [ordinal, `Xã ${index}`, 1, null, null, null, "50 triệu"]),
          [null, "Tổng cộng", 3, null, null, null, "150 triệu"],
        ])
      );
    expect(numbered(["I", "II", "III"])).toEqual(["row", "row", "row", "total"]);
    expect(numbered(["a)", "b)", "c)"])).toEqual(["row", "row", "row", "total"]);
    const titled = ["I", "II", "III"].map((ordinal) => [ordinal, "Lịch sử Đảng bộ xã An Lạc"]);
    expect(fatesInOrder(worksGrid(titled))).toEqual(["row", "row", "row"]);
  });

  test("stands above works without a number too", () => {
    expect(
      fatesInOrder(
        worksGrid([
          ["I", "Cấp huyện", ...SUMS],
          [null, ...AN_LAC.slice(1)],
          ["II", "Cấp xã", ...SUMS],
          [null, ...KIM_LOAN.slice(1)],
        ])
      )
    ).toEqual(["section", "row", "section", "row"]);
  });

  test("letters below a numbered heading are works", () => {
    expect(
      fatesInOrder(
        worksGrid([
          [1, "Cấp huyện", ...SUMS],
          ["a", "Hạ Lang", 1, null, null, null, "50 triệu"],
          [2, "Cấp xã", ...SUMS],
          ["a", "An Lạc", 1, null, null, null, "50 triệu"],
          ["b", "Kim Loan", null, 1, null, null, "50 triệu"],
        ])
      )
    ).toEqual(["section", "row", "section", "row", "row"]);
  });

  test("of documents", () => {
    const document: Row = [1, "01-KH/HU", "1/2/2022", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"];
    const of = (row: Row): readonly string[] => fatesInOrder(documentsGrid([document, row, document]));
    expect(of(["II", "Văn bản của Huyện uỷ", null, "5 văn bản", null])).toEqual(["row", "section", "row"]);
    expect(of(["II", "Cấp huyện", null, 5, null])).toEqual(["row", "section", "row"]);
    expect(of(["II", "02-KH/HU", "1/2/2022", "Kế hoạch", null])).toEqual(["row", "row", "row"]);
    expect(of(["II", "Chỉ thị số 17", null, "Về việc biên soạn", "HU"])).toEqual(["row", "row", "row"]);
  });
});

describe("a heading with numbers of several parts below it", () => {
  const parts = (...ordinals: readonly CellValue[]): readonly Row[] =>
    ordinals.map((ordinal) => [ordinal, "Lịch sử Đảng bộ xã An Lạc", "8/2022"]);

  test.each<[string, readonly Row[], readonly string[]]>([
    ["1, 1.1", [[1, "Cấp xã"], ...parts("1.1", "1.2")], ["section", "row", "row"]],
    [
      "1, 1.1 with sums",
      [["1.", "Xã vùng cao", ...SUMS], ...parts("1.1.", "1.2.")],
      ["section", "row", "row"],
    ],
    ["numbers in cells", [[1, "Xã vùng cao", ...SUMS], ...parts(1.1, 1.2)], ["section", "row", "row"]],
    [
      "three levels",
      [[1, "Cấp xã"], ["1.1", "Xã vùng cao", ...SUMS], ...parts("1.1.1", "1.1.2", "1.2")],
      ["section", "section", "row", "row", "row"],
    ],
    ["I, I.1", [["I", "Xã vùng cao", ...SUMS], ...parts("I.1", "I.2")], ["section", "row", "row"]],
    [
      "a work in several volumes",
      [[1, "Lịch sử Đảng bộ huyện Hạ Lang", "8/2022"], ...parts("1.1", "1.2")],
      ["row", "row", "row"],
    ],
    [
      "a work without a mark in several volumes",
      [[1, "Lịch sử Đảng bộ huyện Hạ Lang"], ...parts("1.1", "1.2")],
      ["row", "row", "row"],
    ],
    ["other numbers below", [[1, "Xã An Lạc", 1], ...parts("2.1", 11, "12")], ["row", "row", "row", "row"]],
  ])("%s", (_, rows, expected) => {
    expect(fatesInOrder(worksGrid(rows))).toEqual(expected);
  });
});

describe("a row that adds up others", () => {
  test.each<[string]>([
    ["Cộng cấp xã"],
    ["Cộng (I+II)"],
    ["CỘNG (A + B)"],
    ["Tổng (cấp xã + cấp huyện)"],
    ["Tổng toàn huyện"],
    ["Cộng toàn huyện:"],
    ["Cộng mục I"],
    ["Tổng cấp huyện"],
    ["Tổng huyện"],
    ["Tổng I"],
    ["Cộng I"],
    ["Cộng II."],
    ["Tổng nhóm A"],
    ["Cộng phần B"],
    ["Tổng các xã"],
    ["Tổng: cấp xã"],
    ["tong cap xa"],
    ["Cộng cấp xã".normalize("NFD")],
    ["Tổng số cấp xã: 2 công trình"],
  ])("%s", (text) => {
    const of = (row: Row): readonly string[] => fatesInOrder(worksGrid([AN_LAC, KIM_LOAN, row, CO_NGAN]));
    const expected = ["row", "row", "total", "row"];
    expect(of([null, text, ...SUMS])).toEqual(expected);
    expect(of([text, null, ...SUMS])).toEqual(expected);
    expect(of([null, text])).toEqual(expected);
    expect(of(["II", text, ...SUMS])).toEqual(expected);
  });

  test.each<[string]>([
    ["Tổng kết 15 năm biên soạn lịch sử Đảng"],
    ["Tổng hợp tư liệu lịch sử cấp xã"],
    ["Tổng quan lịch sử Đảng bộ huyện Hạ Lang"],
    ["Tổng mục lục tư liệu lịch sử"],
    ["Tổng tập văn kiện Đảng bộ"],
    ["Tổng công ty Khoáng sản - 20 năm xây dựng"],
    ["Xã Tổng Cọt"],
    ["Tổng Cọt"],
    ["Cộng đồng các dân tộc huyện Hạ Lang"],
    ["Cộng hoà"],
    ["Công an huyện Hạ Lang"],
    ["Công đoàn huyện Hạ Lang"],
    ["Công xã nông thôn"],
    ["Công trình cấp xã tiêu biểu"],
  ])("%s is a title", (title) => {
    const work: Row = [4, title, "8/2022", null, null, null, "50.000.000"];
    expect(fatesInOrder(worksGrid([AN_LAC, work, [null, ...work.slice(1)]]))).toEqual(["row", "row", "row"]);
  });
});

test("works are counted once between headings and sums", () => {
  const sheet = grid([
    ["TT", "Tên công trình", "Đã xuất bản", "Đang biên soạn", "Kinh phí xã hội hóa"],
    ["I", "CẤP HUYỆN", 1, null, "200.000.000"],
    [1, "Lịch sử Đảng bộ huyện Hạ Lang", "8/2022", null, "200.000.000"],
    [null, "Cộng mục I", 1, null, "200.000.000"],
    ["II", "CẤP XÃ", 1, 1, "100.000.000"],
    [1, "Lịch sử Đảng bộ xã An Lạc", "2022", null, "50.000.000"],
    [2, "Lịch sử Đảng bộ xã Kim Loan", null, "x", "50.000.000"],
    ["Cộng mục II", null, 1, 1, "100.000.000"],
    [null, "Cộng (I+II)", 2, 1, "300.000.000"],
  ]);
  expect(fatesInOrder(sheet)).toEqual(["section", "row", "total", "section", "row", "row", "total", "total"]);
});

test("the name of no commune is taken for that of a group or a sum", () => {
  const titles = deAn02.communes.flatMap(({ type, name }) => [
    name,
    `${type} ${name}`,
    `Đảng bộ ${type} ${name}`,
  ]);
  expect(titles.filter((title) => namesLevel(title) || saysTotal(title))).toEqual([]);
  const works = deAn02.communes.map(({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`);
  expect(works.filter((title) => !namesWork(title))).toEqual([]);
});
