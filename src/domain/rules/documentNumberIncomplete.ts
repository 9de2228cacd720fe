import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberIncomplete: DocumentRule = {
  shape: "document",
  id: "document-number-incomplete",
  severity: "error",
  column: "number",
  clause: "05-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I",
  message: {
    vi: "Số văn bản “{value}” thiếu ký hiệu loại hoặc cơ quan ban hành. Hãy ghi đủ theo văn bản gốc, ví dụ 159-TB/TU.",
    en: "The document number “{value}” lacks its type or issuer. Complete it from the document, for example 159-TB/TU.",
  },
  concerns: hasFlawedNumber,
  check: (record) => (record.number.status === "incomplete" ? [{}] : NO_HITS),
};
