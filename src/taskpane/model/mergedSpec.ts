import type { IsoDate } from "../../domain/grid";
import type { MergedState } from "../../domain/merge/state";
import { withSnapshot } from "../../domain/progress/forecast";
import { computeProgress } from "../../domain/progress/progress";
import { mergedWorkbook } from "../../layout/merged";
import type { WorkbookSpec } from "../../layout/sheetSpec";
import type { Round, Scheme } from "../../schemes/types";

/** All sheets of the merged tables, with the figures of this day. */
export function mergedSpec(merged: MergedState, scheme: Scheme, round: Round, asOf: IsoDate): WorkbookSpec {
  const figures = computeProgress(merged, { scheme, asOf });
  return mergedWorkbook({ state: withSnapshot(merged, figures), scheme, round, figures, asOf });
}
