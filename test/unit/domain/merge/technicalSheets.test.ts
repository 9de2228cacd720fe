import type { CellValue, Grid } from "../../../../src/domain/grid";
import { readTables } from "../../../../src/domain/check";
import { manualMapping } from "../../../../src/domain/forms/mapping";
import { readMergedState } from "../../../../src/domain/merge/readState";
import { technicalName, technicalSheet } from "../../../../src/domain/merge/technicalSheets";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { mergedWorkbook } from "../../../../src/layout/merged";
import { readWorkbook } from "../../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../../src/files/writeWorkbook";
import { deAn02 as scheme, type Round } from "../../../../src/schemes";
import { baseColumns, MAPPINGS_SHEET, MERGED_SHEETS } from "../../../../src/schemes/mergedColumns";
import { grid, workbook, worksGrid } from "../../../support/grids";
import { sampleState } from "../../layout/sampleState";

const BASE = MERGED_SHEETS.base;
const mapping = manualMapping(grid([["A", "B"]]), "bieu-02", 0, { title: 0, published: 1 });

const named = (sheet: string, values: readonly (readonly CellValue[])[]): Grid => grid(values, { sheet });
const ownBase = (sheet: string) => named(sheet, [baseColumns(scheme).map(({ title }) => title)]);
const ownMappings = (sheet: string) => named(sheet, [["ha-lang", JSON.stringify(mapping)]]);
const peoples = (sheet: string) => named(sheet, [["Số liệu gốc của phòng"], [1, 2]]);

type Table = [sheets: readonly Grid[], read: string | undefined, drawn: string];

test.each<Table>([
  [[], undefined, "Bản gốc"],
  [[ownBase("Bản gốc")], "Bản gốc", "Bản gốc"],
  [[peoples("Bản gốc")], undefined, "Bản gốc (Biểu Sử 1)"],
  [[named("BẢN GỐC", [])], undefined, "Bản gốc (Biểu Sử 1)"],
  [[peoples("Bản gốc"), ownBase("Bản gốc (Biểu Sử 1)")], "Bản gốc (Biểu Sử 1)", "Bản gốc (Biểu Sử 1)"],
  [[peoples("Bản gốc"), peoples("Bản gốc (Biểu Sử 1)")], undefined, "Bản gốc (Biểu Sử 2)"],
  // People have removed their own since.
  [[ownBase("Bản gốc (Biểu Sử 1)")], "Bản gốc (Biểu Sử 1)", "Bản gốc (Biểu Sử 1)"],
  [[ownBase("Bản gốc của tôi")], undefined, "Bản gốc"],
])("what the units last sent: %#", (sheets, read, drawn) => {
  const content = workbook({ sheets });
  expect(technicalSheet(content, BASE, scheme)?.sheet).toBe(read);
  expect(technicalName(content, BASE, scheme)).toBe(drawn);
});

test.each<Table>([
  [[ownMappings(MAPPINGS_SHEET)], MAPPINGS_SHEET, MAPPINGS_SHEET],
  [[peoples(MAPPINGS_SHEET)], undefined, `${MAPPINGS_SHEET} (Biểu Sử 1)`],
])("what was said of columns: %#", (sheets, read, drawn) => {
  const content = workbook({ sheets });
  expect(technicalSheet(content, MAPPINGS_SHEET, scheme)?.sheet).toBe(read);
  expect(technicalName(content, MAPPINGS_SHEET, scheme)).toBe(drawn);
});

test("people's own sheets of these names do not stand in the way of reading the merged tables", async () => {
  const state = { ...sampleState(), mappings: [{ unit: "ha-lang", mapping }] };
  const asOf = "2023-06-30";
  const round = scheme.round(state.round) as Round;
  const figures = computeProgress(state, { scheme, asOf });
  const bytes = await writeWorkbook(mergedWorkbook({ state, scheme, round, figures, asOf }));
  const read = await readWorkbook(bytes, "tong-hop.xlsx");
  const content = read.ok ? read.workbook : workbook({ sheets: [] });
  const before = readMergedState(content, scheme);
  expect([before?.base.length, before?.mappings?.length]).toEqual([5, 1]);
  const moved = content.sheets.map((sheet) =>
    [BASE, MAPPINGS_SHEET].includes(sheet.sheet) ? { ...sheet, sheet: `${sheet.sheet} (Biểu Sử 1)` } : sheet
  );
  const sheets = [peoples(BASE), peoples(MAPPINGS_SHEET), ...moved];
  expect(readMergedState({ ...content, sheets }, scheme)).toEqual(before);
});

test("tables that a unit keeps on sheets of these names are read", () => {
  const row = [1, "Lịch sử Đảng bộ xã An Lạc", "quý I/2023", null, null, null, null];
  const content = workbook({ unit: "ha-lang", sheets: [worksGrid([row], BASE)] });
  expect(readTables(content, scheme, "ha-lang").map(({ works }) => works.length)).toEqual([1]);
});
