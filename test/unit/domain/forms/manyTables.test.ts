/** Very many tables, far apart or close together: they are found in a time that grows no faster than the sheet does. */
import vm from "node:vm";
import fc from "fast-check";
import { checkWorkbook } from "../../../../src/domain/check";
import { type LocatedForm, locateForms, surveySheet } from "../../../../src/domain/forms/locate";
import { readRows } from "../../../../src/domain/forms/readRows";
import { resurvey } from "../../../../src/domain/forms/resurvey";
import { endOfRows, titleTop } from "../../../../src/domain/forms/tableEnds";
import type { CellValue, Grid } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { DOCUMENT_HEADER, grid, WORK_GROUPS, WORK_STAGES, workbook } from "../../../support/grids";

type Row = readonly CellValue[];

const DOCUMENT: Row = [1, "01-KH/HU", "1/2/2022", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"];
const WORK: Row = [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, null, null, 50_000_000];

/** What takes a second or two, on a busy machine some more; where each row or table is held against all others, minutes. */
const HUNG_MILLISECONDS = 60_000;

/** Runs `action`, and ends it when it hangs: code that does not pause can be ended by nothing else. */
function ended<Result>(action: () => Result): Result {
  const context = vm.createContext({ action });
  return vm.runInContext("action()", context, { timeout: HUNG_MILLISECONDS }) as Result;
}

const check = (sheet: Grid) =>
  ended(() =>
    checkWorkbook(workbook({ sheets: [sheet] }), { scheme: deAn02, asOf: "2023-06-30", language: "vi" })
  );
/** The number of rows of each table. */
const read = (sheet: Grid) =>
  ended(() => {
    const all = locateForms(sheet, deAn02.forms);
    return all.map((form) => readRows(form, endOfRows(form, all)).rows.length);
  });
const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);
const beside = (count: number, row: Row): Row => times(count, row).flat();

test("the header once more at the bottom of an empty sheet", () => {
  const blank = times<Row>(1_000_000, []);
  const { forms } = check(grid([DOCUMENT_HEADER, DOCUMENT, ...blank, DOCUMENT_HEADER, DOCUMENT]));
  expect(forms).toMatchObject([{ header: 1, rows: 2 }]);
});

test("a title above rows that are empty, and the header at the bottom", () => {
  const blank = times<Row>(1_000_000, []);
  const sheet = grid([["Biểu số 01:"], ...blank, ["Năm 2022"], DOCUMENT_HEADER, DOCUMENT]);
  const [located] = locateForms(sheet, deAn02.forms);
  expect(located && ended(() => titleTop(located))).toBe(0);
});

test("the header above each row", () => {
  expect(read(grid(times(40_000, [DOCUMENT_HEADER, DOCUMENT]).flat()))).toEqual([40_000]);
});

test("a title and a header above each row", () => {
  const table: readonly Row[] = [[null, "Biểu số 01: Văn bản"], DOCUMENT_HEADER, DOCUMENT];
  expect(read(grid(times(5_000, table).flat()))).toEqual(times(5_000, 1));
});

test("tables among very many merged areas and hidden rows", () => {
  const table: readonly Row[] = [[null, "Biểu số 01: Văn bản"], DOCUMENT_HEADER, DOCUMENT];
  const merges = Array.from({ length: 60_000 }, (_, row) => ({ top: row, left: 7, bottom: row, right: 8 }));
  let looks = 0;
  const hidden = (count: number): readonly number[] => {
    const all = Array.from({ length: count }, (_, index) => index);
    return Object.assign(all, {
      *[Symbol.iterator]() {
        looks += 1;
        for (let index = 0; index < all.length; index += 1) yield all[index] ?? 0;
      },
      includes: (): boolean => {
        looks += 1;
        return false;
      },
    });
  };
  const [hiddenRows, hiddenColumns] = [hidden(60_000), hidden(5)];
  const sheet = { ...grid(times(2_000, table).flat()), merges, hiddenRows, hiddenColumns };
  expect(check(sheet).forms).toHaveLength(2_000);
  expect(looks).toBe(2);
});

test("tables side by side", () => {
  const rows = [WORK_GROUPS, WORK_STAGES, WORK].map((row) => beside(2_000, row));
  const { forms } = check(grid(rows));
  expect(forms).toHaveLength(2_000);
  expect(forms.every(({ form, rows: count }) => form === "bieu-02" && count === 1)).toBe(true);
});

test("side by side below very many empty rows", () => {
  const rows = [DOCUMENT_HEADER, DOCUMENT].map((row) => beside(1_000, row));
  expect(read(grid([["Năm 2022"], ...times<Row>(200_000, []), ...rows]))).toEqual(times(1_000, 1));
});

test("a header of nothing but ordinals", () => {
  expect(ended(() => locateForms(grid([times(16_384, "TT")]), deAn02.forms))).toEqual([]);
});

test("looked through again where the header comes very many times", () => {
  const sheet = grid([DOCUMENT_HEADER, DOCUMENT, DOCUMENT, DOCUMENT]);
  const { located, ...survey } = surveySheet(sheet, deAn02.forms);
  const repeated = located.map((form) => ({ ...form, repeats: times(200_000, [0, 0] as const) }));
  const longer = { ...sheet, values: [...sheet.values, DOCUMENT] };
  const before = { grid: sheet, survey: { ...survey, located: repeated } };
  expect(resurvey(before, longer, deAn02.forms).located[0]?.repeats).toHaveLength(200_000);
});

/** The same, said of each table by all others. */
describe("on any sheet", () => {
  const text = fc.constantFrom<CellValue>(null, null, "Biểu số 01: Văn bản", "Năm 2022", "x", 7);
  const part = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<Row>(DOCUMENT_HEADER, DOCUMENT_HEADER.slice(1), ["TT"]) },
    { weight: 3, arbitrary: fc.constantFrom<Row>(WORK_GROUPS, WORK_STAGES, WORK, DOCUMENT) },
    { weight: 3, arbitrary: fc.array(text, { maxLength: 3 }) }
  );
  const row = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Row>([]) },
    { weight: 3, arbitrary: fc.array(part, { maxLength: 3 }).map((parts) => parts.flat()) }
  );
  const sheets = fc
    .tuple(fc.array(row, { maxLength: 14 }), fc.nat(2), fc.nat(2))
    .map(([values, top, left]) => grid(values, { top, left }));
  const run = { numRuns: 120, seed: 20210625 };

  const shareColumns = (a: LocatedForm, b: LocatedForm): boolean => a.left <= b.right && b.left <= a.right;

  test("rows end at the first title below in the same columns", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const all = locateForms(sheet, deAn02.forms);
        for (const form of all) {
          const titles = all
            .filter((other) => other.headerTop > form.headerBottom && shareColumns(other, form))
            .map((other) => Math.max(form.headerBottom + 1, titleTop(other)));
          expect(endOfRows(form, all)).toBe(Math.min(sheet.top + sheet.values.length, ...titles));
        }
      }),
      run
    );
  });

  test("no two tables have a cell of their headers in common", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const all = locateForms(sheet, deAn02.forms);
        for (const form of all) {
          const overlapping = all.filter(
            (other) =>
              other.headerTop <= form.headerBottom &&
              form.headerTop <= other.headerBottom &&
              shareColumns(other, form)
          );
          expect(overlapping).toEqual([form]);
        }
      }),
      run
    );
  });
});
