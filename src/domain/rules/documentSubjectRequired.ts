import { NO_HITS, type DocumentRule } from "./rule";

export const documentSubjectRequired: DocumentRule = {
  shape: "document",
  id: "document-subject-required",
  severity: "error",
  column: "subject",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Trích yếu nội dung văn bản”",
  message: {
    vi: "Chưa ghi trích yếu nội dung văn bản. Hãy ghi theo văn bản gốc.",
    en: "The subject of the document is missing. Copy it from the document.",
  },
  check: (record) => (record.subject === "" ? [{}] : NO_HITS),
};
