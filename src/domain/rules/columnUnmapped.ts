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
  check: ({ located, rows }) =>
    located.unmapped
      .filter(({ column }) => rows.some(({ row }) => !isBlank(cellAt(located.grid, row, column))))
      .map(({ heading }) => ({
        row: located.headerBottom,
        value: heading,
        params: { heading, form: located.form.name },
      })),
};
