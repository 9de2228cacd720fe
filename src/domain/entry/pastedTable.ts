/** Rows copied from a letter or a document: which are data, and which of their columns is which of the form. */
import type { FormId, FormSpec, Scheme } from "../../schemes/types";
import { range } from "../forms/header";
import { type LocatedForm, type NearMiss, surveySheet } from "../forms/locate";
import { readRows } from "../forms/readRows";
import { type Area, type CellValue, cellAt, type Grid } from "../grid";
import { cellText, isBlank } from "../values/cells";
import type { EntryTable } from "./entryTables";
import { contentOf, type EntryContent, valueOf } from "./sheetCell";

/** A table as it was copied; merged areas in its own coordinates. */
export interface PastedTable {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
}

export interface PastedColumn {
  /** Zero-based column of the pasted table. */
  readonly at: number;
  /** "" where it has none. */
  readonly heading: string;
  /** Key of the form's column that it is taken for; null: it is left out. */
  readonly key: string | null;
}

/** A pasted table with the meaning of its columns. */
export interface Pasted {
  readonly columns: readonly PastedColumn[];
  /** Texts of the rows of data, by the pasted columns. */
  readonly rows: readonly (readonly string[])[];
  /** What of the pasted rows is no data: totals, headings of groups, signatures. */
  readonly leftOut: readonly string[];
  /** `heading`: the columns were known by their headings; `order`: they are taken in the order of the form. */
  readonly by: "heading" | "order";
  /** The form whose headings the table has, when it is another one than the one to fill in. */
  readonly otherForm: FormId | null;
}

const NUMBERED = /^\(?\d{1,4}\)?[.,)]?$/;

/** Understands what was pasted for a form; the largest of several tables, the one with the form's headings first. */
export function understandPasted(tables: readonly PastedTable[], form: FormSpec, scheme: Scheme): Pasted {
  const bySize = [...tables].sort((a, b) => b.rows.length - a.rows.length);
  for (const table of bySize) {
    const { located } = surveySheet(gridOf(table), [form]);
    const [first] = located;
    if (first) return fromLocated(first);
  }
  for (const table of bySize) {
    const [nearMiss] = surveySheet(gridOf(table), [form]).nearMisses;
    if (nearMiss)
      return { ...fromNearMiss(gridOf(table), nearMiss), otherForm: otherForm(table, form, scheme) };
  }
  const [largest = { rows: [], merges: [] }] = bySize;
  return { ...byOrder(largest, form), otherForm: otherForm(largest, form, scheme) };
}

function gridOf({ rows, merges }: PastedTable): Grid {
  return {
    sheet: "",
    top: 0,
    left: 0,
    values: rows,
    merges,
    hiddenRows: [],
    hiddenColumns: [],
    hidden: false,
  };
}

function otherForm(table: PastedTable, form: FormSpec, scheme: Scheme): FormId | null {
  const others = scheme.forms.filter(({ id }) => id !== form.id);
  return surveySheet(gridOf(table), others).located[0]?.form.id ?? null;
}

function fromLocated(located: LocatedForm): Pasted {
  const { grid, columns, unmapped } = located;
  const { rows, leftOut } = readRows(located, grid.values.length);
  const known = Object.entries(columns).map(([key, { column, heading }]) => ({ at: column, heading, key }));
  const others = unmapped.map(({ column, heading }) => ({ at: column, heading, key: null }));
  const all = [...known, ...others].sort((a, b) => a.at - b.at);
  return {
    columns: all,
    rows: rows.map(({ row, cells }) =>
      all.map(({ at, key }) => cellText(key === null ? cellAt(grid, row, at) : (cells[key] ?? null)).trim())
    ),
    leftOut: leftOut
      .filter(({ reason }) => reason !== "column-numbers" && reason !== "repeated-header")
      .map(({ text }) => text),
    by: "heading",
    otherForm: null,
  };
}

