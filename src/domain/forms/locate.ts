/** Finds the official forms in a grid by their header, wherever it stands. */
import type { FormColumn, FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { wordKey } from "../text/normalize";
import { cellText } from "../values/cells";

/** A column of a form as found on the sheet. */
export interface LocatedColumn {
  /** Zero-based sheet column. */
  readonly column: number;
  /** Heading as written there. */
  readonly heading: string;
}

export interface LocatedForm {
  readonly form: FormSpec;
  readonly grid: Grid;
  /** First and last zero-based sheet row of the header. */
  readonly headerTop: number;
  readonly headerBottom: number;
  /** By the key of the form's column. */
  readonly columns: Readonly<Record<string, LocatedColumn>>;
  /** Columns of the form that the header does not have. */
  readonly missing: readonly FormColumn[];
}

/** Every form on the sheet, from top to bottom. Two of one kind are two results. */
export function locateForms(grid: Grid, forms: readonly FormSpec[]): readonly LocatedForm[] {
  const vocabularies = forms.map((form) => ({ form, headings: headingKeys(form) }));
  const located: LocatedForm[] = [];
  const lastRow = grid.top + grid.values.length - 1;
  let row = grid.top;
  while (row <= lastRow) {
    const found = vocabularies
      .map(({ form, headings }) => headerAt(grid, row, form, headings))
      .find((candidate) => candidate !== null);
    if (found) located.push(found);
    row = found ? found.headerBottom + 1 : row + 1;
  }
  return located;
}

/** Heading key → column of the form. */
function headingKeys(form: FormSpec): ReadonlyMap<string, FormColumn> {
  return new Map(
    form.columns.flatMap((column) =>
      [column.title, ...column.synonyms].map((heading) => [wordKey(heading), column] as const)
    )
  );
}

/** A header may take two rows (Biểu 02: the stage columns stand under "Mức độ hoàn thành"). */
function headerAt(
  grid: Grid,
  row: number,
  form: FormSpec,
  headings: ReadonlyMap<string, FormColumn>
): LocatedForm | null {
  const upper = headingsInRow(grid, row, headings);
  if (upper.size === 0) return null;
  const lower = headingsInRow(grid, row + 1, headings);
  const lowerAdds = [...lower.keys()].some((key) => !upper.has(key));
  const columns = new Map(lowerAdds ? [...upper, ...lower] : upper);
  if (form.columns.some((column) => column.identifying && !columns.has(column.key))) return null;
  return {
    form,
    grid,
    headerTop: row,
    headerBottom: lowerAdds ? row + 1 : row,
    columns: Object.fromEntries(columns),
    missing: form.columns.filter((column) => !columns.has(column.key)),
  };
}

function headingsInRow(
  grid: Grid,
  row: number,
  headings: ReadonlyMap<string, FormColumn>
): ReadonlyMap<string, LocatedColumn> {
  const found = new Map<string, LocatedColumn>();
  (grid.values[row - grid.top] ?? []).forEach((value, index) => {
    const heading = cellText(value);
    const column = headings.get(wordKey(heading));
    if (column && !found.has(column.key)) found.set(column.key, { column: grid.left + index, heading });
  });
  return found;
}
