import { ordinalProblems } from "./ordinals";
import type { TableRule } from "./rule";

export const ordinalMissing: TableRule = {
  shape: "table",
  id: "ordinal-missing",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU: cột TT đánh số liên tục",
  message: {
    vi: "Dòng {line} chưa có số thứ tự. Nên đánh số để khi trao đổi biết là dòng nào.",
    en: "Row {line} has no ordinal. Number it, so that it can be spoken of.",
  },
  check: (table) =>
    ordinalProblems(table)
      .filter(({ kind }) => kind === "missing")
      .map(({ row, expected }) => ({
        row,
        params: { line: String(row + 1) },
        fix: expected === null ? undefined : String(expected),
      })),
};
