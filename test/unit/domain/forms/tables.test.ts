/** Sheets as people make them: several tables, headers in steps, merged and hidden cells, remarks and signatures. */
import fc from "fast-check";
import { checkWorkbook } from "../../../../src/domain/check";
import { locateForms } from "../../../../src/domain/forms/locate";
import { readRows } from "../../../../src/domain/forms/readRows";
import { endOfRows } from "../../../../src/domain/forms/tableEnds";
import type { Area, CellValue, Grid } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import {
  DOCUMENT_HEADER,
  documentsGrid,
  grid,
  WORK_GROUPS,
  WORK_STAGES,
  workbook,
  worksGrid,
} from "../../../support/grids";
import { fates, readForms as read } from "../../../support/rowFates";

type Row = readonly CellValue[];

const DOCUMENT: Row = [1, "01-KH/HU", "1/2/2022", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"];
const WORK: Row = [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, null, null, 50_000_000];

/** Findings of how the table is read, with their place; what is in the rows is another matter. */
function rulesOf(...sheets: readonly Grid[]): readonly string[] {
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  const { findings } = checkWorkbook(workbook({ unit: "ha-lang", sheets }), options);
  return findings.filter(({ rule }) => OF_READING.test(rule)).map(({ rule, cell }) => `${rule} ${cell}`);
}

const OF_READING = /^(hidden|merged|column|row-left-out)/;

const area = (top: number, left: number, bottom: number, right: number): Area => ({
  top,
  left,
  bottom,
  right,
});

describe("headers", () => {
  const keysOf = (sheet: Grid): readonly string[] =>
    Object.entries(locateForms(sheet, deAn02.forms)[0]?.columns ?? {})
      .sort(([, a], [, b]) => a.column - b.column)
      .map(([key]) => key);

  test("in one row, the group's name before each stage", () => {
    const header = [
      ...WORK_GROUPS.slice(0, 2),
      ...WORK_STAGES.slice(2, 6).map((text) => `Mức độ hoàn thành - ${text}`),
    ];
    expect(keysOf(grid([header, WORK]))).toEqual([
      "ordinal",
      "title",
      "published",
      "appraised",
      "workshop",
      "compiling",
    ]);
  });

  test("in three rows, where the third completes the second", () => {
    const stages = [null, null, "Đã xuất bản", "Đã thông qua", "Đã tổ chức", "Đang tiến hành", null];
    const rest = [null, null, "(thời gian)", "Hội đồng thẩm định", "hội thảo bản thảo", "biên soạn", null];
    const [located] = locateForms(grid([WORK_GROUPS, stages, rest, WORK]), deAn02.forms);
    expect(located).toMatchObject({ headerTop: 0, headerBottom: 2, missing: [] });
    expect(located?.columns["appraised"]?.heading).toBe("Đã thông qua\nHội đồng thẩm định");
  });

  test("a heading that people have continued in the cell below", () => {
    const rows = [
      ["TT", "Số", "Thời gian", "Trích yếu", "Cơ quan"],
      [null, "văn bản", "ban hành", "nội dung", "ban hành"],
      DOCUMENT,
    ];
    expect(fates(grid(rows))).toEqual([[2], []]);
  });

  test("data below a one-row header is no header, even when it says what a heading says", () => {
    const header = ["Tên công trình", "Đã xuất bản", "Đang biên soạn", "Tình hình"];
    const rows = [header, ["Lịch sử Đảng bộ xã An Lạc", null, "x", "Đã hội thảo"]];
    expect(fates(grid(rows))).toEqual([[1], []]);
  });

  test("a title in the row above does not pull the header up", () => {
    const rows = [[null, "Nội dung", null, null, null], DOCUMENT_HEADER, DOCUMENT];
    expect(read(grid(rows))).toMatchObject([{ top: 1 }]);
  });

  test("the printed heading goes before a synonym in another column", () => {
    const header = [
      "TT",
      "Nội dung",
      "Số văn bản",
      "Thời gian",
      "Trích yếu nội dung văn bản",
      "Cơ quan ban hành",
    ];
    expect(locateForms(grid([header]), deAn02.forms)[0]).toMatchObject({
      columns: { subject: { column: 4 } },
      unmapped: [{ column: 1, heading: "Nội dung" }],
    });
  });
});

describe("several tables on a sheet", () => {
  const title: Row = ["Biểu số 02:"];
  const second: Row = ["MỘT SỐ KẾT QUẢ CỤ THỂ"];

  test("below each other: the title of the second is no row of the first", () => {
    const sheet = grid([
      DOCUMENT_HEADER,
      DOCUMENT,
      [],
      title,
      [],
      second,
      WORK_GROUPS,
      WORK_STAGES,
      WORK,
      [2, "Lịch sử Đảng bộ xã Thị Hoa", "x"],
    ]);
    expect(read(sheet).map(({ form }) => form)).toEqual(["bieu-01", "bieu-02"]);
    expect(fates(sheet, 0)).toEqual([[1], []]);
    expect(fates(sheet, 1)).toEqual([[8, 9], []]);
  });

  test("below each other without a blank line", () => {
    const sheet = grid([DOCUMENT_HEADER, DOCUMENT, title, second, WORK_GROUPS, WORK_STAGES, WORK]);
    expect(fates(sheet, 0)).toEqual([[1], []]);
  });

  test("a total above the title of the next table is still a total", () => {
    const total: Row = [null, "Tổng cộng: 1 văn bản"];
    const sheet = grid([DOCUMENT_HEADER, DOCUMENT, total, [], title, WORK_GROUPS, WORK_STAGES, WORK]);
    expect(fates(sheet, 0)).toEqual([[1], ["2 total"]]);
  });

  test.each([
    ["Biểu 01 left", 0, 6, ["bieu-01", "bieu-02"]],
    ["Biểu 01 right", 8, 0, ["bieu-02", "bieu-01"]],
    ["without a column between", 0, 5, ["bieu-01", "bieu-02"]],
  ])("side by side: %s", (_, first, other, order) => {
    const at = (row: Row, column: number, cells: CellValue[]): CellValue[] => {
      row.forEach((value, index) => {
        cells[column + index] = value;
      });
      return cells;
    };
    const documents = [DOCUMENT_HEADER, DOCUMENT, [2, "02-KH/HU", "1/3/2022", "Kế hoạch", "HU"]];
    const works = [WORK_GROUPS, WORK_STAGES, WORK];
    const rows = [0, 1, 2].map((row) =>
      Array.from(
        at(works[row] ?? [], other, at(documents[row] ?? [], first, [])),
        (value): CellValue => value ?? null
      )
    );
    const tables = read(grid(rows));
    expect(tables.map(({ form }) => form)).toEqual(order);
    const byForm = new Map(tables.map((table) => [table.form, table]));
    expect(byForm.get("bieu-01")?.rows.map(({ cells }) => [cells["ordinal"], cells["number"]])).toEqual([
      [1, "01-KH/HU"],
      [2, "02-KH/HU"],
    ]);
    expect(byForm.get("bieu-02")?.rows.map(({ cells }) => [cells["ordinal"], cells["title"]])).toEqual([
      [1, WORK[1]],
    ]);
  });

  test("the same form twice side by side, as long lists are set", () => {
    const header = ["TT", "Tên công trình", "Đã xuất bản", "Đang biên soạn"];
    const rows = [
      [...header, ...header],
      [1, "Lịch sử Đảng bộ xã An Lạc", "2022", null, 2, "Lịch sử Đảng bộ xã Thị Hoa", null, "x"],
    ];
    expect(read(grid(rows)).map(({ rows: [row] }) => row?.cells["ordinal"])).toEqual([1, 2]);
  });

  test("a header repeated on every page does not end the table", () => {
    const numbers = ["(1)", "(2)", "(3)", "(4)", "(5)"];
    const page = (ordinal: number): Row[] => [DOCUMENT_HEADER, numbers, [ordinal, ...DOCUMENT.slice(1)]];
    const sheet = grid([...page(1), ...page(2), [], ...page(3)]);
    expect(read(sheet)).toHaveLength(1);
    expect(fates(sheet)).toEqual([
      [2, 5, 9],
      ["1 column-numbers", "3 repeated-header", "4 column-numbers", "7 repeated-header", "8 column-numbers"],
    ]);
    expect(rulesOf(sheet)).not.toContain("row-left-out A4");
  });

  test("the same form again under a title of its own is another table", () => {
    const sheet = grid([DOCUMENT_HEADER, DOCUMENT, [], ["Huyện Hạ Lang"], DOCUMENT_HEADER, DOCUMENT]);
    expect(read(sheet).map(({ top }) => top)).toEqual([0, 4]);
  });
});

describe("rows that are none", () => {
  test("notes between the rows do not end the table", () => {
    const sheet = worksGrid([
      WORK,
      ["Ghi chú: các xã dưới đây do huyện tự cân đối kinh phí"],
      [2, "Lịch sử Đảng bộ xã Thị Hoa", "2022"],
      [null, "(*) đang chờ quyết định"],
      [3, "Lịch sử Đảng bộ xã Lý Quốc", "2022"],
    ]);
    expect(fates(sheet)).toEqual([
      [2, 4, 6],
      ["3 note", "5 note"],
    ]);
    expect(rulesOf(sheet)).toContain("row-left-out A4");
  });

  test("place and date, signatures and names end it", () => {
    const sheet = documentsGrid([
      DOCUMENT,
      [],
      [null, null, null, "Hạ Lang, ngày 15 tháng 5 năm 2023"],
      ["NGƯỜI LẬP BIỂU", null, null, "T/M BAN THƯỜNG VỤ"],
      [null, null, null, "PHÓ BÍ THƯ"],
      [],
      ["Nông Văn A", null, null, "Đàm Thị B"],
    ]);
    expect(fates(sheet)[0]).toEqual([1]);
    expect(new Set(fates(sheet)[1].map((fate) => fate.replace(/^\d+ /, "")))).toEqual(
      new Set(["after-table"])
    );
  });

  test("three signatures side by side are no row", () => {
    const sheet = documentsGrid([DOCUMENT, ["Người lập biểu", null, "Trưởng phòng", null, "Thủ trưởng"]]);
    expect(fates(sheet)).toEqual([[1], ["2 after-table"]]);
  });

  test("a lone line set apart after the last row is no row; directly below it is", () => {
    expect(fates(worksGrid([WORK, [], [null, "Danh sách này có 1 công trình"]]))).toEqual([
      [2],
      ["4 after-table"],
    ]);
    expect(fates(worksGrid([WORK, [null, "Lịch sử Đảng bộ xã Thị Hoa"]]))[0]).toEqual([2, 3]);
  });

  test.each([
    [[null, "TỔNG CỘNG"]],
    [[null, "Tong cong", null, null, null, null, 5]],
    [["Tổng số: 12 công trình"]],
    [["Cộng", null, 1, null, null, null, 5]],
    [["III", "Tổng cộng", null, null, null, null, 5]],
    [[null, "Tổng 12 công trình"]],
  ])("%j is a total", (row) => {
    expect(fates(worksGrid([WORK, row as Row]))).toEqual([[2], ["3 total"]]);
  });

  test.each([["Tổng kết 15 năm thực hiện Chỉ thị"], ["Cộng đồng các dân tộc huyện Hạ Lang"]])(
    "%s is a subject",
    (subject) => {
      expect(fates(documentsGrid([DOCUMENT, [null, null, null, subject, "HU"]]))[0]).toEqual([1, 2]);
    }
  );

  test("a heading across the table is a section, whatever it says", () => {
    const sheet = {
      ...worksGrid([["Các xã vùng cao"], WORK, ["Các xã còn lại"], [2, "Lịch sử Đảng bộ xã Thị Hoa", "x"]]),
      merges: [area(2, 0, 2, 6), area(4, 0, 4, 6)],
    };
    expect(fates(sheet)).toEqual([
      [3, 5],
      ["2 section", "4 section"],
    ]);
  });

  test("what only an unmapped column says is a note", () => {
    const header = ["TT", "Tên công trình", "Ghi chú", "Đã xuất bản", "Đang biên soạn"];
    const sheet = grid([
      header,
      [1, "Lịch sử Đảng bộ xã An Lạc", null, "2022"],
      [null, null, "(xem phụ lục)"],
      [2, "b", null, "x"],
    ]);
    expect(fates(sheet)).toEqual([[1, 3], ["2 note"]]);
  });
});

describe("merged cells", () => {
  test("hold for each of their rows, and a finding says so", () => {
    const sheet = {
      ...documentsGrid([DOCUMENT, [2, "02-KH/HU", null, "Kế hoạch tuyên truyền", null]]),
      merges: [area(1, 4, 2, 4), area(1, 2, 2, 2)],
    };
    const [{ rows } = { rows: [] }] = read(sheet);
    expect(rows[1]).toMatchObject({
      cells: { date: "1/2/2022", issuer: "Huyện uỷ Hạ Lang" },
      merged: ["date", "issuer"],
    });
    expect(rows[0]?.merged).toBeUndefined();
    // The cell is the one that can be selected and corrected.
    expect(rulesOf(sheet)).toEqual(["merged-cell C2"]);
  });

  test("money is counted once", () => {
    const sheet = {
      ...worksGrid([WORK, [2, "Lịch sử Đảng bộ xã Thị Hoa", null, null, null, null, null]]),
      merges: [area(2, 6, 3, 6), area(2, 2, 3, 2)],
    };
    expect(read(sheet)[0]?.rows.map(({ cells }) => [cells["published"], cells["funds"]])).toEqual([
      ["8/2022", 50_000_000],
      ["8/2022", null],
    ]);
  });

  test("a row of two sheet rows is one row", () => {
    const merges = WORK.map((_, column) => area(2, column, 3, column));
    const sheet = { ...worksGrid([WORK, [], [2, "Lịch sử Đảng bộ xã Thị Hoa", "x"]]), merges };
    expect(fates(sheet)).toEqual([[2, 4], []]);
  });

  test("of the header do not reach into the rows", () => {
    const sheet = { ...documentsGrid([[1, "01-KH/HU"]]), merges: [area(0, 4, 1, 4)] };
    expect(read(sheet)[0]?.rows[0]?.cells["issuer"]).toBeNull();
  });
});

describe("what is hidden or not mapped", () => {
  test("is read, with a finding", () => {
    const sheet = { ...worksGrid([WORK]), hiddenRows: [2], hiddenColumns: [2, 20], hidden: true };
    expect(rulesOf(sheet)).toEqual(["hidden-sheet A1", "hidden-column C2", "hidden-row A3"]);
  });

  test("a column that is not read has a finding when something stands in it", () => {
    const sheet = (note: CellValue): Grid =>
      grid([
        [...DOCUMENT_HEADER, "Ghi chú"],
        [...DOCUMENT, note],
      ]);
    expect(rulesOf(sheet("đã gửi"))).toEqual(["column-unmapped A1"]);
    expect(rulesOf(sheet(null))).toEqual([]);
  });
});

describe("a workbook whose forms are not recognised", () => {
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  const rows = [
    ["STT", "Số văn bản", "Ngày ban hành", "Về việc", "Nơi ban hành"],
    [1, "01-KH/HU", "1/2/2022", "Kế hoạch", "HU"],
  ];
  const sheet = grid(rows, { sheet: "VB" });

  test("says what resembles one, and what is missing", () => {
    const check = checkWorkbook(workbook({ unit: "ha-lang", sheets: [sheet] }), options);
    expect(check.error?.message).toContain("“VB”");
    expect(check.error?.message).toContain("“Trích yếu nội dung văn bản”");
    expect(check.nearMisses).toMatchObject([{ form: "bieu-01", sheet: "VB", missing: ["subject"] }]);
  });

  test("is read when a person has mapped it", () => {
    const mapping = {
      form: "bieu-01",
      sheet: "VB",
      headerRow: 0,
      columns: { number: 1, date: 2, subject: 3, issuer: 4 },
      headings: { number: "Số văn bản", date: "Ngày ban hành", subject: "Về việc", issuer: "Nơi ban hành" },
    } as const;
    const check = checkWorkbook(workbook({ unit: "ha-lang", sheets: [sheet] }), {
      ...options,
      mappings: [mapping],
    });
    expect(check).toMatchObject({ forms: [{ form: "bieu-01", sheet: "VB", header: 1, rows: 1 }] });
    expect(check.error).toBeUndefined();
    expect(check.nearMisses).toBeUndefined();
  });
});

test("every row below a header that says something is read or left out, once", () => {
  const cell = fc.constantFrom<CellValue>(
    null,
    1,
    2.5,
    "x",
    "  ",
    "I",
    "Tổng cộng",
    "Ghi chú: a",
    "Người lập biểu",
    "01-KH/HU",
    "1/2/2022",
    "Lịch sử Đảng bộ xã An Lạc",
    "Cao Bằng, ngày 1 tháng 2 năm 2023",
    "TT",
    "Tên công trình",
    "Số văn bản",
    { kind: "error", code: "#REF!" }
  );
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, rows, fc.boolean(), (first, second, isRepeat) => {
      const below = isRepeat ? [DOCUMENT_HEADER] : [WORK_GROUPS, WORK_STAGES];
      const sheet = grid([DOCUMENT_HEADER, ...first, ...below, ...second]);
      for (const form of locateForms(sheet, deAn02.forms)) {
        const end = endOfRows(form, locateForms(sheet, deAn02.forms));
        const { rows: read, leftOut } = readRows(form, end);
        const accounted = [...read, ...leftOut].map(({ row }) => row).sort((a, b) => a - b);
        expect(new Set(accounted).size).toBe(accounted.length);
        const columns = Object.values(form.columns).map(({ column }) => column);
        const said = (sheet.values as CellValue[][]).flatMap((values, row) => {
          const inTable = values.slice(Math.min(...columns), Math.max(...columns) + 1);
          const texts = inTable.filter((value) => value !== null && String(value).trim() !== "");
          const onlyNumber =
            texts.length === 1 && typeof values[form.columns["ordinal"]?.column ?? -1] === "number";
          return row > form.headerBottom && row < end && texts.length > 0 && !onlyNumber ? [row] : [];
        });
        expect(accounted.filter((row) => said.includes(row))).toEqual(said);
      }
    }),
    { numRuns: 200, seed: 2021 }
  );
});
