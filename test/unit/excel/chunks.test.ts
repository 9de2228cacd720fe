import fc from "fast-check";
import { bandsOfRows, groupBySize, jsonBytes } from "../../../src/excel/chunks";

/** Always the same cases: a failure can be repeated. */
const SEED = { seed: 19000228, numRuns: 300 };

describe("groupBySize", () => {
  test("keeps every item, in order, and every group within the limit unless it is one item", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 100 }), (items, limit) => {
        const groups = groupBySize(items, (size) => size, limit);
        expect(groups.flat()).toEqual(items);
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(0);
          const total = group.reduce((sum, size) => sum + size, 0);
          expect(total <= limit || group.length === 1).toBe(true);
        }
      }),
      SEED
    );
  });

  test("opens a new group only when the next item does not fit", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 100 }), (items, limit) => {
        const groups = groupBySize(items, (size) => size, limit);
        groups.slice(1).forEach((group, index) => {
          const before = (groups[index] ?? []).reduce((sum, size) => sum + size, 0);
          expect(before + (group[0] ?? 0)).toBeGreaterThan(limit);
        });
      }),
      SEED
    );
  });
});

describe("bandsOfRows", () => {
  test("covers every row once, in order, within the limit of cells", () => {
    const natural = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        natural(1000),
        natural(500),
        natural(300),
        fc.integer({ min: 1, max: 5000 }),
        (top, rows, columns, cells) => {
          const bands = bandsOfRows(top, rows, columns, cells);
          const covered = bands.flatMap((band) =>
            Array.from({ length: band.count }, (_, row) => band.top + row)
          );
          expect(covered).toEqual(Array.from({ length: rows }, (_, row) => top + row));
          for (const { count } of bands) expect(count === 1 || count * columns <= cells).toBe(true);
        }
      ),
      SEED
    );
  });
});

test("jsonBytes counts UTF-8 bytes, not characters", () => {
  expect(jsonBytes("ủy")).toBe(6);
  expect(jsonBytes([["a", 1, null]])).toBe('[["a",1,null]]'.length);
});
