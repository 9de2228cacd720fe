/** A workbook spec with everything that the type knows, and texts that Excel would like to take for something else. */
import type { SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";

/** Texts that typed input would turn into formulas, numbers, dates, booleans or errors. */
export const TRICKY_TEXTS = [
  "=1+1",
  '=HYPERLINK("http://example.com","bấm")',
  "+84 206",
  "-5",
  "@SUM(A1)",
  "'nháy đơn",
  "02-03",
  "25/6/2021",
  "8/2022",
  "0123",
  "1E5",
  "50.000.000",
  "12,5%",
  "TRUE",
  "false",
  "#N/A",
  "  hai đầu có dấu cách  ",
  "dòng một\ndòng hai",
  "Lịch sử Đảng bộ xã An Lạc",
] as const;

const LINE = "#7F7F7F";

const data: SheetSpec = {
  name: "Dữ liệu 'thử' 1",
  visibility: "visible",
  columns: [{ width: 8.43 }, { width: 40 }, { width: 12 }, { width: 12, hidden: true }, { width: 15 }],
  rowHeights: [
    { row: 0, height: 30 },
    { row: 1, height: 30 },
    { row: 5, height: 21 },
  ],
  blocks: [
    { top: 0, left: 0, rows: [["Bảng thử", null, null, null, { formula: "=SUM(E6:E8)", result: 60 }]] },
    {
      top: 4,
      left: 0,
      rows: [
        ["TT", "Tên", "Ngày", "Đúng", "Số tiền"],
        [1, "=1+1", { date: "2021-06-25" }, true, 10],
        [2, "02-03", { date: "1900-02-28" }, false, 20],
        [3, { runs: [{ text: "đậm ", bold: true }, { text: "thường" }] }, { date: "2024-02-29" }, null, 30],
      ],
    },
    // Ragged rows; the gap in the second one belongs to the block below on the right.
    { top: 10, left: 0, rows: [["dài", "hơn", "cả"], ["ngắn"]] },
    { top: 11, left: 1, rows: [["0123", "trong chỗ trống"]] },
  ],
  styles: [
    {
      area: { top: 0, left: 0, bottom: 0, right: 3 },
      style: {
        fontName: "Times New Roman",
        fontSize: 14,
        bold: true,
        fontColor: "#C00000",
        fillColor: "#FFF2CC",
        horizontal: "center",
        vertical: "center",
        wrapText: true,
      },
    },
    {
      area: { top: 4, left: 0, bottom: 8, right: 4 },
      style: { borderColor: LINE, vertical: "top", horizontal: "justify", locked: false },
    },
    {
      area: { top: 4, left: 0, bottom: 4, right: 4 },
      style: { bold: true, italic: true, fillColor: "#DDEBF7" },
    },
    { area: { top: 5, left: 1, bottom: 8, right: 1 }, style: { numberFormat: "@", horizontal: "left" } },
    {
      area: { top: 5, left: 2, bottom: 8, right: 2 },
      style: { numberFormat: "dd/mm/yyyy", horizontal: "right" },
    },
    { area: { top: 5, left: 4, bottom: 8, right: 4 }, style: { numberFormat: '#,##0" đ"' } },
    { area: { top: 8, left: 0, bottom: 8, right: 4 }, style: { bold: false, italic: true } },
    { area: { top: 13, left: 2, bottom: 13, right: 2 }, style: { borderColor: "#FF0000" } },
  ],
  merges: [
    { top: 0, left: 0, bottom: 0, right: 3 },
    { top: 14, left: 0, bottom: 15, right: 1 },
  ],
  validations: [
    {
      area: { top: 5, left: 1, bottom: 8, right: 1 },
      rule: { kind: "any" },
      prompt: { title: "Tên công trình", message: "Ghi đầy đủ tên." },
    },
    {
      area: { top: 5, left: 2, bottom: 8, right: 2 },
      rule: { kind: "date", from: "2021-06-25", to: "2023-05-19" },
      prompt: { title: "Ngày", message: "Ngày/tháng/năm" },
      alert: { style: "warning", title: "Ngày", message: "Ngoài đợt. Vẫn giữ?" },
    },
    {
      area: { top: 5, left: 0, bottom: 8, right: 0 },
      rule: { kind: "wholeNumber", min: 1, max: 9999 },
      alert: { style: "stop", title: "TT", message: "Số nguyên." },
    },
    {
      area: { top: 10, left: 4, bottom: 12, right: 4 },
      rule: { kind: "list", values: ["x", "có", "không"] },
    },
    {
      area: { top: 5, left: 4, bottom: 8, right: 4 },
      rule: { kind: "custom", formula: "=E6>=0" },
      alert: { style: "information", title: "Số tiền", message: "Không âm." },
    },
  ],
  conditionalFormats: [
    {
      kind: "expression",
      area: { top: 5, left: 0, bottom: 8, right: 1 },
      formula: "=$E6>15",
      fillColor: "#FFC7CE",
      fontColor: "#9C0006",
    },
    {
      kind: "expression",
      area: { top: 5, left: 0, bottom: 8, right: 1 },
      formula: "=$E6>5",
      fillColor: "#C6EFCE",
      fontColor: "#006100",
    },
    { kind: "dataBar", area: { top: 5, left: 4, bottom: 8, right: 4 }, color: "#5B9BD5", max: 100 },
  ],
  tables: [{ name: "BangThu", area: { top: 4, left: 0, bottom: 8, right: 4 }, style: "TableStyleLight1" }],
  names: [
    { name: "VungDuLieu", area: { top: 5, left: 0, bottom: 8, right: 4 } },
    { name: "MotO", area: { top: 0, left: 4, bottom: 0, right: 4 } },
  ],
  freeze: { rows: 5, columns: 2 },
  print: {
    orientation: "portrait",
    area: { top: 0, left: 0, bottom: 15, right: 4 },
    repeatRows: { top: 4, bottom: 4 },
    margins: { top: 56.7, right: 36, bottom: 72, left: 42.5 },
    centerHorizontally: true,
    footer: "&LBiểu thử&C&P/&N",
  },
  protection: { allowFormatCells: true, allowInsertRows: false },
  showGridlines: false,
  tabColor: "#70AD47",
};

/**
 * Only texts, in cells of three kinds: without a style, under `@`, under a number format. (Office.js gives an error
 * and its text as the same value, unless the cell is formatted as text.)
 */
const texts: SheetSpec = {
  name: "Văn bản",
  visibility: "hidden",
  columns: [{ width: 30 }],
  rowHeights: [],
  blocks: [
    { top: 0, left: 0, rows: TRICKY_TEXTS.map((text) => [text, text, text === "#N/A" ? null : text]) },
  ],
  styles: [
    { area: { top: 0, left: 1, bottom: TRICKY_TEXTS.length - 1, right: 1 }, style: { numberFormat: "@" } },
    {
      area: { top: 0, left: 2, bottom: TRICKY_TEXTS.length - 1, right: 2 },
      style: { numberFormat: "#,##0" },
    },
  ],
  merges: [],
  validations: [],
  conditionalFormats: [],
  tables: [],
  names: [],
  freeze: { rows: 0, columns: 1 },
  showGridlines: true,
};

/** Formulas that need another sheet, a name and a table of this workbook, though it is drawn before them. */
const summary: SheetSpec = {
  name: "Tóm tắt",
  visibility: "visible",
  columns: [{ width: 20 }, { width: 20 }],
  rowHeights: [],
  blocks: [
    {
      top: 0,
      left: 0,
      rows: [
        ["Tổng", { formula: "=SUM('Dữ liệu ''thử'' 1'!E6:E8)", result: 60 }],
        ["Theo tên", { formula: "=SUM(VungDuLieu)", result: 89_848 }],
        ["Đếm", { formula: "=COUNTIF('Dữ liệu ''thử'' 1'!$E$6:$E$8,\">15\")", result: 2 }],
      ],
    },
  ],
  styles: [{ area: { top: 0, left: 1, bottom: 2, right: 1 }, style: { numberFormat: "0.0" } }],
  merges: [],
  validations: [],
  conditionalFormats: [],
  tables: [],
  names: [],
  freeze: { rows: 1, columns: 0 },
  showGridlines: true,
};

const deepest: SheetSpec = {
  ...texts,
  name: "Gốc",
  visibility: "veryHidden",
  blocks: [{ top: 2, left: 3, rows: [["x"]] }],
  styles: [],
};

export const EVERYTHING: WorkbookSpec = {
  sheets: [summary, data, texts, deepest],
  properties: { "BieuSu.Unit": "ha-lang", "BieuSu.Round": "khao-sat-2023" },
  activeSheet: "Dữ liệu 'thử' 1",
  title: "Thử",
};

/** One plain sheet with the given rows. */
export function plainWorkbook(name: string, rows: SheetSpec["blocks"][number]["rows"]): WorkbookSpec {
  const sheet: SheetSpec = {
    ...texts,
    name,
    visibility: "visible",
    blocks: [{ top: 0, left: 0, rows }],
    styles: [],
    freeze: undefined,
  };
  return { sheets: [sheet], properties: {}, activeSheet: name, title: name };
}
