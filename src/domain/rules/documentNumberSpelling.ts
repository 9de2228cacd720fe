import type { NumberNoise } from "../values/documentNumbers";
import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

const MISSPELLED: readonly NumberNoise[] = ["case", "letters", "typing"];

export const documentNumberSpelling: DocumentRule = {
  shape: "document",
  id: "document-number-spelling",
  severity: "warning",
  column: "number",
  clause:
    "Quy định 66-QĐ/TW, 399-QĐ/TW; Nghị định 30/2020/NĐ-CP, Phụ lục III: chữ viết tắt tên loại, cơ quan",
  message: {
    vi: "Ký hiệu trong số văn bản “{value}” viết sai chữ. Có lẽ là {clean}; hãy đối chiếu với văn bản gốc.",
    en: "The symbol in the document number “{value}” is misspelled. It is probably {clean}; compare with the document.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && number.noise.some((noise) => MISSPELLED.includes(noise))
      ? [{ params: { clean: number.clean }, fix: number.clean }]
      : NO_HITS,
};
