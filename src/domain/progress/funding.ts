/** Money: what was raised outside the budget, district by district, beside what the scheme plans (part II, IV.2). */
import type { FundingLine, Scheme } from "../../schemes/types";
import type { MergedState } from "../merge/state";
import { unitShares } from "./progress";
import { workReference, type WorkReference } from "./trace";

export interface FrameLine extends FundingLine {
  /** `count` × `each`, in đồng. */
  readonly amount: number;
}

export interface UnitFunding {
  readonly unit: string;
  /** Funds raised, in đồng: the sum of `works`. */
  readonly raised: number;
  /**
   * What is left to be raised by the estimate of the scheme: the cost of a commune book less what budgets give at most,
   * for every commune of the unit's share; null without an estimate or a share.
   */
  readonly expected: number | null;
  /** The rows that state an amount. */
  readonly works: readonly WorkReference[];
}

export interface FundingFigures {
  /** Empty for a scheme that plans no money. */
  readonly frame: readonly FrameLine[];
  /** Sum of the frame, in đồng. */
  readonly planned: number;
  /** Sum of the units, in đồng. */
  readonly raised: number;
  readonly units: readonly UnitFunding[];
}

/** All amounts are whole đồng, so sums are exact. */
export function computeFunding(state: MergedState, scheme: Scheme): FundingFigures {
  const frame = frameLines(scheme);
  const shares = unitShares(state, scheme);
  const units = scheme.units.map(({ id }) => unitFunding(id, shares.get(id) ?? 0, state, scheme));
  return {
    frame,
    planned: frame.reduce((sum, { amount }) => sum + amount, 0),
    raised: units.reduce((sum, { raised }) => sum + raised, 0),
    units,
  };
}

/** The lines of the scheme's frame with their amounts. */
export function frameLines(scheme: Scheme): readonly FrameLine[] {
  return (scheme.funding?.lines ?? []).map((line) => ({ ...line, amount: line.count * line.each }));
}

function unitFunding(unit: string, share: number, state: MergedState, scheme: Scheme): UnitFunding {
  const works = state.works
    .filter((work) => work.unit === unit && work.facts.funds !== null)
    .map(workReference);
  return {
    unit,
    raised: works.reduce((sum, { funds }) => sum + (funds ?? 0), 0),
    expected: share > 0 ? expectedFunds(share, scheme) : null,
    works,
  };
}

/** What communes still have to raise by the scheme's estimate, in đồng; null when the scheme has none. */
export function expectedFunds(communes: number, { funding }: Scheme): number | null {
  if (!funding) return null;
  const { cost, support } = funding.communeBook;
  return communes * (cost - support);
}
