/** `Tiến độ`: the summary. Every figure is a live formula over the merged tables, with the product's own as its result. */
import { formatDate } from "../domain/values/dates";
import type { IsoDate } from "../domain/grid";
import type { MergedState } from "../domain/merge/state";
import type { ProgressFigures } from "../domain/progress/figures";
import { MERGED_SHEETS } from "../schemes/mergedColumns";
import type { Round, Scheme } from "../schemes/types";
import { quotedText } from "./formulas";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  landscape,
  NARROW_MARGIN,
  NOTE_STYLE,
  OFFICIAL_FONT,
  rowArea,
  rowsBelow,
  SECTION_STYLE,
  SHEET_TITLE_STYLE,
  wrappedHeights,
} from "./look";
import { progressCharts } from "./progressSheetCharts";
import { targetOf } from "./progressSheetFormulas";
import { fundingBlock } from "./progressSheetFunding";
import {
  FUNDING,
  LAST_COLUMN,
  NOTE_LINES,
  progressRows,
  type ProgressRows,
  RAISED_LINES,
  TARGET,
  UNCOUNTED,
  UNIT,
} from "./progressSheetPlaces";
import { targetsBlock } from "./progressSheetTargets";
import { UNCOUNTED_REASONS, uncountedBlock } from "./progressSheetUncounted";
import { unitsBlock } from "./progressSheetUnits";
import type { Block, ConditionalFormatSpec, PrintSpec, SheetSpec, StyledArea } from "./sheetSpec";
import { targetReferences } from "./targetsSheet";

export interface ProgressOptions {
  readonly state: MergedState;
  readonly scheme: Scheme;
  readonly round: Round;
  readonly figures: ProgressFigures;
  readonly asOf: IsoDate;
}

export function progressSheet({ state, scheme, round, figures, asOf }: ProgressOptions): SheetSpec {
  const rows = progressRows(scheme, UNCOUNTED_REASONS);
  const source = { scheme, works: state.works.length };
  const funding = fundingBlock(source, figures, rows);
  const targets = targetsBlock(source, figures, rows);
  const uncounted = uncountedBlock(source, state, rows);
  const tables = [targets, ...(funding ? [funding] : []), uncounted];
  const titleHeights = new Map(tables.flatMap(heightsOfTitles));
  return {
    ...BLANK_SHEET,
    name: MERGED_SHEETS.progress,
    columns: [TITLE_WIDTH, 12, 11, 11, 11, 11, 11, 11, 11, 9, 19, 11].map((width) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      { row: rows.targets, height: 34 },
      { row: rows.units, height: 50 },
      { row: rows.funding, height: 24 },
      { row: rows.uncounted, height: 36 },
      ...tableRows(scheme, rows).map((row) => ({ row, height: titleHeights.get(row) ?? LINE_HEIGHT })),
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
      targets,
      unitsBlock(source, figures, rows),
      notesBlock(scheme, figures, rows.notes),
      { top: rows.charts, left: 0, rows: [["3. Biểu đồ"]] },
      ...(funding ? [funding] : []),
      uncounted,
    ],
    styles: progressStyles(scheme, rows),
    merges: progressMerges(scheme, rows),
    conditionalFormats: dataBars(scheme, rows),
    charts: progressCharts(scheme, rows),
    freeze: { rows: 2, columns: 1 },
    print: threePages(rows),
    tabColor: "#1F3864",
  };
}

/** What was reached; charts and money; what does not count. No table goes over the end of a page. */
function threePages(rows: ProgressRows): PrintSpec {
  const print = landscape({ top: 0, left: 0, bottom: rows.bottom, right: LAST_COLUMN });
  return {
    ...print,
    margins: { ...print.margins, top: NARROW_MARGIN, bottom: NARROW_MARGIN },
    breaksBefore: [rows.charts, rows.uncounted - 1],
  };
}

const TEXT_SIZE = 12;
/** Height of a line of the tables, in points: as many as there are must go on a page. */
const LINE_HEIGHT = 17.25;
/** The column stays while the others are scrolled: it leaves them room, and what is longer takes two lines. */
const TITLE_WIDTH = 46;

