import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberIssuerUnknown: DocumentRule = {
  shape: "document",
  id: "document-number-issuer-unknown",
  severity: "info",
  column: "number",
  clause: "05-HD/VPTW: ký hiệu cơ quan ban hành; danh mục không đóng",
  message: {
    vi: "Chưa gặp ký hiệu cơ quan “{issuer}” trong “{value}”. Nếu đúng như văn bản gốc thì không cần sửa.",
    en: "The issuer symbol “{issuer}” in “{value}” has not been met before. If the document has it, leave it.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && !number.issuerKnown
      ? [{ params: { issuer: number.parsed.issuer[0] ?? "" } }]
      : NO_HITS,
};
