/** Where everything on `Tiến độ` stands. */
import { STAGES, type Scheme } from "../schemes/types";

export const LAST_COLUMN = 11;

/** Columns of the targets. */
export const TARGET = {
  title: 0,
  done: 1,
  denominator: 2,
  goal: 3,
  percent: 4,
  goalPercent: 5,
  outcome: 6,
} as const;

/** Columns of the districts. */
export const UNIT = {
  name: 0,
  share: 1,
  stages: 2,
  manuscript: 2 + STAGES.length,
  manuscriptPercent: 3 + STAGES.length,
  publishedPercent: 4 + STAGES.length,
  rank: 5 + STAGES.length,
  funds: 6 + STAGES.length,
  note: 7 + STAGES.length,
} as const;

/** Columns of the money that is planned; amounts take two columns each. */
export const FUNDING = { title: 0, count: 1, each: 2, amount: 4, note: 6 } as const;

/** Columns of the works that do not count. */
export const UNCOUNTED = { reason: 0, count: 1 } as const;

/** Zero-based rows: header rows of the tables, and the lines below them. */
export interface ProgressRows {
  readonly targets: number;
  readonly units: number;
  readonly total: number;
  /** The goals in percent, below the total. */
  readonly goals: number;
  readonly notes: number;
  /** Title of the charts; they cover the rows below. */
  readonly charts: number;
  readonly chartsBottom: number;
  readonly funding: number;
  /** Sum of the plan; below it what is raised, and the check. */
  readonly planned: number;
  readonly uncounted: number;
  readonly bottom: number;
}

const CHART_ROWS = 20;
export const NOTE_LINES = 3;
/** Below the plan: raised, its ratio to what was to be raised, the check of the sums. */
export const RAISED_LINES = 3;

/** @param reasons number of reasons not to count that are listed. */
export function progressRows(scheme: Scheme, reasons: number): ProgressRows {
  const targets = 4;
  const units = targets + scheme.targets.length + 3;
  const total = units + scheme.units.length + 1;
  const goals = total + 1;
  const notes = goals + 1;
  const charts = notes + NOTE_LINES + 1;
  const chartsBottom = charts + CHART_ROWS;
  const funding = chartsBottom + 3;
  const planned = funding + (scheme.funding?.lines.length ?? 0) + 1;
  const uncounted = planned + RAISED_LINES + 3;
  return {
    targets,
    units,
    total,
    goals,
    notes,
    charts,
    chartsBottom,
    funding,
    planned,
    uncounted,
    bottom: uncounted + reasons + 1,
  };
}
