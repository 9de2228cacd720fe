import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedTimeImpossible: WorkRule = {
  shape: "work",
  id: "published-time-impossible",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "“{value}” không phải thời gian có thật. Hãy xem lại thời gian xuất bản ghi trong sách.",
    en: "There is no such time as “{value}”. Look up the time of publication in the book.",
  },
  concerns: isPublished,
  check: ({ marks: { published } }) =>
    published.status === "reached" && published.time.problem === "impossible" ? [{}] : NO_HITS,
};
