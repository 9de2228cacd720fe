import type { FormTable } from "../records";
import type { TableRule } from "./rule";

export const blankRow: TableRule = {
  shape: "table",
  id: "blank-row",
  severity: "info",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU, Biểu số 01 và Biểu số 02: các dòng liền nhau",
  message: {
    vi: "Có dòng trống giữa biểu ({lines}). Các dòng sau vẫn được đọc; nên xoá dòng trống, hoặc điền nốt nếu còn thiếu.",
    en: "There are blank rows inside the table ({lines}). The rows below are read all the same; delete the blank ones or fill them in.",
  },
  check: (table) =>
    blankRuns(table).map(({ from, to }) => ({
      row: from,
      params: {
        lines:
          from === to
            ? { vi: `dòng ${from + 1}`, en: `row ${from + 1}` }
            : { vi: `dòng ${from + 1} đến ${to + 1}`, en: `rows ${from + 1} to ${to + 1}` },
      },
    })),
};

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of sheet rows between the table's rows that say nothing; a number without a text says nothing. */
function blankRuns({ rows, leftOut, located }: FormTable): readonly Run[] {
  const first = rows[0]?.row ?? 0;
  const last = rows[rows.length - 1]?.row ?? 0;
  if (last - first < rows.length) return [];
  const inside = leftOut.filter(({ reason }) => reason !== "after-table");
  const header = located.repeats.flatMap(([top, bottom]) => [top, bottom]);
  const filled = [...rows.map(({ row }) => row), ...inside.map(({ row }) => row), ...header]
    .filter((row) => row >= first && row <= last)
    .sort((a, b) => a - b);
  return filled.flatMap((row, index) => {
    const next = filled[index + 1];
    return next !== undefined && next > row + 1 ? [{ from: row + 1, to: next - 1 }] : [];
  });
}
