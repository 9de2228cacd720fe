import { numberAndIssuer } from "../identity";
import type { DocumentRecord } from "../records";
import { cellText } from "../values/cells";
import { leadingNumbers, repeated, rowOfFirst } from "./repeated";
import type { FileRule } from "./rule";

export const documentNumberTwoDates: FileRule = {
  shape: "file",
  id: "document-number-two-dates",
  severity: "warning",
  forms: ["bieu-01"],
  column: "date",
  clause: "102-HD/BTGTW ghi hai ngày khác nhau trong các nguồn: cần đối chiếu",
  message: {
    vi: "Văn bản “{number}” ở dòng này ghi thời gian “{value}”, ở dòng {first} lại ghi “{other}”. Hãy đối chiếu với văn bản gốc.",
    en: "The document “{number}” is dated “{value}” here but “{other}” in row {first}. Compare with the document.",
  },
  check: (tables) =>
    repeated(tables, ({ documents }) => documents, datedNumber, leadingNumbers)
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

/** Number and issuer; null without a day that could differ. */
function datedNumber(record: DocumentRecord): string | null {
  return record.date.status === "ok" ? numberAndIssuer(record) : null;
}

function dayOf({ date }: DocumentRecord): string | null {
  return date.status === "ok" ? date.iso : null;
}
