import type { Language } from "../findings";
import type { DocumentNumber } from "../values/documentNumbers";
import { hasFlawedNumber } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

const FORMS: Readonly<Record<DocumentNumber["order"], Readonly<Record<Language, string>>>> = {
  party: {
    vi: "Văn bản của cơ quan Đảng viết số-LOẠI/CƠ QUAN",
    en: "Party bodies write number-TYPE/BODY",
  },
  state: {
    vi: "Văn bản của cơ quan Nhà nước viết số/LOẠI-CƠ QUAN",
    en: "Bodies of the State write number/TYPE-BODY",
  },
};

export const documentNumberOrder: DocumentRule = {
  shape: "document",
  id: "document-number-order",
  severity: "warning",
  column: "number",
  clause: "05-HD/VPTW: số-LOẠI/CƠ QUAN; Nghị định 30/2020/NĐ-CP, Phụ lục I: số/LOẠI-CƠ QUAN",
  message: {
    vi: "{form}; “{value}” viết theo thứ tự khác. Cách viết đúng: {clean}.",
    en: "{form}; “{value}” is written in the other order. Correct form: {clean}.",
  },
  concerns: hasFlawedNumber,
  check: ({ number }) =>
    number.status === "ok" && number.noise.includes("order")
      ? [{ params: { form: FORMS[number.parsed.order], clean: number.clean }, fix: number.clean }]
      : NO_HITS,
};
