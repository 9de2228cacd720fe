import { ordinalProblems } from "./ordinals";
import type { TableRule } from "./rule";

export const ordinalSequence: TableRule = {
  shape: "table",
  id: "ordinal-sequence",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU: cột TT đánh số liên tục",
  message: {
    vi: "Số thứ tự “{value}” không liên tục ({previous}). Nên đánh lại số thứ tự.",
    en: "The ordinal “{value}” is out of sequence ({previous}). Renumber the rows.",
  },
  check: (table) =>
    ordinalProblems(table)
      .filter(({ kind }) => kind === "out-of-sequence")
      .map(({ row, previous, expected }) => ({
        row,
        params: {
          previous:
            previous === null
              ? { vi: "ở đầu biểu hoặc đầu mục", en: "at the beginning" }
              : { vi: `sau ${previous}`, en: `after ${previous}` },
        },
        fix: expected === null ? undefined : String(expected),
      })),
};
