import type { Stage } from "../../schemes/types";
import type { StageMark } from "../values/stages";
import { formatPeriod } from "../values/periods";
import { timesEarlierStage } from "./concerns";
import { hitsOfStages, type WorkRule } from "./rule";

/** The stage with an end before a stage: compiling goes on. */
const BEFORE: Readonly<Partial<Record<Stage, Stage>>> = { appraised: "workshop", published: "appraised" };
const LATER: readonly Stage[] = ["appraised", "published"];

export const stageTimesDisordered: WorkRule = {
  shape: "work",
  id: "stage-times-disordered",
  severity: "warning",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02: hội thảo, rồi thẩm định, rồi xuất bản",
  message: {
    vi: "Thời gian “{value}” ở cột này trước {other} ở cột “{stage}”, là mức độ phải đạt trước. Hãy đối chiếu lại hai thời gian.",
    en: "The time “{value}” in this column is before {other} under “{stage}”, a stage that comes first. Compare the two times.",
  },
  concerns: timesEarlierStage,
  check: ({ marks }, { scheme }) =>
    hitsOfStages(LATER, (later) => {
      const earlier = BEFORE[later];
      const first = earlier ? reachedPeriod(marks[earlier]) : null;
      const second = reachedPeriod(marks[later]);
      return earlier && first && second && second.to < first.from
        ? { column: later, params: { other: formatPeriod(first), stage: scheme.stageNames[earlier] } }
        : null;
    }),
};

function reachedPeriod({ status, period }: StageMark) {
  return status === "reached" ? period : null;
}
