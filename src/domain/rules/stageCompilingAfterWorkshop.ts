import { isBeingCompiled } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const stageCompilingAfterWorkshop: WorkRule = {
  shape: "work",
  id: "stage-compiling-after-workshop",
  severity: "warning",
  column: "compiling",
  clause: "154-KH/BTGTU, đề cương II.2.2: đang biên soạn là chưa hoàn thành bản thảo",
  message: {
    vi: "Công trình đã hội thảo bản thảo nhưng vẫn ghi đang biên soạn. Nếu bản thảo đã hoàn thành, hãy bỏ dấu ở cột này.",
    en: "The draft has had its workshop but is still marked as being compiled. If the manuscript is complete, clear this mark.",
  },
  concerns: isBeingCompiled,
  check: ({ marks, stage }) =>
    marks.compiling.status === "reached" && stage === "workshop" ? [{}] : NO_HITS,
};
