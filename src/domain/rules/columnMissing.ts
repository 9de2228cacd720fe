import type { TableRule } from "./rule";

export const columnMissing: TableRule = {
  shape: "table",
  id: "column-missing",
  severity: "error",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU, Biểu số 01 và Biểu số 02",
  message: {
    vi: "{form} thiếu cột “{missing}”. Hãy thêm cột đúng tên như mẫu, hoặc chép số liệu sang biểu mẫu.",
    en: "{form} lacks the column “{missing}”. Add it under its official name, or copy the data into the template.",
  },
  check: ({ located }) =>
    located.missing
      .filter((column) => column.required || column.kind === "stage")
      .map((column) => ({
        row: located.headerBottom,
        value: "",
        params: { form: located.form.name, missing: column.title },
      })),
};
