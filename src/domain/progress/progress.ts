/** Progress against the targets (Đề án 02-ĐA/TU, part II, II.2.2). Percentages count distinct works, not rows. */
import { type Scheme, STAGES, type Target } from "../../schemes/types";
import type { IsoDate } from "../grid";
import type { MergedState, MergedWork } from "../merge/state";
import { byStage } from "./byStage";
import type { ProgressFigures, TargetFigure, UnitFigure } from "./figures";
import { percent } from "./percent";

/** Computes all figures from the merged tables. */
export function computeProgress(
  state: MergedState,
  { scheme, asOf }: { readonly scheme: Scheme; readonly asOf: IsoDate }
): ProgressFigures {
  const counted = countedWorks(state.works);
  const targets = targetsInForce(state, scheme);
  const shares = unitShares(state, scheme);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  const communeTarget = scheme.targets.find(({ id }) => id === "commune-manuscript");
  const shareDifference = total - (communeTarget?.denominator ?? total);
  return {
    asOf,
    targets: targets.map((target) => targetFigure(target, counted)),
    units: scheme.units.map(({ id }) =>
      unitFigure(id, { scheme, targets, state, counted, share: shares.get(id) ?? 0, shareDifference })
    ),
    funds: sumFunds(state.works),
    shareDifference,
  };
}

/** The targets with the stages that count today: the province may say what a finished manuscript is. */
export function targetsInForce(state: MergedState, scheme: Scheme): readonly Target[] {
  const stages = state.manuscriptStages ?? scheme.manuscriptStages;
  return scheme.targets.map((target) => (target.rule === "manuscript" ? { ...target, stages } : target));
}

/**
 * One row for each subject: the highest stage, a history before another kind, the first of equals. The column `Tính`
 * of `Tổng hợp 02` computes the same.
 */
export function countedWorks(works: readonly MergedWork[]): readonly MergedWork[] {
  const best = new Map<string, MergedWork>();
  for (const work of works) {
    const { subject, stage, exclusion } = work.facts;
    if (subject === "" || stage === null || exclusion !== null) continue;
    const current = best.get(subject);
    if (!current || rank(work) > rank(current)) best.set(subject, work);
  }
  return [...best.values()];
}

function rank({ facts }: MergedWork): number {
  return (facts.stage === null ? -1 : STAGES.indexOf(facts.stage)) * 2 + (facts.kind === "history" ? 1 : 0);
}

function targetFigure(target: Target, counted: readonly MergedWork[]): TargetFigure {
  const done = counted.filter((work) => reaches(work, target)).length;
  const { id, denominator, goal } = target;
  return {
    id,
    done,
    denominator,
    goal,
    percent: percent(done, denominator),
    goalPercent: percent(goal, denominator),
    met: done >= goal,
  };
}

/** True when a counted work reaches a target in force (`targetsInForce`). */
export function reaches({ facts }: MergedWork, target: Target): boolean {
  const concerned =
    target.level === "commune"
      ? facts.commune !== null
      : target.works.some(({ id }) => id === facts.namedWork);
  return (
    concerned &&
    facts.stage !== null &&
    target.stages.includes(facts.stage) &&
    target.kinds.includes(facts.kind)
  );
}

interface UnitContext {
  readonly scheme: Scheme;
  readonly targets: readonly Target[];
  readonly state: MergedState;
  readonly counted: readonly MergedWork[];
  readonly share: number;
  readonly shareDifference: number;
}

function unitFigure(unit: string, context: UnitContext): UnitFigure {
  const { scheme, targets, state, counted, share, shareDifference } = context;
  const works = counted.filter((work) => work.unit === unit && work.facts.commune !== null);
  const stages = byStage((stage) => works.filter(({ facts }) => facts.stage === stage).length);
  const reached = (id: Target["id"]) => {
    const target = targets.find((candidate) => candidate.id === id);
    return target ? works.filter((work) => reaches(work, target)).length : 0;
  };
  const manuscript = reached("commune-manuscript");
  const published = reached("commune-published");
  const { fixedShare } = scheme.units.find(({ id }) => id === unit) ?? {};
  return {
    unit,
    share,
    provisional: shareDifference !== 0 && share > 0 && share !== fixedShare,
    stages,
    manuscript,
    published,
    manuscriptPercent: share > 0 ? percent(manuscript, share) : null,
    publishedPercent: share > 0 ? percent(published, share) : null,
    funds: sumFunds(state.works.filter((work) => work.unit === unit)),
  };
}

/** A unit's share: the number typed on `Chỉ tiêu`, else its communes less those ticked "đã có trước 2021". */
export function unitShares(state: MergedState, scheme: Scheme): ReadonlyMap<string, number> {
  const withBook = new Set(state.communesWithBook);
  const typed = new Map(state.shares.map((share) => [share.unit, share.typed]));
  const computed = (unit: string) =>
    scheme.communes.filter((commune) => commune.unit === unit && !withBook.has(commune.code)).length;
  return new Map(scheme.units.map(({ id }) => [id, typed.get(id) ?? computed(id)]));
}

function sumFunds(works: readonly MergedWork[]): number {
  return works.reduce((sum, { facts }) => sum + (facts.funds ?? 0), 0);
}
