/** Everything that is known about progress, as one document. */
import type { Scheme } from "../../schemes/types";
import type { IsoDate } from "../grid";
import type { MergedState, ProgressSnapshot } from "../merge/state";
import type { ProgressFigures, TargetFigure, UnitFigure } from "./figures";
import { type Forecast, forecastTargets, withSnapshot } from "./forecast";
import { computeFunding, type FundingFigures } from "./funding";
import { type NewUnitFigure, rollUp } from "./newUnits";
import { computeProgress } from "./progress";
import { type TargetTrace, traceProgress, type UncountedWork, type UnitTrace } from "./trace";

export interface ProgressReport extends ProgressFigures {
  readonly targets: readonly (TargetFigure & Pick<TargetTrace, "rows">)[];
  readonly units: readonly (UnitFigure & { readonly rows: Omit<UnitTrace, "unit"> })[];
  readonly uncounted: readonly UncountedWork[];
  readonly funding: FundingFigures;
  /** One for each day of a summary, and for `asOf`. */
  readonly trend: readonly ProgressSnapshot[];
  readonly forecast: Forecast;
  /** Empty for a scheme whose communes are still those of today. */
  readonly newUnits: readonly NewUnitFigure[];
}

/** Figures with the rows behind them, works that count nowhere, money, trend, forecast and the communes in force. */
export function progressReport(
  state: MergedState,
  { scheme, asOf }: { readonly scheme: Scheme; readonly asOf: IsoDate }
): ProgressReport {
  const figures = computeProgress(state, { scheme, asOf });
  const trace = traceProgress(state, scheme);
  const trend = (withSnapshot(state, figures).snapshots ?? []).filter((snapshot) => snapshot.asOf <= asOf);
  return {
    ...figures,
    targets: figures.targets.map((figure) => ({
      ...figure,
      rows: trace.targets.find(({ id }) => id === figure.id)?.rows ?? [],
    })),
    units: figures.units.map((figure) => ({ ...figure, rows: rowsOf(figure.unit, trace.units) })),
    uncounted: trace.uncounted,
    funding: computeFunding(state, scheme),
    trend,
    forecast: forecastTargets(trend, { scheme, asOf }),
    newUnits: rollUp(state, scheme),
  };
}

function rowsOf(unit: string, units: readonly UnitTrace[]): Omit<UnitTrace, "unit"> {
  const found = units.find((candidate) => candidate.unit === unit);
  if (!found) throw new RangeError(`No unit ${unit}`);
  const { stages, manuscript, published, funds } = found;
  return { stages, manuscript, published, funds };
}
