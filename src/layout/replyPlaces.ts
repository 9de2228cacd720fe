/** Where the rows and the findings of the files that a unit sent stand in the reply to it. */
import type { ReadWorkbook } from "../domain/check";
import type { Finding } from "../domain/findings";
import { columnLetters, type CellValue } from "../domain/grid";
import type { FormTable } from "../domain/records";
import type { FormSpec, Scheme } from "../schemes/types";

/** One row as it was sent. */
export interface SentRow {
  readonly form: FormSpec;
  readonly read: ReadWorkbook;
  readonly table: FormTable;
  /** Zero-based sheet row in the file. */
  readonly row: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** All rows of all files, by form, in the order of files, sheets and rows. Rows that were left out are not among them. */
export function sentRows(checked: readonly ReadWorkbook[], form: FormSpec): readonly SentRow[] {
  return checked.flatMap((read) =>
    read.tables
      .filter(({ located }) => located.form.id === form.id)
      .flatMap((table) => table.rows.map(({ row, cells }) => ({ form, read, table, row, cells })))
  );
}

/** A finding with its place in the reply. */
export interface Remark {
  readonly finding: Finding;
  /** Null when it is about no form: then it is only listed. */
  readonly form: FormSpec | null;
  /** Row of the form's body (0: the first one) and column of the form; null: about the form as a whole. */
  readonly place: { readonly bodyRow: number; readonly column: number } | null;
}

/** Every finding of every file, in reading order. */
export function remarksOf(checked: readonly ReadWorkbook[], scheme: Scheme): readonly Remark[] {
  const rows = scheme.forms.map((form) => sentRows(checked, form));
  return checked.flatMap((read) =>
    read.check.findings.map((finding) => {
      const places = rows.flatMap((ofForm) =>
        ofForm.flatMap((sent, bodyRow) => (isAbout(finding, read, sent) ? [{ sent, bodyRow }] : []))
      );
      // Two tables may stand side by side.
      const found = places.find(({ sent }) => hasColumnOf(sent.table, finding)) ?? places[0];
      if (!found) return { finding, form: formOf(finding, read), place: null };
      const { form } = found.sent;
      const column = form.columns.findIndex(({ title }) => title === finding.column);
      return { finding, form, place: { bodyRow: found.bodyRow, column: Math.max(column, 0) } };
    })
  );
}

function isAbout(finding: Finding, read: ReadWorkbook, sent: SentRow): boolean {
  return (
    sent.read === read &&
    sent.table.located.grid.sheet === finding.sheet &&
    sent.row + 1 === finding.row &&
    (finding.column === "" || sent.form.columns.some(({ title }) => title === finding.column))
  );
}

function hasColumnOf({ located }: FormTable, { cell }: Finding): boolean {
  const letters = cell.replace(/\d+$/, "");
  return Object.values(located.columns).some(({ column }) => columnLetters(column) === letters);
}

/** The form of the table that stands there: the last one on the sheet that begins above the finding. */
function formOf({ sheet, row }: Finding, { tables }: ReadWorkbook): FormSpec | null {
  const onSheet = tables.filter(({ located }) => located.grid.sheet === sheet);
  const above = onSheet.filter(({ located }) => located.headerTop < row);
  return (above.at(-1) ?? onSheet[0])?.located.form ?? null;
}
