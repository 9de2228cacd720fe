import { STAGES } from "../../schemes/types";
import { hasFlawedMark } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

export const stageOfOtherColumn: WorkRule = {
  shape: "work",
  id: "stage-of-other-column",
  severity: "warning",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, “Mức độ hoàn thành”",
  message: {
    vi: "“{value}” nói về mức độ “{stage}”, không phải mức độ của cột này{counted}. Hãy chuyển sang đúng cột.",
    en: "“{value}” speaks of “{stage}”, not of the stage of this column{counted}. Move it to its own column.",
  },
  concerns: hasFlawedMark,
  check: ({ marks }, { scheme }) =>
    hitsOfStages(STAGES, (column) => {
      const { status, speaksOf } = marks[column];
      if (speaksOf === null || status === "not-reached" || status === "planned") return null;
      const counted =
        status === "reached"
          ? { vi: "", en: "" }
          : { vi: "; ô này không được tính", en: "; the cell is not counted" };
      return { column, params: { stage: scheme.stageNames[speaksOf], counted } };
    }),
};
