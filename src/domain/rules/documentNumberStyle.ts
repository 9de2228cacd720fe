import type { NumberNoise } from "../values/documentNumbers";
import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

const STYLE: readonly NumberNoise[] = ["prefix", "spacing", "dash", "unicode", "dots", "leading-zero"];

export const documentNumberStyle: DocumentRule = {
  shape: "document",
  id: "document-number-style",
  severity: "info",
  column: "number",
  clause: "05-HD/VPTW; Nghị định 30/2020/NĐ-CP, Phụ lục I",
  message: {
    vi: "Số văn bản “{value}” nên viết gọn là {clean}.",
    en: "The document number “{value}” is better written {clean}.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) => {
    if (number.status !== "ok" || number.noise.length === 0) return NO_HITS;
    const styleOnly = number.noise.every((noise) => STYLE.includes(noise));
    return styleOnly ? [{ params: { clean: number.clean }, fix: number.clean }] : NO_HITS;
  },
};
