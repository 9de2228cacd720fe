import { hasEth, tidyText } from "../text/normalize";
import { oddCells } from "./oddCells";
import type { TableRule } from "./rule";

export const textEth: TableRule = {
  shape: "table",
  id: "text-eth",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "TCVN 6909:2001: chữ Đ là U+0110",
  message: {
    vi: "“{value}” dùng ký tự Ð (chữ eth) thay cho chữ Đ: nhìn giống nhưng máy hiểu là chữ khác. Nên sửa lại.",
    en: "“{value}” has Ð (eth) in place of Đ: it looks alike but is another letter. Correct it.",
  },
  check: ({ rows }) =>
    oddCells(rows)
      .texts.filter(({ text }) => hasEth(text))
      .map(({ row, column, text }) => ({
        row,
        column,
        fix: tidyText(text),
      })),
};
