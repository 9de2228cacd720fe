import fc from "fast-check";
import { composed, decomposed, heapsMarks, MOST_MARKS } from "../../../../src/domain/text/composing";

const MARKS = Array.from({ length: 0x110000 - 0x800 }, (_, index) =>
  String.fromCodePoint(index < 0xd800 ? index : index + 0x800)
).filter((character) => /^\p{M}$/u.test(character));

test("marks of every script are seen wherever they stand", () => {
  const missed = MARKS.filter(
    (mark, index) => !heapsMarks("a".repeat(index % 40) + mark.repeat(MOST_MARKS + 1))
  );
  expect(missed).toEqual([]);
  expect(MARKS.some((mark) => heapsMarks(`a${mark.repeat(MOST_MARKS)}b`))).toBe(false);
});

test("texts are looked at as a whole", () => {
  const piece = fc.constantFrom(
    "a",
    "ạ",
    "\u0301",
    "\u0323".repeat(15),
    "\u{1d165}".repeat(15),
    "–",
    "я",
    "\ud834"
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        expect(heapsMarks(text)).toBe(/\p{M}{31}/u.test(text));
        expect(composed(text)).toBe(heapsMarks(text) ? text : text.normalize("NFC"));
        expect(decomposed(text)).toBe(heapsMarks(text) ? text : text.normalize("NFD"));
      }
    )
  );
});

test("text in use is put together and taken apart", () => {
  const apart = "Lịch sử Đảng bộ xã Hồng Trị (1930 – 2020)".repeat(20).normalize("NFD");
  expect(composed(apart)).toBe(apart.normalize("NFC"));
  expect(decomposed(composed(apart))).toBe(apart);
});
