import fc from "fast-check";
import {
  formatDate,
  isoDate,
  isoToSerial,
  readDate,
  serialToIso,
  withDayAndMonthExchanged,
} from "../../../../src/domain/values/dates";

fc.configureGlobal({ seed: 20210625 });

test.each([
  ["25/6/2021", "2021-06-25"],
  ["05/01/2021", "2021-01-05"],
  ["25-06-2021", "2021-06-25"],
  ["25.6.2021", "2021-06-25"],
  ["ngày 25 tháng 6 năm 2021", "2021-06-25"],
  ["21 tháng 6 năm 2018", "2018-06-21"],
  ["Ngày 09/5/2023", "2023-05-09"],
  ["  1/2/2024\u00a0", "2024-02-01"],
  ["ngày 25 tháng 6 năm 2021".normalize("NFD"), "2021-06-25"],
  ["Cao Bằng, ngày 25 tháng 6 năm 2021", "2021-06-25"],
  ["Hạ Lang, ngày 05 tháng 01 năm 2021.", "2021-01-05"],
  ["25/6/2021 00:00:00", "2021-06-25"],
  ["25 / 6 / 2021", "2021-06-25"],
  ["25/6-2021", "2021-06-25"],
  ["25 6 2021", "2021-06-25"],
  ["25 tháng 6, 2021", "2021-06-25"],
  ["29/2/2024", "2024-02-29"],
])("%s is %s", (text, iso) => {
  expect(readDate(text)).toEqual({ status: "ok", iso });
});

test.each([
  ["31/6/2021", "impossible", null],
  ["29/2/2023", "impossible", null],
  ["25/6/21", "short-year", "2021-06-25"],
  ["06/4", "no-year", null],
  ["6/2021", "no-day", null],
  ["tháng 6/2021", "no-day", null],
  ["quý II/2021", "no-day", null],
  ["năm 2021", "no-day", null],
  ["18/8/20222", "long-year", "2022-08-18"],
  ["18/8/20221", "long-year", "2021-08-18"],
  ["18/8/20123", "long-year", null],
  ["31/6/20222", "long-year", null],
  ["18/8/202222", "unreadable", null],
  ["6/25/2021", "month-first", "2021-06-25"],
  ["2021-06-25", "year-first", "2021-06-25"],
  ["2021-06-25T00:00:00.000Z", "year-first", "2021-06-25"],
  ["2021/6/31", "impossible", null],
  ["25/6/2021 và 26/6/2021", "unreadable", null],
  ["hôm qua", "unreadable", null],
  ["44372", "serial", "2021-06-25"],
  [44372, "serial", "2021-06-25"],
  [2021, "no-day", null],
  [25.6, "unreadable", null],
  [true, "unreadable", null],
])("%s is a problem: %s", (value, problem, suggestion) => {
  expect(readDate(value)).toEqual({ status: "problem", problem, suggestion });
});

test("a true date cell is what it is", () => {
  expect(readDate({ kind: "date", iso: "2021-06-25" })).toEqual({ status: "ok", iso: "2021-06-25" });
  expect(readDate({ kind: "error", code: "#REF!" }).status).toBe("problem");
  expect(readDate(null)).toEqual({ status: "empty" });
});

const anyDay = fc.integer({ min: 61, max: 100_000 });

test("serial numbers and dates are two names of one day", () => {
  fc.assert(fc.property(anyDay, (serial) => isoToSerial(serialToIso(serial)) === serial));
});

test("what is written the Vietnamese way is read back", () => {
  fc.assert(
    fc.property(anyDay, (serial) => {
      const iso = serialToIso(serial);
      expect(readDate(formatDate(iso))).toEqual({ status: "ok", iso });
    })
  );
});

test("there is no 30 February", () => {
  expect(isoDate(2024, 2, 29)).toBe("2024-02-29");
  expect(isoDate(2024, 2, 30)).toBeNull();
  expect(isoDate(2024, 13, 1)).toBeNull();
});

test("day and month are exchanged where both can be either", () => {
  expect(withDayAndMonthExchanged("2022-05-06")).toBe("2022-06-05");
  expect(withDayAndMonthExchanged("2022-05-13")).toBeNull();
  expect(withDayAndMonthExchanged("2022-05-05")).toBeNull();
});

test("any text is read without an exception", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d/. -]{1,14}$/)), (text) => {
      expect(["empty", "ok", "problem"]).toContain(readDate(text).status);
    })
  );
});
