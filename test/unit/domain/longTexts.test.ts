/** Cells as long as Excel allows: whatever stands in them, they are read in a time that grows no faster than they do. */
import vm from "node:vm";
import { checkWorkbook } from "../../../src/domain/check";
import type { CellValue, Grid } from "../../../src/domain/grid";
import { deAn02 } from "../../../src/schemes";
import { DOCUMENT_HEADER, documentsGrid, grid, WORK_GROUPS, workbook, worksGrid } from "../../support/grids";

const LONGEST = 32_767;

/**
 * A cell takes some hundredths of a second, one whose text is gone through again from each of its letters takes a hundred
 * times as long, and from each pair of them a day.
 */
const HUNG_MILLISECONDS = 2_000;

const PIECES = [
  ..." \t\n-/.,;:()[]{}\"'“1aAđ0=@#*|\\",
  ...["\u0301", "\u00a0", "\u200b", "\ud83d", "1/", "1-", "1.", "1 ", "000.", "i", "V ", "x ", "a, "],
  ...["số ", "năm ", "tháng 1 ", "quý 1 ", "ngày 1 tháng 1 năm 2021 ", "1/1/2021 ", "2021 ", "1930 - "],
  ...["-KH", "KH-", "/KH", "1-KH/TU, ", "BTG/TU ", "số 1-KH/TU ngày 1/1/2021 ", "Kế hoạch số 1-KH/TU "],
  ...[
    "xã ",
    "Xã A, ",
    "tập 1 ",
    "(1930",
    "Lịch sử ",
    "Lịch sử Đảng bộ xã (",
    "1 triệu ",
    "tỷ",
    "đồng ",
    "đồng",
  ],
  ...["\u0301\u0323", "\u0301\u0323\u200b", "ạắ", "Þ ", "Lịch sử Đảng bộ ", "và "],
  ...["dự kiến, ", "lần 1 (dự kiến 8/2022), ", "cuối năm 2022 ", "chưa thu ", ",- ", "đăng ký ủng hộ "],
];

/** What usually stands there, the piece over and over, and in the end something that does not belong to it. */
function longTexts(usual: string): readonly string[] {
  return PIECES.map((piece) => {
    const room = LONGEST - usual.length - 1;
    return `${usual}${piece.repeat(Math.ceil(room / piece.length)).slice(0, room)}z`;
  });
}

/** Texts that end as if they began anew. */
const FURTHER: readonly (readonly [column: number, begins: string, piece: string, ends: string])[] = [
  [1, "12/05/2023", " ", "12/05/1"],
  [1, "Tập sách Đảng bộ ", "và ", "12/05/1"],
  [6, "1", ".", "x1"],
  [6, "1", ", ", "x1"],
  [6, "1 triệu", "1.", "x1"],
];

/** Runs `action`, and ends it when it hangs: code that does not pause can be ended by nothing else. */
function ended<Result>(action: () => Result): Result {
  const context = vm.createContext({ action });
  return vm.runInContext("action()", context, { timeout: HUNG_MILLISECONDS }) as Result;
}

function formsOf(sheets: readonly Grid[]) {
  const { forms } = checkWorkbook(workbook({ sheets }), {
    scheme: deAn02,
    asOf: "2023-06-30",
    language: "vi",
  });
  return forms;
}

const DOCUMENT: readonly CellValue[] = [1, "154-KH/BTGTU", "9/5/2023", "Kế hoạch", "Ban Tuyên giáo Tỉnh uỷ"];
const WORK: readonly CellValue[] = [
  ...[1, "Lịch sử Đảng bộ xã Hồng Trị (1930 - 2020)", "8/2022", "x", "lần 2, 15/8/2022", "đang biên soạn"],
  "50.000.000",
];

/** A commune that is looked for among all. */
const COMMUNE = "Lịch sử Đảng bộ xã ";

const withText = (row: readonly CellValue[], column: number, text: string): readonly CellValue[] =>
  row.map((value, index) => (index === column ? text : value));

test.each(DOCUMENT.map((value, column) => [column, String(value)] as const))(
  "column %d of Biểu 01: %s",
  (column, usual) => {
    for (const text of longTexts(usual)) {
      const sheet = documentsGrid([withText(DOCUMENT, column, text)]);
      expect(ended(() => formsOf([sheet]))).toMatchObject([{ rows: 1 }]);
    }
  }
);

test.each([...WORK.map((value, column) => [column, String(value)] as const), [1, COMMUNE] as const])(
  "column %d of Biểu 02: %s",
  (column, usual) => {
    for (const text of longTexts(usual)) {
      const sheet = worksGrid([withText(WORK, column, text)]);
      expect(ended(() => formsOf([sheet]))).toMatchObject([{ rows: 1 }]);
    }
  }
);

test.each(FURTHER)("column %d of Biểu 02: %s%s…%s", (column, begins, piece, ends) => {
  const room = LONGEST - begins.length - ends.length;
  const text = `${begins}${piece.repeat(Math.floor(room / piece.length))}${ends}`;
  expect(ended(() => formsOf([worksGrid([withText(WORK, column, text)])]))).toMatchObject([{ rows: 1 }]);
});

test.each(["Đơn vị: ", "Số văn bản"])("above the tables, beside them and in their headings: %s", (usual) => {
  for (const text of longTexts(usual)) {
    const around = grid([[text], DOCUMENT_HEADER, [...DOCUMENT, text]]);
    expect(ended(() => formsOf([around]))).toMatchObject([{ rows: 1 }]);
    const headings = [
      grid([withText(DOCUMENT_HEADER, 1, text), DOCUMENT]),
      grid([withText(WORK_GROUPS, 1, text), WORK]),
    ];
    expect(ended(() => formsOf(headings))).toEqual([]);
  }
});
