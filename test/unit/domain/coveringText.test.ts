import { coveringText, type CoveringFacts, suggestedFileName } from "../../../src/domain/coveringText";
import { readTables } from "../../../src/domain/check";
import { identifyUnit } from "../../../src/domain/stamp";
import { tableFigures } from "../../../src/domain/tableFigures";
import { deAn02 } from "../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../support/grids";

const unit = deAn02.units.find(({ id }) => id === "ha-lang")!;
const round = deAn02.round("khao-sat-2023")!;

const sheets = [
  documentsGrid([[1, "12-KH/HU", "30/6/2021", "Kế hoạch", "Huyện uỷ Hạ Lang"]]),
  worksGrid([
    [1, "Lịch sử Đảng bộ xã Thị Hoa", "tháng 3/2022", null, null, null, 50_000_000],
    [2, "Lịch sử Đảng bộ xã An Lạc", null, null, null, "x", "20 triệu đồng"],
    [3, "Lịch sử Đảng bộ xã Lý Quốc", null, null, null, "x", "chưa rõ"],
    [4, "Lịch sử Đảng bộ xã Minh Long", null, null, null, null, "30 triệu (dự kiến)"],
  ]),
];
const figures = tableFigures(readTables(workbook({ sheets }), deAn02, unit.id));

const covering = (facts: Partial<CoveringFacts> = {}, language: "vi" | "en" = "vi") =>
  coveringText(
    { unit, round, scheme: deAn02, figures, file: "a.xlsx", sender: "", today: "2023-05-17", ...facts },
    language
  );

test("figures of the tables: rows, works by the furthest stage, funds that can be read", () => {
  expect(figures).toEqual({
    rows: { "bieu-01": 1, "bieu-02": 4 },
    stages: { compiling: 2, workshop: 0, appraised: 0, published: 1 },
    funds: 70_000_000,
  });
});

test("the text in Vietnamese", () => {
  expect(covering({ sender: "Nông Thị Lan" })).toBe(
    [
      `Huyện uỷ Hạ Lang gửi số liệu ${deAn02.name}, đợt “${round.name}”:`,
      "- Biểu 01: 1 dòng",
      "- Biểu 02: 4 dòng (đã xuất bản 1, đang biên soạn 2)",
      "- Kinh phí xã hội hoá: 70.000.000 đ",
      "Tệp kèm theo: a.xlsx",
      "Ngày gửi: 17/5/2023. Đề nghị đồng chí xác nhận giúp khi nhận được tệp.",
      "Người gửi: Nông Thị Lan",
    ].join("\n")
  );
});

test("in English, with one row, without funds and sender", () => {
  const alone = tableFigures(readTables(workbook({ sheets: sheets.slice(0, 1) }), deAn02, unit.id));
  const text = covering({ figures: alone }, "en");
  expect(text).toContain("- Biểu 01: 1 row\n");
  expect(text).not.toMatch(/Biểu 02|Funds|Sent by/);
});

test.each(deAn02.units.map((each) => [each.id, each] as const))(
  "the suggested name tells that the file is of %s",
  (id, each) => {
    const file = suggestedFileName(each, round);
    expect(identifyUnit({ ...workbook({ sheets: [] }), file }, deAn02)?.unit.id).toBe(id);
    expect(file).toMatch(/^[\w .-]+\.xlsx$/);
  }
);