function fromNearMiss(grid: Grid, { headerBottom, columns, proposed, unmapped }: NearMiss): Pasted {
  const known = Object.entries(columns).map(([key, { column, heading }]) => ({ at: column, heading, key }));
  const others = unmapped.map(({ column, heading }) => ({
    at: column,
    heading,
    key: Object.keys(proposed).find((key) => proposed[key] === column) ?? null,
  }));
  const all = [...known, ...others].sort((a, b) => a.at - b.at);
  const rows = range(headerBottom + 1, grid.values.length - 1);
  return { columns: all, rows: textsOf(grid, rows, all), leftOut: [], by: "heading", otherForm: null };
}

/** Without headings the columns stand in the order of the form, with or without the number of the row. */
function byOrder(table: PastedTable, form: FormSpec): Pasted {
  const grid = gridOf(table);
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const all = range(0, table.rows.length - 1);
  const firsts = all.map((row) => cellText(cellAt(grid, row, 0)).trim()).filter((text) => text !== "");
  const keys = form.columns.map(({ key }) => key);
  const isNumbered = firsts.length > 0 && firsts.every((text) => NUMBERED.test(text));
  const order = isNumbered || width >= keys.length ? keys : keys.filter((key) => key !== "ordinal");
  const columns = range(0, width - 1).map((at) => ({ at, heading: "", key: order[at] ?? null }));
  return { columns, rows: textsOf(grid, all, columns), leftOut: [], by: "order", otherForm: null };
}

/** Rows that say something. */
function textsOf(
  grid: Grid,
  rows: readonly number[],
  columns: readonly PastedColumn[]
): readonly (readonly string[])[] {
  return rows
    .filter((row) => columns.some(({ at }) => !isBlank(cellAt(grid, row, at))))
    .map((row) => columns.map(({ at }) => cellText(cellAt(grid, row, at)).trim()));
}

/** The same with a column taken for another one; a column of the form is taken once. */
export function withColumn(pasted: Pasted, at: number, key: string | null): Pasted {
  const columns = pasted.columns.map((column) => {
    if (column.at === at) return { ...column, key };
    return key !== null && column.key === key ? { ...column, key: null } : column;
  });
  return { ...pasted, columns };
}

/** What a row of pasted texts writes, by the key of the form's column; columns that the sheet lacks are left out. */
export function pastedContents(
  { columns }: Pasted,
  texts: readonly string[],
  table: EntryTable
): Readonly<Record<string, EntryContent>> {
  return Object.fromEntries(
    table.columns.flatMap(({ spec }) => {
      const index = columns.findIndex(({ key }) => key === spec.key);
      const text = (texts[index] ?? "").slice(0, LONGEST_CELL);
      return index < 0 ? [] : [[spec.key, contentOf(text, spec, undefined, table.fundsUnit)] as const];
    })
  );
}

/** Characters that Excel can hold in a cell. */
const LONGEST_CELL = 32_767;

/** The same as the rules see it. */
export function pastedValues(
  contents: Readonly<Record<string, EntryContent>>
): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(Object.entries(contents).map(([key, content]) => [key, valueOf(content)]));
}

/**
 * Text with a tab between the cells and a line for each row, as spreadsheets and tables are copied; a cell with line
 * breaks stands in quotation marks.
 */
export function tableOfText(text: string): PastedTable {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const endCell = (): void => {
    rows[rows.length - 1]?.push(cell.trim());
    cell = "";
  };
  for (let index = 0; index < plain.length; index += 1) {
    const letter = plain.charAt(index);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (plain.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "" && closesCell(plain, index)) quoted = true;
    else if (letter === "\t") endCell();
    else if (letter === "\n") {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return { rows: rows.map((row) => row.map((value) => (value === "" ? null : value))), merges: [] };
}

/** True when the quotation mark here has its counterpart before a tab or the end of a line. */
function closesCell(text: string, start: number): boolean {
  return /^"(?:[^"]|"")*"(?:\t|\n|$)/.test(text.slice(start));
}
