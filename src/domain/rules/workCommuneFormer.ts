import { formerCommuneName } from "../identity";
import { formatDate } from "../values/dates";
import { namesNoKnownCommune } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneFormer: WorkRule = {
  shape: "work",
  id: "work-commune-former",
  severity: "warning",
  column: "title",
  clause: "Nghị quyết 864/NQ-UBTVQH14 và 897/NQ-UBTVQH14: đơn vị cấp xã của Cao Bằng từ 01/3/2020",
  message: {
    vi: "Từ {until} không còn {commune} ({clause}). Nếu là công trình của xã hiện nay, hãy ghi tên xã hiện nay; dòng này chưa được tính cho xã nào.",
    en: "There has been no {commune} since {until} ({clause}). If the work is that of today's commune, use its name; the row counts for no commune yet.",
  },
  concerns: namesNoKnownCommune,
  check: ({ reading: { former, candidates } }, { scheme }) =>
    former && candidates.length === 0
      ? [
          {
            params: {
              commune: formerCommuneName(former, scheme),
              until: formatDate(former.until),
              clause: former.clause,
            },
          },
        ]
      : NO_HITS,
};