/** Heights of the rows whose titles take more than a line, by the row of the sheet. */
function heightsOfTitles({ top, rows }: Block): readonly (readonly [row: number, height: number])[] {
  const titles = rows.map(([title = null]) => [title]);
  return wrappedHeights(titles, [{ width: TITLE_WIDTH }], TEXT_SIZE).map(
    ({ row, height }) => [top + row, height] as const
  );
}

/** Lines of the tables, without their headings. */
function tableRows(scheme: Scheme, rows: ProgressRows): readonly number[] {
  return [
    ...rowsBelow(rows.targets, scheme.targets.length),
    ...rowsBelow(rows.units, rows.goals - rows.units),
    ...rowsBelow(rows.charts, rows.chartsBottom - rows.charts),
    ...rowsBelow(rows.funding, rows.planned + RAISED_LINES - rows.funding),
    ...rowsBelow(rows.uncounted, rows.bottom - rows.uncounted),
  ];
}

function progressMerges(scheme: Scheme, rows: ProgressRows): SheetSpec["merges"] {
  const fundingRows = scheme.funding
    ? [rows.funding, ...rowsBelow(rows.funding, rows.planned + RAISED_LINES - rows.funding)]
    : [];
  return [
    rowArea(0, 0, LAST_COLUMN),
    rowArea(1, 0, LAST_COLUMN),
    ...[rows.targets, ...rowsBelow(rows.targets, scheme.targets.length)].map((row) =>
      rowArea(row, TARGET.outcome, LAST_COLUMN)
    ),
    ...Array.from({ length: NOTE_LINES }, (_, offset) => rowArea(rows.notes + offset, 0, LAST_COLUMN)),
    ...fundingRows.flatMap((row) => [
      rowArea(row, FUNDING.each, FUNDING.each + 1),
      rowArea(row, FUNDING.amount, FUNDING.amount + 1),
      rowArea(row, FUNDING.note, LAST_COLUMN),
    ]),
  ];
}

function notesBlock(scheme: Scheme, figures: ProgressFigures, top: number): Block {
  const references = targetReferences(scheme);
  const { shareDifference } = figures;
  const { denominator } = targetOf(scheme, "commune-manuscript");
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
        "Tỷ lệ tính theo số xã khác nhau: một xã có nhiều dòng thì lấy dòng có giai đoạn cao nhất và tính một lần. Xếp hạng theo tỷ lệ xuất bản, rồi tỷ lệ bản thảo.",
      ],
      [
        "Mọi con số là công thức trên trang “Tổng hợp 02” và “Chỉ tiêu”: sửa ở đó thì số liệu ở đây tự tính lại.",
      ],
    ],
  };
}

