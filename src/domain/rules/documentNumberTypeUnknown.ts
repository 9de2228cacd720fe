import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberTypeUnknown: DocumentRule = {
  shape: "document",
  id: "document-number-type-unknown",
  severity: "warning",
  column: "number",
  clause: "Quy định 66-QĐ/TW, 399-QĐ/TW; Nghị định 30/2020/NĐ-CP, Phụ lục III",
  message: {
    vi: "Ký hiệu loại văn bản “{type}” trong “{value}” không có trong danh mục. Hãy đối chiếu với văn bản gốc.",
    en: "The document type “{type}” in “{value}” is not an official symbol. Compare with the document.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && !number.typeKnown ? [{ params: { type: number.parsed.type ?? "" } }] : NO_HITS,
};
