import { range } from "../forms/header";
import { cellAt, columnLetters, type Grid } from "../grid";
import type { FormTable } from "../records";
import { isReplyColumn } from "../replyColumn";
import { cellText, isBlank } from "../values/cells";
import type { FileHit, FileRule } from "./rule";

export const cellOutsideColumns: FileRule = {
  shape: "file",
  id: "cell-outside-columns",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Cột {letters} có nội dung ở {rows} dòng nhưng không phải cột của {form} nên không được đọc. Nếu là số liệu, hãy chuyển vào đúng cột.",
    en: "Column {letters} has content in {rows} rows but is no column of {form} and is not read. Move it into the right column if it is data.",
  },
  check: (tables) => {
    const bySheet = columnsOfSheets(tables);
    return tables.flatMap((table) => hitsOf(table, bySheet.get(table.located.grid)));
  },
};

/** Whose the columns of a sheet are. */
interface SheetColumns {
  /** How many tables reach over a column. */
  readonly tables: ReadonlyMap<number, number>;
  /** Columns that none reaches over, from left to right. */
  readonly free: readonly number[];
}

function columnsOfSheets(tables: readonly FormTable[]): ReadonlyMap<Grid, SheetColumns> {
  const reaching = new Map<Grid, Map<number, number>>();
  for (const { located } of tables) {
    const ofSheet = reaching.get(located.grid) ?? new Map<number, number>();
    reaching.set(located.grid, ofSheet);
    for (let column = located.left; column <= located.right; column += 1) {
      ofSheet.set(column, (ofSheet.get(column) ?? 0) + 1);
    }
  }
  return new Map(
    Array.from(reaching, ([grid, ofSheet]) => {
      const width = grid.values.reduce((most, { length }) => Math.max(most, length), 0);
      const all = range(grid.left, grid.left + width - 1);
      return [grid, { tables: ofSheet, free: all.filter((column) => !ofSheet.has(column)) }];
    })
  );
}

/** One hit for each column: a remark in every row is one matter. */
function hitsOf(table: FormTable, sheet: SheetColumns | undefined): readonly FileHit[] {
  const { grid, form } = table.located;
  return filledOutside(table, sheet).map(({ column, first, rows }) => ({
    table,
    row: first,
    at: column,
    value: cellText(cellAt(grid, first, column)),
    params: { letters: columnLetters(column), rows: String(rows), form: form.name },
  }));
}

interface FilledColumn {
  readonly column: number;
  readonly first: number;
  readonly rows: number;
}

/** A single row may be far wider than all others: none is looked at beyond its end. */
function filledOutside(table: FormTable, sheet: SheetColumns | undefined): readonly FilledColumn[] {
  const { grid } = table.located;
  const columns = outsideColumns(table, sheet);
  const filled = new Map<number, FilledColumn>();
  for (const { row } of table.rows) {
    const inRow = grid.values[row - grid.top] ?? [];
    for (const column of columns) {
      if (column - grid.left >= inRow.length) break;
      if (isBlank(cellAt(grid, row, column))) continue;
      const { first, rows } = filled.get(column) ?? { first: row, rows: 0 };
      filled.set(column, { column, first, rows: rows + 1 });
    }
  }
  return columns.flatMap((column) => filled.get(column) ?? []);
}

/** Sheet columns that are nobody's, from left to right: most sheets have none. */
function outsideColumns(table: FormTable, sheet: SheetColumns | undefined): readonly number[] {
  const { grid, left, right } = table.located;
  const { tables = new Map<number, number>(), free = [] } = sheet ?? {};
  const columns = columnsOf(table);
  const own = range(left, right).filter((column) => !columns.has(column) && tables.get(column) === 1);
  const outside = [
    ...free.filter((column) => column < left),
    ...own,
    ...free.filter((column) => column > right),
  ];
  return outside.filter((column) => column >= grid.left && !isReplyColumn(table.located, column));
}

/** Columns of the table, those with a heading of their own included: `column-unmapped` speaks of them. */
function columnsOf({ located }: FormTable): ReadonlySet<number> {
  const mapped = Object.values(located.columns).map(({ column }) => column);
  return new Set([...mapped, ...located.unmapped.map(({ column }) => column)]);
}
