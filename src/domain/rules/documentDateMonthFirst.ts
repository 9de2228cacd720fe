import { formatDate } from "../values/dates";
import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateMonthFirst: DocumentRule = {
  shape: "document",
  id: "document-date-month-first",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” ghi tháng trước ngày hoặc năm trước tháng. Hãy ghi ngày/tháng/năm: {suggestion}.",
    en: "“{value}” has the month or the year first. Write day/month/year: {suggestion}.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => {
    if (date.status !== "problem" || date.suggestion === null) return NO_HITS;
    if (date.problem !== "month-first" && date.problem !== "year-first") return NO_HITS;
    const suggestion = formatDate(date.suggestion);
    return [{ params: { suggestion }, fix: suggestion }];
  },
};
