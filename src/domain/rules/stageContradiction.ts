import { isBeingCompiled } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const stageContradiction: WorkRule = {
  shape: "work",
  id: "stage-contradiction",
  severity: "error",
  column: "compiling",
  clause: "154-KH/BTGTU, đề cương II.2.2: đang biên soạn là chưa hoàn thành bản thảo",
  message: {
    vi: "Cột “Đang tiến hành biên soạn” và cột “{other}” cùng được đánh dấu. Hãy giữ mức độ đúng hiện nay.",
    en: "Both “Đang tiến hành biên soạn” and “{other}” are marked. Keep the stage that holds today.",
  },
  concerns: isBeingCompiled,
  check: ({ marks }, { scheme }) => {
    if (marks.compiling.status !== "reached") return NO_HITS;
    const other = (["published", "appraised"] as const).find((stage) => marks[stage].status === "reached");
    return other ? [{ params: { other: scheme.stageNames[other] } }] : NO_HITS;
  },
};
