/** The user's edits of cells, to be taken back and done again where no screen does it. */
import type { Area, Cell, CellEntry, SpreadsheetChange } from "./spreadsheet/spreadsheet";

export interface EditStep {
  readonly sheetId: string;
  readonly area: Area;
  readonly before: readonly (readonly Cell[])[];
  readonly after: readonly (readonly Cell[])[];
}

export interface EditHistory {
  /** A new edit; what had been taken back before it cannot be done again. */
  note(step: EditStep): void;
  /** The edit to take back; `null` when there is none. */
  undo(): EditStep | null;
  redo(): EditStep | null;
  /** Whether the cells of former edits lie elsewhere after the change. */
  isEndedBy(change: SpreadsheetChange): boolean;
  clear(): void;
}

const MOVING = /^(rows|columns|cells)(Inserted|Deleted)$|^sheetDeleted$/;

export function createEditHistory(): EditHistory {
  let done: readonly EditStep[] = [];
  let undone: readonly EditStep[] = [];
  return {
    note: (step) => {
      done = [...done, step];
      undone = [];
    },
    undo: () => {
      const step = done.at(-1) ?? null;
      done = done.slice(0, -1);
      undone = step ? [...undone, step] : undone;
      return step;
    },
    redo: () => {
      const step = undone.at(-1) ?? null;
      undone = undone.slice(0, -1);
      done = step ? [...done, step] : done;
      return step;
    },
    isEndedBy: ({ kind }) => MOVING.test(kind),
    clear: () => {
      done = [];
      undone = [];
    },
  };
}

/** What to write so that a cell is as it was. */
export function entryOf({ value, formula, numberFormat }: Cell): CellEntry {
  return { value: formula === null ? value : null, formula, numberFormat };
}
