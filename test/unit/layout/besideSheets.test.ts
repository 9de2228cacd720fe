import type { CellValue, WorkbookContent } from "../../../src/domain/grid";
import { computeProgress } from "../../../src/domain/progress/progress";
import { besideSheets } from "../../../src/layout/besideSheets";
import { mergedWorkbook } from "../../../src/layout/merged";
import { contentsOf } from "../../../src/layout/specContents";
import { deAn02 as scheme, type Round } from "../../../src/schemes";
import { grid, workbook } from "../../support/grids";
import { sampleState } from "./sampleState";

const asOf = "2025-12-31";
const state = sampleState();
const figures = computeProgress(state, { scheme, asOf });
const round = scheme.round("hang-nam-2025") as Round;
const spec = mergedWorkbook({ state, scheme, round, figures, asOf });

/** The workbook as it was drawn, with a text in every cell that is written, and further cells. */
function drawn(
  further: Readonly<Record<string, readonly (readonly [number, number, CellValue])[]>>
): WorkbookContent {
  const sheets = spec.sheets.map((sheet) => {
    const values: CellValue[][] = [];
    const set = (row: number, column: number, value: CellValue): void => {
      const cells = (values[row] ??= []);
      while (cells.length <= column) cells.push(null);
      cells[column] = value;
    };
    for (const [row, cells] of contentsOf(sheet)) {
      for (const [column, content] of cells) if (content !== null) set(row, column, "x");
    }
    for (const [row, column, value] of further[sheet.name] ?? []) set(row, column, value);
    return grid(
      Array.from(values, (row: CellValue[] | undefined) => row ?? []),
      { sheet: sheet.name }
    );
  });
  return workbook({ sheets });
}

test("sheets as they were drawn have nothing beside them", () => {
  expect(besideSheets(drawn({}), spec)).toEqual([]);
});

test("remarks beside the figures are found, whatever the case of the sheet's name", () => {
  const content = drawn({
    "Tiến độ": [
      [6, 13, "đ/c Lan phụ trách"],
      [9, 13, "hỏi lại"],
    ],
    "Tổng hợp 02": [[3, 30, "?"]],
  });
  const sheets = content.sheets.map((sheet) => ({ ...sheet, sheet: sheet.sheet.toUpperCase() }));
  expect(besideSheets({ ...content, sheets }, spec)).toEqual([{ sheet: "TIẾN ĐỘ", address: "N7:N10" }]);
});
