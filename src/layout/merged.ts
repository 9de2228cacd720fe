/** The province's workbook: figures first, then what they rest on. */
import type { IsoDate } from "../domain/grid";
import { cutOffOf } from "../domain/merge/fileSubmission";
import type { MergedState } from "../domain/merge/state";
import type { ProgressFigures } from "../domain/progress/figures";
import { STAMP } from "../domain/stamp";
import { MERGED_SHEETS, MERGED_STAMP } from "../schemes/mergedColumns";
import type { Round, Scheme } from "../schemes/types";
import { baseSheet, documentsSheet, journalSheet, worksSheet } from "./mergedTables";
import { mappingsSheet } from "./mappingsSheet";
import { newUnitsSheet } from "./newUnitsSheet";
import { progressSheet } from "./progressSheet";
import type { WorkbookSpec } from "./sheetSpec";
import { targetsSheet } from "./targetsSheet";
import { trendSheet } from "./trendSheet";

export const MERGED_LAYOUT_VERSION = "1";

export interface MergedOptions {
  readonly state: MergedState;
  readonly scheme: Scheme;
  readonly round: Round;
  readonly figures: ProgressFigures;
  readonly asOf: IsoDate;
}

/** All sheets of the merged workbook; `figures` must be computed from `state`, they are the results of the formulas. */
export function mergedWorkbook({ state, scheme, round, figures, asOf }: MergedOptions): WorkbookSpec {
  return {
    title: `${scheme.name}: tổng hợp, ${round.name}`,
    sheets: [
      progressSheet({ state, scheme, round, figures, asOf }),
      documentsSheet(state, scheme),
      worksSheet(state, { scheme, cutOff: cutOffOf(round, asOf) }),
      targetsSheet(state, scheme),
      ...(scheme.reorganisation ? [newUnitsSheet(state, scheme, scheme.reorganisation)] : []),
      trendSheet(state, { scheme, asOf }),
      journalSheet(state, scheme),
      baseSheet(state, scheme),
      ...(state.mappings ? [mappingsSheet(state.mappings)] : []),
    ],
    activeSheet: MERGED_SHEETS.progress,
    properties: {
      [STAMP.scheme]: scheme.id,
      [STAMP.round]: round.id,
      [MERGED_STAMP]: MERGED_LAYOUT_VERSION,
    },
  };
}
