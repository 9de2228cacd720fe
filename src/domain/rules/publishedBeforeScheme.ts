import { formatDate } from "../values/dates";
import { besideWindow } from "../values/periods";
import { isPublished } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const publishedBeforeScheme: WorkRule = {
  shape: "work",
  id: "published-before-scheme",
  severity: "warning",
  column: "published",
  clause: "02-ĐA/TU, I.2: sách xuất bản trước Đề án thuộc số liệu nền",
  message: {
    vi: "Thời gian xuất bản “{value}” là trước khi ban hành Đề án ({start}): công trình thuộc số liệu nền, không tính vào kết quả của Đề án.",
    en: "The time of publication “{value}” is before the scheme began ({start}): the work belongs to the baseline and is not counted.",
  },
  concerns: isPublished,
  check: ({ marks }, { cutOff, scheme }) => {
    const { status, time } = marks.published;
    return status === "reached" && besideWindow(time.within, scheme.start, cutOff) === "before"
      ? [{ params: { start: formatDate(scheme.start) } }]
      : NO_HITS;
  },
};
