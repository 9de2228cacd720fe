/** The sheet `Đề nghị chỉnh sửa` of a reply: every finding in one list, to be printed and sent. */
import type { Severity } from "../domain/findings";
import type { Area, IsoDate } from "../domain/grid";
import { REPLY_LIST_SHEET } from "../domain/replyColumn";
import { formatDate } from "../domain/values/dates";
import type { Round, Unit } from "../schemes/types";
import {
  BLANK_SHEET,
  GRID_LINE,
  HEADER_STYLE,
  landscape,
  LINE_HEIGHT,
  NOTE_STYLE,
  OFFICIAL_FONT,
  rowArea,
  SHEET_TITLE_STYLE,
  wrappedHeights,
} from "./look";
import type { CellContent, LinkSpec, SheetSpec } from "./sheetSpec";
import { SEVERITIES, SEVERITY_FILLS, SEVERITY_WORDS } from "./replyWords";

export const REQUESTS_SHEET = REPLY_LIST_SHEET;

/** One line of the list. */
export interface Request {
  readonly severity: Severity;
  /** Sheet of the reply; empty when it is about no form. */
  readonly sheet: string;
  /** A1 address there; empty when it is about the whole form. */
  readonly cell: string;
  readonly value: string;
  readonly problem: string;
  /** New content of the cell; empty when there is none to suggest. */
  readonly fix: string;
  /** Where it stands in the file that was sent. */
  readonly sentPlace: string;
}

export interface RequestsOptions {
  readonly unit: Unit;
  readonly round: Round;
  /** Names of the files that were sent. */
  readonly files: readonly string[];
  readonly asOf: IsoDate;
  /** Rows of the forms in the reply. */
  readonly rows: number;
}

const COLUMNS = [
  { title: "STT", width: 6 },
  { title: "Biểu", width: 10 },
  { title: "Ô", width: 7 },
  { title: "Nội dung hiện tại", width: 30 },
  { title: "Vấn đề", width: 52 },
  { title: "Đề nghị sửa thành", width: 26 },
  { title: "Mức độ", width: 16 },
  { title: "Vị trí trong tệp đã gửi", width: 40 },
] as const;
const CELL_COLUMN = 2;
const SEVERITY_COLUMN = 6;
const LAST_COLUMN = COLUMNS.length - 1;

