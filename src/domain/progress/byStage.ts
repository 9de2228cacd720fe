import type { Stage } from "../../schemes/types";

/** A value for every stage. */
export function byStage<Value>(valueOf: (stage: Stage) => Value): Readonly<Record<Stage, Value>> {
  return {
    compiling: valueOf("compiling"),
    workshop: valueOf("workshop"),
    appraised: valueOf("appraised"),
    published: valueOf("published"),
  };
}
