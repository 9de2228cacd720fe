/** `Tiến độ`, part 2: the communes of every unit by stage, percentages against both goals, funds and ranks. */
import type { ProgressFigures, UnitFigure } from "../domain/progress/figures";
import { percent } from "../domain/progress/percent";
import { STAGES, type TargetId, type Unit } from "../schemes/types";
import { cellRange, rowCell } from "./formulas";
import {
  communesOf,
  countedFormula,
  countifs,
  type FormulaSource,
  percentFormula,
  percentOrBlank,
  stageIs,
  targetOf,
  workColumn,
} from "./progressSheetFormulas";
import { type ProgressRows, UNIT } from "./progressSheetPlaces";
import type { Block, CellContent, FormulaContent } from "./sheetSpec";
import { targetReferences } from "./targetsSheet";

export function unitsBlock(source: FormulaSource, figures: ProgressFigures, rows: ProgressRows): Block {
  const { scheme } = source;
  return {
    top: rows.units - 1,
    left: 0,
    rows: [
      ["2. Công trình cấp xã theo đơn vị"],
      [
        "Đơn vị",
        "Số xã phải biên soạn",
        ...STAGES.map((stage) => scheme.stageNames[stage]),
        "Bản thảo hoàn thành",
        "Tỷ lệ bản thảo",
        "Tỷ lệ xuất bản",
        "Xếp hạng",
        "Kinh phí xã hội hóa",
        "Ghi chú",
      ],
      ...scheme.units.map((unit, index) => unitLine(source, unit, figures, rows, rows.units + 1 + index)),
      totalLine(source, figures, rows.total),
      goalsLine(source, figures, rows.goals),
    ],
  };
}

function unitLine(
  source: FormulaSource,
  { id, name }: Unit,
  figures: ProgressFigures,
  rows: ProgressRows,
  row: number
): CellContent[] {
  const references = targetReferences(source.scheme);
  const figure = figures.units.find(({ unit }) => unit === id);
  const unitCell = rowCell(row, UNIT.name);
  const share = rowCell(row, UNIT.share);
  const shareSource = references.share(id);
  const reached = (target: TargetId): string =>
    countedFormula(source, targetOf(source.scheme, target), unitCell);
  return [
    name,
    shareSource === undefined ? 0 : { formula: `=${shareSource}`, result: figure?.share },
    ...stageCounts(source, unitCell, (stage) => figure?.stages[stage]),
    { formula: `=${reached("commune-manuscript")}`, result: figure?.manuscript },
    {
      formula: percentOrBlank(rowCell(row, UNIT.manuscript), share),
      result: figure && (figure.manuscriptPercent ?? ""),
    },
    {
      formula: percentOrBlank(reached("commune-published"), share),
      result: figure && (figure.publishedPercent ?? ""),
    },
    { formula: rankFormula(rows, row), result: figure && (rankOf(figure, figures.units) ?? "") },
    {
      formula: `=SUMIFS(${workColumn(source, "dong")},${workColumn(source, "unit")},${unitCell})`,
      result: figure?.funds,
    },
    provisionalMark(references.fixedShare(id), references.shareDifference, share, figure),
  ];
}

function stageCounts(
  source: FormulaSource,
  unitCell: string | undefined,
  result: (stage: (typeof STAGES)[number]) => number | undefined
): readonly FormulaContent[] {
  return STAGES.map((stage) => ({
    formula: `=${countifs(source, [...communesOf(source, unitCell), ...stageIs(source, stage)])}`,
    result: result(stage),
  }));
}

/** By the percentage published, then by that of manuscripts; equals share a rank. Units without communes have none. */
export function rankOf(figure: UnitFigure, units: readonly UnitFigure[]): number | null {
  const { publishedPercent, manuscriptPercent } = figure;
  if (publishedPercent === null || manuscriptPercent === null) return null;
  const better = units.filter((other) => {
    const published = other.publishedPercent ?? -1;
    const manuscript = other.manuscriptPercent ?? -1;
    return published > publishedPercent || (published === publishedPercent && manuscript > manuscriptPercent);
  });
  return better.length + 1;
}

