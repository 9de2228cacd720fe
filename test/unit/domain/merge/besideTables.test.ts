import type { CellValue } from "../../../../src/domain/grid";
import { besideTables } from "../../../../src/domain/merge/besideTables";
import { deAn02 as scheme } from "../../../../src/schemes";
import { JOURNAL_COLUMNS, MERGED_SHEETS, mergedColumns } from "../../../../src/schemes/mergedColumns";
import { grid, workbook } from "../../../support/grids";

const DOCUMENTS = mergedColumns(scheme, "bieu-01").map(({ title }) => title);
const WORKS = mergedColumns(scheme, "bieu-02").map(({ title }) => title);
const JOURNAL = JOURNAL_COLUMNS.map(({ title }) => title);

const sheet = (name: string, values: readonly (readonly CellValue[])[]) => grid(values, { sheet: name });

/** A table as it is drawn: title, note, headings, one row. */
const drawn = (name: string, titles: readonly string[]): readonly (readonly CellValue[])[] => [
  [`Tổng hợp ${name}`],
  ["Mỗi dòng là một văn bản."],
  titles,
  titles.map((_, index) => `ô ${index}`),
];

test("tables as they were drawn have nothing beside them", () => {
  const sheets = [
    sheet(MERGED_SHEETS.documents, drawn("01", DOCUMENTS)),
    sheet(MERGED_SHEETS.works, drawn("02", WORKS)),
    sheet(MERGED_SHEETS.journal, drawn("nhật ký", JOURNAL)),
    sheet("Ghi chú của tôi", [["gì cũng được"]]),
  ];
  expect(besideTables(workbook({ sheets }), scheme)).toEqual([]);
});

test("a column of remarks, one between the others, and words above the table are found", () => {
  const [title, note, headings = [], row = []] = drawn("02", WORKS);
  const withRemarks = [
    [...(title ?? []), null, "đã gọi ngày 3/6"],
    note ?? [],
    [...headings.slice(0, 2), "Ghi chú", ...headings.slice(2), " "],
    [...row.slice(0, 2), null, ...row.slice(2)],
    [...row.slice(0, 2), "hỏi lại", ...row.slice(2), null, "xem"],
  ];
  const last = WORKS.length + 2;
  expect(besideTables(workbook({ sheets: [sheet(MERGED_SHEETS.works, withRemarks)] }), scheme)).toEqual([
    { sheet: MERGED_SHEETS.works, address: "C1:C5" },
    { sheet: MERGED_SHEETS.works, address: `${String.fromCharCode(65 + last)}5` },
  ]);
});

test("a workbook without merged tables has none", () => {
  const sheets = [sheet("Biểu 01", [["TT", "Số văn bản"]]), sheet(MERGED_SHEETS.works, [["TT"]])];
  expect(besideTables(workbook({ sheets }), scheme)).toEqual([]);
});
