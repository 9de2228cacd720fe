import { numberAndIssuer } from "../identity";
import type { DocumentRecord } from "../records";
import { cellText } from "../values/cells";
import { placed, repeated, rowOfFirst } from "./repeated";
import type { FileRule } from "./rule";

export const documentNumberTwoDates: FileRule = {
  shape: "file",
  id: "document-number-two-dates",
  severity: "warning",
  forms: ["bieu-01"],
  column: "date",
  clause: "102-HD/BTGTW ghi hai ngày khác nhau trong các nguồn: cần đối chiếu",
  message: {
    vi: "Văn bản {number} ở dòng này ghi ngày {value}, ở dòng {first} lại ghi ngày {other}. Hãy đối chiếu với văn bản gốc.",
    en: "The document {number} is dated {value} here but {other} in row {first}. Compare with the document.",
  },
  check: (tables) =>
    repeated(
      placed(tables, ({ documents }) => documents.filter(({ date }) => date.status === "ok")),
      numberAndIssuer
    )
      .filter(({ record, first }) => dayOf(record) !== dayOf(first.record))
      .map((repetition) => ({
        table: repetition.table,
        row: repetition.record.row,
        params: {
          first: rowOfFirst(repetition),
          number: cellText(repetition.record.cells["number"] ?? null),
          other: cellText(repetition.first.record.cells["date"] ?? null),
        },
      })),
};

function dayOf({ date }: DocumentRecord): string | null {
  return date.status === "ok" ? date.iso : null;
}
