/** What every part of the report is written from. */
import type { Round, Scheme } from "../../schemes/types";
import type { IsoDate } from "../grid";
import type { MergedState } from "../merge/state";
import type { ProgressReport } from "../progress/report";

export interface ReportSource {
  readonly state: MergedState;
  readonly scheme: Scheme;
  readonly round: Round;
  /** `progressReport` of the state at `asOf`. */
  readonly progress: ProgressReport;
  readonly asOf: IsoDate;
}
