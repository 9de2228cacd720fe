/** One row of a table in the pane: what the sheet holds, what was typed instead, and what is wrong with it. */
import type { Finding, Language } from "../findings";
import type { CellValue, Grid } from "../grid";
import { anchorAt } from "../grid";
import { readDocument, readWork, type FormTable } from "../records";
import type { FormRow } from "../forms/readRows";
import type { CheckContext } from "../rules/rule";
import { runRules } from "../rules/runRules";
import { isBlank } from "../values/cells";
import type { EntryColumn, EntryTable } from "./entryTables";
import {
  contentOf,
  EMPTY_CELL,
  type EntryContent,
  fieldText,
  sameCell,
  type SheetCell,
  valueOf,
} from "./sheetCell";

/** Cells of a row by the key of the form's column. */
export type RowCells = Readonly<Record<string, SheetCell>>;

/** What was typed, by the key of the form's column; fields that were left alone are absent. */
export type Draft = Readonly<Record<string, string>>;

/** A cell to be written. */
export interface CellChange {
  readonly key: string;
  /** Zero-based sheet column. */
  readonly at: number;
  readonly content: EntryContent;
}

/** The texts of all fields: as typed, else as the sheet has them. */
export function fieldTexts(
  { columns }: EntryTable,
  before: RowCells,
  draft: Draft
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.map(({ spec }) => [spec.key, draft[spec.key] ?? fieldText(before[spec.key] ?? EMPTY_CELL, spec)])
  );
}

/** The cells whose text differs from what the sheet has. A field typed back to what it was changes nothing. */
export function changesOf(
  { columns, fundsUnit }: EntryTable,
  before: RowCells,
  draft: Draft
): readonly CellChange[] {
  return columns.flatMap(({ spec, at }) => {
    const text = draft[spec.key];
    const cell = before[spec.key] ?? EMPTY_CELL;
    if (text === undefined || text === fieldText(cell, spec)) return [];
    const content = contentOf(text, spec, cell, fundsUnit);
    const isSame = cell.formula === null && JSON.stringify(valueOf(content)) === JSON.stringify(cell.value);
    return isSame ? [] : [{ key: spec.key, at, content }];
  });
}

/** True when the row says nothing, its number excepted. */
function isEmptyRow({ columns }: EntryTable, cells: Readonly<Record<string, CellValue>>): boolean {
  return columns.every(({ spec }) => spec.kind === "ordinal" || isBlank(cells[spec.key] ?? null));
}

/** The columns whose cells are no longer as they were known. */
export function changedMeanwhile(
  { columns }: EntryTable,
  known: RowCells,
  now: RowCells
): readonly EntryColumn[] {
  return columns.filter(({ spec }) => !sameCell(known[spec.key] ?? EMPTY_CELL, now[spec.key] ?? EMPTY_CELL));
}

/** The row of the merged cell above that a cell is a part of; null for a cell of its own. */
export function mergedInto({ table }: EntryTable, row: number, { at }: EntryColumn): number | null {
  const anchor = anchorAt(table.located.grid, row, at);
  return anchor.row === row && anchor.column === at ? null : anchor.row;
}

/** What the rules would see of the row once it is written. */
export function draftValues(
  table: EntryTable,
  before: RowCells,
  draft: Draft
): Readonly<Record<string, CellValue>> {
  const changes = new Map(changesOf(table, before, draft).map(({ key, content }) => [key, content]));
  return Object.fromEntries(
    table.columns.map(({ spec: { key } }) => {
      const content = changes.get(key);
      return [key, content === undefined ? (before[key]?.value ?? null) : valueOf(content)];
    })
  );
}

/** Findings of one row by the key of its column; `""` for those that point at none. */
export type FindingsByColumn = Readonly<Record<string, readonly Finding[]>>;

/** What the rules say of rows as they would be written, each beside all others of the table. */
export function findingsOfRows(
  table: EntryTable,
  rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, CellValue>> }[],
  context: CheckContext,
  language: Language
): ReadonlyMap<number, FindingsByColumn> {
  const given = rows.filter(({ cells }) => !isEmptyRow(table, cells));
  const { form } = table.table.located;
  const findings =
    given.length === 0 ? [] : runRules([withRows(table, given, context)], context, "", language);
  return new Map(
    given.map(({ row }) => {
      const own = findings.filter((finding) => finding.row === row + 1);
      const keyOf = ({ column }: Finding): string =>
        form.columns.find(({ title }) => title === column)?.key ?? "";
      const keys = [...new Set(own.map(keyOf))];
      return [
        row,
        Object.fromEntries(keys.map((key) => [key, own.filter((finding) => keyOf(finding) === key)])),
      ];
    })
  );
}

/** The table with rows in place of those that it has there, or beside them. */
function withRows(
  { table, columns, fundsUnit }: EntryTable,
  given: readonly { readonly row: number; readonly cells: Readonly<Record<string, CellValue>> }[],
  { scheme, unit }: CheckContext
): FormTable {
  const typed = new Set(given.map(({ row }) => row));
  const rows: readonly FormRow[] = given.map(({ row, cells }) => {
    const merged = table.rows.find((other) => other.row === row)?.merged ?? [];
    const above = table.rows.find((other) => other.row === row)?.cells ?? {};
    const held = merged.map((key) => [key, above[key] ?? null] as const);
    return { row, cells: { ...cells, ...Object.fromEntries(held) }, ...(merged.length > 0 && { merged }) };
  });
  const isDocuments = table.located.form.id === "bieu-01";
  const others = <Row extends { readonly row: number }>(list: readonly Row[]): readonly Row[] =>
    list.filter(({ row }) => !typed.has(row));
  const inOrder = <Row extends { readonly row: number }>(list: readonly Row[]): readonly Row[] =>
    [...list].sort((a, b) => a.row - b.row);
  return {
    ...table,
    located: { ...table.located, grid: withCells(table.located.grid, columns, rows) },
    rows: inOrder([...others(table.rows), ...rows]),
    documents: isDocuments ? inOrder([...others(table.documents), ...rows.map(readDocument)]) : [],
    works: isDocuments
      ? []
      : inOrder([
          ...others(table.works),
          ...rows.map((row) => readWork(row, scheme, unit?.id ?? null, fundsUnit)),
        ]),
  };
}

function withCells(grid: Grid, columns: readonly EntryColumn[], rows: readonly FormRow[]): Grid {
  const values = grid.values.map((cells) => [...cells]);
  for (const { row, cells } of rows) {
    const index = row - grid.top;
    while (values.length <= index) values.push([]);
    for (const { spec, at } of columns) {
      const line = values[index];
      if (!line || at < grid.left) continue;
      while (line.length < at - grid.left) line.push(null);
      line[at - grid.left] = cells[spec.key] ?? null;
    }
  }
  return { ...grid, values };
}
