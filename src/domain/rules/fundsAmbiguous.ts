import { formatDong } from "../values/money";
import { hasDoubtfulFunds } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const fundsAmbiguous: WorkRule = {
  shape: "work",
  id: "funds-ambiguous",
  severity: "warning",
  column: "funds",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Kinh phí xã hội hóa”; dấu phẩy là dấu thập phân",
  message: {
    vi: "Dấu phẩy trong “{value}” là dấu thập phân hay dấu ngăn hàng nghìn? Hệ thống đọc là {dong}. Hãy ghi đủ số đồng, ví dụ 50.000.000.",
    en: "Is the comma in “{value}” a decimal mark or does it group thousands? It is read as {dong}. Write the full amount, for example 50.000.000.",
  },
  concerns: hasDoubtfulFunds,
  check: ({ funds }) =>
    funds.status === "ok" && funds.doubt === "ambiguous"
      ? [{ params: { dong: formatDong(funds.dong) } }]
      : NO_HITS,
};
