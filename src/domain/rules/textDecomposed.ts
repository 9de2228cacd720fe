import { isDecomposed, tidyText } from "../text/normalize";
import { oddCells } from "./oddCells";
import type { TableRule } from "./rule";

export const textDecomposed: TableRule = {
  shape: "table",
  id: "text-decomposed",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "TCVN 6909:2001: bộ mã Unicode; dùng bảng mã dựng sẵn để tìm kiếm và sắp xếp được",
  message: {
    vi: "“{value}” gõ bằng Unicode tổ hợp: nhìn giống nhưng khó tìm kiếm. Nên chuyển sang Unicode dựng sẵn.",
    en: "“{value}” is typed with separate accents (decomposed Unicode), which hinders searching. Convert it to composed Unicode.",
  },
  check: ({ rows }) =>
    oddCells(rows)
      .texts.filter(({ text }) => isDecomposed(text))
      .map(({ row, column, text }) => ({ row, column, fix: tidyText(text) })),
};