function progressStyles(scheme: Scheme, rows: ProgressRows): StyledArea[] {
  const targetTop = rows.targets + 1;
  const targetBottom = rows.targets + scheme.targets.length;
  const unitTop = rows.units + 1;
  return [
    {
      area: { top: 0, left: 0, bottom: rows.bottom, right: LAST_COLUMN },
      style: { fontName: OFFICIAL_FONT, fontSize: TEXT_SIZE, vertical: "center" },
    },
    { area: rowArea(0, 0, LAST_COLUMN), style: { ...SHEET_TITLE_STYLE, horizontal: "center" } },
    { area: rowArea(1, 0, LAST_COLUMN), style: { ...NOTE_STYLE, horizontal: "center" } },
    ...table(rows.targets, targetBottom, LAST_COLUMN),
    format(targetTop, targetBottom, TARGET.title, TARGET.title, { wrapText: true }),
    ...table(rows.units, rows.goals, LAST_COLUMN),
    { area: rowArea(rows.charts, 0, 0), style: SECTION_STYLE },
    format(targetTop, targetBottom, TARGET.done, TARGET.goal, { horizontal: "center", numberFormat: "0" }),
    format(targetTop, targetBottom, TARGET.percent, TARGET.percent, {
      horizontal: "right",
      numberFormat: PERCENT_FORMAT,
    }),
    // Centred, away from the verdict that follows.
    format(targetTop, targetBottom, TARGET.goalPercent, TARGET.goalPercent, {
      horizontal: "center",
      numberFormat: PERCENT_FORMAT,
    }),
    format(unitTop, rows.goals, UNIT.share, UNIT.manuscript, {
      horizontal: "center",
      numberFormat: COUNT_FORMAT,
    }),
    format(unitTop, rows.goals, UNIT.manuscriptPercent, UNIT.publishedPercent, {
      horizontal: "right",
      numberFormat: PERCENT_FORMAT,
    }),
    format(unitTop, rows.goals, UNIT.rank, UNIT.rank, { horizontal: "center", numberFormat: "0" }),
    format(unitTop, rows.goals, UNIT.funds, UNIT.funds, { horizontal: "right", numberFormat: FUNDS_FORMAT }),
    format(unitTop, rows.goals, UNIT.note, UNIT.note, { horizontal: "center", italic: true }),
    { area: rowArea(rows.total, 0, LAST_COLUMN), style: { bold: true, fillColor: TOTAL_FILL } },
    { area: rowArea(rows.goals, 0, LAST_COLUMN), style: { italic: true } },
    format(rows.notes, rows.notes + NOTE_LINES - 1, 0, LAST_COLUMN, {
      ...NOTE_STYLE,
      fontSize: 11,
      wrapText: true,
    }),
    ...(scheme.funding ? fundingStyles(rows) : []),
    ...table(rows.uncounted, rows.bottom, UNCOUNTED.count),
    format(rows.uncounted + 1, rows.bottom, UNCOUNTED.reason, UNCOUNTED.reason, { wrapText: true }),
    format(rows.uncounted + 1, rows.bottom, UNCOUNTED.count, UNCOUNTED.count, {
      horizontal: "center",
      numberFormat: COUNT_FORMAT,
    }),
    { area: rowArea(rows.bottom, 0, UNCOUNTED.count), style: { bold: true, fillColor: TOTAL_FILL } },
  ];
}

function fundingStyles(rows: ProgressRows): StyledArea[] {
  const bottom = rows.planned + RAISED_LINES;
  return [
    ...table(rows.funding, bottom, LAST_COLUMN),
    format(rows.funding + 1, bottom, FUNDING.title, FUNDING.title, { wrapText: true }),
    format(rows.funding + 1, bottom, FUNDING.count, FUNDING.count, {
      horizontal: "center",
      numberFormat: "0",
    }),
    format(rows.funding + 1, bottom, FUNDING.each, FUNDING.note - 1, {
      horizontal: "right",
      numberFormat: FUNDS_FORMAT,
    }),
    format(rows.planned, bottom, FUNDING.note, FUNDING.note, { italic: true, fontSize: 11 }),
    ...[rows.planned, rows.planned + 1].map((row) => ({
      area: rowArea(row, 0, LAST_COLUMN),
      style: { bold: true, fillColor: TOTAL_FILL },
    })),
  ];
}

/** A table with its section's title above. */
function table(header: number, bottom: number, right: number): StyledArea[] {
  return [
    { area: rowArea(header - 1, 0, 0), style: SECTION_STYLE },
    { area: { top: header, left: 0, bottom, right }, style: { borderColor: GRID_LINE } },
    { area: rowArea(header, 0, right), style: HEADER_STYLE },
  ];
}

function format(
  top: number,
  bottom: number,
  left: number,
  right: number,
  style: StyledArea["style"]
): StyledArea {
  return { area: { top, left, bottom, right }, style };
}

const PERCENT_FORMAT = '0.0" %"';
/** A dash for nothing: most cells of the table are zero at first. */
const COUNT_FORMAT = '0;-0;"–"';
const FUNDS_FORMAT = '#,##0" đ";-#,##0" đ";"–"';
const TOTAL_FILL = "#F3F6F9";
const BAR = "#9DC3E6";

function dataBars(scheme: Scheme, rows: ProgressRows): ConditionalFormatSpec[] {
  const targetBars = columnArea(TARGET.percent, rows.targets + 1, rows.targets + scheme.targets.length);
  const unitBars = [UNIT.manuscriptPercent, UNIT.publishedPercent].map((column) =>
    columnArea(column, rows.units + 1, rows.total)
  );
  return [targetBars, ...unitBars].map((area) => ({ kind: "dataBar", area, color: BAR, max: 100 }));
}
