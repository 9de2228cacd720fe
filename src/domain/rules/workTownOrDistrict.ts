import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workTownOrDistrict: WorkRule = {
  shape: "work",
  id: "work-town-or-district",
  severity: "warning",
  column: "title",
  clause: "02-ĐA/TU, II.2.2: chỉ tiêu cấp huyện và chỉ tiêu cấp xã tính riêng",
  message: {
    vi: "“{value}” không nói rõ là của {type} {name} hay của huyện {name}; đang được tính cho {type}. Hãy ghi rõ.",
    en: "“{value}” does not say whether it is of the {type} or of the district {name}; it counts for the {type}. Say which.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ reading: { commune, townOrDistrict } }) =>
    commune && townOrDistrict ? [{ params: { type: commune.type, name: commune.name } }] : NO_HITS,
};
