import fc from "fast-check";
import { anchorAt, type Area } from "../../../src/domain/grid";
import { anchorOf, firstOf, mergesBetween } from "../../../src/domain/mergedAreas";
import { grid } from "../../support/grids";

const SEED = 20210625;
const ROWS = 12;

const area: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(ROWS), fc.nat(4), fc.nat(3), fc.nat(2))
  .map(([top, left, down, along]) => ({ top, left, bottom: top + down, right: left + along }));
const areas = fc.array(area, { maxLength: 40 });

test("merged areas of a row between two columns", () => {
  const rows = fc.array(fc.nat(ROWS + 4), { maxLength: 20 });
  const check = fc.property(areas, rows, fc.nat(6), fc.nat(3), (merges, asked, left, along) => {
    const right = left + along;
    const mergesOf = mergesBetween(grid([], { merges }), left, right);
    for (const row of asked) {
      const found = [...mergesOf(row)].sort((a, b) => a.order - b.order);
      const expected = merges.filter(
        (each) => each.top <= row && row <= each.bottom && each.left <= right && left <= each.right
      );
      expect(found).toEqual(expected.map((each) => ({ ...each, order: merges.indexOf(each) })));
      expect(firstOf(mergesOf(row), () => true)).toEqual(found[0] ?? null);
    }
  });
  fc.assert(check, { seed: SEED });
});

test("the anchor of a cell is the same whichever way it is asked for", () => {
  const check = fc.property(areas, fc.nat(ROWS + 4), fc.nat(7), (merges, row, column) => {
    const sheet = grid([], { merges });
    expect(anchorOf(sheet, row, column)).toEqual(anchorAt(sheet, row, column));
  });
  fc.assert(check, { seed: SEED });
});

/** Areas that count how often they are looked at. */
function counted(count: number, make: (index: number) => Area) {
  let looks = 0;
  const merges = Array.from({ length: count }, (_, index): Area => {
    const made = make(index);
    return {
      ...made,
      get top() {
        looks += 1;
        return made.top;
      },
    };
  });
  return { merges, looks: () => looks };
}

test("areas are looked at once, however many tables ask", () => {
  const { merges, looks } = counted(20_000, (row) => ({ top: row, left: 7, bottom: row, right: 8 }));
  const sheet = grid([], { merges });
  for (let row = 0; row < 20_000; row += 10) {
    expect(mergesBetween(sheet, 0, 4)(row)).toEqual([]);
    expect(mergesBetween(sheet, 0, 7)(row)).toHaveLength(1);
  }
  expect(looks()).toBe(20_000);
});

test("the rows of tall areas are found once", () => {
  const merges = Array.from({ length: 16 }, (_, column): Area => {
    return { top: 1, left: column, bottom: 100_000, right: column };
  });
  const mergesOf = mergesBetween(grid([], { merges }), 0, 15);
  const first = mergesOf(1);
  expect(first).toHaveLength(16);
  for (let row = 2; row <= 100_000; row += 1) if (mergesOf(row) !== first) throw new Error(String(row));
  expect(mergesOf(0)).toEqual([]);
});
