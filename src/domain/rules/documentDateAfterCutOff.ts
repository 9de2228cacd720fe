import { formatDate, sideOfWindow } from "../values/dates";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateAfterCutOff: DocumentRule = {
  shape: "document",
  id: "document-date-after-cut-off",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, II.3.1: mốc khảo sát đến thời điểm khảo sát",
  message: {
    vi: "Văn bản ghi thời gian “{value}”, sau mốc của đợt báo cáo ({cutOff}). Hãy kiểm tra lại ngày.",
    en: "The document is dated “{value}”, after the cut-off of the round ({cutOff}). Check the date.",
  },
  check: ({ date }, { round, cutOff }) =>
    sideOfWindow(date, round.from, cutOff) === "after"
      ? [{ params: { cutOff: formatDate(cutOff) } }]
      : NO_HITS,
};
