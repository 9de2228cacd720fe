import * as fc from "fast-check";
import { formatDate, formatDong, formatList, formatNumber, formatPercent } from "../../../src/i18n";

describe("numbers", () => {
  test.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.000"],
    [22490240000, "22.490.240.000"],
    [21.9, "21,9"],
    [-1234.5, "−1.234,5"],
  ])("%d → %s", (value, text) => {
    expect(formatNumber(value, "vi")).toBe(text);
  });

  test("agree with the platform's own formatting in both languages", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (value) => {
        expect(formatNumber(value, "vi")).toBe(new Intl.NumberFormat("vi-VN").format(value));
        expect(formatNumber(value, "en")).toBe(new Intl.NumberFormat("en-US").format(value));
      })
    );
  });
});

test("percentages have one decimal and a space that does not break", () => {
  expect(formatPercent(21.9, "vi")).toBe("21,9\u00a0%");
  expect(formatPercent(100, "vi")).toBe("100,0\u00a0%");
  expect(formatPercent(1234.5, "vi")).toBe("1.234,5\u00a0%");
  expect(formatPercent(21.9, "en")).toBe("21.9%");
});

test("money", () => {
  expect(formatDong(50_000_000, "vi")).toBe("50.000.000\u00a0đ");
});

test("dates need no padding and name the month in English", () => {
  expect(formatDate("2021-06-25", "vi")).toBe("25/6/2021");
  expect(formatDate("2023-01-05", "vi")).toBe("5/1/2023");
  expect(formatDate("2021-06-25", "en")).toBe("25 June 2021");
});

test("lists", () => {
  expect(formatList([], " và ")).toBe("");
  expect(formatList(["Biểu 01"], " và ")).toBe("Biểu 01");
  expect(formatList(["Biểu 01", "Biểu 02"], " và ")).toBe("Biểu 01 và Biểu 02");
  expect(formatList(["a", "b", "c"], " và ")).toBe("a, b và c");
});
