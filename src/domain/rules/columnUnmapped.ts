import type { LocatedForm } from "../forms/locate";
import type { FormRow } from "../forms/readRows";
import { cellAt } from "../grid";
import { isBlank } from "../values/cells";
import type { TableRule } from "./rule";

export const columnUnmapped: TableRule = {
  shape: "table",
  id: "column-unmapped",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Cột “{heading}” không có trong {form} nên không được đọc. Nếu đó là một cột của biểu, hãy sửa tiêu đề theo mẫu hoặc chỉ định cột bằng tay.",
    en: "The column “{heading}” is not part of {form} and is not read. If it is one of its columns, correct the heading or map the column by hand.",
  },
  // An empty column loses nothing.
  check: ({ located, rows }) => {
    const filled = filledUnmapped(located, rows);
    return located.unmapped
      .filter(({ column }) => filled.has(column))
      .map(({ heading }) => ({
        row: located.headerBottom,
        value: heading,
        params: { heading, form: located.form.name },
      }));
  },
};

/** The header may be far wider than the rows: none is looked at beyond its end. */
function filledUnmapped({ grid, unmapped }: LocatedForm, rows: readonly FormRow[]): ReadonlySet<number> {
  const filled = new Set<number>();
  for (const { row } of rows) {
    if (filled.size === unmapped.length) break;
    const inRow = grid.values[row - grid.top] ?? [];
    for (const { column } of unmapped) {
      if (column - grid.left >= inRow.length) break;
      if (!isBlank(cellAt(grid, row, column))) filled.add(column);
    }
  }
  return filled;
}
