import { readAndCheck, type ReadWorkbook } from "../../../src/domain/check";
import type { CellValue } from "../../../src/domain/grid";
import { replyFileName, replyWorkbook, submissionsOf } from "../../../src/layout/reply";
import type { CellContent, SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { documentsGrid, grid, workbook, worksGrid, type WorkbookParts } from "../../support/grids";

const scheme = deAn02;
const asOf = "2023-06-30";
const unit = scheme.units.find(({ id }) => id === "ha-lang")!;
const round = scheme.round("khao-sat-2023")!;
const GOOD = [
  1,
  "154-KH/BTGTU",
  { kind: "date", iso: "2023-05-09" },
  "Kế hoạch khảo sát",
  "Ban Tuyên giáo Tỉnh uỷ",
];

function checked(parts: WorkbookParts): ReadWorkbook {
  return readAndCheck(workbook({ unit: "ha-lang", ...parts }), { scheme, asOf, language: "vi" });
}

function replyTo(...files: readonly ReadWorkbook[]): WorkbookSpec {
  return replyWorkbook({ scheme, unit, round, checked: files, asOf });
}

function sheetOf(spec: WorkbookSpec, name: string): SheetSpec {
  return spec.sheets.find((sheet) => sheet.name === name)!;
}

function contentAt(sheet: SheetSpec, row: number, column: number): CellContent {
  const contents = sheet.blocks.map(({ top, left, rows }) => rows[row - top]?.[column - left]);
  return contents.find((content) => content !== undefined) ?? null;
}

/** Texts of the list, from the header on. */
function listOf(spec: WorkbookSpec): readonly (readonly CellContent[])[] {
  return sheetOf(spec, "Đề nghị chỉnh sửa").blocks[1]!.rows;
}

/** First row of a form's body in the template. */
const BODY = { "Biểu 01": 5, "Biểu 02": 7 };

describe("rows", () => {
  test("every cell is as it was sent, wherever and in what order the columns stood", () => {
    const sent = checked({
      sheets: [
        grid(
          [
            ["Cơ quan ban hành", "Trích yếu", "Số văn bản", "Thời gian"],
            ["=1+1", "<b>a</b>", "154-KH/BTGTU", "09/5"],
          ],
          { top: 8, left: 3, sheet: "Sheet 3" }
        ),
      ],
    });
    const sheet = sheetOf(replyTo(sent), "Biểu 01");
    const row = [0, 1, 2, 3, 4].map((column) => contentAt(sheet, BODY["Biểu 01"], column));
    expect(row).toEqual([null, "154-KH/BTGTU", "09/5", "<b>a</b>", "=1+1"]);
  });

  test("a number under a date format and a date elsewhere are shown as what they are", () => {
    const iso = "2022-08-15";
    const sent = checked({
      sheets: [
        documentsGrid([[1, "154-KH/BTGTU", 45055, "Kế hoạch", "Huyện uỷ Hạ Lang"]]),
        worksGrid([[1, "Lịch sử Đảng bộ xã An Lạc", { kind: "date", iso }, null, null, null, null]]),
      ],
    });
    const spec = replyTo(sent);
    expect(contentAt(sheetOf(spec, "Biểu 02"), BODY["Biểu 02"], 2)).toEqual({ date: iso });
    const formats = (name: string, row: number, column: number) =>
      sheetOf(spec, name)
        .styles.filter(
          ({ area }) => area.top <= row && area.bottom >= row && area.left <= column && area.right >= column
        )
        .flatMap(({ style }) => style.numberFormat ?? [])
        .at(-1);
    expect(formats("Biểu 01", BODY["Biểu 01"], 2)).toBe("General");
    expect(formats("Biểu 02", BODY["Biểu 02"], 2)).toBe("d/m/yyyy");
  });

  test("numbers of a column in triệu đồng are given in đồng, and a comment says so", () => {
    const sent = checked({
      sheets: [
        grid(
          [
            [
              "TT",
              "Tên công trình",
              "Đã xuất bản",
              "Đã thẩm định",
              "Hội thảo bản thảo",
              "Đang biên soạn",
              "Kinh phí XHH (triệu đồng)",
            ],
            [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, null, null, 50],
          ],
          { sheet: "B2" }
        ),
      ],
    });
    const sheet = sheetOf(replyTo(sent), "Biểu 02");
    expect(contentAt(sheet, BODY["Biểu 02"], 6)).toBe(50_000_000);
    const comment = sheet.comments?.find(({ row, column }) => row === BODY["Biểu 02"] && column === 6);
    expect(comment?.text).toContain("ghi “50” ở cột “Kinh phí XHH (triệu đồng)”");
  });

  test("a unit with more rows than the template has gets more, inside the print area and the input rules", () => {
    const rows = Array.from({ length: 60 }, (_, index): CellValue[] => [
      index + 1,
      `${index + 1}-KH/HU`,
      { kind: "date", iso: "2023-05-09" },
      "Kế hoạch",
      "Huyện uỷ Hạ Lang",
    ]);
    const sheet = sheetOf(replyTo(checked({ sheets: [documentsGrid(rows)] })), "Biểu 01");
    expect(contentAt(sheet, BODY["Biểu 01"] + 59, 1)).toBe("60-KH/HU");
    expect(sheet.print?.area.bottom).toBeGreaterThan(BODY["Biểu 01"] + 59);
    expect(sheet.validations.every(({ area }) => area.bottom > BODY["Biểu 01"] + 59)).toBe(true);
  });

  test("several files of the unit become one reply", () => {
    const one = checked({ file: "mot.xlsx", sheets: [documentsGrid([GOOD as CellValue[]])] });
    const two = checked({
      file: "hai.xlsx",
      sheets: [documentsGrid([[1, null, "x", "Kế hoạch hai", null]])],
    });
    const spec = replyTo(one, two);
    expect(contentAt(sheetOf(spec, "Biểu 01"), BODY["Biểu 01"] + 1, 3)).toBe("Kế hoạch hai");
    const places = listOf(spec)
      .slice(1)
      .map((line) => String(line.at(-1)));
    expect(places.length).toBeGreaterThan(0);
    expect(places.every((place) => place.startsWith("hai.xlsx, trang “Biểu 01”, ô "))).toBe(true);
  });
});

describe("findings", () => {
  const sent = checked({
    file: "ha-lang.xlsx",
    sheets: [
      documentsGrid([GOOD as CellValue[], [2, "Kế hoạch số 17", "31/4/2023", "Kế hoạch", null]], "Trang 9"),
      worksGrid([
        [1, "Lịch sử Đảng bộ xã An Lạc", "x", null, null, "x", "khoảng 40 triệu"],
        ["Tổng cộng", null, null, null, null, null, "90.000.000"],
      ]),
    ],
  });
  const spec = replyTo(sent);

  test("each one is in the list, with its place here and in the file, the gravest first", () => {
    const lines = listOf(spec).slice(1);
    expect(lines).toHaveLength(sent.check.findings.length);
    for (const finding of sent.check.findings) {
      const line = lines.find(
        (cells) =>
          cells[4] === finding.message &&
          cells[7] === `ha-lang.xlsx, trang “${finding.sheet}”, ô ${finding.cell}`
      );
      expect(line).toBeDefined();
      expect(line?.[3]).toBe(finding.value || "(trống)");
      expect(line?.[5]).toBe(finding.fix?.value ?? "");
    }
    const degrees = lines.map((line) => String(line[6]));
    expect([...degrees].sort((a, b) => "▲●○".indexOf(a[0]!) - "▲●○".indexOf(b[0]!))).toEqual(degrees);
  });

  test("each one is a comment on the cell that stands for its own, one for a cell", () => {
    const comments = spec.sheets.flatMap(({ name, comments: own = [] }) =>
      own.map((each) => ({ name, ...each }))
    );
    const keys = comments.map(({ name, row, column }) => `${name}!${row},${column}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { message, sheet, cell } of sent.check.findings) {
      const holding = comments.filter(({ text }) => text.includes(message));
      expect(holding.some(({ text }) => text.includes(`trang “${sheet}”, ô ${cell}`))).toBe(true);
    }
    const impossible = comments.find(({ text }) => text.includes("31/4/2023"));
    expect(impossible).toMatchObject({ name: "Biểu 01", row: BODY["Biểu 01"] + 1, column: 2 });
  });

  test("a cell with an error is filled, and its row says so in words", () => {
    const sheet = sheetOf(spec, "Biểu 01");
    const row = BODY["Biểu 01"] + 1;
    const filled = sheet.styles.filter(({ area, style }) => style.fillColor && area.top === row);
    expect(filled.map(({ area }) => area.left)).toEqual(expect.arrayContaining([1, 2, 4]));
    expect(contentAt(sheet, row, 6)).toMatch(/^▲ Phải sửa: .*C7 \(Thời gian\)/);
    expect(contentAt(sheet, row - 1, 6)).toBeNull();
  });

  test("a row that is no row of the table is listed, without a place in the form", () => {
    const line = listOf(spec).find((cells) => String(cells[4]).includes("Tổng cộng"));
    expect(line?.slice(1, 3)).toEqual(["Biểu 02", "—"]);
  });

  test("links lead to the cells that the list names", () => {
    const { links = [], blocks } = sheetOf(spec, "Đề nghị chỉnh sửa");
    expect(links.length).toBeGreaterThan(0);
    for (const { row, column, sheet, cell } of links) {
      const line = blocks[1]!.rows[row - blocks[1]!.top];
      expect([line?.[1], line?.[column]]).toEqual([sheet, cell]);
    }
  });

  test("a file without findings gets a courteous letter and no request", () => {
    const reply = replyTo(checked({ sheets: [documentsGrid([GOOD as CellValue[]])] }));
    const text = JSON.stringify(sheetOf(reply, "Đề nghị chỉnh sửa").blocks);
    expect(text).toContain("Kính gửi: Huyện uỷ Hạ Lang");
    expect(text).toContain("Báo cáo không có nội dung nào phải sửa");
  });

  test("a file without any form is answered too", () => {
    const reply = replyTo(checked({ file: "la.xlsx", sheets: [grid([["Danh sách lớp"]])] }));
    expect(JSON.stringify(listOf(reply))).toContain("Không tìm thấy biểu nào");
  });
});

test("files are sorted by unit and round; those of nobody are left to the caller", () => {
  const read = (parts: WorkbookParts) =>
    readAndCheck(workbook(parts), { scheme, asOf: "2024-01-10", language: "vi" });
  const sheets = [documentsGrid([GOOD as CellValue[]])];
  const submissions = submissionsOf(
    [
      read({ file: "a.xlsx", unit: "ha-lang", sheets }),
      read({ file: "b.xlsx", unit: "bao-lac", round: "hang-nam-2023", sheets }),
      read({ file: "c.xlsx", sheets: [documentsGrid([])] }),
      read({ file: "d.xlsx", unit: "ha-lang", sheets }),
      read({ file: "e.xlsx", unit: "ha-lang", round: "hang-nam-2023", sheets }),
    ],
    scheme
  );
  const named = submissions.map((each) => [replyFileName(each.unit, each.round), each.checked.length]);
  expect(named).toHaveLength(3);
  expect(named).toEqual(
    expect.arrayContaining([
      ["Tra loi - bao-lac - hang-nam-2023.xlsx", 1],
      ["Tra loi - ha-lang - hang-nam-2023.xlsx", 1],
      ["Tra loi - ha-lang - khao-sat-2023.xlsx", 2],
    ])
  );
});
