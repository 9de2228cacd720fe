import fc from "fast-check";
import { isDateFormat, isoFromSerial, serialFromIso } from "../../../src/excel/serialDates";

/** Always the same cases: a failure can be repeated. */
const SEED = { seed: 19000228, numRuns: 300 };

/** Serials that are real days: all but Excel's 29/02/1900. */
const realSerials = fc.integer({ min: 1, max: 2_958_465 }).filter((serial) => serial !== 60);

describe("serial dates", () => {
  test.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [44372, "2021-06-25"],
    [2_958_465, "9999-12-31"],
  ])("serial %d is %s", (serial, iso) => {
    expect(isoFromSerial(serial)).toBe(iso);
    expect(serialFromIso(iso)).toBe(serial);
  });

  test("a time of day is dropped", () => {
    expect(isoFromSerial(44372.999)).toBe("2021-06-25");
  });

  test.each([0, 0.5, -3, 60, 60.5, 2_958_466, NaN, Infinity])("serial %d is no day", (serial) => {
    expect(isoFromSerial(serial)).toBeNull();
  });

  test.each(["1899-12-31", "0202-05-20", "2021-02-29", "2021-13-01", "20/5/2023", ""])(
    "%j has no serial",
    (iso) => {
      expect(serialFromIso(iso)).toBeNull();
    }
  );

  test("every real day survives the way there and back, and days keep their order", () => {
    fc.assert(
      fc.property(realSerials, realSerials, (one, other) => {
        const [oneIso, otherIso] = [isoFromSerial(one) ?? "", isoFromSerial(other) ?? ""];
        expect(serialFromIso(oneIso)).toBe(one);
        expect(oneIso < otherIso).toBe(one < other);
      }),
      SEED
    );
  });
});

describe("number formats of dates", () => {
  test.each([
    "d/m/yyyy",
    "dd/mm/yyyy",
    "yyyy-mm-dd",
    "mm/yyyy",
    "mmm",
    "[$-vi-VN]dd mmmm yyyy",
    "d/m/yyyy h:mm",
    'dd"/"mm"/"yyyy;@',
    "[$-42A]dddd, d mmmm, yyyy",
  ])("%s shows days", (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  test.each([
    "General",
    "@",
    "0",
    "#,##0",
    '#,##0" đ"',
    '0.0" days"',
    "#,##0\\d",
    "[Red]0;[Blue]-0",
    "h:mm",
    "[h]:mm:ss",
    "mm:ss",
    "0_d",
    '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    '[$$-en-US]#,##0.00;"dd/mm"',
  ])("%s shows no days", (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
