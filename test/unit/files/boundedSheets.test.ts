import type { Area, Grid } from "../../../src/domain/grid";
import { boundedSheets } from "../../../src/files/boundedSheets";

const grid = (values: Grid["values"], merges = 0): Grid => ({
  sheet: "A",
  top: 0,
  left: 0,
  values,
  merges: new Array<Grid["merges"][number]>(merges).fill({ top: 0, left: 0, bottom: 0, right: 1 }),
  hidden: false,
  hiddenRows: [],
  hiddenColumns: [],
});
const rows = (count: number, row: Grid["values"][number]): Grid => grid(new Array(count).fill(row));

/** Merged from the first row of any sheet to the last. */
function wholeColumn(column: number): Area {
  return { top: 0, left: column, bottom: 1_048_575, right: column };
}

test("merged areas that are taller than the sheet, and beside each other, are within bounds", () => {
  const columns = Array.from({ length: 16_000 }, (_, column) => wholeColumn(column));
  const sheets = [{ ...rows(2_000, [1, 2, 3]), merges: columns }];
  expect(boundedSheets(sheets)).toEqual(sheets);
});

test("sheets within bounds come back as they are", () => {
  const sheets = [grid([["a"], [], [1, null, "b"]]), grid([])];
  expect(boundedSheets(sheets)).toEqual(sheets);
});

test.each([
  [
    "tooManyCells",
    [rows(100_000, new Array<number>(15).fill(1)), rows(60_000, new Array<number>(15).fill(1))],
  ],
  ["tooManyCells", [rows(1_000_000, []), rows(1_000_001, [])]],
  ["tooManyRows", [rows(100_000, [1]), rows(100_001, [1])]],
  ["tooManyMerges", [grid([[1]], 100_000), grid([[1]], 100_001)]],
  ["mergesOverlap", [{ ...rows(20_000, [1]), merges: new Array<Area>(1_001).fill(wholeColumn(0)) }]],
  ["tooManyParts", new Array<Grid>(2001).fill(grid([[1]]))],
  ["textTooLong", [grid([["x".repeat(32_768)]])]],
  ["heapedMarks", [grid([["Xã", `a${"\u0301\u0323".repeat(16)}`]])]],
  ["tooMuchText", [rows(1_300, ["x".repeat(32_000)])]],
  ["damaged", []],
  ["sheetNameTooLong", [{ ...grid([[1]]), sheet: "x".repeat(256) }]],
  ["damaged", [grid([[{ kind: "error", code: `#${"x".repeat(20)}` }]])]],
])("%s", (fault, sheets) => {
  expect(() => boundedSheets(sheets)).toThrow(fault);
});

test("as many marks upon a letter as a text in use may have are read", () => {
  const sheets = [grid([[`a${"\u0301\u0323".repeat(15)}b${"\u0301".repeat(30)}`]])];
  expect(boundedSheets(sheets)).toEqual(sheets);
});

test("sheets behind the first one too many are not even made", () => {
  let made = 0;
  const endless = function* (): Generator<Grid> {
    for (;;) {
      made += 1;
      yield rows(90_000, [1]);
    }
  };
  expect(() => boundedSheets(endless())).toThrow("tooManyRows");
  expect(made).toBe(3);
});
