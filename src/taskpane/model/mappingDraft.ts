import type { FileCheck } from "../../domain/check";
import { manualMapping, type ManualMapping } from "../../domain/forms/mapping";
import { cellAt, columnLetters, type Grid, type WorkbookContent } from "../../domain/grid";
import { cellText } from "../../domain/values/cells";
import type { FormId, FormSpec } from "../../schemes/types";

/** A mapping that the user is still working on. */
export interface MappingDraft {
  readonly sheet: string;
  readonly form: FormId;
  /** One-based, as Excel numbers rows. */
  readonly headerRow: number;
  /** Zero-based sheet columns by the key of the form's column; a column that the table lacks is absent. */
  readonly columns: Readonly<Record<string, number>>;
}

/** Starts from what the product recognised of the file, else from the first row of its first sheet that says anything. */
export function draftFor(
  workbook: WorkbookContent,
  check: FileCheck,
  forms: readonly FormSpec[]
): MappingDraft | null {
  const [miss] = check.nearMisses ?? [];
  if (miss) {
    const recognised = Object.entries(miss.columns).map(([key, { column }]) => [key, column] as const);
    return {
      sheet: miss.sheet,
      form: miss.form,
      headerRow: miss.headerBottom + 1,
      columns: { ...miss.proposed, ...Object.fromEntries(recognised) },
    };
  }
  const grid = workbook.sheets.find(({ values }) =>
    values.some((row) => row.some((value) => value !== null))
  );
  const form = forms[0];
  if (!grid || !form) return null;
  const offset = grid.values.findIndex((row) => row.some((value) => value !== null));
  return { sheet: grid.sheet, form: form.id, headerRow: grid.top + offset + 1, columns: {} };
}

export interface HeadingOption {
  readonly column: number;
  /** `B: Tên công trình`. */
  readonly text: string;
}

/** What stands in the row of headings, from left to right. */
export function headingsIn(grid: Grid, headerRow: number): readonly HeadingOption[] {
  const width = Math.max(0, ...grid.values.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => grid.left + index).map((column) => {
    const heading = cellText(cellAt(grid, headerRow - 1, column))
      .replace(/\s+/g, " ")
      .trim();
    return { column, text: `${columnLetters(column)}: ${heading}` };
  });
}

/** Null while no column by which the form is known has been chosen, or one column stands for two. */
export function finishedMapping(draft: MappingDraft, grid: Grid, form: FormSpec): ManualMapping | null {
  const chosen = Object.values(draft.columns);
  const isKnown = form.columns.some(({ key, identifying }) => identifying && key in draft.columns);
  if (!isKnown || new Set(chosen).size < chosen.length) return null;
  return manualMapping(grid, draft.form, draft.headerRow - 1, draft.columns);
}
