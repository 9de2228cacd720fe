import { oddCells } from "./oddCells";
import type { TableRule } from "./rule";

export const errorValue: TableRule = {
  shape: "table",
  id: "error-value",
  severity: "error",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Ô báo lỗi công thức không phải là số liệu",
  message: {
    vi: "Ô này báo lỗi {value} của Excel. Hãy sửa công thức hoặc gõ lại giá trị.",
    en: "The cell shows the Excel error {value}. Correct the formula or type the value again.",
  },
  check: ({ rows }) => oddCells(rows).errors,
};
