import fc from "fast-check";
import { decodeLegacyText } from "../../../../src/domain/text/legacyFonts";
import { couldBeVietnamese } from "../../../../src/domain/text/syllables";
import { communes, forms, targets, units } from "../../../support/schemeTexts";
import { inTcvn3, inVni } from "../../../support/legacyText";

fc.configureGlobal({ seed: 20210625 });

describe("texts as they were typed", () => {
  test.each([
    ["LÞch sö §¶ng bé", "Lịch sử Đảng bộ"],
    ["LÞch sö §¶ng bé x· An L¹c giai ®o¹n 1948 - 2020", "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020"],
    ["HuyÖn uû H¹ Lang", "Huyện uỷ Hạ Lang"],
    ["®­îc", "được"],
    ["LÞCH Sö §¶NG Bé", "LỊCH SỬ ĐẢNG BỘ"],
    ["Ban Th­êng vô HuyÖn uû", "Ban Thường vụ Huyện uỷ"],
    ["02-§A/TU", "02-ĐA/TU"],
    ["219-Q§/TW", "219-QĐ/TW"],
    ["x·", "xã"],
    ["quý II/2023, ®ang chê in", "quý II/2023, đang chờ in"],
  ])("%s is TCVN3 for %s", (typed, text) => {
    expect(decodeLegacyText(typed)).toEqual({ encoding: "tcvn3", text });
  });

  test.each([
    ["Lòch söû Ñaûng boä", "Lịch sử Đảng bộ"],
    ["Huyeän uûy Haï Lang", "Huyện ủy Hạ Lang"],
    ["xaõ Canh Taân", "xã Canh Tân"],
    ["LÒCH SÖÛ ÑAÛNG BOÄ", "LỊCH SỬ ĐẢNG BỘ"],
    ["ñöôïc", "được"],
    ["Ban Thöôøng vuï", "Ban Thường vụ"],
  ])("%s is VNI for %s", (typed, text) => {
    expect(decodeLegacyText(typed)).toEqual({ encoding: "vni", text });
  });

  test.each([
    "Lịch sử Đảng bộ",
    "Canh Tân",
    "Hà Nội",
    "Hoà An",
    "quá trình",
    "Tuân thủ",
    "02-ĐA/TU",
    "02-ÐA/TU",
    "Lịch sử Đảng bộ".normalize("NFD"),
    "§ 5",
    "20 × 30 cm",
    "© 2023",
    "Zürich",
    "Ångström",
    "façade",
    "½",
    "Ban Tuyên giáo",
    "12 °C",
    "",
    "x",
  ])("%j is left as it is", (text) => {
    expect(decodeLegacyText(text)).toBeNull();
  });
});

test("the font decides where it is known", () => {
  expect(decodeLegacyText("Bé", ".VnTime")).toEqual({ encoding: "tcvn3", text: "Bộ" });
  expect(decodeLegacyText("lÞch sö", ".VnTimeH")).toEqual({ encoding: "tcvn3", text: "LỊCH SỬ" });
  expect(decodeLegacyText("boä", "VNI-Times")).toEqual({ encoding: "vni", text: "bộ" });
  expect(decodeLegacyText("Bé", "Times New Roman")).toBeNull();
  expect(decodeLegacyText("an", ".VnTime")).toBeNull();
});

const texts = [...communes, ...units, ...targets, ...forms];

test("every name of the scheme comes back from both encodings", () => {
  const toned = texts.filter((text) => /[^\x20-\x7e]/.test(text) && /[a-z]/.test(text));
  expect(toned.length).toBeGreaterThan(180);
  const sentence = (text: string) => `Lịch sử Đảng bộ ${text.normalize("NFC")}`;
  const broken = toned.filter(
    (text) =>
      decodeLegacyText(inTcvn3(sentence(text)))?.text !== sentence(text) ||
      decodeLegacyText(inVni(sentence(text)))?.text !== sentence(text)
  );
  expect(broken).toEqual([]);
});

test("no name of the scheme is taken for a legacy text", () => {
  expect(texts.filter((text) => decodeLegacyText(text) !== null)).toEqual([]);
});

test("any text is read without an exception, and what was decoded is not decoded again", () => {
  const latin = fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
  });
  fc.assert(
    fc.property(latin, (text) => {
      const decoded = decodeLegacyText(text);
      if (decoded) expect(decodeLegacyText(decoded.text)).toBeNull();
    }),
    { numRuns: 2000 }
  );
});

test.each(["Nghị", "quyết", "giềng", "Tuyên", "UBND", "ĐA", "khuỷu", "thuở", "yêu", "gì", "Hạ"])(
  "%s could be Vietnamese",
  (word) => {
    expect(couldBeVietnamese(word)).toBe(true);
  }
);

test.each(["Zurich", "sö", "LÞch", "bộộ", "dwarf", "boä"])("%s could not", (word) => {
  expect(couldBeVietnamese(word)).toBe(false);
});
