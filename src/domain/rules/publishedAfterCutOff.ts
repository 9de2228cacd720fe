import { formatDate } from "../values/dates";
import { besideWindow } from "../values/periods";
import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedAfterCutOff: WorkRule = {
  shape: "work",
  id: "published-after-cut-off",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”; 154-KH/BTGTU, II.3.1",
  message: {
    vi: "Thời gian xuất bản “{value}” sau mốc của đợt báo cáo ({cutOff}). Công trình chưa được tính là đã xuất bản; hãy kiểm tra lại.",
    en: "The time of publication “{value}” is after the cut-off ({cutOff}). The work is not counted as published; check it.",
  },
  concerns: isPublished,
  check: ({ marks }, { cutOff, scheme }) => {
    const { status, time } = marks.published;
    return status === "reached" && besideWindow(time.within, scheme.start, cutOff) === "after"
      ? [{ params: { cutOff: formatDate(cutOff) } }]
      : NO_HITS;
  },
};
