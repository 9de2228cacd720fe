import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberSeveral: DocumentRule = {
  shape: "document",
  id: "document-number-several",
  severity: "error",
  column: "number",
  clause: "154-KH/BTGTU, Biểu số 01: mỗi văn bản một dòng",
  message: {
    vi: "Ô này ghi {count} văn bản: {numbers}. Hãy tách mỗi văn bản thành một dòng.",
    en: "The cell names {count} documents: {numbers}. Give each document a row of its own.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "several"
      ? [{ params: { count: String(number.numbers.length), numbers: number.numbers.join("; ") } }]
      : NO_HITS,
};
