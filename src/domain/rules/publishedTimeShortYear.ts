import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedTimeShortYear: WorkRule = {
  shape: "work",
  id: "published-time-short-year",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "“{value}” ghi năm hai chữ số. Hãy ghi đủ bốn chữ số của năm: {suggestion}.",
    en: "“{value}” has a two-digit year. Write the year with four digits: {suggestion}.",
  },
  concerns: isPublished,
  check: ({ marks: { published } }) => {
    const { problem, suggestion } = published.time;
    return published.status === "reached" && problem === "short-year" && suggestion !== null
      ? [{ params: { suggestion }, fix: suggestion }]
      : NO_HITS;
  },
};
