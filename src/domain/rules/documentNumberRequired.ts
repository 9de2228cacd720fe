import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberRequired: DocumentRule = {
  shape: "document",
  id: "document-number-required",
  severity: "error",
  column: "number",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Số văn bản”",
  message: {
    vi: "Chưa ghi số và ký hiệu văn bản. Hãy ghi đủ, ví dụ 154-KH/BTGTU.",
    en: "The document number is missing. Enter number and symbol, for example 154-KH/BTGTU.",
  },
  concerns: hasFlawedNumber,
  check: (record) => (record.number.status === "empty" ? [{}] : NO_HITS),
};
