import fc from "fast-check";
import { amountInWords, englishNumber, vietnameseNumber } from "../../../../src/domain/entry/amountWords";

describe("amounts as Vietnamese reads them", () => {
  test.each([
    [0, "không"],
    [1, "một"],
    [4, "bốn"],
    [5, "năm"],
    [10, "mười"],
    [11, "mười một"],
    [14, "mười bốn"],
    [15, "mười lăm"],
    [20, "hai mươi"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [25, "hai mươi lăm"],
    [31, "ba mươi mốt"],
    [55, "năm mươi lăm"],
    [91, "chín mươi mốt"],
    [100, "một trăm"],
    [101, "một trăm linh một"],
    [104, "một trăm linh bốn"],
    [105, "một trăm linh năm"],
    [110, "một trăm mười"],
    [111, "một trăm mười một"],
    [115, "một trăm mười lăm"],
    [121, "một trăm hai mươi mốt"],
    [224, "hai trăm hai mươi tư"],
    [1_000, "một nghìn"],
    [1_001, "một nghìn không trăm linh một"],
    [1_005, "một nghìn không trăm linh năm"],
    [1_010, "một nghìn không trăm mười"],
    [1_021, "một nghìn không trăm hai mươi mốt"],
    [1_100, "một nghìn một trăm"],
    [15_000, "mười lăm nghìn"],
    [105_000, "một trăm linh năm nghìn"],
    [1_000_000, "một triệu"],
    [1_000_005, "một triệu không trăm linh năm"],
    [1_050_000, "một triệu không trăm năm mươi nghìn"],
    [50_000_000, "năm mươi triệu"],
    [200_000_000, "hai trăm triệu"],
    [340_240_000, "ba trăm bốn mươi triệu hai trăm bốn mươi nghìn"],
    [1_000_000_000, "một tỷ"],
    [1_000_000_001, "một tỷ không trăm linh một"],
    [1_005_000_000, "một tỷ không trăm linh năm triệu"],
    [7_300_000_000, "bảy tỷ ba trăm triệu"],
    [22_490_240_000, "hai mươi hai tỷ bốn trăm chín mươi triệu hai trăm bốn mươi nghìn"],
    [1_000_000_000_000, "một nghìn tỷ"],
    [1_005_000_000_000, "một nghìn không trăm linh năm tỷ"],
  ])("%d: %s", (value, words) => expect(vietnameseNumber(value)).toBe(words));

  test("an amount says its currency", () => {
    expect(amountInWords(50_000_000, "vi")).toBe("năm mươi triệu đồng");
    expect(amountInWords(50_000_000, "en")).toBe("fifty million dong");
  });

  test("read back, the words are the number again", () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(1_000_000), fc.maxSafeNat()), (value) => {
        expect(numberOf(vietnameseNumber(value).split(" "))).toBe(value);
      }),
      { seed: 7 }
    );
  });

  test("words that are said in certain places only stand there", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const words = vietnameseNumber(value);
        expect(words).not.toMatch(/mươi (?:một|bốn|năm)(?! (?:trăm|mươi))/);
        expect(words).not.toMatch(/(?:^|linh |trăm |mười )(?:mốt|tư)/);
        expect(words).not.toMatch(/mười năm(?! trăm)|linh lăm|một mươi|undefined| {2}/);
      }),
      { seed: 7 }
    );
  });
});

/** A reader of its own: groups of three digits between the words for powers of a thousand. */
function numberOf(words: readonly string[]): number {
  const billions = words.lastIndexOf("tỷ");
  if (billions >= 0) {
    return numberOf(words.slice(0, billions)) * 1e9 + numberOf(words.slice(billions + 1));
  }
  let total = 0;
  let group: string[] = [];
  for (const word of words) {
    const power = { triệu: 1e6, nghìn: 1e3 }[word];
    if (power === undefined) group.push(word);
    else {
      total += hundredsOf(group) * power;
      group = [];
    }
  }
  return total + hundredsOf(group);
}

const DIGITS: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
};

function hundredsOf(words: readonly string[]): number {
  return words.reduce((sum, word, index) => {
    const value = DIGITS[word];
    if (word === "mười") return sum + 10;
    if (value === undefined) return sum;
    return sum + value * ({ trăm: 100, mươi: 10 }[words[index + 1] ?? ""] ?? 1);
  }, 0);
}

describe("amounts in English", () => {
  test.each([
    [0, "zero"],
    [15, "fifteen"],
    [21, "twenty-one"],
    [40, "forty"],
    [105, "one hundred and five"],
    [1_005, "one thousand and five"],
    [1_500, "one thousand five hundred"],
    [50_000_000, "fifty million"],
    [22_490_240_000, "twenty-two billion four hundred and ninety million two hundred and forty thousand"],
  ])("%d: %s", (value, words) => expect(englishNumber(value)).toBe(words));
});
