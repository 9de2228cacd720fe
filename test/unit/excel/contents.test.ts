import fc from "fast-check";
import { contentOf, rangeWrites } from "../../../src/excel/contents";

/** Always the same cases: a failure can be repeated. */
const SEED = { seed: 19000228, numRuns: 300 };

/** How a single cell is written. */
function write(content: Parameters<typeof rangeWrites>[0][0][0], format: string | null, formatIsSet = true) {
  const writes = rangeWrites([[content]], [[format]], formatIsSet);
  return {
    safe: writes.safeFormats?.[0]?.[0],
    value: writes.values[0]?.[0],
    final: writes.finalFormats?.[0]?.[0],
    formula: writes.formulas?.[0]?.[0],
  };
}

describe("rangeWrites", () => {
  test("text that looks like something else goes in under @ and keeps it where no style sets a format", () => {
    for (const text of ["=1+1", "02-03", "0123", "@x", "-5", "+84", "20/5/2023", "TRUE", "1e5"]) {
      expect(write(text, null)).toEqual({ safe: "@", value: text, final: undefined, formula: undefined });
    }
  });

  test("text in a cell with another format goes in under @ and gets the format back", () => {
    expect(write("50 triệu", '#,##0" đ"')).toEqual({
      safe: "@",
      value: "50 triệu",
      final: '#,##0" đ"',
      formula: undefined,
    });
  });

  test("text in a text cell, and plain words anywhere, need no detour", () => {
    expect(write("02-03", "@")).toEqual({ value: "02-03" });
    expect(write("Cơ quan ban hành", null)).toEqual({ value: "Cơ quan ban hành" });
  });

  test("a number in a text cell stays a number", () => {
    expect(write(5, "@")).toEqual({ safe: "General", value: 5, final: "@" });
  });

  test("dates are serial numbers, with a date format where no style sets one", () => {
    expect(write({ date: "2021-06-25" }, "dd/mm/yyyy")).toEqual({ value: 44372 });
    expect(write({ date: "2021-06-25" }, null)).toEqual({ safe: "d/m/yyyy", value: 44372 });
  });

  test("a day that Excel does not have is shown as text", () => {
    expect(write({ date: "0202-05-20" }, "d/m/yyyy")).toEqual({
      safe: "@",
      value: "20/05/0202",
      final: "d/m/yyyy",
    });
  });

  test("formulas are kept apart from constants", () => {
    expect(write({ formula: "=SUM(A1:A2)", result: 3 }, null)).toEqual({
      value: null,
      formula: "=SUM(A1:A2)",
    });
  });

  test("runs are drawn as their plain text", () => {
    const runs = [{ text: "Đã xuất bản " }, { text: "(thời gian)", italic: true }];
    expect(write({ runs }, null).value).toBe("Đã xuất bản (thời gian)");
  });

  test("an empty cell is touched only when its format is still to be set", () => {
    expect(write(null, "0.0")).toEqual({ value: null });
    expect(write(null, "0.0", false)).toEqual({ safe: "0.0", value: null });
  });

  test("an empty text empties the cell and leaves its format", () => {
    expect(write("", null)).toEqual({ value: "" });
    expect(write("", "d/m/yyyy")).toEqual({ value: "" });
  });

  test("no text is ever written where Excel would read it as anything else", () => {
    const format = fc.constantFrom(null, "@", "General", "d/m/yyyy", "#,##0");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), format, (text, cellFormat) => {
        const written = write(text, cellFormat);
        const under = written.safe ?? cellFormat ?? "General";
        const isPlain = /^\p{L}[\p{L}\p{M}\s,.;:()–-]*$/u.test(text) && !/^(true|false)$/i.test(text);
        expect(under === "@" || isPlain).toBe(true);
      }),
      SEED
    );
  });
});

describe("contentOf", () => {
  test.each([
    ["=A1", "=A1", "=A1"], // a text that looks like a formula
    [3, "=A1", { formula: "=A1" }],
    ["0123", "0123", "0123"],
    ["", "", null],
    [true, true, true],
    [1.5, 1.5, 1.5],
  ])("value %j, formula %j", (value, formula, content) => {
    expect(contentOf(value, formula)).toEqual(content);
  });
});
