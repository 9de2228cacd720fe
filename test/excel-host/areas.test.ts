import { formatArea, formatAddress, parseArea, splitAddress } from "./addresses";
import type { Shift } from "./areas";
import { areaOf, coveredCells, intersection, overlaps, shifted, subtract, WHOLE_SHEET } from "./areas";
import type { Area } from "./spreadsheet/spreadsheet";
import fc from "fast-check";

const anyArea: fc.Arbitrary<Area> = fc
  .record({
    top: fc.nat(12),
    left: fc.nat(12),
    rows: fc.integer({ min: 1, max: 6 }),
    columns: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ top, left, rows, columns }) => areaOf(top, left, rows, columns));

test("what is subtracted and what is left make the whole, without overlap", () => {
  fc.assert(
    fc.property(anyArea, anyArea, (area, hole) => {
      const left = subtract(area, hole);
      const common = intersection(area, hole);
      const parts = common ? [...left, common] : left;
      expect(coveredCells(parts, area)).toBe(coveredCells([area], area));
      parts.forEach((part, index) => {
        expect(parts.slice(index + 1).some((other) => overlaps(part, other))).toBe(false);
      });
    })
  );
});

test("rows that are inserted and deleted again leave an area where it was", () => {
  fc.assert(
    fc.property(anyArea, fc.nat(20), fc.integer({ min: 1, max: 5 }), (area, at, count) => {
      const inserted = shifted(area, { axis: "rows", at, count });
      expect(inserted && shifted(inserted, { axis: "rows", at, count: -count })).toEqual(area);
    })
  );
});

test.each<[string, Shift, string | null]>([
  ["B3:C6", { axis: "rows", at: 2, count: 2 }, "B5:C8"],
  ["B3:C6", { axis: "rows", at: 3, count: 1 }, "B3:C7"],
  ["B3:C6", { axis: "rows", at: 6, count: 1 }, "B3:C6"],
  ["B3:C6", { axis: "rows", at: 0, count: -2 }, "B1:C4"],
  ["B3:C6", { axis: "rows", at: 3, count: -2 }, "B3:C4"],
  ["B3:C6", { axis: "rows", at: 1, count: -3 }, "B2:C3"],
  ["B3:C6", { axis: "rows", at: 2, count: -4 }, null],
  ["B3:C6", { axis: "columns", at: 1, count: 1 }, "C3:D6"],
  ["B:C", { axis: "rows", at: 3, count: 5 }, "B:C"],
])("%s after %j is %s", (address, shift, expected) => {
  const area = parseArea(address);
  const after = area && shifted(area, shift);
  expect(after && formatArea(after)).toBe(expected);
});

test("addresses read back as they were written", () => {
  fc.assert(
    fc.property(anyArea, fc.boolean(), (area, absolute) => {
      expect(parseArea(formatArea(area, absolute))).toEqual(area);
    })
  );
  for (const address of ["A:C", "3:5", "XFD1048576", "A1"]) {
    const area = parseArea(address);
    expect(area && formatArea(area)).toBe(address);
  }
  expect(parseArea("A1:XFD1048576")).toEqual(WHOLE_SHEET);
});

test.each(["A0", "XFE1", "A1048577", "A", "1", "A1:B", "A1:2", "", "AB CD", "A1:B2:C3"])(
  "%s is no address",
  (text) => {
    expect(parseArea(text)).toBeNull();
  }
);

test("sheet names are quoted when they must be", () => {
  const a1 = areaOf(0, 0, 1, 1);
  expect(formatAddress("Sheet1", a1)).toBe("Sheet1!A1");
  expect(formatAddress("Biểu 02", a1)).toBe("'Biểu 02'!A1");
  expect(formatAddress("AB12", a1)).toBe("'AB12'!A1");
  expect(formatAddress("Năm '24", a1, true)).toBe("'Năm ''24'!$A$1");
  expect(splitAddress("'Năm ''24'!$A$1")).toEqual({ sheet: "Năm '24", local: "$A$1" });
});
