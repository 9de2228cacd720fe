import type { LeftOutRow } from "../forms/readRows";
import { composed } from "../text/composing";
import type { TableRule } from "./rule";
import { wrongTotals } from "./totals";

const COUNT = /(\d{1,6})\s*(?:công trình|văn bản|cuốn|đầu sách|tác phẩm)/iu;

const TABLE = { vi: "trong biểu", en: "the table" };
const SECTION = { vi: "trong mục", en: "the section" };

export const totalCountMismatch: TableRule = {
  shape: "table",
  id: "total-count-mismatch",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU, Biểu số 01 và Biểu số 02: số tổng phải khớp các dòng",
  message: {
    vi: "Dòng tổng ghi {stated}, {place} có {rows} dòng. Hãy kiểm tra xem có dòng nào thừa hoặc thiếu; hệ thống dùng số dòng.",
    en: "The total row says {stated}, {place} has {rows} rows. Check whether one is missing or too many; the product uses the rows.",
  },
  check: ({ rows, leftOut }) => {
    if (!leftOut.some(({ reason }) => reason === "total")) return [];
    const summands = rows.map(({ row }) => ({ row, amount: 1 }));
    return wrongTotals(leftOut, summands, countStated).map(({ found, stated, sum, ofSection }) => ({
      row: found.row,
      value: found.text,
      params: { stated: String(stated), rows: String(sum), place: ofSection ? SECTION : TABLE },
    }));
  },
};

function countStated({ text }: LeftOutRow): number | null {
  const stated = COUNT.exec(composed(text))?.[1];
  return stated === undefined ? null : Number(stated);
}
