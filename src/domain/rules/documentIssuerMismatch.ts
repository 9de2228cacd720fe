import type { DocumentRecord } from "../records";
import { otherBodyThan } from "../values/issuerNames";
import type { TableRule } from "./rule";

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
    // Few bodies issue many documents: each pair of symbol and name is compared once.
    const known = new Map<string, string | null>();
    return documents.flatMap(({ row, number, issuer }) => {
      const symbol = symbolOf(number);
      if (symbol === null || issuer === "") return [];
      const pair = `${symbol}|${issuer}`;
      const expected = known.get(pair) ?? (known.has(pair) ? null : otherBodyThan(symbol, issuer));
      known.set(pair, expected);
      return expected === null ? [] : [{ row, params: { symbol, expected } }];
    });
  },
};

function symbolOf(number: DocumentRecord["number"]): string | null {
  return number.status === "ok" ? (number.parsed.issuer[0] ?? null) : null;
}
