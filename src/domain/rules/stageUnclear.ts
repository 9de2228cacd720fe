import { STAGES } from "../../schemes/types";
import { hasFlawedMark } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

export const stageUnclear: WorkRule = {
  shape: "work",
  id: "stage-unclear",
  severity: "warning",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, “Mức độ hoàn thành”",
  message: {
    vi: "Không rõ “{value}” nghĩa là đã hoàn thành hay chưa; ô này không được tính. Hãy ghi x hoặc thời gian, hoặc để trống.",
    en: "It is not clear whether “{value}” means done or not; the cell is not counted. Enter x or a date, or leave it empty.",
  },
  concerns: hasFlawedMark,
  // A text about another stage is said by `stageOfOtherColumn`.
  check: ({ marks }) =>
    hitsOfStages(STAGES, (column) =>
      marks[column].status === "unclear" && marks[column].speaksOf === null ? { column } : null
    ),
};
