import { formatDate } from "../values/dates";
import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workDistrictFormer: WorkRule = {
  shape: "work",
  id: "work-district-former",
  severity: "info",
  column: "title",
  clause: "Nghị quyết 864/NQ-UBTVQH14 và 897/NQ-UBTVQH14: đơn vị cấp huyện của Cao Bằng từ 01/3/2020",
  message: {
    vi: "Huyện {district} đã nhập vào huyện {today} từ {until} ({clause}). Nên ghi thêm tên huyện hiện nay.",
    en: "The district {district} became part of {today} on {until} ({clause}). Better name today's district as well.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ reading: { formerDistrict } }, { scheme }) => {
    if (!formerDistrict) return NO_HITS;
    const units = scheme.units.filter(({ id }) => formerDistrict.units.includes(id));
    return [
      {
        params: {
          district: formerDistrict.name,
          today: units.map(({ shortName }) => shortName).join(", "),
          until: formatDate(formerDistrict.until),
          clause: formerDistrict.clause,
        },
      },
    ];
  },
};
