/**
 * What a rule is. One rule, one file, one section of docs/rules.md. A rule only looks; findings are made by `runRules`.
 */
import type { StatedUnit } from "../stamp";
import type { RuleId } from "../../schemes/ruleIds";
import type { FormId, Round, Scheme, Stage, Unit } from "../../schemes/types";
import type { Language, Severity } from "../findings";
import type { NearMiss } from "../forms/locate";
import type { Grid, IsoDate } from "../grid";
import type { DocumentRecord, FormTable, WorkRecord } from "../records";

/** What a check knows besides the data. */
export interface CheckContext {
  readonly scheme: Scheme;
  readonly round: Round;
  /** The unit whose tables are checked; null when it is not known. */
  readonly unit: Unit | null;
  /** What text and file name say of the unit, besides the stamp or the user's word. */
  readonly statedUnits?: readonly StatedUnit[];
  /** Last day that data may speak of: the round's cut-off, or today when that is earlier. */
  readonly cutOff: IsoDate;
}

/** Values of placeholders; a text that differs by language is given in both. */
export type MessageParams = Readonly<Record<string, string | Readonly<Record<Language, string>>>>;

/** One breach in a row. */
export interface RowHit {
  /** Column key when it is not the rule's own. */
  readonly column?: string;
  /** For the placeholders of the message; `{value}` is always there. */
  readonly params?: MessageParams;
  /** New value of the cell. */
  readonly fix?: string;
}

/** One breach in a table. */
export interface TableHit extends RowHit {
  /** Zero-based sheet row. */
  readonly row: number;
  /** Zero-based sheet column, when the place is in none of the form's columns. */
  readonly at?: number;
  /** What to show as found when it is not the cell's value. */
  readonly value?: string;
}

/** One breach in the tables of a file. */
export interface FileHit extends TableHit {
  readonly table: FormTable;
}

interface RuleBase {
  /** Stable, kebab-case; listed in `schemes/ruleIds.ts`, so that schemes can set its severity. */
  readonly id: RuleId;
  /** Where the scheme does not say otherwise. */
  readonly severity: Severity;
  /** Column key that a finding points at. */
  readonly column: string;
  /** Source of the rule. */
  readonly clause: string;
  /** Templates with `{placeholders}`: what is wrong and what to do next. */
  readonly message: Readonly<Record<Language, string>>;
}

export interface DocumentRule extends RuleBase {
  readonly shape: "document";
  /** False for rows that the rule has nothing to say of; see `concerns.ts`. Absent when it is about all. */
  readonly concerns?: (record: DocumentRecord) => boolean;
  readonly check: (record: DocumentRecord, context: CheckContext) => readonly RowHit[];
}

export interface WorkRule extends RuleBase {
  readonly shape: "work";
  /** As of a `DocumentRule`. */
  readonly concerns?: (record: WorkRecord) => boolean;
  readonly check: (record: WorkRecord, context: CheckContext) => readonly RowHit[];
}

export interface TableRule extends RuleBase {
  readonly shape: "table";
  /** Forms that the rule applies to. */
  readonly forms: readonly FormId[];
  readonly check: (table: FormTable, context: CheckContext) => readonly TableHit[];
}

/** Looks at all tables of its forms in a file at once. */
export interface FileRule extends RuleBase {
  readonly shape: "file";
  readonly forms: readonly FormId[];
  readonly check: (tables: readonly FormTable[], context: CheckContext) => readonly FileHit[];
}

/** A sheet that holds something which no form was read from, in a file that has a form. */
export interface UnreadSheet {
  readonly grid: Grid;
  /** Tables that resemble a form. */
  readonly nearMisses: readonly NearMiss[];
  /** Forms that the file has. */
  readonly found: ReadonlySet<FormId>;
}

/** One breach on a sheet; `at` is its place, for there are no columns of a form. */
export interface SheetHit extends TableHit {
  readonly at: number;
  readonly value: string;
}

/** Looks at a sheet that was not read. */
export interface SheetRule extends RuleBase {
  readonly shape: "sheet";
  /** Forms that are looked for. */
  readonly forms: readonly FormId[];
  readonly check: (sheet: UnreadSheet, context: CheckContext) => readonly SheetHit[];
}

export type Rule = DocumentRule | WorkRule | TableRule | FileRule | SheetRule;

export const NO_HITS: readonly RowHit[] = [];

/** What is wrong with the stages of a work, one after the other. */
export function hitsOfStages(
  stages: readonly Stage[],
  hitOf: (stage: Stage) => RowHit | null
): readonly RowHit[] {
  let hits: RowHit[] | null = null;
  for (const stage of stages) {
    const hit = hitOf(stage);
    if (hit === null) continue;
    hits ??= [];
    hits.push(hit);
  }
  return hits ?? NO_HITS;
}
