/**
 * The three-way merge of one row. Base = what the unit last submitted, ours = the merged row as the province may have
 * corrected it, theirs = the new submission.
 */
import type { CellValue } from "../grid";
import { cellKey } from "../values/cells";
import type { OfficialCells } from "./state";

export type Choice = "ours" | "theirs";

export interface CellConflict {
  readonly column: string;
  readonly base: CellValue;
  readonly ours: CellValue;
  readonly theirs: CellValue;
}

export interface MergedCells {
  readonly cells: OfficialCells;
  readonly conflicts: readonly CellConflict[];
}

/**
 * Only theirs changed → theirs; only ours changed → ours; both, to different values → a conflict, where ours stands
 * until someone decides.
 * @param choose the decision on a conflict of this column; ours where nobody decided.
 */
export function mergeCells(
  columns: readonly string[],
  base: OfficialCells,
  ours: OfficialCells,
  theirs: OfficialCells,
  choose: (column: string) => Choice | undefined
): MergedCells {
  const conflicts: CellConflict[] = [];
  const entries = columns.map((column): [string, CellValue] => {
    const [before, mine, sent] = [base, ours, theirs].map((cells) => cells[column] ?? null) as [
      CellValue,
      CellValue,
      CellValue,
    ];
    if (same(mine, sent) || same(sent, before)) return [column, mine];
    if (same(mine, before)) return [column, sent];
    const choice = choose(column);
    if (choice === undefined) conflicts.push({ column, base: before, ours: mine, theirs: sent });
    return [column, choice === "theirs" ? sent : mine];
  });
  return { cells: { ...ours, ...Object.fromEntries(entries) }, conflicts };
}

function same(a: CellValue, b: CellValue): boolean {
  return cellKey(a) === cellKey(b);
}
