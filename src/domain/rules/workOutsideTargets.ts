import type { Scheme, WorkKind } from "../../schemes/types";
import type { Language } from "../findings";
import type { WorkRecord } from "../records";
import { isWithoutMarks, similarToTitle } from "../values/titleSuggestions";
import { NO_HITS, type WorkRule } from "./rule";

type Reason = Readonly<Record<Language, string>>;

const KINDS: Readonly<Record<WorkKind, Reason>> = {
  history: { vi: "lịch sử", en: "history" },
  chronicle: { vi: "biên niên sự kiện", en: "chronicle" },
  "draft-history": { vi: "sơ thảo", en: "draft history" },
  "sector-tradition": { vi: "lịch sử truyền thống hoặc kỷ yếu", en: "sector tradition" },
  other: { vi: "loại khác", en: "another kind" },
};
const NOT_NAMED: Reason = {
  vi: "không phải công trình của một xã, phường, thị trấn, cũng không phải công trình mà Đề án nêu tên",
  en: "it is neither of a commune nor one that the scheme names",
};
const HAD_BOOK: Reason = {
  vi: "đơn vị này đã có sách lịch sử trước Đề án",
  en: "the commune had a published history before the scheme",
};

export const workOutsideTargets: WorkRule = {
  shape: "work",
  id: "work-outside-targets",
  severity: "info",
  column: "title",
  clause: "02-ĐA/TU, phần II, mục II.2.2: chỉ tiêu",
  message: {
    vi: "Công trình này không tính vào chỉ tiêu nào của Đề án: {reason}. Nếu đúng như vậy thì không cần sửa.",
    en: "The work counts for no target of the scheme: {reason}. If that is right, nothing need be done.",
  },
  check: (record, { scheme, unit }) => {
    const reason = record.title === "" ? null : reasonOf(record, scheme, unit?.id ?? null);
    return reason ? [{ params: { reason } }] : NO_HITS;
  },
};

function reasonOf({ title, reading }: WorkRecord, scheme: Scheme, unit: string | null): Reason | null {
  const { commune, namedWork, kind, speaksOfCommune } = reading;
  if (commune?.hadBookBefore) return HAD_BOOK;
  let isInTargets = false;
  for (const { level, works, kinds } of scheme.targets) {
    const isMeant = commune
      ? level === "commune"
      : namedWork !== null && works.some(({ id }) => id === namedWork.id);
    if (isMeant && kinds.includes(kind)) return null;
    isInTargets ||= isMeant;
  }
  if (isInTargets) return ofKind(kind);
  // Names that cannot be read have findings of their own.
  if (speaksOfCommune || isWithoutMarks(title) || similarToTitle(reading, scheme, unit).length > 0)
    return null;
  return NOT_NAMED;
}

function ofKind(kind: WorkKind): Reason {
  const { vi, en } = KINDS[kind];
  return { vi: `loại công trình là ${vi}`, en: `its kind is ${en}` };
}
