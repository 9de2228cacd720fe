import { workIdentity } from "../identity";
import { repeated } from "./repeated";
import type { TableRule } from "./rule";

export const workDuplicate: TableRule = {
  shape: "table",
  id: "work-duplicate",
  severity: "warning",
  forms: ["bieu-02"],
  column: "title",
  clause: "02-ĐA/TU, II.2.2: tỷ lệ tính theo số xã, không theo số dòng",
  message: {
    vi: "Công trình này đã có ở dòng {first}. Mỗi xã chỉ tính một lần, theo mức độ cao hơn; hãy giữ một dòng nếu là cùng một cuốn.",
    en: "This work already stands in row {first}. A commune counts once, by the higher stage; keep one row if it is the same book.",
  },
  check: (table) =>
    repeated(table.works, workIdentity).map(({ record, first }) => ({
      row: record.row,
      params: { first: String(first.row + 1) },
    })),
};
