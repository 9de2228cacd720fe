/** What a row of Biểu 02 counts for. */
import type { Scheme, Stage, Target, Unit } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { workSubject } from "../identity";
import type { WorkRecord } from "../records";
import { raisedDong } from "../values/money";
import { besideWindow } from "../values/periods";
import { highestStage, type StageMark } from "../values/stages";
import type { Exclusion, WorkFacts } from "./state";

export interface FactsContext {
  readonly scheme: Scheme;
  readonly unit: Unit;
  readonly cutOff: IsoDate;
  /** Codes of the communes ticked "đã có trước 2021". */
  readonly communesWithBook: ReadonlySet<string>;
}

/** The days that the results of a round lie between. */
export interface ResultsWindow {
  readonly scheme: Pick<Scheme, "start">;
  readonly cutOff: IsoDate;
}

/**
 * The stage that a row's marks say was reached by the cut-off. A publication still to come leaves the stage before it; where
 * there is none, it stays, and the row counts for nothing: see `exclusionOf`.
 */
export function stageByCutOff(marks: WorkRecord["marks"], window: ResultsWindow): Stage | null {
  const highest = highestStage(marks);
  if (highest !== "published" || publishedBeside(marks.published, window) !== "future") return highest;
  return highestStage({ ...marks, published: NOT_REACHED }) ?? highest;
}

const NOT_REACHED: Pick<StageMark, "status"> = { status: "not-reached" };

/** Why a publication does not count for when it was; null when it does. */
export function publishedBeside(
  { time }: Pick<StageMark, "time">,
  { scheme, cutOff }: ResultsWindow
): "before-scheme" | "future" | null {
  const beside = besideWindow(time.within, scheme.start, cutOff);
  if (beside === null) return null;
  return beside === "before" ? "before-scheme" : "future";
}

/**
 * @param stage the stage that holds: the one of the row's marks (`stageByCutOff`), or the province's correction of it.
 */
export function factsOf(record: WorkRecord, stage: Stage | null, context: FactsContext): WorkFacts {
  const { reading, marks, funds } = record;
  const period = marks.published.status === "reached" ? marks.published.period : null;
  return {
    stage,
    kind: reading.kind,
    level: reading.level,
    commune: reading.commune?.code ?? null,
    namedWork: reading.namedWork?.id ?? null,
    subject: workSubject(record),
    publishedFrom: period?.from ?? null,
    funds: raisedDong(funds),
    exclusion: exclusionOf(record, stage, context),
  };
}

function exclusionOf(record: WorkRecord, stage: Stage | null, context: FactsContext): Exclusion | null {
  const { scheme, unit, communesWithBook } = context;
  const { commune, kind, namedWork } = record.reading;
  if (stage === null) return "no-stage";
  if (commune === null && namedWork === null) return "no-target";
  const targets = targetsOf(record, scheme);
  if (targets.length === 0) return "no-target";
  if (commune && unit.kind === "district" && commune.unit !== unit.id) return "other-unit";
  if (commune && communesWithBook.has(commune.code)) return "had-book-before";
  if (!targets.some((target) => target.kinds.includes(kind))) return "kind";
  return stage === "published" ? publishedBeside(record.marks.published, context) : null;
}

/** Of a work of a commune or one that the scheme names. */
function targetsOf({ reading }: WorkRecord, scheme: Scheme): readonly Target[] {
  if (reading.commune) return scheme.targets.filter(({ level }) => level === "commune");
  return scheme.targets.filter(({ works }) => works.some(({ id }) => id === reading.namedWork?.id));
}
