import { hasDoubtfulFunds } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const fundsPlanned: WorkRule = {
  shape: "work",
  id: "funds-planned",
  severity: "warning",
  column: "funds",
  clause: "154-KH/BTGTU, đề cương II.2.1.4: số kinh phí đã huy động",
  message: {
    vi: "“{value}” là tiền dự kiến, đăng ký hoặc chưa thu; hệ thống không cộng vào kinh phí đã huy động. Hãy ghi số tiền đã huy động được, hoặc để trống ô này và nêu dự kiến trong báo cáo.",
    en: "“{value}” is planned, promised or not collected; it is not added to the funds raised. Enter the amount that was raised, or leave the cell empty and state the plan in the report.",
  },
  concerns: hasDoubtfulFunds,
  check: ({ funds }) => (funds.status === "ok" && funds.doubt === "planned" ? [{}] : NO_HITS),
};
