/** Where two sides say different things, and someone has to decide. */
import type { FormId, Scheme } from "../../schemes/types";
import { cellText } from "../values/cells";
import type { RowSource } from "./state";
import { rowLabel, type SubmittedRow } from "./submitted";
import type { CellConflict, Choice } from "./threeWay";

/** Both sides changed a cell, or two files of equal standing disagree. */
export interface Conflict {
  /** Stable for the same data. */
  readonly id: string;
  readonly unit: string;
  readonly form: FormId;
  /** What the row is about: its title or document number. */
  readonly label: string;
  /** Title of the column. */
  readonly column: string;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  /** The file that says `ours`; null when the merged table says it. */
  readonly oursSource: RowSource | null;
  /** File, sheet and one-based row that sent `theirs`. */
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** By `Conflict.id`. */
export type Decisions = Readonly<Record<string, Choice>>;

export function decisionOn(decisions: Decisions, id: string): Choice | undefined {
  return Object.prototype.hasOwnProperty.call(decisions, id) ? decisions[id] : undefined;
}

/** A decision with what was decided between. */
export interface Decided extends Pick<Conflict, "id" | "ours" | "theirs"> {
  readonly choice: Choice;
}

/** What decisions on conflicts were about. */
export function decidedOn(decisions: Decisions, conflicts: readonly Conflict[]): readonly Decided[] {
  return conflicts.flatMap(({ id, ours, theirs }) => {
    const choice = decisionOn(decisions, id);
    return choice === undefined ? [] : [{ id, ours, theirs, choice }];
  });
}

/** The decisions that still hold: those between the same values. */
export function holdingDecisions(decided: readonly Decided[], conflicts: readonly Conflict[]): Decisions {
  const byId = new Map(decided.map((each) => [each.id, each]));
  return Object.fromEntries(
    conflicts.flatMap(({ id, ours, theirs }) => {
      const before = byId.get(id);
      return before?.ours === ours && before.theirs === theirs ? [[id, before.choice] as const] : [];
    })
  );
}

/**
 * @param id of the conflict, see `Conflict.id`.
 * @param theirs the row that sent the value.
 */
export function toConflict(
  id: string,
  conflict: CellConflict,
  theirs: SubmittedRow,
  oursSource: RowSource | null,
  scheme: Scheme
): Conflict {
  const form = scheme.forms.find((candidate) => candidate.id === theirs.form);
  return {
    id,
    unit: theirs.unit,
    form: theirs.form,
    label: rowLabel(theirs.form, theirs.cells),
    column: form?.columns.find(({ key }) => key === conflict.column)?.title ?? conflict.column,
    base: cellText(conflict.base),
    ours: cellText(conflict.ours),
    theirs: cellText(conflict.theirs),
    oursSource,
    ...theirs.source,
  };
}
