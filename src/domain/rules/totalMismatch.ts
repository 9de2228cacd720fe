import { formatDong, readMoney, unitOfHeading } from "../values/money";
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
    const unit = unitOfHeading(located.columns["funds"]?.heading ?? "");
    const sum = works.reduce((total, { funds }) => total + (funds.status === "ok" ? funds.dong : 0), 0);
    return leftOut.flatMap((row) => {
      const stated = readMoney(row.cells["funds"] ?? null, unit);
      const differs = row.reason === "total" && stated.status === "ok" && stated.dong !== sum;
      return differs ? [{ row: row.row, params: { sum: formatDong(sum) } }] : [];
    });
  },
};
