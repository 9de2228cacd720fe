import fc from "fast-check";
import { pointsFromCharacters } from "../../../src/excel/columnWidth";
import { charactersFromPoints } from "../../support/columnWidths";

/** Always the same cases: a failure can be repeated. */
const SEED = { seed: 19000228, numRuns: 300 };

describe("column widths", () => {
  test.each([
    [8.43, 48], // Excel's default column: 64 pixels
    [10, 56.25], // 75 pixels
    [60, 318.75], // 425 pixels
    [1, 9], // 12 pixels
    [0.5, 4.5], // half of a one-character column
    [0, 0],
  ])("%d characters are %d points", (characters, points) => {
    expect(pointsFromCharacters(characters)).toBe(points);
  });

  test("whole characters survive the way there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (characters) => {
        expect(charactersFromPoints(pointsFromCharacters(characters))).toBe(characters);
      }),
      SEED
    );
  });

  test("Excel's default column is read as Excel shows it", () => {
    expect(charactersFromPoints(48)).toBe(8.43);
  });
});
