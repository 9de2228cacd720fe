/** What a row of Biểu 02 counts for. */
import type { Scheme, Stage, Target, Unit } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { workSubject } from "../identity";
import type { WorkRecord } from "../records";
import { raisedDong } from "../values/money";
import { besideWindow } from "../values/periods";
import type { Exclusion, WorkFacts } from "./state";

export interface FactsContext {
  readonly scheme: Scheme;
  readonly unit: Unit;
  readonly cutOff: IsoDate;
  /** Codes of the communes ticked "đã có trước 2021". */
  readonly communesWithBook: ReadonlySet<string>;
}

/**
 * @param stage the stage that holds: the one read from the row, or the province's correction of it.
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
  const { scheme, unit, cutOff, communesWithBook } = context;
  const { commune, kind, namedWork } = record.reading;
  if (stage === null) return "no-stage";
  if (commune === null && namedWork === null) return "no-target";
  const targets = targetsOf(record, scheme);
  if (targets.length === 0) return "no-target";
  if (commune && unit.kind === "district" && commune.unit !== unit.id) return "other-unit";
  if (commune && communesWithBook.has(commune.code)) return "had-book-before";
  if (!targets.some((target) => target.kinds.includes(kind))) return "kind";
  if (stage !== "published") return null;
  const beside = besideWindow(record.marks.published.time.within, scheme.start, cutOff);
  if (beside === null) return null;
  return beside === "before" ? "before-scheme" : "future";
}

/** Of a work of a commune or one that the scheme names. */
function targetsOf({ reading }: WorkRecord, scheme: Scheme): readonly Target[] {
  if (reading.commune) return scheme.targets.filter(({ level }) => level === "commune");
  return scheme.targets.filter(({ works }) => works.some(({ id }) => id === reading.namedWork?.id));
}
