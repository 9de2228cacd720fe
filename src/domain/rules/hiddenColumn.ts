import { setOfHidden } from "./hidden";
import type { TableRule } from "./rule";

export const hiddenColumn: TableRule = {
  shape: "table",
  id: "hidden-column",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Cột “{heading}” đang bị ẩn nhưng vẫn được đọc và tính. Hãy bỏ ẩn, hoặc xoá nếu không còn đúng.",
    en: "The column “{heading}” is hidden but is read and counted. Unhide it, or delete it if it no longer holds.",
  },
  check: ({ located }) => {
    if (located.grid.hiddenColumns.length === 0) return [];
    const hidden = setOfHidden(located.grid.hiddenColumns);
    return Object.entries(located.columns)
      .filter(([, { column }]) => hidden.has(column))
      .map(([key, { heading }]) => ({
        row: located.headerBottom,
        column: key,
        value: heading,
        params: { heading },
      }));
  },
};
