import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateRequired: DocumentRule = {
  shape: "document",
  id: "document-date-required",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”",
  message: {
    vi: "Chưa ghi thời gian ban hành. Hãy ghi đủ ngày/tháng/năm, ví dụ 25/6/2021.",
    en: "The date of the document is missing. Enter day/month/year, for example 25/6/2021.",
  },
  concerns: hasFlawedDate,
  check: (record) => (record.date.status === "empty" ? [{}] : NO_HITS),
};
