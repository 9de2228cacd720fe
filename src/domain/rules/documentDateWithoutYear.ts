import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateWithoutYear: DocumentRule = {
  shape: "document",
  id: "document-date-without-year",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” thiếu năm. Hãy ghi đủ ngày/tháng/năm.",
    en: "“{value}” lacks the year. Enter day/month/year.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => (date.status === "problem" && date.problem === "no-year" ? [{}] : NO_HITS),
};
