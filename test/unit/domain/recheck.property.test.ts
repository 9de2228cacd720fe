/** Checking what has changed says the same as checking everything. */
import fc from "fast-check";
import {
  type CheckSession,
  type CheckOptions,
  checkSteps,
  checkWorkbook,
  recheck,
} from "../../../src/domain/check";
import type { CellValue, Grid, WorkbookContent } from "../../../src/domain/grid";
import { deAn02 } from "../../../src/schemes";
import {
  DOCUMENT_HEADER,
  documentsGrid,
  WORK_GROUPS,
  WORK_STAGES,
  workbook,
  worksGrid,
} from "../../support/grids";

const SEED = 20210625;
const options: CheckOptions = { scheme: deAn02, asOf: "2023-06-30", language: "vi" };

const cell = fc.oneof(
  { weight: 2, arbitrary: fc.constant<CellValue>(null) },
  {
    weight: 6,
    arbitrary: fc.constantFrom<CellValue>(
      1,
      2,
      50_000_000,
      "01-KH/HU",
      "02 - ĐA/TU",
      "235- KH/BCĐ",
      "1/2/2022",
      "31/6/2022",
      "05/01/22",
      "Kế hoạch thực hiện Đề án",
      "Huyện uỷ Hạ Lang",
      "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)",
      "Lịch sử Đảng bộ xã Thống Nhât",
      "x",
      "8/2022",
      "nhiều",
      { kind: "date", iso: "2022-03-15" },
      { kind: "error", code: "#REF!" }
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<CellValue>(
      "Tổng cộng",
      "Ghi chú: số liệu tạm",
      "Người lập biểu",
      "I. Cấp huyện",
      "Đơn vị: Huyện uỷ Thạch An",
      "Đơn vị tính: triệu đồng",
      "Đợt báo cáo: Khảo sát năm 2023",
      "LÞch sö §¶ng bé",
      ...DOCUMENT_HEADER,
      ...WORK_GROUPS,
      ...WORK_STAGES
    ),
  }
);
const row = fc.array(cell, { minLength: 1, maxLength: 8 });

/** One thing that people do to a sheet. Rows that it does not touch stay the same objects. */
type Edit = (grid: Grid) => Grid;

const withRows = (change: (rows: readonly (readonly CellValue[])[]) => readonly (readonly CellValue[])[]) => {
  return (grid: Grid): Grid => ({ ...grid, values: change(grid.values) });
};

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(16), fc.nat(7), cell).map(([at, column, value]) =>
      withRows((rows) =>
        rows.map((cells, index) => {
          if (index !== at) return cells;
          const wide = [...cells, ...Array.from({ length: 8 - cells.length }, () => null)];
          return wide.map((old, position) => (position === column ? value : old));
        })
      )
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(row, { maxLength: 4 }).map((more) => withRows((rows) => [...rows, ...more])),
  },
  { weight: 1, arbitrary: fc.nat(12).map((count) => withRows((rows) => rows.slice(0, count))) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(12), row)
      .map(([at, cells]) => withRows((rows) => [...rows.slice(0, at), cells, ...rows.slice(at)])),
  },
  { weight: 1, arbitrary: fc.nat(3).map((top) => (grid: Grid): Grid => ({ ...grid, top })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Edit>(
      withRows((rows) => [...rows, DOCUMENT_HEADER, [1, "12-KH/HU", "1/2/2022", "Kế hoạch", "Huyện uỷ"]]),
      withRows((rows) => [...rows, [null, "Biểu số 02: Các công trình lịch sử"], WORK_GROUPS, WORK_STAGES]),
      (grid) => ({ ...grid, merges: [{ top: 3, left: 1, bottom: 4, right: 1 }] }),
      (grid) => ({ ...grid, hiddenRows: [grid.top + 2], hidden: true })
    ),
  }
);

interface Step {
  readonly sheet: number;
  readonly edit: Edit;
  readonly options: CheckOptions;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    sheet: fc.nat(1),
    edit,
    options: fc.oneof(
      { weight: 8, arbitrary: fc.constant(options) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<CheckOptions>(
          { ...options, language: "en" },
          { ...options, asOf: "2021-12-31" },
          { ...options, round: deAn02.round("khao-sat-2023") ?? null }
        ),
      }
    ),
  }),
  { minLength: 1, maxLength: 6 }
);

const beginnings = fc
  .record({
    unit: fc.constantFrom("ha-lang", undefined),
    documents: fc.array(row, { maxLength: 10 }),
    works: fc.array(row, { maxLength: 10 }),
  })
  .map(({ unit, documents, works }) =>
    workbook({ unit, file: "bieu.xlsx", sheets: [documentsGrid(documents), worksGrid(works)] })
  );

function edited(content: WorkbookContent, { sheet, edit: change }: Step): WorkbookContent {
  return { ...content, sheets: content.sheets.map((grid, index) => (index === sheet ? change(grid) : grid)) };
}

test("after any edits, one after the other", () => {
  fc.assert(
    fc.property(beginnings, steps, (content, todo) => {
      let session = recheck(null, content, options);
      for (const step of todo) {
        const next = edited(session.workbook, step);
        session = recheck(session, next, step.options);
        expect(session.check).toEqual(checkWorkbook(next, step.options));
      }
    }),
    { numRuns: 120, seed: SEED }
  );
});

const MANY = workbook({
  unit: "ha-lang",
  sheets: [
    documentsGrid(
      Array.from({ length: 1_000 }, (_, index) => [
        index + 1,
        `${index + 1}-KH/HU`,
        "1/2/2022",
        `Kế hoạch ${index}`,
        "Huyện uỷ Hạ Lang",
      ])
    ),
    worksGrid([[1, "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)", "8/2022", null, null, null, 50_000_000]]),
  ],
});

test("what an edit does not touch is not understood again", () => {
  const before = recheck(null, MANY, options);
  const [documents, works] = MANY.sheets as [Grid, Grid];
  const values = documents.values.map((cells, index) =>
    index === 500 ? cells.map((value, column) => (column === 2 ? "31/6/2022" : value)) : cells
  );
  const after = recheck(before, { ...MANY, sheets: [{ ...documents, values }, works] }, options);
  const recordsOf = ({ tables }: CheckSession) =>
    tables.flatMap(({ documents: found, works: others }) => [...found, ...others]);
  const known = new Set(recordsOf(before));
  expect(after.check.findings.map(({ rule, cell: at }) => `${rule} ${at}`)).toContain(
    "document-date-impossible C501"
  );
  const fresh = recordsOf(after).filter((record) => !known.has(record));
  expect(fresh.map(({ row: at }) => at)).toEqual([500]);
  // Nor are the rules asked again: the numbers of the first nine want a leading zero.
  const hitsOfFirst = ({ rowHits }: CheckSession) => rowHits[0]?.slice(0, 9) ?? [];
  hitsOfFirst(after).forEach((hits, index) => {
    expect(hits).toHaveLength(1);
    expect(hits).toBe(hitsOfFirst(before)[index]);
  });
});

test("in steps: it halts often, tells how far it is, and comes to the same", () => {
  const steps = checkSteps(null, MANY, options);
  const told: number[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value.check).toEqual(checkWorkbook(MANY, options));
      break;
    }
    told.push(step.value);
  }
  expect(told.length).toBeGreaterThan(8);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(Math.min(...told)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...told)).toBe(1);
});
