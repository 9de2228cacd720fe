import { composed } from "../text/composing";
import type { TableRule } from "./rule";

const COUNT = /(\d{1,6})\s*(?:công trình|văn bản|cuốn|đầu sách|tác phẩm)/iu;

export const totalCountMismatch: TableRule = {
  shape: "table",
  id: "total-count-mismatch",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU, Biểu số 01 và Biểu số 02: số tổng phải khớp các dòng",
  message: {
    vi: "Dòng tổng ghi {stated}, trong biểu có {rows} dòng. Hãy kiểm tra xem có dòng nào thừa hoặc thiếu; hệ thống dùng số dòng.",
    en: "The total row says {stated}, the table has {rows} rows. Check whether one is missing or too many; the product uses the rows.",
  },
  check: ({ rows, leftOut }) =>
    leftOut
      .filter(({ reason }) => reason === "total")
      .flatMap(({ row, text }) => {
        const stated = COUNT.exec(composed(text))?.[1];
        if (stated === undefined) return [];
        const since = sectionStart(leftOut, row);
        const possible = [rows.length, rows.filter((each) => each.row > since && each.row < row).length];
        const differs = !possible.includes(Number(stated));
        return differs ? [{ row, value: text, params: { stated, rows: String(rows.length) } }] : [];
      }),
};

/** A total may be that of its section. */
function sectionStart(
  leftOut: readonly { readonly row: number; readonly reason: string }[],
  total: number
): number {
  return leftOut.reduce(
    (start, { row, reason }) => (row < total && (reason === "section" || reason === "total") ? row : start),
    -1
  );
}
