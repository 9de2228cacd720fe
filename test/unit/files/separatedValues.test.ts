import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { firstRows, parseTable } from "../../../src/files/separatedValues";

test.each([
  ["line ends of all systems", "a;b\r\nc\nd\re", [["a", "b"], ["c"], ["d"], ["e"]]],
  ["empty cells and lines", "a;;b;\n\n;c", [["a", "", "b", ""], [""], ["", "c"]]],
  ["an end without line end, and with one", "a\n", [["a"]]],
  ["separators, line ends and quotes in quotes", '"a;b";"c\r\nd";"e ""f"""', [["a;b", "c\r\nd", 'e "f"']]],
  ["quotes inside a cell are quotes", 'a "b";5"', [['a "b"', '5"']]],
  ["text behind a closing quote", '"a"b;c', [["ab", "c"]]],
  ["a quote that is not closed", 'a;"b;c', [["a", "b;c"]]],
])("%s", (_, text, rows) => {
  expect(parseTable(text, ";").rows).toEqual(rows);
});

test("reads as the library does", () => {
  const text = fc
    .array(fc.constantFrom("a", "xã", '"', '""', ";", ",", "\n", "\r\n", "\r", " "))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(text, (sample) => {
      const byLibrary = parseCsv(sample, { delimiter: ";" });
      // A separator at the very end has one more, empty cell behind it; the library agrees.
      expect(parseTable(sample, ";").rows).toEqual(byLibrary);
    }),
    { numRuns: 2000 }
  );
});

test("bounds: a long cell, too many cells; a sample stops early", () => {
  expect(() => parseTable(`a;"${"x".repeat(40_000)}`, ";")).toThrow("textTooLong");
  expect(() => parseTable(";".repeat(2_000_001), ";")).toThrow("tooManyCells");
  expect(firstRows("a;b\n".repeat(100), ";", { rows: 3, cells: 1000 })).toHaveLength(3);
  expect(firstRows(`"${"x".repeat(40_000)}`, ";", { rows: 3, cells: 1000 })).toEqual([]);
});

test.each([
  ["that nobody closes, with rows behind it", 'a;"b;c\nd;e', true],
  ["that nobody closes, in the last row", 'a;"b;c\n', false],
  ["that is closed, with lines in between", 'a;"b\nc"', false],
  ["inside a cell", 'a;b"\nc;d', false],
])("whether rows are swallowed by a quotation mark %s", (_, text, swallowed) => {
  expect(parseTable(text, ";").swallowed).toBe(swallowed);
});
