import type { DocumentRecord } from "../records";
import { remembering } from "../text/remembering";
import { otherBodyThan } from "../values/issuerNames";
import type { TableHit, TableRule } from "./rule";

/** Symbols of a whole province, and names beside each of them. */
const MOST_SYMBOLS = 500;
const MOST_NAMES = 500;

export const documentIssuerMismatch: TableRule = {
  shape: "table",
  id: "document-issuer-mismatch",
  severity: "warning",
  forms: ["bieu-01"],
  column: "issuer",
  clause: "05-HD/VPTW; Nghị định 30/2020/NĐ-CP: ký hiệu mang chữ viết tắt tên cơ quan ban hành",
  message: {
    vi: "Ký hiệu “{symbol}” là của {expected}, nhưng ô này ghi “{value}”. Hãy đối chiếu với văn bản gốc.",
    en: "The symbol “{symbol}” belongs to {expected}, but this cell says “{value}”. Compare with the document.",
  },
  check: ({ documents }) => {
    const hits: TableHit[] = [];
    for (const { row, number, issuer } of documents) {
      const symbol = symbolOf(number);
      if (symbol === null || issuer === "") continue;
      const expected = expectedBody(symbol)(issuer);
      if (expected !== null) hits.push({ row, params: { symbol, expected } });
    }
    return hits;
  },
};

/** Few bodies issue many documents: each name is compared with a symbol once. */
const expectedBody = remembering(
  (symbol) => remembering((name) => otherBodyThan(symbol, name), MOST_NAMES),
  MOST_SYMBOLS
);

function symbolOf(number: DocumentRecord["number"]): string | null {
  return number.status === "ok" ? (number.parsed.issuer[0] ?? null) : null;
}
