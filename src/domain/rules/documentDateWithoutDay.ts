import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateWithoutDay: DocumentRule = {
  shape: "document",
  id: "document-date-without-day",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” thiếu ngày. Hãy ghi đủ ngày/tháng/năm theo văn bản gốc.",
    en: "“{value}” lacks the day. Enter day/month/year from the document.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => (date.status === "problem" && date.problem === "no-day" ? [{}] : NO_HITS),
};
