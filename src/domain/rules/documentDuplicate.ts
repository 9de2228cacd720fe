import { documentIdentity } from "../identity";
import { leadingNumbers, repeated, rowOfFirst } from "./repeated";
import type { FileRule } from "./rule";

export const documentDuplicate: FileRule = {
  shape: "file",
  id: "document-duplicate",
  severity: "error",
  forms: ["bieu-01"],
  column: "number",
  clause: "154-KH/BTGTU, Biểu số 01: mỗi văn bản một dòng",
  message: {
    vi: "Văn bản “{value}” cùng ngày, cùng cơ quan ban hành đã có ở dòng {first}. Hãy giữ một dòng.",
    en: "The document “{value}” with the same date and issuer already stands in row {first}. Keep one row.",
  },
  check: (tables) =>
    repeated(tables, ({ documents }) => documents, documentIdentity, leadingNumbers).map((repetition) => ({
      table: repetition.table,
      row: repetition.record.row,
      params: { first: rowOfFirst(repetition) },
    })),
};