/** Sums of products, not COUNTIFS: a criterion made of a number and `>` depends on the language of the computer. */
function rankFormula(rows: ProgressRows, row: number): string {
  const column = (index: number): string => cellRange(index, rows.units + 1, rows.total - 1);
  const [share, published, manuscript] = [
    column(UNIT.share),
    column(UNIT.publishedPercent),
    column(UNIT.manuscriptPercent),
  ];
  const own = (index: number): string => rowCell(row, index);
  const furtherPublished = `(${published}>${own(UNIT.publishedPercent)})`;
  const samePublished = `(${published}=${own(UNIT.publishedPercent)})*(${manuscript}>${own(UNIT.manuscriptPercent)})`;
  const better = `SUMPRODUCT((${share}>0)*(${furtherPublished}+${samePublished}))`;
  return `=IF(${own(UNIT.share)}>0,1+${better},"")`;
}

/** Marked wherever a share is not fixed by the source while the shares do not add up to the province's number. */
function provisionalMark(
  fixed: string | undefined,
  difference: string,
  share: string,
  figure: UnitFigure | undefined
): CellContent {
  if (fixed === undefined) return null;
  return {
    formula: `=IF(AND(${difference}<>0,${share}>0,${share}<>${fixed}),"tạm tính","")`,
    result: figure && (figure.provisional ? "tạm tính" : ""),
  };
}

/** The province as a whole: its denominators are the scheme's, whatever the shares are. */
function totalLine(source: FormulaSource, figures: ProgressFigures, row: number): CellContent[] {
  const { scheme } = source;
  const references = targetReferences(scheme);
  const share = rowCell(row, UNIT.share);
  const manuscript = figures.targets.find(({ id }) => id === "commune-manuscript");
  const published = figures.targets.find(({ id }) => id === "commune-published");
  const reached = (id: TargetId): string => countedFormula(source, targetOf(scheme, id));
  return [
    "Toàn tỉnh",
    { formula: `=${references.denominator("commune-manuscript")}`, result: manuscript?.denominator },
    ...stageCounts(source, undefined, (stage) =>
      figures.units.reduce((sum, { stages }) => sum + stages[stage], 0)
    ),
    { formula: `=${reached("commune-manuscript")}`, result: manuscript?.done },
    { formula: percentOrBlank(rowCell(row, UNIT.manuscript), share), result: manuscript?.percent },
    {
      formula: percentOrBlank(reached("commune-published"), share),
      result: manuscript && published && percent(published.done, manuscript.denominator),
    },
    null,
    { formula: `=SUM(${workColumn(source, "dong")})`, result: figures.funds },
    null,
  ];
}

function goalsLine({ scheme }: FormulaSource, figures: ProgressFigures, row: number): CellContent[] {
  const references = targetReferences(scheme);
  const goal = (id: TargetId): FormulaContent => ({
    formula: percentFormula(references.goal(id), references.denominator(id)),
    result: figures.targets.find((figure) => figure.id === id)?.goalPercent,
  });
  const line = Array.from({ length: UNIT.note + 1 }, (): CellContent => null);
  return line.map((empty, column) => {
    if (column === UNIT.name) return "Mục tiêu của Đề án";
    if (column === UNIT.share) {
      return { formula: `=${rowCell(row - 1, UNIT.share)}`, result: denominatorOf(figures) };
    }
    if (column === UNIT.manuscriptPercent) return goal("commune-manuscript");
    return column === UNIT.publishedPercent ? goal("commune-published") : empty;
  });
}

function denominatorOf({ targets }: ProgressFigures): number | undefined {
  return targets.find(({ id }) => id === "commune-manuscript")?.denominator;
}
