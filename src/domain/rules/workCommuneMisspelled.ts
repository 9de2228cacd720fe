import { communeName } from "../identity";
import { newCommuneNamed, renamed, similarToTitle } from "../values/titleSuggestions";
import { namesNoKnownCommune } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneMisspelled: WorkRule = {
  shape: "work",
  id: "work-commune-misspelled",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "Không có xã, phường, thị trấn nào tên “{name}”. Có phải là {candidates}? Công trình chưa được tính; hãy sửa tên.",
    en: "There is no commune named “{name}”. Is it {candidates}? The work is not counted yet; correct the name.",
  },
  concerns: namesNoKnownCommune,
  check: ({ title, reading }, { scheme, unit, cutOff }) => {
    if (reading.named === null || newCommuneNamed(reading, scheme, cutOff).length > 0) return NO_HITS;
    const similar = similarToTitle(reading, scheme, unit?.id ?? null);
    if (similar.length === 0) return NO_HITS;
    const [only, another] = similar;
    const isSure = only && !another && (unit === null || unit.id === only.unit);
    const names = similar.map((commune) => communeName(commune, scheme));
    return [
      {
        params: {
          name: reading.named.name,
          candidates: { vi: names.join(" hay "), en: names.join(" or ") },
        },
        fix: isSure ? renamed(title, reading.named, only) : undefined,
      },
    ];
  },
};
