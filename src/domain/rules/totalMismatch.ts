import { fundsUnitOf } from "../forms/fundsUnit";
import { formatDong, raisedDong, readMoney } from "../values/money";
import type { TableRule } from "./rule";
import { wrongTotals } from "./totals";

export const totalMismatch: TableRule = {
  shape: "table",
  id: "total-mismatch",
  severity: "warning",
  forms: ["bieu-02"],
  column: "funds",
  clause: "154-KH/BTGTU, Biểu số 02: số tổng phải khớp các dòng",
  message: {
    vi: "Dòng tổng ghi “{value}”, cộng các dòng được {sum}. Hãy kiểm tra lại; hệ thống dùng số cộng từ các dòng.",
    en: "The total row says “{value}”, the rows add up to {sum}. Check it; the product uses the sum of the rows.",
  },
  check: ({ located, leftOut, works }) => {
    if (!leftOut.some(({ reason }) => reason === "total")) return [];
    const unit = fundsUnitOf(located);
    const summands = works.map(({ row, funds }) => ({ row, amount: raisedDong(funds) ?? 0 }));
    const wrong = wrongTotals(leftOut, summands, ({ cells }) =>
      raisedDong(readMoney(cells["funds"] ?? null, unit))
    );
    return wrong.map(({ found, sum }) => ({ row: found.row, params: { sum: formatDong(sum) } }));
  },
};
