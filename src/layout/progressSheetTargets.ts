/** `Tiến độ`, part 1: what was reached of the targets. */
import type { ProgressFigures } from "../domain/progress/figures";
import { rowCell } from "./formulas";
import { countedFormula, type FormulaSource, percentFormula } from "./progressSheetFormulas";
import { type ProgressRows, TARGET } from "./progressSheetPlaces";
import type { Block, CellContent } from "./sheetSpec";
import { targetReferences } from "./targetsSheet";

export function targetsBlock(source: FormulaSource, figures: ProgressFigures, rows: ProgressRows): Block {
  const references = targetReferences(source.scheme);
  const lines = source.scheme.targets.map((target, index): CellContent[] => {
    const row = rows.targets + 1 + index;
    const figure = figures.targets.find(({ id }) => id === target.id);
    const done = rowCell(row, TARGET.done);
    const denominator = rowCell(row, TARGET.denominator);
    const goal = rowCell(row, TARGET.goal);
    return [
      target.title,
      { formula: `=${countedFormula(source, target)}`, result: figure?.done },
      { formula: `=${references.denominator(target.id)}`, result: figure?.denominator },
      { formula: `=${references.goal(target.id)}`, result: figure?.goal },
      { formula: percentFormula(done, denominator), result: figure?.percent },
      { formula: percentFormula(goal, denominator), result: figure?.goalPercent },
      {
        formula: `=IF(${done}>=${goal},"Đạt","Chưa đạt, còn thiếu "&(${goal}-${done}))`,
        result: figure && (figure.met ? "Đạt" : `Chưa đạt, còn thiếu ${figure.goal - figure.done}`),
      },
    ];
  });
  return {
    top: rows.targets - 1,
    left: 0,
    rows: [
      ["1. Kết quả so với chỉ tiêu"],
      ["Chỉ tiêu", "Đã đạt", "Mẫu số", "Mục tiêu", "Tỷ lệ", "Tỷ lệ mục tiêu", "Kết quả"],
      ...lines,
    ],
  };
}
