import { formatDong } from "../values/money";
import { hasDoubtfulFunds } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const fundsApproximate: WorkRule = {
  shape: "work",
  id: "funds-approximate",
  severity: "warning",
  column: "funds",
  clause: "154-KH/BTGTU, đề cương II.2.1.4: số kinh phí đã huy động",
  message: {
    vi: "“{value}” là số ước lượng; hệ thống tính {dong}. Hãy ghi số tiền đã huy động được.",
    en: "“{value}” is an estimate; it is counted as {dong}. Enter the amount that was raised.",
  },
  concerns: hasDoubtfulFunds,
  check: ({ funds }) =>
    funds.status === "ok" && funds.doubt === "approximate"
      ? [{ params: { dong: formatDong(funds.dong) } }]
      : NO_HITS,
};
