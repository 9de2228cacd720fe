import type { Scheme, Successor } from "../../schemes/types";
import { formatDate } from "../values/dates";
import { newCommuneNamed } from "../values/titleSuggestions";
import { namesNoKnownCommune } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneNew: WorkRule = {
  shape: "work",
  id: "work-commune-new",
  severity: "warning",
  column: "title",
  clause:
    "Nghị quyết 1657/NQ-UBTVQH15: đơn vị cấp xã của Cao Bằng từ 01/7/2025; Đề án tính theo 161 xã, phường, thị trấn cũ",
  message: {
    vi: "{commune} là đơn vị mới từ {from} ({clause}), gồm {formers}. Đề án tính theo xã, phường, thị trấn cũ: hãy ghi đơn vị cũ mà công trình viết về; dòng này chưa được tính cho đơn vị nào.",
    en: "{commune} is a new commune since {from} ({clause}), made of {formers}. The scheme counts by the former communes: name the one that the work is about; the row counts for none yet.",
  },
  concerns: namesNoKnownCommune,
  check: ({ reading }, { scheme, cutOff }) => {
    const successors = newCommuneNamed(reading, scheme, cutOff);
    const [commune] = successors;
    if (!commune || !scheme.reorganisation) return NO_HITS;
    const { from, clause } = scheme.reorganisation;
    const name = `${commune.type} ${commune.name}`;
    return [
      {
        params: {
          commune: { vi: name.charAt(0).toUpperCase() + name.slice(1), en: name },
          from: formatDate(from),
          clause: clause.replace(/,.*/, ""),
          formers: formerNames(successors, scheme),
        },
      },
    ];
  },
};

function formerNames(successors: readonly Successor[], { communes }: Scheme): string {
  return successors
    .flatMap(({ former }) => communes.find(({ code }) => code === former) ?? [])
    .map(({ type, name }) => `${type} ${name}`)
    .join(", ");
}
