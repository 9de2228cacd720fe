import { cellText } from "../values/cells";
import type { TableRule } from "./rule";

export const ordinalSequence: TableRule = {
  shape: "table",
  id: "ordinal-sequence",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU: cột TT đánh số liên tục",
  message: {
    vi: "Số thứ tự {value} không liên tục (sau {previous}). Nên đánh lại số thứ tự.",
    en: "The ordinal {value} does not follow {previous}. Renumber the rows.",
  },
  check: ({ rows }) => {
    const numbered = rows.flatMap((row) => {
      const ordinal = Number(cellText(row.cells["ordinal"] ?? null).replace(/\.$/, "") || NaN);
      return Number.isInteger(ordinal) ? [{ row: row.row, ordinal }] : [];
    });
    return numbered.flatMap(({ row, ordinal }, index) => {
      const previous = numbered[index - 1]?.ordinal;
      return previous !== undefined && ordinal !== previous + 1 && ordinal !== 1
        ? [{ row, params: { previous: String(previous) } }]
        : [];
    });
  },
};
