import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentNumberExtraText: DocumentRule = {
  shape: "document",
  id: "document-number-extra-text",
  severity: "warning",
  column: "number",
  clause: "154-KH/BTGTU, Biểu số 01: số văn bản, thời gian và cơ quan ban hành ở các cột riêng",
  message: {
    vi: "Ô này ghi thêm chữ ngoài số văn bản: “{value}”. Chỉ cần ghi {clean}; thời gian và cơ quan ban hành có cột riêng.",
    en: "The cell says more than the document number: “{value}”. Write {clean} only; date and issuer have their own columns.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && number.noise.includes("extra")
      ? [{ params: { clean: number.clean }, fix: number.clean }]
      : NO_HITS,
};
