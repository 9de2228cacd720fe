import type { Unit } from "../types";

/** The 14 reporting units of Đề án 02-ĐA/TU: 10 district committees, then the committees directly under the province. */
export const units: readonly Unit[] = [
  district("cao-bang", "Thành uỷ Cao Bằng", "Thành phố Cao Bằng", "040", [
    "TP Cao Bằng",
    "Thành phố",
    "Thành uỷ",
  ]),
  // Đề án 02-ĐA/TU, I.2: Hà Quảng, Bảo Lạc and Quảng Hòa had no commune book at all, so all their communes count.
  district("bao-lac", "Huyện uỷ Bảo Lạc", "Bảo Lạc", "043", [], 17),
  district("bao-lam", "Huyện uỷ Bảo Lâm", "Bảo Lâm", "042"),
  district("ha-lang", "Huyện uỷ Hạ Lang", "Hạ Lang", "048"),
  district("ha-quang", "Huyện uỷ Hà Quảng", "Hà Quảng", "045", [], 21),
  district("hoa-an", "Huyện uỷ Hòa An", "Hòa An", "051"),
  district("nguyen-binh", "Huyện uỷ Nguyên Bình", "Nguyên Bình", "052"),
  district("quang-hoa", "Huyện uỷ Quảng Hòa", "Quảng Hòa", "049", [], 19),
  district("thach-an", "Huyện uỷ Thạch An", "Thạch An", "053"),
  district("trung-khanh", "Huyện uỷ Trùng Khánh", "Trùng Khánh", "047"),
  committee(
    "khoi-co-quan-doanh-nghiep",
    "Đảng uỷ Khối cơ quan và doanh nghiệp tỉnh",
    "Khối cơ quan và doanh nghiệp",
    [
      "Đảng bộ Khối cơ quan và doanh nghiệp tỉnh",
      "Đảng uỷ Khối các cơ quan và doanh nghiệp tỉnh",
      "Khối CQ&DN tỉnh",
    ]
  ),
  committee("cong-an", "Đảng uỷ Công an tỉnh", "Công an tỉnh", ["Công an tỉnh Cao Bằng"]),
  committee("quan-su", "Đảng uỷ Quân sự tỉnh", "Quân sự tỉnh", [
    "Bộ Chỉ huy Quân sự tỉnh",
    "Đảng bộ Quân sự tỉnh",
  ]),
  committee("bien-phong", "Đảng uỷ Bộ đội Biên phòng tỉnh", "Bộ đội Biên phòng tỉnh", [
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    "BĐBP tỉnh",
  ]),
];

function district(
  id: string,
  name: string,
  shortName: string,
  districtCode: string,
  aliases: readonly string[] = [],
  fixedShare?: number
): Unit {
  return { id, name, shortName, kind: "district", districtCode, aliases, fixedShare };
}

function committee(id: string, name: string, shortName: string, aliases: readonly string[]): Unit {
  return { id, name, shortName, kind: "party-committee", aliases };
}
