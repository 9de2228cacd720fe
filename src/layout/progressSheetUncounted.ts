/** `Tiến độ`, part 5: how many works count toward no target, and why. */
import type { MergedState } from "../domain/merge/state";
import { traceProgress, type UncountedReason } from "../domain/progress/trace";
import { EXCLUSION_NAMES, SAME_SUBJECT_NAME } from "../schemes/mergedColumns";
import { cellRange, quotedText, rowCell } from "./formulas";
import { type FormulaSource, workColumn } from "./progressSheetFormulas";
import { type ProgressRows, UNCOUNTED } from "./progressSheetPlaces";
import type { Block, CellContent } from "./sheetSpec";

/** `no-target` is last: whatever has no other reason, words of the province's own too, counts toward no target. */
const REASONS: readonly UncountedReason[] = [
  "same-subject",
  "no-stage",
  "before-scheme",
  "had-book-before",
  "future",
  "other-unit",
  "kind",
  "no-target",
];
export const UNCOUNTED_REASONS = REASONS.length;

const NAMES: Readonly<Record<UncountedReason, string>> = {
  ...EXCLUSION_NAMES,
  "same-subject": SAME_SUBJECT_NAME,
};

export function uncountedBlock(source: FormulaSource, state: MergedState, rows: ProgressRows): Block {
  const { uncounted } = traceProgress(state, source.scheme);
  const lines = REASONS.map((reason, index): CellContent[] => [
    NAMES[reason],
    {
      formula: `=${reasonFormula(reason, source, rows, rows.uncounted + 1 + index)}`,
      result: uncounted.filter((work) => work.reason === reason).length,
    },
  ]);
  return {
    top: rows.uncounted - 1,
    left: 0,
    rows: [
      ["5. Dòng không tính vào chỉ tiêu"],
      ["Lý do (xem từng dòng ở cột “Lý do không tính”, trang “Tổng hợp 02”)", "Số dòng"],
      ...lines,
      [
        "Cộng",
        {
          formula: `=COUNTA(${workColumn(source, "unit")})-SUM(${workColumn(source, "counts")})`,
          result: uncounted.length,
        },
      ],
    ],
  };
}

function reasonFormula(
  reason: UncountedReason,
  source: FormulaSource,
  rows: ProgressRows,
  row: number
): string {
  const column = (key: string): string => workColumn(source, key);
  if (reason === "same-subject") {
    return `SUMPRODUCT((${column("subject")}<>"")*(${column("exclusion")}="")*(${column("counts")}=0))`;
  }
  if (reason === "no-target") {
    const others = cellRange(UNCOUNTED.count, rows.uncounted + 1, row - 1);
    return `${rowCell(rows.uncounted + 1 + REASONS.length, UNCOUNTED.count)}-SUM(${others})`;
  }
  return `COUNTIFS(${column("exclusion")},${quotedText(NAMES[reason])})`;
}
