/** The figures that `Tiến độ`, the pane, the report and `bieu-su progress` show. */
import type { Stage, TargetId } from "../../schemes/types";
import type { IsoDate } from "../grid";

export interface TargetFigure {
  readonly id: TargetId;
  /** Distinct works that reach the target. */
  readonly done: number;
  readonly denominator: number;
  readonly goal: number;
  /** `done / denominator` in percent, rounded half-up to one decimal. */
  readonly percent: number;
  /** `goal / denominator` in percent, rounded likewise. */
  readonly goalPercent: number;
  readonly met: boolean;
}

export interface UnitFigure {
  readonly unit: string;
  /** Communes without a book at the end of 2020: the unit's denominator; 0 for units without communes. */
  readonly share: number;
  /** True while the share is not fixed by a source and the shares do not sum to the province's denominator. */
  readonly provisional: boolean;
  /** Distinct communes by their highest stage. */
  readonly stages: Readonly<Record<Stage, number>>;
  /** Distinct communes with a finished manuscript. */
  readonly manuscript: number;
  /** Distinct communes whose history is published (a published chronicle counts as a manuscript only). */
  readonly published: number;
  /** Percent of `share`; null when the share is 0. */
  readonly manuscriptPercent: number | null;
  readonly publishedPercent: number | null;
  /** Funds raised outside the budget, in đồng. */
  readonly funds: number;
}

export interface ProgressFigures {
  readonly asOf: IsoDate;
  readonly targets: readonly TargetFigure[];
  readonly units: readonly UnitFigure[];
  /** Funds raised in the province, in đồng. */
  readonly funds: number;
  /** Sum of the shares less the province's denominator; 0 when they agree. */
  readonly shareDifference: number;
}
