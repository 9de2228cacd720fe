/** `Theo xã mới`: the figures by the communes in force today, and which former commune belongs to which. */
import type { MergedState } from "../domain/merge/state";
import { type NewUnitFigure, rollUp } from "../domain/progress/newUnits";
import { formatDate } from "../domain/values/dates";
import { MERGED_SHEETS } from "../schemes/mergedColumns";
import { type Reorganisation, type Scheme, STAGES } from "../schemes/types";
import { cellRange, quotedText, rowCell } from "./formulas";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  NARROW_MARGIN,
  NOTE_STYLE,
  OFFICIAL_FONT,
  portrait,
  rowArea,
  rowsBelow,
  SECTION_STYLE,
  SHEET_TITLE_STYLE,
  wrappedHeights,
} from "./look";
import { countifs, type FormulaSource, stageIs, workColumn } from "./progressSheetFormulas";
import type { CellContent, FormulaContent, PrintSpec, SheetSpec, StyledArea } from "./sheetSpec";

const WIDTHS = [26, 30, 24, 12, 12, 12, 12] as const;
const SHEET_WIDTH = WIDTHS.reduce<number>((sum, width) => sum + width, 0);
const TEXT_SIZE = 12;
/** Height of a line of the tables, in points: the first of them goes on one page. */
const LINE_HEIGHT = 15.75;
const STAGE_COLUMN = 3;
const LAST_COLUMN = STAGE_COLUMN + STAGES.length - 1;
/** Columns of the mapping: the new name stands where the table above has it, so both are added up by it. */
const MAPPING = { newName: 0, former: 1, unit: 2 } as const;

/** Zero-based header rows of the two tables. */
interface NewUnitRows {
  readonly units: number;
  readonly total: number;
  readonly mapping: number;
  readonly bottom: number;
}

export function newUnitsSheet(state: MergedState, scheme: Scheme, reorganisation: Reorganisation): SheetSpec {
  const figures = rollUp(state, scheme);
  const former = figures.reduce((sum, figure) => sum + figure.former.length, 0);
  const units = 4;
  const total = units + figures.length + 1;
  const mapping = total + 3;
  const rows: NewUnitRows = { units, total, mapping, bottom: mapping + former };
  const source = { scheme, works: state.works.length };
  const note =
    `Từ ${formatDate(reorganisation.from)} theo ${reorganisation.clause}. Chỉ tiêu vẫn tính theo ${former} xã cũ; ` +
    "mỗi công trình tính một lần, cho xã mới có xã cũ đó.";
  return {
    ...BLANK_SHEET,
    name: MERGED_SHEETS.newUnits,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      ...wrappedHeights([[note]], [{ width: SHEET_WIDTH }], TEXT_SIZE).map(({ height }) => ({
        row: 1,
        height,
      })),
      { row: rows.units, height: 50 },
      { row: rows.mapping, height: 50 },
      ...[...rowsBelow(units, total - units), ...rowsBelow(mapping, former)].map((row) => ({
        row,
        height: LINE_HEIGHT,
      })),
    ],
    blocks: [
      {
        top: 0,
        left: 0,
        rows: [["TIẾN ĐỘ THEO XÃ, PHƯỜNG HIỆN NAY"], [note]],
      },
      unitsBlock(figures, rows, scheme),
      mappingBlock(source, figures, rows),
    ],
    styles: newUnitStyles(rows),
    merges: [rowArea(1, 0, LAST_COLUMN)],
    freeze: { rows: 2, columns: 1 },
    print: printedTables(rows),
  };
}

/** The first table on one page; the heading of the second on every page that it takes, as Excel repeats rows below them. */
function printedTables({ mapping, bottom }: NewUnitRows): PrintSpec {
  const print = portrait({ top: 0, left: 0, bottom, right: LAST_COLUMN }, { top: mapping, bottom: mapping });
  return {
    ...print,
    margins: { ...print.margins, top: NARROW_MARGIN, bottom: NARROW_MARGIN },
    breaksBefore: [mapping - 2],
  };
}

