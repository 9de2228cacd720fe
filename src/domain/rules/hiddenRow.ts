import { setOfHidden } from "./hidden";
import type { TableRule } from "./rule";

export const hiddenRow: TableRule = {
  shape: "table",
  id: "hidden-row",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Dòng {line} đang bị ẩn nhưng vẫn được đọc và tính. Hãy bỏ ẩn, hoặc xoá nếu không còn đúng.",
    en: "Row {line} is hidden but is read and counted. Unhide it, or delete it if it no longer holds.",
  },
  check: ({ located, rows }) => {
    if (located.grid.hiddenRows.length === 0) return [];
    const hidden = setOfHidden(located.grid.hiddenRows);
    return rows
      .filter(({ row }) => hidden.has(row))
      .map(({ row }) => ({ row, params: { line: String(row + 1) } }));
  },
};
