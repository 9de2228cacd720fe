import type { TableRule } from "./rule";

export const mergedCell: TableRule = {
  shape: "table",
  id: "merged-cell",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "Mỗi dòng của biểu phải tự đủ số liệu",
  message: {
    vi: "Dòng {line} lấy {columns} theo ô gộp ở các dòng trên. Nên bỏ gộp ô và ghi đủ cho từng dòng.",
    en: "Row {line} takes {columns} from a cell merged with the rows above. Unmerge it and fill in every row.",
  },
  check: ({ located, rows }) =>
    rows
      .filter(({ merged }) => merged !== undefined)
      .flatMap(({ row, merged = [] }) => {
        const titles = located.form.columns.filter(({ key }) => merged.includes(key));
        const [first] = titles;
        if (first === undefined) return [];
        const columns = titles.map(({ title }) => `“${title}”`).join(", ");
        return [{ row, column: first.key, params: { line: String(row + 1), columns } }];
      }),
};