function unitsBlock(
  figures: readonly NewUnitFigure[],
  rows: NewUnitRows,
  scheme: Scheme
): SheetSpec["blocks"][number] {
  const range = (column: number): string => cellRange(column, rows.mapping + 1, rows.bottom);
  const names = range(MAPPING.newName);
  return {
    top: rows.units - 1,
    left: 0,
    rows: [
      [`1. ${figures.length} xã, phường hiện nay`],
      [
        "Xã, phường hiện nay",
        "Đơn vị quản lý cũ",
        "Số xã cũ",
        ...STAGES.map((stage) => scheme.stageNames[stage]),
      ],
      ...figures.map((figure, index): CellContent[] => {
        const own = rowCell(rows.units + 1 + index, 0);
        return [
          newName(figure),
          unitNames(figure, scheme),
          { formula: `=COUNTIFS(${names},${own})`, result: figure.former.length },
          ...STAGES.map((stage, column): FormulaContent => ({
            formula: `=SUMIFS(${range(STAGE_COLUMN + column)},${names},${own})`,
            result: figure.stages[stage],
          })),
        ];
      }),
      [
        "Toàn tỉnh",
        null,
        sumAbove(
          2,
          rows,
          figures.map(({ former }) => former.length)
        ),
        ...STAGES.map((stage, column) =>
          sumAbove(
            STAGE_COLUMN + column,
            rows,
            figures.map(({ stages }) => stages[stage])
          )
        ),
      ],
    ],
  };
}

function sumAbove(column: number, rows: NewUnitRows, values: readonly number[]): FormulaContent {
  return {
    formula: `=SUM(${cellRange(column, rows.units + 1, rows.total - 1)})`,
    result: values.reduce((sum, value) => sum + value, 0),
  };
}

function mappingBlock(
  source: FormulaSource,
  figures: readonly NewUnitFigure[],
  rows: NewUnitRows
): SheetSpec["blocks"][number] {
  const unitName = new Map(source.scheme.units.map(({ id, name }) => [id, name]));
  return {
    top: rows.mapping - 1,
    left: 0,
    rows: [
      ["2. Xã cũ nhập vào xã, phường nào (không đối chiếu theo mã: mã cũ đã cấp lại cho xã khác)"],
      [
        "Xã, phường hiện nay",
        "Xã, phường, thị trấn cũ",
        "Đơn vị quản lý cũ",
        ...STAGES.map((stage) => source.scheme.stageNames[stage]),
      ],
      ...figures.flatMap((figure) =>
        figure.former.map((commune): CellContent[] => [
          newName(figure),
          `${commune.type} ${commune.name}`,
          unitName.get(commune.unit) ?? commune.unit,
          ...STAGES.map((stage): FormulaContent => {
            const subject = [workColumn(source, "subject"), quotedText(`xa-${commune.code}`)];
            return {
              formula: `=${countifs(source, [...subject, ...stageIs(source, stage)])}`,
              result: commune.stage === stage ? 1 : 0,
            };
          }),
        ])
      ),
    ],
  };
}

function newName({ type, name }: NewUnitFigure): string {
  return `${type} ${name}`;
}

function unitNames({ former }: NewUnitFigure, scheme: Scheme): string {
  const ids = new Set(former.map(({ unit }) => unit));
  return scheme.units
    .filter(({ id }) => ids.has(id))
    .map(({ shortName }) => shortName)
    .join(", ");
}

function newUnitStyles(rows: NewUnitRows): StyledArea[] {
  const tables = [
    { header: rows.units, bottom: rows.total },
    { header: rows.mapping, bottom: rows.bottom },
  ];
  return [
    {
      area: { top: 0, left: 0, bottom: rows.bottom, right: LAST_COLUMN },
      style: { fontName: OFFICIAL_FONT, fontSize: TEXT_SIZE, vertical: "center" },
    },
    { area: rowArea(0, 0, 0), style: SHEET_TITLE_STYLE },
    { area: rowArea(1, 0, LAST_COLUMN), style: { ...NOTE_STYLE, wrapText: true } },
    ...tables.flatMap(({ header, bottom }): StyledArea[] => [
      { area: rowArea(header - 1, 0, 0), style: SECTION_STYLE },
      { area: { top: header, left: 0, bottom, right: LAST_COLUMN }, style: { borderColor: GRID_LINE } },
      { area: rowArea(header, 0, LAST_COLUMN), style: HEADER_STYLE },
      {
        area: { top: header + 1, left: STAGE_COLUMN, bottom, right: LAST_COLUMN },
        style: { horizontal: "center", numberFormat: COUNT_FORMAT },
      },
    ]),
    { area: columnArea(2, rows.units + 1, rows.total), style: { horizontal: "center", numberFormat: "0" } },
    { area: rowArea(rows.total, 0, LAST_COLUMN), style: { bold: true } },
  ];
}

const COUNT_FORMAT = '0;-0;"–"';
