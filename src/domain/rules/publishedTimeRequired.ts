import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedTimeRequired: WorkRule = {
  shape: "work",
  id: "published-time-required",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "Đã xuất bản nhưng chưa ghi rõ thời gian. Hãy ghi ngày, tháng/năm, quý hoặc năm, ví dụ 8/2022.",
    en: "Published, but the time is missing. Enter a date, month/year, quarter or year, for example 8/2022.",
  },
  concerns: isPublished,
  check: ({ marks: { published } }) =>
    published.status === "reached" && published.period === null && published.time.problem === null
      ? [{}]
      : NO_HITS,
};
