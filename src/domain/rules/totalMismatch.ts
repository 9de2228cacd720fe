import { fundsUnitOf } from "../forms/fundsUnit";
import type { WorkRecord } from "../records";
import { formatDong, raisedDong, readMoney } from "../values/money";
import type { TableRule } from "./rule";

export const totalMismatch: TableRule = {
  shape: "table",
  id: "total-mismatch",
  severity: "warning",
  forms: ["bieu-02"],
  column: "funds",
  clause: "154-KH/BTGTU, Biểu số 02: số tổng phải khớp các dòng",
  message: {
    vi: "Dòng tổng ghi {value}, cộng các dòng được {sum}. Hãy kiểm tra lại; hệ thống dùng số cộng từ các dòng.",
    en: "The total row says {value}, the rows add up to {sum}. Check it; the product uses the sum of the rows.",
  },
  check: ({ located, leftOut, works }) => {
    if (!leftOut.some(({ reason }) => reason === "total")) return [];
    const unit = fundsUnitOf(located);
    const all = sumOf(works);
    let since = -1;
    return leftOut.flatMap(({ row, reason, cells }) => {
      if (reason === "section") since = row;
      if (reason !== "total") return [];
      // The total of a section, or of the whole table.
      const ofSection = sumOf(works.filter((work) => work.row > since && work.row < row));
      since = row;
      const stated = raisedDong(readMoney(cells["funds"] ?? null, unit));
      const differs = stated !== null && stated !== all && stated !== ofSection;
      return differs ? [{ row, params: { sum: formatDong(all) } }] : [];
    });
  },
};

function sumOf(works: readonly WorkRecord[]): number {
  return works.reduce((total, { funds }) => total + (raisedDong(funds) ?? 0), 0);
}
