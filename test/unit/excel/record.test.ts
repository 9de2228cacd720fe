import fc from "fast-check";
import { isRecordSheet, piecesOf, RECOVERY_SHEET } from "../../../src/excel/record";

test("pieces fit into cells, lose nothing and never cut a character", () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 50 }),
    fc
      .tuple(
        fc.integer({ min: 29_990, max: 30_010 }),
        fc.constantFrom("😀", "ạ", "a"),
        fc.integer({ min: 1, max: 40_000 })
      )
      .map(([before, letter, count]) => "x".repeat(before) + letter.repeat(count))
  );
  fc.assert(
    fc.property(texts, (text) => {
      const pieces = piecesOf(text);
      expect(pieces.join("")).toBe(text);
      expect(pieces.every((piece) => piece.length > 0 && piece.length <= 30_000)).toBe(true);
      expect(pieces.every((piece) => !/[\uD800-\uDBFF]$/.test(piece) || piece === text)).toBe(true);
    }),
    { seed: 1, numRuns: 60 }
  );
});

test("the record's sheets are told from the user's", () => {
  expect(isRecordSheet(RECOVERY_SHEET)).toBe(true);
  expect(isRecordSheet("Biểu 01")).toBe(false);
});
