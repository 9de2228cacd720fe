/** `Tiến độ`: the summary. Every figure is a live formula over the merged tables, with the product's own as its result. */
import { formatDate } from "../domain/values/dates";
import type { IsoDate } from "../domain/grid";
import type { ProgressFigures, UnitFigure } from "../domain/progress/figures";
import { percent } from "../domain/progress/percent";
import { GROUP_NAMES, KIND_NAMES, MERGED_SHEETS, mergedColumns } from "../schemes/mergedColumns";
import { type Round, type Scheme, STAGES, type Target, type TargetId } from "../schemes/types";
import { quotedText, rowCell } from "./formulas";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  landscape,
  LINE_HEIGHT,
  NOTE_STYLE,
  OFFICIAL_FONT,
  rowArea,
  rowsBelow,
  SECTION_STYLE,
  SHEET_TITLE_STYLE,
} from "./look";
import { worksRange } from "./mergedTables";
import type {
  Block,
  CellContent,
  ConditionalFormatSpec,
  FormulaContent,
  SheetSpec,
  StyledArea,
} from "./sheetSpec";
import { targetReferences } from "./targetsSheet";

export interface ProgressOptions {
  readonly scheme: Scheme;
  readonly round: Round;
  readonly figures: ProgressFigures;
  readonly asOf: IsoDate;
}

const LAST_COLUMN = 10;
const TARGET = {
  title: 0,
  done: 1,
  denominator: 2,
  goal: 3,
  percent: 4,
  goalPercent: 5,
  outcome: 6,
} as const;
const UNIT = {
  name: 0,
  share: 1,
  stages: 2,
  manuscript: 6,
  manuscriptPercent: 7,
  publishedPercent: 8,
  funds: 9,
  note: 10,
} as const;

/** Zero-based header rows of the two tables, and the lines below them. */
function progressRows(scheme: Scheme) {
  const targets = 4;
  const units = targets + scheme.targets.length + 3;
  const total = units + scheme.units.length + 1;
  return { targets, units, total, notes: total + 2 };
}

export function progressSheet({ scheme, round, figures, asOf }: ProgressOptions): SheetSpec {
  const rows = progressRows(scheme);
  const bottom = rows.notes + 2;
  return {
    ...BLANK_SHEET,
    name: MERGED_SHEETS.progress,
    columns: [54, 12, 12, 12, 12, 12, 12, 12, 12, 20, 12].map((width) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      { row: rows.targets, height: 34 },
      { row: rows.units, height: 50 },
      ...[
        ...rowsBelow(rows.targets, scheme.targets.length),
        ...rowsBelow(rows.units, scheme.units.length + 1),
      ].map((row) => ({ row, height: LINE_HEIGHT })),
    ],
    blocks: [
      {
        top: 0,
        left: 0,
        rows: [
          [`TIẾN ĐỘ THỰC HIỆN ${scheme.name.toLocaleUpperCase("vi")}`],
          [`Tính đến ngày ${formatDate(asOf)}. ${round.name}.`],
        ],
      },
      targetsBlock(scheme, figures, rows.targets),
      unitsBlock(scheme, figures, rows.units),
      notesBlock(scheme, figures, rows.notes),
    ],
    styles: progressStyles(scheme, rows),
    merges: [
      rowArea(0, 0, LAST_COLUMN),
      rowArea(1, 0, LAST_COLUMN),
      ...[0, ...scheme.targets.map((_, index) => index + 1)].map((offset) =>
        rowArea(rows.targets + offset, TARGET.outcome, LAST_COLUMN)
      ),
      ...[0, 1, 2].map((offset) => rowArea(rows.notes + offset, 0, LAST_COLUMN)),
    ],
    conditionalFormats: dataBars(scheme, rows),
    freeze: { rows: 2, columns: 1 },
    print: landscape({ top: 0, left: 0, bottom, right: LAST_COLUMN }),
    tabColor: "#1F3864",
  };
}

