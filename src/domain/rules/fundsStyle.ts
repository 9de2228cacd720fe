import { fundsUnitOf } from "../forms/fundsUnit";
import { amountForColumn } from "../values/money";
import type { TableHit, TableRule } from "./rule";

export const fundsStyle: TableRule = {
  shape: "table",
  id: "funds-style",
  severity: "info",
  forms: ["bieu-02"],
  column: "funds",
  clause:
    "Nghị định 30/2020/NĐ-CP, cách viết số: dấu chấm ngăn cách hàng nghìn, dấu phẩy ngăn cách phần thập phân",
  message: {
    vi: "Số tiền “{value}” dùng dấu ngăn cách theo kiểu nước ngoài; hệ thống đọc là {clean}. Nên ghi lại cho rõ.",
    en: "The amount “{value}” has foreign separators; it is read as {clean}. Write it the Vietnamese way.",
  },
  check: ({ located, works }) => {
    const hits: TableHit[] = [];
    for (const { row, funds } of works) {
      if (funds.status !== "ok" || funds.doubt !== "foreign-marks") continue;
      const clean = amountForColumn(funds.dong, fundsUnitOf(located));
      hits.push({ row, params: { clean }, fix: clean });
    }
    return hits;
  },
};
