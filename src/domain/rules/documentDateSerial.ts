import { formatDate } from "../values/dates";
import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateSerial: DocumentRule = {
  shape: "document",
  id: "document-date-serial",
  severity: "warning",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” là số thứ tự ngày của Excel, không phải ngày. Có lẽ là {suggestion}; hãy đối chiếu rồi sửa.",
    en: "“{value}” is an Excel day number, not a date. It is probably {suggestion}; compare and correct.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) =>
    date.status === "problem" && date.problem === "serial"
      ? [
          date.suggestion
            ? { params: { suggestion: formatDate(date.suggestion) }, fix: formatDate(date.suggestion) }
            : { params: { suggestion: "…" } },
        ]
      : NO_HITS,
};
