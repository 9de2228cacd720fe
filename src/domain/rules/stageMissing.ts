import { NO_HITS, type WorkRule } from "./rule";

export const stageMissing: WorkRule = {
  shape: "work",
  id: "stage-missing",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, “Mức độ hoàn thành”",
  message: {
    vi: "Chưa đánh dấu mức độ hoàn thành nào. Hãy đánh dấu x hoặc ghi thời gian vào một trong bốn cột.",
    en: "No stage of completion is marked. Mark one of the four columns with x or a date.",
  },
  check: (record) => (record.stage === null ? [{}] : NO_HITS),
};
