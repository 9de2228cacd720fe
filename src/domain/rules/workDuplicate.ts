import { repeated, rowOfFirst } from "./repeated";
import type { FileRule } from "./rule";

const COMMUNE = { vi: "xã", en: "commune" };
const WORK = { vi: "công trình", en: "work" };

export const workDuplicate: FileRule = {
  shape: "file",
  id: "work-duplicate",
  severity: "warning",
  forms: ["bieu-02"],
  column: "title",
  clause: "02-ĐA/TU, II.2.2: tỷ lệ tính theo số xã, không theo số dòng",
  message: {
    vi: "Công trình này đã có ở dòng {first}. Mỗi {counted} chỉ tính một lần, theo mức độ cao hơn; hãy giữ một dòng nếu là cùng một cuốn.",
    en: "This work already stands in row {first}. A {counted} counts once, by the higher stage; keep one row if it is the same book.",
  },
  check: (tables) =>
    repeated(
      tables,
      ({ works }) => works,
      ({ identity }) => identity
    ).map((repetition) => ({
      table: repetition.table,
      row: repetition.record.row,
      params: {
        first: rowOfFirst(repetition),
        counted: repetition.record.reading.level === "commune" ? COMMUNE : WORK,
      },
    })),
};
