import type { CellValue, WorkbookContent } from "../../../../src/domain/grid";
import { readMergedState } from "../../../../src/domain/merge/readState";
import { unreadRows } from "../../../../src/domain/merge/unreadRows";
import { deAn02 as scheme } from "../../../../src/schemes";
import { MERGED_SHEETS, mergedColumns } from "../../../../src/schemes/mergedColumns";
import type { FormId } from "../../../../src/schemes/types";
import { grid, workbook } from "../../../support/grids";

type Cells = Readonly<Record<string, CellValue>>;

/** A table as it is drawn, with these rows from sheet row 4 on. */
function table(name: string, form: FormId, rows: readonly Cells[]) {
  const columns = mergedColumns(scheme, form);
  return grid(
    [
      ["TỔNG HỢP"],
      ["Mỗi hàng…"],
      columns.map(({ title }) => title),
      ...rows.map((row) => columns.map(({ key }) => row[key] ?? null)),
    ],
    { sheet: name }
  );
}

function merged(documents: readonly Cells[], works: readonly Cells[]): WorkbookContent {
  return workbook({
    sheets: [
      table(MERGED_SHEETS.documents, "bieu-01", documents),
      table(MERGED_SHEETS.works, "bieu-02", works),
    ],
  });
}

const unreadWork = (cells: Cells) => unreadRows(merged([], [cells]), scheme);
const takenWork = (cells: Cells) => readMergedState(merged([], [cells]), scheme)?.works ?? [];

const TITLE = "Lịch sử Đảng bộ xã An Lạc";

test.each([
  ["Huyện uỷ Hạ Lang", "ha-lang"],
  ["Huyện ủy Hạ Lang", "ha-lang"],
  ["Hạ Lang", "ha-lang"],
  ["hạ  lang", "ha-lang"],
  ["Huyện Hạ Lang", "ha-lang"],
  ["ha-lang", "ha-lang"],
  ["Hoà An", "hoa-an"],
  ["Thành phố", "cao-bang"],
  ["TP. Cao Bằng", "cao-bang"],
  ["Công an tỉnh", "cong-an"],
  ["Bộ Chỉ huy Quân sự tỉnh", "quan-su"],
])("a row of “%s” added by hand is one of %s", (name, unit) => {
  const cells = { title: TITLE, unit: name };
  expect(takenWork(cells).map((work) => work.unit)).toEqual([unit]);
  expect(unreadWork(cells)).toEqual([]);
  const document = { number: "12-KH/HU", unit: name };
  expect(readMergedState(merged([document], []), scheme)?.documents.map((each) => each.unit)).toEqual([unit]);
});

test.each([null, "?", "Cao Bằng", "Hạ Lang, Bảo Lạc", "Công an huyện Hạ Lang", "Hội Cựu Chiến binh tỉnh"])(
  "a row of “%s” is nobody's, which is told",
  (unit) => {
    const cells = { title: TITLE, unit };
    expect(takenWork(cells)).toEqual([]);
    expect(unreadWork(cells)).toEqual([{ sheet: "Tổng hợp 02", row: 4, reason: "unit-unknown" }]);
  }
);

test("every row is named with its sheet and why", () => {
  const documents: readonly Cells[] = [
    { number: "12-KH/HU", unit: "Hạ Lang" },
    { date: "1/2/2022", subject: "Kế hoạch", unit: "Hạ Lang" },
    { number: "13-KH/HU" },
  ];
  const works: readonly Cells[] = [
    { published: "5/2023", funds: 50_000_000, unit: "Huyện uỷ Hạ Lang" },
    {},
    { funds: "50tr" },
  ];
  expect(unreadRows(merged(documents, works), scheme)).toEqual([
    { sheet: "Tổng hợp 01", row: 5, reason: "no-number" },
    { sheet: "Tổng hợp 01", row: 6, reason: "unit-unknown" },
    { sheet: "Tổng hợp 02", row: 4, reason: "no-title" },
    { sheet: "Tổng hợp 02", row: 6, reason: "unit-unknown" },
  ]);
});

test("a row of ours whose unit was overwritten is named too", () => {
  const cells = { title: TITLE, unit: "Phòng Nội vụ", key: "xa-01318|history", stage: "Đã xuất bản" };
  expect(unreadWork(cells)).toHaveLength(1);
});

test.each<[string, Cells]>([
  ["blank", {}],
  ["of white space", { title: "  ", unit: "\u00a0" }],
  ["with a number only", { ordinal: 27 }],
  ["where Excel has filled in the formulas", { exclusion: "Chưa rõ giai đoạn", rank: 0, counts: 0 }],
  ["emptied by hand", { sourceFile: "a.xlsx", sourceRow: 5, key: "xa-01318|history", stage: "Đã xuất bản" }],
  ["with Excel's own totals", { ordinal: "Total", dong: 50_000_000, key: 26 }],
  ["with a total", { title: "Tổng cộng", published: 8, funds: 50_000_000 }],
  ["with a total in the first column", { ordinal: "Cộng", funds: 50_000_000, unit: 26 }],
  ["with counts only", { title: 26, published: 8, workshop: "5" }],
])("a row %s is no row", (_, cells) => {
  expect(takenWork(cells)).toEqual([]);
  expect(unreadWork(cells)).toEqual([]);
});

test("a workbook without merged tables has none", () => {
  const sheets = [grid([["TT", "Số văn bản"]], { sheet: "Biểu 01" })];
  expect(unreadRows(workbook({ sheets }), scheme)).toEqual([]);
});
