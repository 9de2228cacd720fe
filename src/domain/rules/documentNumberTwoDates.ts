import { numberAndIssuer } from "../identity";
import { cellKey, cellText } from "../values/cells";
import { repeated } from "./repeated";
import type { TableRule } from "./rule";

export const documentNumberTwoDates: TableRule = {
  shape: "table",
  id: "document-number-two-dates",
  severity: "warning",
  forms: ["bieu-01"],
  column: "date",
  clause: "102-HD/BTGTW ghi hai ngày khác nhau trong các nguồn: cần đối chiếu",
  message: {
    vi: "Văn bản {number} ở dòng này ghi ngày {value}, ở dòng {first} lại ghi ngày {other}. Hãy đối chiếu với văn bản gốc.",
    en: "The document {number} is dated {value} here but {other} in row {first}. Compare with the document.",
  },
  check: (table) => {
    const dated = table.documents.filter((record) => record.date.status === "ok");
    return repeated(dated, numberAndIssuer)
      .filter(
        ({ record, first }) => cellKey(record.cells["date"] ?? null) !== cellKey(first.cells["date"] ?? null)
      )
      .map(({ record, first }) => ({
        row: record.row,
        params: {
          first: String(first.row + 1),
          number: cellText(record.cells["number"] ?? null),
          other: cellText(first.cells["date"] ?? null),
        },
      }));
  },
};