/** The gravest requests first, otherwise in the order given. */
export function requestsSheet(given: readonly Request[], options: RequestsOptions): SheetSpec {
  const requests = SEVERITIES.flatMap((severity) => given.filter((request) => request.severity === severity));
  const heading = headingLines(requests, options);
  const headerRow = heading.length + 1;
  const body = requests.map(
    ({ sheet, cell, value, problem, fix, sentPlace, severity }, index): CellContent[] => [
      index + 1,
      sheet || "—",
      cell || "—",
      value || "(trống)",
      problem,
      fix,
      SEVERITY_WORDS[severity],
      sentPlace,
    ]
  );
  const table: Area = {
    top: headerRow,
    left: 0,
    bottom: headerRow + Math.max(body.length, 1),
    right: LAST_COLUMN,
  };
  const nothing: CellContent[] = [null, null, null, null, "Không có nội dung nào phải sửa."];
  return {
    ...BLANK_SHEET,
    name: REQUESTS_SHEET,
    columns: COLUMNS.map(({ width }) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      ...heading.slice(1).map((line, index) => ({ row: index + 1, height: headingHeight(line) })),
      { row: headerRow, height: 34 },
      ...wrappedHeights(body, COLUMNS, TEXT_SIZE).map(({ row, height }) => ({
        row: headerRow + 1 + row,
        height,
      })),
    ],
    blocks: [
      { top: 0, left: 0, rows: heading.map((line) => [line]) },
      {
        top: headerRow,
        left: 0,
        rows: [COLUMNS.map(({ title }) => title), ...(body.length > 0 ? body : [nothing])],
      },
    ],
    styles: [
      {
        area: { top: 0, left: 0, bottom: table.bottom, right: LAST_COLUMN },
        style: { fontName: OFFICIAL_FONT, fontSize: TEXT_SIZE, numberFormat: "@" },
      },
      {
        area: { top: 0, left: 0, bottom: heading.length - 1, right: LAST_COLUMN },
        style: { wrapText: true, vertical: "center" },
      },
      { area: rowArea(0, 0, LAST_COLUMN), style: SHEET_TITLE_STYLE },
      { area: rowArea(1, 0, LAST_COLUMN), style: { bold: true } },
      { area: rowArea(heading.length - 1, 0, LAST_COLUMN), style: NOTE_STYLE },
      {
        area: { ...table, top: headerRow + 1 },
        style: { vertical: "top", wrapText: true, borderColor: GRID_LINE },
      },
      ...[0, 1, CELL_COLUMN].map((column) => ({
        area: { ...table, left: column, right: column },
        style: { horizontal: "center" as const },
      })),
      { area: { ...table, right: 0 }, style: { numberFormat: "0" } },
      { area: rowArea(headerRow, 0, LAST_COLUMN), style: HEADER_STYLE },
      ...requests.flatMap(({ severity }, index) => {
        const fill = SEVERITY_FILLS[severity];
        const area = rowArea(headerRow + 1 + index, SEVERITY_COLUMN, SEVERITY_COLUMN);
        return [{ area, style: { ...fill, bold: severity === "error" } }];
      }),
      ...requests.flatMap(({ cell }, index) => {
        const area = rowArea(headerRow + 1 + index, CELL_COLUMN, CELL_COLUMN);
        return cell === "" ? [] : [{ area, style: { fontColor: LINK_INK } }];
      }),
    ],
    merges: heading.map((_, row) => rowArea(row, 0, LAST_COLUMN)),
    links: requests.flatMap(({ sheet, cell }, index): LinkSpec[] =>
      cell === "" ? [] : [{ row: headerRow + 1 + index, column: CELL_COLUMN, sheet, cell }]
    ),
    freeze: { rows: headerRow + 1, columns: 0 },
    print: landscape(
      { top: 0, left: 0, bottom: table.bottom, right: LAST_COLUMN },
      { top: headerRow, bottom: headerRow }
    ),
  };
}

const TEXT_SIZE = 12;
const LINK_INK = "#0563C1";
const SHEET_WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);

function headingHeight(line: string): number {
  return wrappedHeights([[line]], [{ width: SHEET_WIDTH }], TEXT_SIZE)[0]?.height ?? LINE_HEIGHT;
}

function headingLines(requests: readonly Request[], options: RequestsOptions): readonly string[] {
  const { unit, round, files, asOf, rows } = options;
  const counts = SEVERITIES.map((severity) => {
    const count = requests.filter((request) => request.severity === severity).length;
    return `${SEVERITY_WORDS[severity]}: ${count}`;
  });
  const sent = `Tệp đã nhận: ${files.join("; ")}. Số dòng đã đọc: ${rows}. Ngày soát: ${formatDate(asOf)}.`;
  const text =
    requests.length > 0
      ? [
          "Trân trọng cảm ơn đơn vị đã gửi báo cáo. Đề nghị đơn vị xem lại các nội dung dưới đây, sửa thẳng vào Biểu 01, Biểu 02 của tệp này rồi gửi lại.",
          "Hạn gửi lại: ngày …… tháng …… năm ………… Nơi nhận: ………………………………………",
          counts.join("   "),
        ]
      : ["Trân trọng cảm ơn đơn vị đã gửi báo cáo. Báo cáo không có nội dung nào phải sửa."];
  return [
    "ĐỀ NGHỊ CHỈNH SỬA BÁO CÁO",
    `Kính gửi: ${unit.name}`,
    `Đợt báo cáo: ${round.name}`,
    sent,
    ...text,
    "Bấm vào địa chỉ ở cột “Ô” để đến đúng ô cần sửa; để con trỏ trên ô có dấu đỏ ở góc để xem ghi chú. Số dòng nêu trong cột “Vấn đề” là số dòng của tệp đã gửi.",
  ];
}
