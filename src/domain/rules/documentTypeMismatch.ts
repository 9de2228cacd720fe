import { typeNamedBy } from "../values/documentSubjects";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentTypeMismatch: DocumentRule = {
  shape: "document",
  id: "document-type-mismatch",
  severity: "warning",
  column: "subject",
  clause: "Quy định 66-QĐ/TW, 399-QĐ/TW; Nghị định 30/2020/NĐ-CP, Phụ lục III: tên loại và chữ viết tắt",
  message: {
    vi: "Trích yếu mở đầu bằng “{name}” (ký hiệu {symbols}), nhưng số văn bản {number} mang ký hiệu {type}. Hãy đối chiếu với văn bản gốc.",
    en: "The subject begins with “{name}” (symbol {symbols}), but the number {number} has the symbol {type}. Compare with the document.",
  },
  check: ({ number, subject }) => {
    if (number.status !== "ok") return NO_HITS;
    const { type } = number.parsed;
    const named = typeNamedBy(subject);
    if (named === null || named.allows(type)) return NO_HITS;
    const symbols = named.symbols.join(", ");
    return [{ params: { name: named.name, symbols, number: number.clean, type: type ?? "CV" } }];
  },
};
