import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberSeparator: DocumentRule = {
  shape: "document",
  id: "document-number-separator",
  severity: "warning",
  column: "number",
  clause: "05-HD/VPTW: văn bản của Đảng viết số-LOẠI/CƠ QUAN; Nghị định 30/2020/NĐ-CP: số/LOẠI-CƠ QUAN",
  message: {
    vi: "Số văn bản “{value}” viết sai hoặc thiếu dấu phân cách. Cách viết đúng: {clean}.",
    en: "The document number “{value}” has wrong or missing separators. Correct form: {clean}.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && number.noise.includes("separator")
      ? [{ params: { clean: number.clean }, fix: number.clean }]
      : NO_HITS,
};
