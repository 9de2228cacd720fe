import type { Stage } from "../../schemes/types";
import { isPublished } from "./concerns";
import { hitsOfStages, NO_HITS, type WorkRule } from "./rule";

const OTHER_COLUMNS: readonly Stage[] = ["appraised", "workshop", "compiling"];

export const stageTimeMisplaced: WorkRule = {
  shape: "work",
  id: "stage-time-misplaced",
  severity: "warning",
  column: "workshop",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "Cột “Đã xuất bản (thời gian)” chỉ có dấu, còn thời gian “{value}” ghi ở cột này. Nếu đó là thời gian xuất bản, hãy chuyển sang cột “Đã xuất bản (thời gian)”.",
    en: "“Đã xuất bản (thời gian)” has a mark only, and the time “{value}” stands in this column. If it is the time of publication, move it to “Đã xuất bản (thời gian)”.",
  },
  concerns: isPublished,
  check: ({ marks }) => {
    const { status, period, time } = marks.published;
    if (status !== "reached" || period !== null || time.problem !== null) return NO_HITS;
    return hitsOfStages(OTHER_COLUMNS, (column) => (marks[column].onlyTime ? { column } : null));
  },
};
