import type { Stage } from "../../schemes/types";
import { hasFlawedMark } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

/** The column of publishing has rules of its own: it asks for the time. */
const COLUMNS: readonly Stage[] = ["appraised", "workshop", "compiling"];

export const stageTimeImpossible: WorkRule = {
  shape: "work",
  id: "stage-time-impossible",
  severity: "warning",
  column: "workshop",
  clause: "154-KH/BTGTU, Biểu số 02, “Mức độ hoàn thành”",
  message: {
    vi: "Thời gian “{value}” không có thật hoặc thiếu chữ số của năm. Hãy xem lại; mức độ này vẫn được tính là đã đạt.",
    en: "The time “{value}” does not exist or its year is short. Look it up; the stage is counted as reached all the same.",
  },
  concerns: hasFlawedMark,
  check: ({ marks }) =>
    hitsOfStages(COLUMNS, (column) => {
      const { status, time } = marks[column];
      if (status !== "reached" || time.problem === null || time.problem === "vague") return null;
      return time.suggestion === null ? { column } : { column, fix: time.suggestion };
    }),
};
