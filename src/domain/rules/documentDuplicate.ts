import { documentIdentity } from "../identity";
import { repeated } from "./repeated";
import type { TableRule } from "./rule";

export const documentDuplicate: TableRule = {
  shape: "table",
  id: "document-duplicate",
  severity: "error",
  forms: ["bieu-01"],
  column: "number",
  clause: "154-KH/BTGTU, Biểu số 01: mỗi văn bản một dòng",
  message: {
    vi: "Văn bản {value} cùng ngày, cùng cơ quan ban hành đã có ở dòng {first}. Hãy giữ một dòng.",
    en: "The document {value} with the same date and issuer already stands in row {first}. Keep one row.",
  },
  check: (table) =>
    repeated(table.documents, documentIdentity).map(({ record, first }) => ({
      row: record.row,
      params: { first: String(first.row + 1) },
    })),
};
