/** Formulas of `Tiến độ` over `Tổng hợp 02` and `Chỉ tiêu`. */
import { GROUP_NAMES, KIND_NAMES, mergedColumns } from "../schemes/mergedColumns";
import { type Scheme, STAGES, type Stage, type Target, type TargetId } from "../schemes/types";
import { quotedText } from "./formulas";
import { worksRange } from "./mergedTables";
import { targetReferences } from "./targetsSheet";

/** What the formulas look at. */
export interface FormulaSource {
  readonly scheme: Scheme;
  /** Rows of `Tổng hợp 02`. */
  readonly works: number;
}

/** Range of a column of `Tổng hợp 02`. */
export function workColumn({ scheme, works }: FormulaSource, key: string): string {
  return worksRange(mergedColumns(scheme, "bieu-02"), key, works);
}

/** Number of counted rows under conditions (range, criterion, …), without the leading `=`. */
export function countifs(source: FormulaSource, conditions: readonly string[]): string {
  return `COUNTIFS(${[workColumn(source, "counts"), "1", ...conditions].join(",")})`;
}

export function stageIs(source: FormulaSource, stage: Stage): readonly string[] {
  return [workColumn(source, "stage"), quotedText(source.scheme.stageNames[stage])];
}

/** Conditions on the rows of communes, of one unit or of all. */
export function communesOf(source: FormulaSource, unitCell?: string): readonly string[] {
  const unit = unitCell === undefined ? [] : [workColumn(source, "unit"), unitCell];
  return [...unit, workColumn(source, "group"), quotedText(GROUP_NAMES.commune)];
}

/** Number of counted rows that reach a target, of one unit or of all; without the leading `=`. */
export function countedFormula(source: FormulaSource, target: Target, unitCell?: string): string {
  const unit = unitCell === undefined ? [] : [workColumn(source, "unit"), unitCell];
  const group = [workColumn(source, "group"), quotedText(GROUP_NAMES[target.level])];
  const everyKind = target.kinds.length === Object.keys(KIND_NAMES).length;
  const kinds = everyKind
    ? [[]]
    : target.kinds.map((kind) => [workColumn(source, "kind"), quotedText(KIND_NAMES[kind])]);
  const atStage = (stage: Stage): string =>
    kinds.map((kind) => countifs(source, [...unit, ...group, ...stageIs(source, stage), ...kind])).join("+");
  if (target.rule !== "manuscript") return target.stages.map(atStage).join("+");
  // What a finished manuscript is, the province ticks on `Chỉ tiêu`.
  const { manuscriptTick } = targetReferences(source.scheme);
  return STAGES.map((stage) => `(${atStage(stage)})*(${manuscriptTick(stage)}<>"")`).join("+");
}

export function targetOf(scheme: Scheme, id: TargetId): Target {
  const target = scheme.targets.find((candidate) => candidate.id === id);
  if (target === undefined) throw new RangeError(`Scheme ${scheme.id} has no target ${id}`);
  return target;
}

export function percentFormula(part: string, whole: string): string {
  return `=ROUND(100*${part}/${whole},1)`;
}

export function percentOrBlank(part: string, whole: string): string {
  return `=IF(${whole}>0,ROUND(100*(${part})/${whole},1),"")`;
}
