import { NO_HITS, type WorkRule } from "./rule";

export const workTitleRequired: WorkRule = {
  shape: "work",
  id: "work-title-required",
  severity: "error",
  column: "title",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Tên công trình”",
  message: {
    vi: "Chưa ghi tên công trình. Hãy ghi đủ tên, ví dụ Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020.",
    en: "The title of the work is missing. Enter it in full.",
  },
  check: (record) => (record.title === "" ? [{}] : NO_HITS),
};
