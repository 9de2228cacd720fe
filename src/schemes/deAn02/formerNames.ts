/**
 * Communes and districts of Cao Bằng that were no more when the scheme began: its list of 161 is that of 01/3/2020.
 * A successor is stated only where a source names it.
 */
import type { CommuneType, FormerCommune, FormerDistrict } from "../types";

const COMMUNES_MERGED = { until: "2020-02-01", clause: "Nghị quyết 864/NQ-UBTVQH14" };
const DISTRICTS_MERGED = { until: "2020-03-01", clause: "Nghị quyết 897/NQ-UBTVQH14" };

export const formerDistricts: readonly FormerDistrict[] = [
  { name: "Thông Nông", units: ["ha-quang"], ...COMMUNES_MERGED },
  // Only xã Quốc Toản went to Quảng Hòa.
  { name: "Trà Lĩnh", units: ["trung-khanh", "quang-hoa"], ...DISTRICTS_MERGED },
  { name: "Quảng Uyên", units: ["quang-hoa"], ...DISTRICTS_MERGED },
  { name: "Phục Hòa", units: ["quang-hoa"], ...DISTRICTS_MERGED },
];

export const formerCommunes: readonly FormerCommune[] = [
  ...inUnit("bao-lam", ["Tân Việt"]),
  ...inUnit("ha-quang", ["Vị Quang", "Bình Lãng", "Kéo Yên", "Vân An", "Vần Dính"]),
  ...inUnit("ha-quang", ["Phù Ngọc", "Đào Ngạn", "Hạ Thôn"]),
  ...inUnit("ha-quang", ["Nà Sác"], "01399"),
  ...inUnit("ha-quang", ["Sỹ Hai"], "01426"),
  ...inUnit("trung-khanh", ["Cô Mười", "Lưu Ngọc", "Ngọc Chung", "Lăng Yên", "Đình Minh", "Cảnh Tiên"]),
  ...inUnit("trung-khanh", ["Đoài Côn", "Thân Giáp", "Thông Huề"], "01525"),
  { ...former("thị trấn", "Hùng Quốc", "trung-khanh", "01447"), ...DISTRICTS_MERGED },
  ...inUnit("ha-lang", ["Việt Chu", "Thái Đức"]),
  ...inUnit("quang-hoa", ["Bình Lăng", "Quốc Phong", "Đoài Khôn", "Hoàng Hải"]),
  ...inUnit("quang-hoa", ["Triệu Ẩu", "Hồng Đại", "Lương Thiện"]),
  ...inUnit("quang-hoa", ["Quốc Dân"], "01603"),
  ...inUnit("quang-hoa", ["Hồng Định"], "01624"),
  ...inUnit("hoa-an", ["Đức Xuân", "Bình Long", "Công Trừng", "Bế Triều", "Trưng Vương", "Hà Trì"]),
  ...inUnit("nguyen-binh", ["Bắc Hợp", "Lang Môn"]),
  ...inUnit("nguyen-binh", ["Minh Thanh", "Thái Học"], "01762"),
  ...inUnit("thach-an", ["Thị Ngân", "Danh Sỹ"]),
];

function inUnit(unit: string, names: readonly string[], successor?: string): readonly FormerCommune[] {
  return names.map((name) => former("xã", name, unit, successor));
}

function former(type: CommuneType, name: string, unit: string, successor?: string): FormerCommune {
  return { name, type, unit, successor, ...COMMUNES_MERGED };
}
