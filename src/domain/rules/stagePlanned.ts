import { STAGES } from "../../schemes/types";
import { hasFlawedMark } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

export const stagePlanned: WorkRule = {
  shape: "work",
  id: "stage-planned",
  severity: "warning",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02: biểu ghi kết quả đã đạt được",
  message: {
    vi: "“{value}” là việc chưa làm xong; ô này không được tính. Hãy để trống và nêu dự kiến trong báo cáo.",
    en: "“{value}” is not done yet; the cell is not counted. Leave it empty and state the plan in the report.",
  },
  concerns: hasFlawedMark,
  check: ({ marks }) =>
    hitsOfStages(STAGES, (column) => (marks[column].status === "planned" ? { column } : null)),
};
