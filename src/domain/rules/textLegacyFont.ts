import { type CellValue, cellAt } from "../grid";
import { textsOfRows } from "../text/tableTexts";
import type { TableRule } from "./rule";

export const textLegacyFont: TableRule = {
  shape: "table",
  id: "text-legacy-font",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "TCVN 6909:2001: văn bản điện tử dùng bộ mã Unicode",
  message: {
    vi: "Ô này gõ bằng phông chữ cũ (TCVN3 hoặc VNI); hệ thống đọc là “{text}”. Hãy chuyển sang Unicode và chọn phông Times New Roman.",
    en: "The cell was typed for a legacy font (TCVN3 or VNI); it is read as “{text}”. Convert it to Unicode and choose the font Times New Roman.",
  },
  check: ({ located, rows }) => {
    const { grid, columns } = located;
    if (!grid.typed) return [];
    const sheetAsTyped = { ...grid, values: grid.typed };
    const asTyped = (row: number, column: string): CellValue =>
      cellAt(sheetAsTyped, row, columns[column]?.column ?? -1);
    return textsOfRows(rows, () => true).flatMap(({ row, column, text }) => {
      const typed = asTyped(row, column);
      return typeof typed === "string" && typed !== text
        ? [{ row, column, value: typed, params: { text }, fix: text }]
        : [];
    });
  },
};
