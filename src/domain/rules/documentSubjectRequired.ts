import { NO_HITS, type DocumentRule } from "./rule";

export const documentSubjectRequired: DocumentRule = {
  shape: "document",
  id: "document-subject-required",
  severity: "error",
  column: "subject",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Trích yếu nội dung văn bản”",
  message: {
    vi: "Chưa ghi trích yếu nội dung văn bản. Hãy ghi đầy đủ ở từng dòng theo văn bản gốc, không ghi “nt” hay dấu lặp lại.",
    en: "The subject of the document is missing. Copy it from the document in every row, no ditto marks.",
  },
  check: (record) => (record.subject === "" ? [{}] : NO_HITS),
};
