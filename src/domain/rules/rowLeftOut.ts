import type { Language } from "../findings";
import type { LeftOutReason } from "../forms/readRows";
import type { TableRule } from "./rule";

const REASONS: Readonly<Record<LeftOutReason, Readonly<Record<Language, string>>>> = {
  "column-numbers": { vi: "dòng đánh số cột", en: "column numbers" },
  "repeated-header": { vi: "dòng tiêu đề lặp lại", en: "the header again" },
  note: { vi: "dòng ghi chú xen giữa", en: "a note between the rows" },
  section: { vi: "dòng tiêu đề mục", en: "a section heading" },
  total: { vi: "dòng tổng cộng", en: "a total" },
  "after-table": { vi: "phần ký tên, ghi chú sau biểu", en: "signatures or notes after the table" },
};

/** Nobody needs to be told that these are no data. */
const PARTS_OF_HEADER: ReadonlySet<LeftOutReason> = new Set(["column-numbers", "repeated-header"]);

export const rowLeftOut: TableRule = {
  shape: "table",
  id: "row-left-out",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Mọi dòng đọc được đều phải có lời giải thích",
  message: {
    vi: "Dòng “{value}” không được đọc là một dòng của biểu vì là {reason}.",
    en: "The row “{value}” was not read as a row of the table: {reason}.",
  },
  check: (table) =>
    table.leftOut
      .filter(({ reason }) => !PARTS_OF_HEADER.has(reason))
      .map((row) => ({ row: row.row, value: row.text, params: { reason: REASONS[row.reason] } })),
};
