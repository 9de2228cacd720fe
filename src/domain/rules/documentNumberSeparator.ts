import type { NumberNoise } from "../values/documentNumbers";
import { NO_HITS, type DocumentRule } from "./rule";

const WRONG_FORM: readonly NumberNoise[] = ["separator", "order", "typing"];

export const documentNumberSeparator: DocumentRule = {
  shape: "document",
  id: "document-number-separator",
  severity: "warning",
  column: "number",
  clause: "05-HD/VPTW: văn bản của Đảng viết số-LOẠI/CƠ QUAN",
  message: {
    vi: "Số văn bản “{value}” viết sai dấu phân cách hoặc sai thứ tự. Cách viết đúng: {clean}.",
    en: "The document number “{value}” has the wrong separators or order. Correct form: {clean}.",
  },
  check: ({ number }) =>
    number.status === "ok" && number.noise.some((noise) => WRONG_FORM.includes(noise))
      ? [{ params: { clean: number.clean }, fix: number.clean }]
      : NO_HITS,
};
