import { STAGES, type Stage } from "../../schemes/types";
import type { StageMark } from "../values/stages";
import { formatPeriod } from "../values/periods";
import type { WorkRule } from "./rule";

export const stageTimesDisordered: WorkRule = {
  shape: "work",
  id: "stage-times-disordered",
  severity: "warning",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02: hội thảo, rồi thẩm định, rồi xuất bản",
  message: {
    vi: "Thời gian {value} ở cột này trước {other} ở cột “{stage}”, là mức độ phải đạt trước. Hãy đối chiếu lại hai thời gian.",
    en: "The time {value} in this column is before {other} under “{stage}”, a stage that comes first. Compare the two times.",
  },
  check: ({ marks }, { scheme }) =>
    pairsOfStages().flatMap(([earlier, later]) => {
      const first = reachedPeriod(marks[earlier]);
      const second = reachedPeriod(marks[later]);
      return first && second && second.to < first.from
        ? [{ column: later, params: { other: formatPeriod(first), stage: scheme.stageNames[earlier] } }]
        : [];
    }),
};

/** Neighbouring stages with an end: compiling goes on. */
function pairsOfStages(): readonly (readonly [Stage, Stage])[] {
  const ended = STAGES.filter((stage) => stage !== "compiling");
  return ended.slice(1).map((later, index) => [ended[index] ?? later, later] as const);
}

function reachedPeriod({ status, period }: StageMark) {
  return status === "reached" ? period : null;
}
