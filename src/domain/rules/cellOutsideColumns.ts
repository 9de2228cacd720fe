import { range } from "../forms/header";
import { cellAt, columnLetters } from "../grid";
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
  check: (tables) => tables.flatMap((table) => hitsOf(table, tables)),
};

/** One hit for each column: a remark in every row is one matter. */
function hitsOf(table: FormTable, tables: readonly FormTable[]): readonly FileHit[] {
  const { grid, form } = table.located;
  return outsideColumns(table, tables).flatMap((column) => {
    const filled = table.rows.filter(({ row }) => !isBlank(cellAt(grid, row, column)));
    const [first] = filled;
    if (first === undefined) return [];
    const hit = {
      table,
      row: first.row,
      at: column,
      value: cellText(cellAt(grid, first.row, column)),
      params: { letters: columnLetters(column), rows: String(filled.length), form: form.name },
    };
    return [hit];
  });
}

/** Sheet columns that the table's rows reach into and that are nobody's: most sheets have none. */
function outsideColumns(table: FormTable, tables: readonly FormTable[]): readonly number[] {
  const { grid } = table.located;
  let width = 0;
  for (const { row } of table.rows) width = Math.max(width, grid.values[row - grid.top]?.length ?? 0);
  const columns = columnsOf(table);
  const isTaken = takenColumns(table, tables);
  return range(grid.left, grid.left + width - 1).filter(
    (column) => !columns.has(column) && !isTaken(column) && !isReplyColumn(table.located, column)
  );
}

/** Columns of the table, those with a heading of their own included: `column-unmapped` speaks of them. */
function columnsOf({ located }: FormTable): ReadonlySet<number> {
  const mapped = Object.values(located.columns).map(({ column }) => column);
  return new Set([...mapped, ...located.unmapped.map(({ column }) => column)]);
}

/** Columns of another table beside this one, on the same rows. */
function takenColumns(table: FormTable, tables: readonly FormTable[]): (column: number) => boolean {
  const beside = tables.filter((other) => other !== table && other.located.grid === table.located.grid);
  return (column) => beside.some(({ located }) => located.left <= column && column <= located.right);
}
