import { MAX_CELL_TEXT, MAX_CELLS, MAX_CHARACTERS, MAX_FILLED_ROWS } from "../../../src/files/limits";
import { isReadableAgain } from "../../../src/files/readableAgain";
import { BLANK_SHEET } from "../../../src/layout/look";
import type { CellContent, WorkbookSpec } from "../../../src/layout/sheetSpec";

/** A sheet with so many rows that are all alike. */
function workbook(count: number, row: readonly CellContent[], left = 0): WorkbookSpec {
  const rows = Array.from({ length: count }, () => row);
  const sheet = { ...BLANK_SHEET, name: "Trang 1", blocks: [{ top: 0, left, rows }] };
  return { sheets: [sheet], properties: {}, activeSheet: sheet.name, title: "Thử" };
}

const WIDE = 100;
const LONG = "a".repeat(MAX_CELL_TEXT);

test.each<[what: string, spec: WorkbookSpec, readable: boolean]>([
  ["as many rows as are read", workbook(MAX_FILLED_ROWS, [1]), true],
  ["a row more", workbook(MAX_FILLED_ROWS + 1, [1]), false],
  ["as many cells as are read", workbook(MAX_CELLS / WIDE, new Array<number>(WIDE).fill(1)), true],
  ["a row of cells more", workbook(MAX_CELLS / WIDE + 1, new Array<number>(WIDE).fill(1)), false],
  ["as many with the empty ones before them", workbook(MAX_CELLS / WIDE + 1, [1], WIDE - 1), false],
  ["as much text as is read", workbook(Math.floor(MAX_CHARACTERS / LONG.length), [LONG]), true],
  ["a text more", workbook(Math.ceil(MAX_CHARACTERS / LONG.length), [LONG]), false],
  [
    "in results and runs, too",
    workbook(Math.ceil(MAX_CHARACTERS / LONG.length / 2), [
      { formula: "=A1", result: LONG },
      { runs: [{ text: LONG }] },
    ]),
    false,
  ],
])("%s", (_, spec, readable) => {
  expect(isReadableAgain(spec)).toBe(readable);
});
