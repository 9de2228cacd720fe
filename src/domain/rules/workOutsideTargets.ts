import type { Scheme, Unit, WorkKind } from "../../schemes/types";
import type { Language } from "../findings";
import type { WorkRecord } from "../records";
import { isWithoutMarks, similarToTitle, workOfUnstatedLevel } from "../values/titleSuggestions";
import { communeAlone } from "../values/workTitles";
import { saysNoKind } from "./concerns";
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
    const reason = record.title === "" ? null : reasonOf(record, scheme, unit);
    return reason ? [{ params: { reason } }] : NO_HITS;
  },
};

function reasonOf(record: WorkRecord, scheme: Scheme, unit: Unit | null): Reason | null {
  const { title, reading } = record;
  const { commune, namedWork, kind, speaksOfCommune } = reading;
  if (commune?.hadBookBefore) return HAD_BOOK;
  const unitId = unit?.id ?? null;
  let isInTargets = false;
  for (const { level, works, kinds } of scheme.targets) {
    const isMeant = commune
      ? level === "commune"
      : namedWork !== null && works.some(({ id }) => id === namedWork.id);
    if (isMeant && kinds.includes(kind)) return null;
    isInTargets ||= isMeant;
  }
  // Titles that do not say enough, and names that cannot be read, have findings of their own.
  if (saysNoKind(record) && communeAlone(title, scheme, unitId).communes.length > 0) return null;
  if (isInTargets) return ofKind(kind);
  if (speaksOfCommune || isWithoutMarks(title)) return null;
  if (similarToTitle(reading, scheme, unitId).length > 0) return null;
  return workOfUnstatedLevel(title, reading, scheme, unit) === null ? NOT_NAMED : null;
}

function ofKind(kind: WorkKind): Reason {
  const { vi, en } = KINDS[kind];
  return { vi: `loại công trình là ${vi}`, en: `its kind is ${en}` };
}
