import { formatDate } from "../values/dates";
import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateShortYear: DocumentRule = {
  shape: "document",
  id: "document-date-short-year",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” ghi năm hai chữ số. Có phải là {suggestion} không? Hãy ghi đủ bốn chữ số của năm.",
    en: "“{value}” has a two-digit year. Is it {suggestion}? Write the year with four digits.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) =>
    date.status === "problem" && date.problem === "short-year"
      ? [
          date.suggestion
            ? { params: { suggestion: formatDate(date.suggestion) }, fix: formatDate(date.suggestion) }
            : { params: { suggestion: "…" } },
        ]
      : NO_HITS,
};
