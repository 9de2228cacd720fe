import { hasDoubtfulFunds } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const fundsUnreadable: WorkRule = {
  shape: "work",
  id: "funds-unreadable",
  severity: "error",
  column: "funds",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Kinh phí xã hội hóa”",
  message: {
    vi: "Không đọc được số tiền “{value}”. Hãy ghi bằng đồng, ví dụ 50.000.000, hoặc để trống.",
    en: "The amount “{value}” cannot be read. Enter it in đồng, for example 50.000.000, or leave it empty.",
  },
  concerns: hasDoubtfulFunds,
  check: (record) => (record.funds.status === "unreadable" ? [{}] : NO_HITS),
};
