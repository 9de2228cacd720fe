import { NO_HITS, type DocumentRule } from "./rule";

export const documentIssuerRequired: DocumentRule = {
  shape: "document",
  id: "document-issuer-required",
  severity: "error",
  column: "issuer",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Cơ quan ban hành”",
  message: {
    vi: "Chưa ghi cơ quan ban hành. Hãy ghi tên cơ quan ở từng dòng, không ghi “nt” hay dấu lặp lại, ví dụ Huyện uỷ Hạ Lang.",
    en: "The issuer is missing. Enter the body that issued the document in every row, no ditto marks, for example Huyện uỷ Hạ Lang.",
  },
  check: (record) => (record.issuer === "" ? [{}] : NO_HITS),
};
