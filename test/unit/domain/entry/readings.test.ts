import { communeChoices } from "../../../../src/domain/entry/communeChoices";
import { documentWords } from "../../../../src/domain/entry/documentReading";
import { titleWithCommune } from "../../../../src/domain/entry/titleWithCommune";
import { readDocumentNumber } from "../../../../src/domain/values/documentNumbers";
import { deAn02 } from "../../../../src/schemes";

describe("a document's number in words", () => {
  test.each([
    ["154-KH/BTGTU", ["Kế hoạch"], "154", "Ban Tuyên giáo Tỉnh uỷ"],
    ["02-ĐA/TU", ["Đề án"], "02", "Tỉnh uỷ"],
    ["97-QĐ/TW", ["Quyết định", "Quy định"], "97", "Trung ương"],
    ["861-CV/Th.U", ["Công văn"], "861", "Thành uỷ"],
    ["12-KH/BTGDVTU", ["Kế hoạch"], "12", "Ban Tuyên giáo và Dân vận Tỉnh uỷ"],
    ["22/2019/NQ-HĐND", ["Nghị quyết"], "22/2019", "Hội đồng nhân dân"],
    ["238/UBND-KGVX", ["Công văn"], "238", "Uỷ ban nhân dân, KGVX"],
    ["331/KH-HVCTQG", ["Kế hoạch"], "331", "HVCTQG"],
    ["30a/2008/NQ-CP", ["Nghị quyết"], "30a/2008", "Chính phủ"],
    ["72/2025/QH15", [], "72/2025", "QH15"],
    ["35-QĐ/ĐUK", ["Quyết định", "Quy định"], "35", "ĐUK"],
  ])("%s", (text, types, number, issuer) => {
    const reading = readDocumentNumber(text);
    if (reading.status !== "ok") throw new Error(reading.status);
    expect(documentWords(reading.parsed)).toMatchObject({ types, number, issuer });
  });
});

describe("communes to choose from", () => {
  const found = (unit: string | null, search: string): readonly string[] =>
    communeChoices(deAn02, unit, search).map(
      ({ commune, unit: district, via }) =>
        `${commune.type} ${commune.name}, ${district}${via === null ? "" : ` (${via})`}`
    );

  test("without marks and in any case, the unit's own first", () => {
    expect(found("ha-lang", "AN LAC")[0]).toBe("xã An Lạc, Hạ Lang");
    expect(found("hoa-an", "duc long").slice(0, 2)).toEqual(["xã Đức Long, Hòa An", "xã Đức Long, Thạch An"]);
    expect(found("thach-an", "đức long")[0]).toBe("xã Đức Long, Thạch An");
  });

  test("by a part of the name, with the type and with the district", () => {
    expect(found(null, "thi tran thanh nhat")).toEqual(["thị trấn Thanh Nhật, Hạ Lang"]);
    expect(found(null, "quang trung hoa an")).toEqual(["xã Quang Trung, Hòa An"]);
    expect(found(null, "nam cao")[0]).toBe("xã Nam Cao, Bảo Lâm");
  });

  test("by other spellings, by what it was called before and by what it is called since", () => {
    expect(found(null, "phong nam").some((name) => name.startsWith("xã Phong Nậm"))).toBe(true);
    const [byFormer] = found("quang-hoa", "Quốc Dân");
    expect(byFormer).toMatch(/Quảng Hòa \(Quốc Dân\)$/);
    expect(found("cao-bang", "Thục Phán").some((name) => name.endsWith("(phường Thục Phán)"))).toBe(true);
  });

  test("an empty search lists the unit's own, of a committee without communes all", () => {
    expect(found("ha-lang", "")).toHaveLength(13);
    expect(found("cong-an", "")).toHaveLength(161);
    expect(found(null, "")).toHaveLength(161);
  });

  test("nothing is found where there is nothing", () => expect(found("ha-lang", "zzz")).toEqual([]));
});

describe("a commune put into a title", () => {
  const anLac = deAn02.communes.find(({ name }) => name === "An Lạc")!;
  const town = deAn02.communes.find(({ name }) => name === "Thanh Nhật")!;
  test.each([
    ["", anLac, "Lịch sử Đảng bộ xã An Lạc"],
    ["Biên niên sự kiện lịch sử Đảng bộ", anLac, "Biên niên sự kiện lịch sử Đảng bộ xã An Lạc"],
    [
      "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020",
      town,
      "Lịch sử Đảng bộ thị trấn Thanh Nhật giai đoạn 1948 - 2020",
    ],
    ["LỊCH SỬ ĐẢNG BỘ XÃ AN LẠC", town, "LỊCH SỬ ĐẢNG BỘ THỊ TRẤN THANH NHẬT"],
  ])("%j", (title, commune, expected) => {
    expect(titleWithCommune(title, commune, deAn02, "ha-lang")).toBe(expected);
  });
});
