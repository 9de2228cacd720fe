import type { Stage } from "../../schemes/types";
import { formatDate } from "../values/dates";
import { timesEarlierStage } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

/** For publishing see `publishedAfterCutOff`. */
const COLUMNS: readonly Stage[] = ["appraised", "workshop"];

export const stageTimeAfterCutOff: WorkRule = {
  shape: "work",
  id: "stage-time-after-cut-off",
  severity: "warning",
  column: "workshop",
  clause: "154-KH/BTGTU, II.3.1: mốc khảo sát đến thời điểm khảo sát; biểu ghi kết quả đã đạt được",
  message: {
    vi: "Thời gian “{value}” sau mốc của đợt báo cáo ({cutOff}). Nếu việc chưa diễn ra, hãy để trống ô này và nêu dự kiến trong báo cáo.",
    en: "The time “{value}” is after the cut-off of the round ({cutOff}). If it has not happened yet, leave the cell empty and state the plan in the report.",
  },
  concerns: timesEarlierStage,
  check: ({ marks }, { cutOff }) =>
    hitsOfStages(COLUMNS, (column) => {
      const { status, period } = marks[column];
      return status === "reached" && period !== null && period.from > cutOff
        ? { column, params: { cutOff: formatDate(cutOff) } }
        : null;
    }),
};
