import { shortened } from "../../../../src/domain/text/shortened";

test.each([
  ["", ""],
  ["Lịch sử Đảng bộ xã", "Lịch sử Đảng bộ xã"],
  ["a".repeat(300), "a".repeat(300)],
  ["a".repeat(301), `${"a".repeat(300)}…`],
  [`${"a".repeat(299)} b`, `${"a".repeat(299)}…`],
  [`a${"😀".repeat(200)}`, `a${"😀".repeat(149)}…`],
])("%j", (text, expected) => {
  expect(shortened(text)).toBe(expected);
});