function targetsBlock(scheme: Scheme, figures: ProgressFigures, header: number): Block {
  const references = targetReferences(scheme);
  const lines = scheme.targets.map((target, index): CellContent[] => {
    const row = header + 1 + index;
    const figure = figures.targets.find(({ id }) => id === target.id);
    const done = rowCell(row, TARGET.done);
    const denominator = rowCell(row, TARGET.denominator);
    const goal = rowCell(row, TARGET.goal);
    return [
      target.title,
      { formula: `=${countedFormula(scheme, target, {})}`, result: figure?.done },
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
    top: header - 1,
    left: 0,
    rows: [
      ["1. Kết quả so với chỉ tiêu"],
      ["Chỉ tiêu", "Đã đạt", "Mẫu số", "Mục tiêu", "Tỷ lệ", "Tỷ lệ mục tiêu", "Kết quả"],
      ...lines,
    ],
  };
}

function unitsBlock(scheme: Scheme, figures: ProgressFigures, header: number): Block {
  const stageTitles = STAGES.map((stage) => scheme.stageNames[stage]);
  return {
    top: header - 1,
    left: 0,
    rows: [
      ["2. Công trình cấp xã theo đơn vị"],
      [
        "Đơn vị",
        "Số xã phải biên soạn",
        ...stageTitles,
        "Bản thảo hoàn thành",
        "Tỷ lệ bản thảo",
        "Tỷ lệ xuất bản",
        "Kinh phí xã hội hóa",
        "Ghi chú",
      ],
      ...scheme.units.map((unit, index) => unitLine(scheme, unit.id, unit.name, figures, header + 1 + index)),
      totalLine(scheme, figures, header + 1 + scheme.units.length),
    ],
  };
}

function unitLine(
  scheme: Scheme,
  id: string,
  name: string,
  figures: ProgressFigures,
  row: number
): CellContent[] {
  const references = targetReferences(scheme);
  const columns = mergedColumns(scheme, "bieu-02");
  const figure = figures.units.find(({ unit }) => unit === id);
  const unitCell = rowCell(row, UNIT.name);
  const share = rowCell(row, UNIT.share);
  const shareSource = references.share(id);
  const communes = [
    worksRange(columns, "unit"),
    unitCell,
    worksRange(columns, "group"),
    quotedText(GROUP_NAMES.commune),
  ];
  return [
    name,
    shareSource === undefined ? 0 : { formula: `=${shareSource}`, result: figure?.share },
    ...STAGES.map((stage): FormulaContent => ({
      formula: `=${countifs(scheme, [...communes, ...stageIs(scheme, stage)])}`,
      result: figure?.stages[stage],
    })),
    communeCount(scheme, "commune-manuscript", { unitCell }, figure?.manuscript),
    {
      formula: percentOrBlank(rowCell(row, UNIT.manuscript), share),
      result: figure && (figure.manuscriptPercent ?? ""),
    },
    {
      formula: percentOrBlank(
        countedFormula(scheme, targetOf(scheme, "commune-published"), { unitCell }),
        share
      ),
      result: figure && (figure.publishedPercent ?? ""),
    },
    {
      formula: `=SUMIFS(${worksRange(columns, "dong")},${worksRange(columns, "unit")},${unitCell})`,
      result: figure?.funds,
    },
    provisionalMark(references.fixedShare(id), references.shareDifference, share, figure),
  ];
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
function totalLine(scheme: Scheme, figures: ProgressFigures, row: number): CellContent[] {
  const references = targetReferences(scheme);
  const columns = mergedColumns(scheme, "bieu-02");
  const share = rowCell(row, UNIT.share);
  const manuscript = figures.targets.find(({ id }) => id === "commune-manuscript");
  const published = figures.targets.find(({ id }) => id === "commune-published");
  const communes = [worksRange(columns, "group"), quotedText(GROUP_NAMES.commune)];
  const sumOf = (count: (unit: UnitFigure) => number): number =>
    figures.units.reduce((sum, unit) => sum + count(unit), 0);
  return [
    "Toàn tỉnh",
    { formula: `=${references.denominator("commune-manuscript")}`, result: manuscript?.denominator },
    ...STAGES.map((stage): FormulaContent => ({
      formula: `=${countifs(scheme, [...communes, ...stageIs(scheme, stage)])}`,
      result: sumOf(({ stages }) => stages[stage]),
    })),
    communeCount(scheme, "commune-manuscript", {}, manuscript?.done),
    { formula: percentOrBlank(rowCell(row, UNIT.manuscript), share), result: manuscript?.percent },
    {
      formula: percentOrBlank(countedFormula(scheme, targetOf(scheme, "commune-published"), {}), share),
      result: manuscript && published && percent(published.done, manuscript.denominator),
    },
    { formula: `=SUM(${worksRange(columns, "dong")})`, result: figures.funds },
    null,
  ];
}

function communeCount(
  scheme: Scheme,
  target: TargetId,
  of: { unitCell?: string },
  result: number | undefined
): FormulaContent {
  return { formula: `=${countedFormula(scheme, targetOf(scheme, target), of)}`, result };
}

/** Number of counted rows of `Tổng hợp 02` that reach a target, of one unit or of all; without the leading `=`. */
function countedFormula(
  scheme: Scheme,
  target: Target,
  { unitCell }: { readonly unitCell?: string }
): string {
  const columns = mergedColumns(scheme, "bieu-02");
  const unit = unitCell === undefined ? [] : [worksRange(columns, "unit"), unitCell];
  const group = [worksRange(columns, "group"), quotedText(GROUP_NAMES[target.level])];
  const everyKind = target.kinds.length === Object.keys(KIND_NAMES).length;
  const kinds = everyKind
    ? [[]]
    : target.kinds.map((kind) => [worksRange(columns, "kind"), quotedText(KIND_NAMES[kind])]);
  const counts = target.stages.flatMap((stage) =>
    kinds.map((kind) => countifs(scheme, [...unit, ...group, ...stageIs(scheme, stage), ...kind]))
  );
  return counts.join("+");
}

function countifs(scheme: Scheme, conditions: readonly string[]): string {
  const counts = worksRange(mergedColumns(scheme, "bieu-02"), "counts");
  return `COUNTIFS(${[counts, "1", ...conditions].join(",")})`;
}

function stageIs(scheme: Scheme, stage: (typeof STAGES)[number]): string[] {
  return [worksRange(mergedColumns(scheme, "bieu-02"), "stage"), quotedText(scheme.stageNames[stage])];
}

function targetOf(scheme: Scheme, id: TargetId): Target {
  const target = scheme.targets.find((candidate) => candidate.id === id);
  if (target === undefined) throw new RangeError(`Scheme ${scheme.id} has no target ${id}`);
  return target;
}

function percentFormula(part: string, whole: string): string {
  return `=ROUND(100*${part}/${whole},1)`;
}

function percentOrBlank(part: string, whole: string): string {
  return `=IF(${whole}>0,ROUND(100*(${part})/${whole},1),"")`;
}

function notesBlock(scheme: Scheme, figures: ProgressFigures, top: number): Block {
  const references = targetReferences(scheme);
  const { shareDifference } = figures;
  const denominator = targetOf(scheme, "commune-manuscript").denominator;
  const agree = "Tổng số xã phải biên soạn của các đơn vị khớp với số của toàn tỉnh.";
  const lead = "Tổng số xã phải biên soạn của các đơn vị là ";
  const middle = ", toàn tỉnh là ";
  const tail =
    ": tỷ lệ của đơn vị ghi “tạm tính” sẽ thay đổi khi sửa số xã ở trang “Chỉ tiêu”. Tỷ lệ toàn tỉnh không đổi.";
  return {
    top,
    left: 0,
    rows: [
      [
        {
          formula:
            `=IF(${references.shareDifference}=0,${quotedText(agree)},${quotedText(lead)}&${references.shareSum}` +
            `&${quotedText(middle)}&${references.denominator("commune-manuscript")}&", lệch "` +
            `&${references.shareDifference}&${quotedText(tail)})`,
          result:
            shareDifference === 0
              ? agree
              : `${lead}${denominator + shareDifference}${middle}${denominator}, lệch ${shareDifference}${tail}`,
        },
      ],
      [
        "Tỷ lệ tính theo số xã khác nhau: một xã có nhiều hàng thì lấy hàng có giai đoạn cao nhất và tính một lần.",
      ],
      [
        "Mọi con số là công thức trên trang “Tổng hợp 02” và “Chỉ tiêu”: sửa ở đó thì số liệu ở đây tự tính lại.",
      ],
    ],
  };
}

function progressStyles(scheme: Scheme, rows: ReturnType<typeof progressRows>): StyledArea[] {
  const targetBottom = rows.targets + scheme.targets.length;
  const table = (header: number, bottom: number): StyledArea[] => [
    { area: { top: header, left: 0, bottom, right: LAST_COLUMN }, style: { borderColor: GRID_LINE } },
    { area: rowArea(header, 0, LAST_COLUMN), style: HEADER_STYLE },
    { area: rowArea(header - 1, 0, 0), style: SECTION_STYLE },
  ];
  const format = (
    top: number,
    bottom: number,
    left: number,
    right: number,
    style: StyledArea["style"]
  ): StyledArea => ({ area: { top, left, bottom, right }, style });
  const unitTop = rows.units + 1;
  return [
    format(0, rows.notes + 2, 0, LAST_COLUMN, { fontName: OFFICIAL_FONT, fontSize: 12, vertical: "center" }),
    { area: rowArea(0, 0, LAST_COLUMN), style: SHEET_TITLE_STYLE },
    { area: rowArea(1, 0, LAST_COLUMN), style: NOTE_STYLE },
    ...table(rows.targets, targetBottom),
    ...table(rows.units, rows.total),
    format(rows.targets + 1, targetBottom, TARGET.done, TARGET.goal, {
      horizontal: "center",
      numberFormat: "0",
    }),
    format(rows.targets + 1, targetBottom, TARGET.percent, TARGET.percent, {
      horizontal: "right",
      numberFormat: PERCENT_FORMAT,
    }),
    // Centred, away from the verdict that follows.
    format(rows.targets + 1, targetBottom, TARGET.goalPercent, TARGET.goalPercent, {
      horizontal: "center",
      numberFormat: PERCENT_FORMAT,
    }),
    format(unitTop, rows.total, UNIT.share, UNIT.manuscript, {
      horizontal: "center",
      numberFormat: COUNT_FORMAT,
    }),
    format(unitTop, rows.total, UNIT.manuscriptPercent, UNIT.publishedPercent, {
      horizontal: "right",
      numberFormat: PERCENT_FORMAT,
    }),
    format(unitTop, rows.total, UNIT.funds, UNIT.funds, { horizontal: "right", numberFormat: FUNDS_FORMAT }),
    format(unitTop, rows.total, UNIT.note, UNIT.note, { horizontal: "center", italic: true }),
    { area: rowArea(rows.total, 0, LAST_COLUMN), style: { bold: true, fillColor: TOTAL_FILL } },
    format(rows.notes, rows.notes + 2, 0, LAST_COLUMN, { ...NOTE_STYLE, fontSize: 11, wrapText: true }),
  ];
}

const PERCENT_FORMAT = '0.0" %"';
/** A dash for nothing: most cells of the table are zero at first. */
const COUNT_FORMAT = '0;-0;"–"';
const FUNDS_FORMAT = '#,##0" đ";-#,##0" đ";"–"';
const TOTAL_FILL = "#F3F6F9";
const BAR = "#9DC3E6";

function dataBars(scheme: Scheme, rows: ReturnType<typeof progressRows>): ConditionalFormatSpec[] {
  const targetBars = columnArea(TARGET.percent, rows.targets + 1, rows.targets + scheme.targets.length);
  const unitBars = [UNIT.manuscriptPercent, UNIT.publishedPercent].map((column) =>
    columnArea(column, rows.units + 1, rows.total)
  );
  return [targetBars, ...unitBars].map((area) => ({ kind: "dataBar", area, color: BAR, max: 100 }));
}
