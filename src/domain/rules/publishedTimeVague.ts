import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedTimeVague: WorkRule = {
  shape: "work",
  id: "published-time-vague",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "“{value}” không rõ là thời gian nào. Hãy ghi ngày, tháng/năm, quý hoặc năm xuất bản, ví dụ {example}.",
    en: "“{value}” names no definite time. Enter the date, month/year, quarter or year of publication, for example {example}.",
  },
  concerns: isPublished,
  check: ({ marks: { published } }) => {
    const { problem, suggestion } = published.time;
    if (published.status !== "reached" || problem !== "vague") return NO_HITS;
    return [
      suggestion === null
        ? { params: { example: "8/2022" } }
        : { params: { example: suggestion }, fix: suggestion },
    ];
  },
};
