import { newCommuneNamed, similarToTitle } from "../values/titleSuggestions";
import { namesNoKnownCommune } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneUnknown: WorkRule = {
  shape: "work",
  id: "work-commune-unknown",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "Không tìm thấy xã, phường, thị trấn nêu trong “{value}”. Công trình chưa được tính vào tỷ lệ; hãy sửa tên đơn vị.",
    en: "The commune named in “{value}” is not in the list. The work is not counted; correct the name.",
  },
  concerns: namesNoKnownCommune,
  check: ({ reading }, { scheme, unit, cutOff }) => {
    const { speaksOfCommune, candidates, former, several } = reading;
    if (newCommuneNamed(reading, scheme, cutOff).length > 0) return NO_HITS;
    const isUnknown = speaksOfCommune && candidates.length === 0 && former === null && !several;
    return isUnknown && similarToTitle(reading, scheme, unit?.id ?? null).length === 0 ? [{}] : NO_HITS;
  },
};
