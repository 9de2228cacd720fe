import fc from "fast-check";
import { foldedKey, foldedPlain, foldedWords, isPlainlyClean } from "../../../../src/domain/text/folding";
import { cleanText, comparisonKey, plainWords, wordKey } from "../../../../src/domain/text/normalize";

const PIECES = [
  ..."aăâbdđeêhioôơuưyỷủệỹịÁẬĐƠỮỲX019 .,-–“”/()\t\n\u00a0",
  "  ",
  "Lịch sử",
  "Đảng bộ",
  "uỷ",
  "quý",
];
const texts = fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join(""));

/** Zero width, so that the text is another and goes the long way, and its key is the same. */
const JOINER = "\u200d";

test("the key of one pass is the key of the long way", () => {
  expect(foldedKey(`Thuỷ${JOINER}`)).toBeNull();
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldedKey(text)).toBe(comparisonKey(text + JOINER));
    }),
    { numRuns: 2_000, seed: 20210625 }
  );
});

test("so are its words", () => {
  expect(foldedWords("ñ")).toBeNull();
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldedWords(text)).toBe(wordKey(`${text} ñ`).replace(/ ?n\u0303$/, ""));
    }),
    { numRuns: 2_000, seed: 20210625 }
  );
});

test("so are its plain words", () => {
  expect(foldedPlain("Số, KÝ HIỆU – Đường Bưởi (Ở ngoài)")).toBe("so ky hieu duong buoi o ngoai");
  expect(foldedPlain("ñ")).toBeNull();
  fc.assert(
    fc.property(texts, (text) => {
      expect(foldedPlain(text)).toBe(plainWords(`${text} ñ`).replace(/ ?n$/, ""));
    }),
    { numRuns: 2_000, seed: 20210625 }
  );
});

test("marks beside their letters or behind their words change no plain words", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const plain = foldedPlain(text);
      expect(foldedPlain(text.normalize("NFD"))).toBe(plain);
      expect(foldedPlain(comparisonKey(text))).toBe(plain);
      expect(plainWords(`${text.normalize("NFD")} ñ`).replace(/ ?n$/, "")).toBe(plain);
    }),
    { numRuns: 2_000, seed: 20210625 }
  );
});

test.each(["ủ".normalize("NFD"), "İ", "ß", "\u00d0ảng", "số\u200b", "ﬁ", "x".repeat(10_000)])(
  "%j goes the long way",
  (text) => {
    expect(foldedKey(text)).toBeNull();
  }
);

test("a text that is plainly clean is clean", () => {
  expect(isPlainlyClean("Lịch sử Đảng bộ (1930 – 2020)")).toBe(true);
  fc.assert(
    fc.property(texts, (text) => {
      expect(isPlainlyClean(text)).toBe(cleanText(text) === text);
    }),
    { numRuns: 2_000, seed: 20210625 }
  );
});
