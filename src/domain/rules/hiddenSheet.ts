import type { TableRule } from "./rule";

export const hiddenSheet: TableRule = {
  shape: "table",
  id: "hidden-sheet",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Không số liệu nào được bỏ qua âm thầm",
  message: {
    vi: "Trang “{sheet}” đang bị ẩn nhưng {form} trên đó vẫn được đọc và tính. Hãy bỏ ẩn, hoặc xoá trang nếu là bản cũ.",
    en: "The sheet “{sheet}” is hidden but its {form} is read and counted. Unhide it, or delete it if it is an old copy.",
  },
  check: ({ located }) =>
    located.grid.hidden
      ? [
          {
            row: located.headerTop,
            value: "",
            params: { sheet: located.grid.sheet, form: located.form.name },
          },
        ]
      : [],
};
