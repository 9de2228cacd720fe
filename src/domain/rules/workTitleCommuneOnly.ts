import { communeName } from "../identity";
import { communeAlone } from "../values/workTitles";
import { saysNoKind } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workTitleCommuneOnly: WorkRule = {
  shape: "work",
  id: "work-title-commune-only",
  severity: "warning",
  column: "title",
  clause:
    "154-KH/BTGTU, Biểu số 02, cột “Tên công trình”; 02-ĐA/TU, II.2.2: chỉ tính lịch sử, biên niên, sơ thảo",
  message: {
    vi: "“{value}” mới là tên của {commune}, chưa phải tên công trình, nên dòng này chưa được tính vào chỉ tiêu nào. Hãy ghi đủ tên, ví dụ “{title}”.",
    en: "“{value}” is only the name of {commune} and no title of a work, so the row counts for no target. Enter the title in full, for example “{title}”.",
  },
  concerns: saysNoKind,
  check: ({ title }, { scheme, unit }) => {
    const { communes, rest } = communeAlone(title, scheme, unit?.id ?? null);
    const [first, another] = communes;
    if (!first) return NO_HITS;
    const names = communes.map((commune) => communeName(commune, scheme));
    const full = `Lịch sử Đảng bộ ${first.type} ${first.name}${rest}`;
    const commune = { vi: names.join(" hay "), en: names.join(" or ") };
    return [{ params: { commune, title: full }, fix: another ? undefined : full }];
  },
};
