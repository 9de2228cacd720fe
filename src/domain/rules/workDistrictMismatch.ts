import { communeName } from "../identity";
import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workDistrictMismatch: WorkRule = {
  shape: "work",
  id: "work-district-mismatch",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "Tên công trình ghi huyện “{stated}” nhưng trong danh mục là {commune}. Hãy sửa tên xã hoặc tên huyện.",
    en: "The title names the district “{stated}” but the list has {commune}. Correct the commune or the district.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ reading: { commune, district, formerDistrict } }, { scheme }) => {
    if (!commune) return NO_HITS;
    const stated = district ? [district.id] : (formerDistrict?.units ?? []);
    if (stated.length === 0 || stated.includes(commune.unit)) return NO_HITS;
    const name = district?.shortName ?? formerDistrict?.name ?? "";
    return [{ params: { stated: name, commune: communeName(commune, scheme) } }];
  },
};
