import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateUnreadable: DocumentRule = {
  shape: "document",
  id: "document-date-unreadable",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” không phải là ngày. Hãy ghi ngày/tháng/năm, ví dụ 25/6/2021.",
    en: "“{value}” is not a date. Enter day/month/year, for example 25/6/2021.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => (date.status === "problem" && date.problem === "unreadable" ? [{}] : NO_HITS),
};
