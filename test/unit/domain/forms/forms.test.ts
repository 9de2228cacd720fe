import { locateForms } from "../../../../src/domain/forms/locate";
import { readRows } from "../../../../src/domain/forms/readRows";
import type { CellValue, Grid } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import {
  DOCUMENT_HEADER,
  documentsGrid,
  grid,
  WORK_GROUPS,
  WORK_STAGES,
  worksGrid,
} from "../../../support/grids";

const locate = (sheet: Grid) => locateForms(sheet, deAn02.forms);

/** Reads the first form of a sheet. */
function read(sheet: Grid) {
  const [located] = locate(sheet);
  if (!located) throw new Error("no form found");
  return readRows(located, sheet.top + sheet.values.length);
}

describe("the header", () => {
  test("is found under titles, with an offset, and with other headings", () => {
    const sheet = grid(
      [
        ["BIỂU TỔNG HỢP VĂN BẢN", null, null, null, null],
        [],
        ["STT", "Số, ký hiệu", "Ngày tháng năm", "TRÍCH YẾU", "Nơi ban hành"],
        [1, "154-KH/BTGTU", "09/5/2023", "Kế hoạch", "Ban Tuyên giáo Tỉnh uỷ"],
      ],
      { top: 4, left: 2 }
    );
    const [located] = locate(sheet);
    expect(located).toMatchObject({ form: { id: "bieu-01" }, headerTop: 6, headerBottom: 6, missing: [] });
    expect(located?.columns["number"]).toEqual({ column: 3, heading: "Số, ký hiệu" });
  });

  test("may take two rows", () => {
    expect(locate(worksGrid([]))[0]).toMatchObject({
      form: { id: "bieu-02" },
      headerTop: 0,
      headerBottom: 1,
      missing: [],
    });
  });

  test("may have its columns in another order, and lack some", () => {
    const [located] = locate(grid([["Tên công trình", "Đang biên soạn", "Đã xuất bản"]]));
    expect(located?.columns).toMatchObject({
      title: { column: 0 },
      compiling: { column: 1 },
      published: { column: 2 },
    });
    expect(located?.missing.map(({ key }) => key)).toEqual(["ordinal", "appraised", "workshop", "funds"]);
  });

  test("may be typed with tones elsewhere, decomposed letters and line breaks", () => {
    const header = DOCUMENT_HEADER.map((title) => title.normalize("NFD").replace(" ", "\n").toUpperCase());
    expect(locate(grid([header]))).toHaveLength(1);
  });

  test("two forms on one sheet are two forms", () => {
    const rows: CellValue[][] = [DOCUMENT_HEADER, [1, "a"], [], WORK_GROUPS, WORK_STAGES, [1, "b"]];
    expect(locate(grid(rows)).map(({ form, headerTop }) => [form.id, headerTop])).toEqual([
      ["bieu-01", 0],
      ["bieu-02", 3],
    ]);
  });

  test("a sheet without a form has none", () => {
    expect(locate(grid([["Danh sách cán bộ"], ["TT", "Họ và tên"]]))).toEqual([]);
  });
});

describe("the rows", () => {
  test("are read with their place; blank rows and prepared numbers are no rows", () => {
    const { rows } = read(
      documentsGrid([[1, "01-KH/HU", "1/2/2022", "Kế hoạch", "HU"], [], [2], ["  ", "", null]])
    );
    expect(rows).toEqual([
      {
        row: 1,
        cells: { ordinal: 1, number: "01-KH/HU", date: "1/2/2022", subject: "Kế hoạch", issuer: "HU" },
      },
    ]);
  });

  test.each([
    [[null, "Tổng cộng", null, null, null, null, 250_000_000], "total"],
    [["I", "CẤP HUYỆN"], "section"],
    [[null, "II. Cấp xã"], "section"],
  ])("%j is left out as %s", (row, reason) => {
    const { rows, leftOut } = read(worksGrid([[1, "Lịch sử Đảng bộ xã An Lạc", "2022"], row]));
    expect(rows).toHaveLength(1);
    expect(leftOut).toMatchObject([{ reason }]);
  });

  test("end at the signatures", () => {
    const { rows, leftOut } = read(
      documentsGrid([
        [1, "01-KH/HU", "1/2/2022", "Kế hoạch", "HU"],
        [],
        [null, "Người lập biểu"],
        [null, null, "T/M BAN"],
      ])
    );
    expect(rows).toHaveLength(1);
    expect(leftOut.map(({ reason }) => reason)).toEqual(["after-table", "after-table"]);
  });

  test("column numbers under the header are left out", () => {
    const { rows, leftOut } = read(
      documentsGrid([
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        [1, "01-KH/HU"],
      ])
    );
    expect([rows.length, leftOut[0]?.reason]).toEqual([1, "column-numbers"]);
  });
});
