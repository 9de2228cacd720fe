/** The rows behind every figure, and the works that count nowhere, with why. */
import type { Scheme, Stage, TargetId, WorkKind } from "../../schemes/types";
import type { Exclusion, MergedState, MergedWork } from "../merge/state";
import { cellText } from "../values/cells";
import { byStage } from "./byStage";
import { countedWorks, reaches, targetsInForce } from "./progress";

/** A row of Biểu 02 and where a district wrote it. */
export interface WorkReference {
  readonly title: string;
  readonly unit: string;
  readonly stage: Stage | null;
  readonly kind: WorkKind;
  /** Funds raised, in đồng; null when the row states none. */
  readonly funds: number | null;
  readonly file: string;
  readonly sheet: string;
  /** One-based row on that sheet. */
  readonly row: number;
  /** Identity of the row in `Tổng hợp 02` (column `Khóa`). */
  readonly key: string;
}

/** `same-subject`: another row about the same commune or named work is further, and counts. */
export type UncountedReason = Exclusion | "same-subject";

export interface UncountedWork extends WorkReference {
  readonly reason: UncountedReason;
}

export interface TargetTrace {
  readonly id: TargetId;
  readonly rows: readonly WorkReference[];
}

export interface UnitTrace {
  readonly unit: string;
  /** Rows of communes by their stage. */
  readonly stages: Readonly<Record<Stage, readonly WorkReference[]>>;
  readonly manuscript: readonly WorkReference[];
  readonly published: readonly WorkReference[];
  /** Rows that state funds. */
  readonly funds: readonly WorkReference[];
}

export interface ProgressTrace {
  readonly targets: readonly TargetTrace[];
  readonly units: readonly UnitTrace[];
  readonly uncounted: readonly UncountedWork[];
}

/** For every figure of `computeProgress` its rows: as many as the figure says, or amounts that sum to it. */
export function traceProgress(state: MergedState, scheme: Scheme): ProgressTrace {
  const counted = countedWorks(state.works);
  const targets = targetsInForce(state, scheme);
  return {
    targets: targets.map((target) => ({
      id: target.id,
      rows: counted.filter((work) => reaches(work, target)).map(workReference),
    })),
    units: scheme.units.map(({ id }) => unitTrace(id, state, scheme, counted)),
    uncounted: uncountedWorks(state, counted),
  };
}

function unitTrace(
  unit: string,
  state: MergedState,
  scheme: Scheme,
  counted: readonly MergedWork[]
): UnitTrace {
  const communes = counted.filter((work) => work.unit === unit && work.facts.commune !== null);
  const reached = (id: TargetId): readonly WorkReference[] => {
    const target = targetsInForce(state, scheme).find((candidate) => candidate.id === id);
    return target ? communes.filter((work) => reaches(work, target)).map(workReference) : [];
  };
  const atStage = (stage: Stage) => communes.filter(({ facts }) => facts.stage === stage).map(workReference);
  return {
    unit,
    stages: byStage(atStage),
    manuscript: reached("commune-manuscript"),
    published: reached("commune-published"),
    funds: state.works.filter((work) => work.unit === unit && work.facts.funds !== null).map(workReference),
  };
}

function uncountedWorks(state: MergedState, counted: readonly MergedWork[]): readonly UncountedWork[] {
  const counts = new Set(counted);
  return state.works
    .filter((work) => !counts.has(work))
    .map((work) => ({ ...workReference(work), reason: reasonOf(work) }));
}

function reasonOf({ facts }: MergedWork): UncountedReason {
  if (facts.exclusion !== null) return facts.exclusion;
  if (facts.stage === null) return "no-stage";
  return facts.subject === "" ? "no-target" : "same-subject";
}

export function workReference({ unit, key, cells, source, facts }: MergedWork): WorkReference {
  const { stage, kind, funds } = facts;
  return { title: cellText(cells["title"] ?? null).trim(), unit, stage, kind, funds, ...source, key };
}
