import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateImpossible: DocumentRule = {
  shape: "document",
  id: "document-date-impossible",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "Không có ngày “{value}”. Hãy đối chiếu ngày ban hành với văn bản gốc.",
    en: "There is no such day as “{value}”. Compare with the document.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => (date.status === "problem" && date.problem === "impossible" ? [{}] : NO_HITS),
};
