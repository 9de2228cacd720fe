import fc from "fast-check";
import { cleanText, comparisonKey } from "../../../../src/domain/text/normalize";

test.each([
  ["  Lịch  sử\t Đảng bộ\n", "Lịch sử Đảng bộ"],
  ["xã\u00a0An\u2007Lạc\u202f", "xã An Lạc"],
  ["An\u200b Lạc\ufeff", "An Lạc"],
  ["\u00d0ảng bộ, \u00f0ịa chí", "Đảng bộ, địa chí"],
  ["Lịch sử Đảng bộ".normalize("NFD"), "Lịch sử Đảng bộ"],
  ["An\u3000Lạc", "An Lạc"],
  ["An Lạc", "An Lạc"],
  ["", ""],
])("%j is cleaned to %j", (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test("nothing unclean is left of any text", () => {
  const piece = fc.constantFrom(
    "a",
    "ạ",
    "Đ",
    " ",
    "  ",
    "\u00a0",
    "\t",
    "\u200b",
    "\ufeff",
    "\u00d0",
    "\u2003",
    "\n"
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[^\S ]|^ | $| {2}|[\u00d0\u00f0\u200b-\u200d\u2060\ufeff]/);
        expect(clean.replace(/ /g, "")).toBe(text.replace(/[\s\u200b\ufeff]/g, "").replace(/\u00d0/g, "Đ"));
        expect(cleanText(clean)).toBe(clean);
      }
    ),
    { numRuns: 2_000, seed: 20210625 }
  );
});

test("tone marks on either vowel are one key, different tones are not", () => {
  expect(comparisonKey("Hoà Thuỷ uỷ")).toBe(comparisonKey("Hòa Thủy ủy"));
  expect(comparisonKey("Phong Nậm")).not.toBe(comparisonKey("Phong Nặm"));
});
