import fc from "fast-check";
import {
  anchorAt,
  anchorsByRow,
  type Area,
  cellAddress,
  cellAt,
  cellAtAddress,
  columnLetters,
  columnNumber,
  mergesByRow,
} from "../../../src/domain/grid";
import { grid } from "../../support/grids";

const SEED = 20210625;
const ROWS = 12;

const area: fc.Arbitrary<Area> = fc
  .tuple(fc.nat(ROWS), fc.nat(4), fc.nat(3), fc.nat(2))
  .map(([top, left, down, along]) => ({ top, left, bottom: top + down, right: left + along }));
const rows = fc.array(fc.nat(ROWS + 4), { maxLength: 20 }).map((asked) => asked.sort((a, b) => a - b));

test("merged areas of rows asked from top to bottom, in their own order", () => {
  const check = fc.property(fc.array(area), rows, (merges, asked) => {
    const mergesOf = mergesByRow(merges);
    for (const row of asked) {
      expect(mergesOf(row)).toEqual(merges.filter(({ top, bottom }) => top <= row && row <= bottom));
    }
  });
  fc.assert(check, { seed: SEED });
});

test("the anchor of a cell is the same whichever way it is asked for", () => {
  const check = fc.property(fc.array(area), rows, fc.nat(7), (merges, asked, column) => {
    const sheet = grid([], { merges });
    const anchorOf = anchorsByRow(sheet);
    for (const row of asked) expect(anchorOf(row, column)).toEqual(anchorAt(sheet, row, column));
  });
  fc.assert(check, { seed: SEED });
});

test("letters of columns are read as they are written", () => {
  fc.assert(
    fc.property(fc.nat(16_383), (column) => expect(columnNumber(columnLetters(column))).toBe(column)),
    { seed: SEED }
  );
});

test("a cell is found by its address as by its place", () => {
  const sheet = {
    ...grid([
      ["a", 1],
      [null, "b"],
    ]),
    top: 3,
    left: 25,
  };
  for (const row of [2, 3, 4, 5]) {
    for (const column of [24, 25, 26, 27]) {
      expect(cellAtAddress(sheet, cellAddress(row, column))).toBe(cellAt(sheet, row, column));
    }
  }
  expect(cellAtAddress(sheet, "AA5")).toBe("b");
});
