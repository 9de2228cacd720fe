import fc from "fast-check";
import { cellAddress, cellAt, cellAtAddress, columnLetters, columnNumber } from "../../../src/domain/grid";
import { grid } from "../../support/grids";

const SEED = 20210625;

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
