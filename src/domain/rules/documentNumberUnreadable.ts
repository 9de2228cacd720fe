import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberUnreadable: DocumentRule = {
  shape: "document",
  id: "document-number-unreadable",
  severity: "error",
  column: "number",
  clause: "05-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I",
  message: {
    vi: "“{value}” không phải số văn bản của Đảng (154-KH/BTGTU) hay của Nhà nước (22/2019/NQ-HĐND). Hãy ghi lại theo văn bản gốc.",
    en: "“{value}” is neither a Party number (154-KH/BTGTU) nor a State number (22/2019/NQ-HĐND). Copy it again from the document.",
  },
  concerns: hasFlawedNumber,
  check: (record) => (record.number.status === "unreadable" ? [{}] : NO_HITS),
};
