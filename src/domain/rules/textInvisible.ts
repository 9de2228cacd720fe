import { hasInvisible, tidyText } from "../text/normalize";
import { oddCells } from "./oddCells";
import type { TableRule } from "./rule";

export const textInvisible: TableRule = {
  shape: "table",
  id: "text-invisible",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Ký tự không nhìn thấy làm sai kết quả tìm kiếm và so sánh",
  message: {
    vi: "“{value}” chứa dấu cách không ngắt hoặc ký tự không nhìn thấy, thường do sao chép từ Word hay trang web. Nên xoá đi.",
    en: "“{value}” contains no-break spaces or invisible characters, mostly from copying out of Word or web pages. Remove them.",
  },
  check: ({ rows }) =>
    oddCells(rows)
      .texts.filter(({ text }) => hasInvisible(text))
      .map(({ row, column, text }) => ({ row, column, fix: tidyText(text) })),
};
