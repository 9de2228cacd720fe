import { alignedRows } from "../../../../src/files/docx/columns";

const row = (...spans: number[]) => ({ gap: 0, spans });

test("a regular table is left as it is", () => {
  const rows = [row(1, 1, 4, 1), row(1, 1, 1, 1, 1, 1, 1), { gap: 1, spans: [1, 5] }];
  const widths = [500, 3000, 1000, 1000, 1000, 1000, 1500];
  expect(alignedRows({ widths, rows })).toEqual(rows);
  expect(alignedRows({ widths: [], rows })).toEqual(rows);
  expect(alignedRows({ widths: widths.map(() => 0), rows })).toEqual(rows);
});

test("a border dragged in the header, far more than a hair, moves no data", () => {
  // Edges at 600, 3600 | 4500, 6000: the second border of the header stands 900 twips to the right of that of the rows.
  const widths = [600, 3000, 900, 1500];
  expect(alignedRows({ widths, rows: [row(1, 2, 1), row(1, 1, 2), row(1, 1, 2)] })).toEqual([
    row(1, 1, 1),
    row(1, 1, 1),
    row(1, 1, 1),
  ]);
});

test("groups span the columns that stand below them", () => {
  // The header's last border is 200 twips off.
  const widths = [600, 3000, 1000, 1000, 1000, 800, 200, 1500];
  const stages = row(1, 1, 1, 1, 1, 2, 1);
  const rows = [row(1, 1, 4, 2), stages, stages, stages];
  expect(alignedRows({ widths, rows })).toEqual([
    row(1, 1, 4, 1),
    row(1, 1, 1, 1, 1, 1, 1),
    row(1, 1, 1, 1, 1, 1, 1),
    row(1, 1, 1, 1, 1, 1, 1),
  ]);
});

test("hairs are no columns where the rows do not agree", () => {
  const widths = [1000, 30, 1000, 1000];
  expect(alignedRows({ widths, rows: [row(2, 1, 1), row(1, 3), row(4)] })).toEqual([
    row(1, 1, 1),
    row(1, 2),
    row(3),
  ]);
});

test("columns without number are not compared with each other", () => {
  const spans = Array.from({ length: 100_000 }, () => 1);
  const [only] = alignedRows({ widths: [...spans, 1], rows: [row(...spans)] });
  expect(only?.spans).toEqual(spans);
});

test("nothing at all", () => {
  expect(alignedRows({ widths: [], rows: [] })).toEqual([]);
  expect(alignedRows({ widths: [100], rows: [row()] })).toEqual([row()]);
});
