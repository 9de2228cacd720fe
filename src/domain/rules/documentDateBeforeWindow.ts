import { formatDate, sideOfWindow } from "../values/dates";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateBeforeWindow: DocumentRule = {
  shape: "document",
  id: "document-date-before-window",
  severity: "warning",
  column: "date",
  clause: "154-KH/BTGTU, II.3.1: từ khi ban hành Đề án số 02-ĐA/TU",
  message: {
    vi: "Văn bản ghi thời gian “{value}”, trước khi ban hành Đề án ({from}). Nếu không thuộc đợt báo cáo này thì bỏ khỏi biểu.",
    en: "The document is dated “{value}”, before the scheme was issued ({from}). Remove it if it does not belong to this round.",
  },
  check: ({ date }, { round, cutOff }) =>
    sideOfWindow(date, round.from, cutOff) === "before"
      ? [{ params: { from: formatDate(round.from) } }]
      : NO_HITS,
};
