/** The communes of the scheme rolled up to those that took their place (since 01/7/2025 in Cao Bằng). */
import type { Commune, Scheme, Stage, Successor } from "../../schemes/types";
import type { MergedState, MergedWork } from "../merge/state";
import { byStage } from "./byStage";
import { countedWorks, reaches, targetsInForce } from "./progress";

/** A commune of the scheme and what counts for it. */
export interface FormerCommune {
  readonly code: string;
  readonly name: string;
  readonly type: Commune["type"];
  readonly unit: string;
  /** Stage of the work that counts; null when none does. */
  readonly stage: Stage | null;
}

export interface NewUnitFigure {
  /** Code in force today: it may have been that of another commune before. */
  readonly code: string;
  readonly name: string;
  readonly type: Successor["type"];
  readonly clause: number;
  readonly former: readonly FormerCommune[];
  /** Former communes by the stage of the work that counts. */
  readonly stages: Readonly<Record<Stage, number>>;
  readonly manuscript: number;
  readonly published: number;
}

/** One figure for every commune in force, in the order of the document; empty without a reorganisation. */
export function rollUp(state: MergedState, scheme: Scheme): readonly NewUnitFigure[] {
  const successors = scheme.reorganisation?.successors ?? [];
  const works = new Map(
    countedWorks(state.works).flatMap((work) =>
      work.facts.commune === null ? [] : [[work.facts.commune, work]]
    )
  );
  const inForce = [...new Map(successors.map((successor) => [successor.code, successor])).values()];
  return inForce.map(({ code, name, type, clause }) => {
    const formers = successors.filter((successor) => successor.code === code).map(({ former }) => former);
    const communes = scheme.communes.filter((commune) => formers.includes(commune.code));
    const counted = communes.flatMap((commune) => works.get(commune.code) ?? []);
    return {
      code,
      name,
      type,
      clause,
      former: communes.map((commune) => formerCommune(commune, works.get(commune.code))),
      ...figuresOf(counted, state, scheme),
    };
  });
}

function formerCommune({ code, name, type, unit }: Commune, work: MergedWork | undefined): FormerCommune {
  return { code, name, type, unit, stage: work?.facts.stage ?? null };
}

function figuresOf(
  works: readonly MergedWork[],
  state: MergedState,
  scheme: Scheme
): Pick<NewUnitFigure, "stages" | "manuscript" | "published"> {
  const count = (test: (work: MergedWork) => boolean): number => works.filter(test).length;
  const reached = (id: string): number => {
    const target = targetsInForce(state, scheme).find((candidate) => candidate.id === id);
    return target ? count((work) => reaches(work, target)) : 0;
  };
  return {
    stages: byStage((stage) => count(({ facts }) => facts.stage === stage)),
    manuscript: reached("commune-manuscript"),
    published: reached("commune-published"),
  };
}
