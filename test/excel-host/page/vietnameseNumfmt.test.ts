import { parseDate, parseNumber } from "./vietnameseNumfmt";

test.each([
  ["01/02/2024", { v: 45323, z: "dd/mm/yyyy" }],
  ["25-6-2021", { v: 44372, z: "dd/mm/yyyy" }],
  ["1/2/2024 10:30", { v: 45323.4375, z: "dd/mm/yyyy h:mm" }],
])("reads %s with the day before the month", (text, expected) => {
  expect(parseDate(text)).toEqual(expected);
});

test.each(["31/6/2021", "lần 2, 15/8/2022", "quý I/2023", "12", "21,9"])("%s is no date", (text) => {
  expect(parseDate(text)).toBeNull();
});

test("numbers inside formulas keep the point", () => {
  expect(parseNumber("1.234")).toEqual({ v: 1.234 });
});
