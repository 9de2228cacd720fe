/** The official forms as empty sheets and as a workbook to send to a unit. */
import { STAMP } from "../domain/stamp";
import { formatDate } from "../domain/values/dates";
import type { FormColumn, FormSpec, Round, Scheme, Unit } from "../schemes/types";
import {
  BLANK_SHEET,
  columnArea,
  INK,
  inputMessage,
  landscape,
  MUTED,
  OFFICIAL_FONT,
  rowArea,
  TITLE_STYLE,
} from "./look";
import type {
  Block,
  CellContent,
  CellStyle,
  SheetSpec,
  StyledArea,
  ValidationSpec,
  WorkbookSpec,
} from "./sheetSpec";

/** Goes into the stamp; to be raised whenever the layout of the forms changes. */
export const TEMPLATE_VERSION = "1";

/** Empty rows for filling in; a unit with more works inserts rows. The largest district has 21 communes. */
export const BODY_ROWS = 30;

export interface TemplateOptions {
  readonly scheme: Scheme;
  /** The unit that the forms are for; null leaves its name to be filled in. */
  readonly unit: Unit | null;
  readonly round: Round;
  /** Rows of the table's body; `BODY_ROWS` by default. */
  readonly bodyRows?: number;
}

/** A workbook with every form of the scheme, stamped with its scheme, unit, round and version. */
export function templateWorkbook(options: TemplateOptions): WorkbookSpec {
  const { scheme, unit, round } = options;
  return {
    title: `${scheme.name}: ${round.name}`,
    sheets: scheme.forms.map((form) => formSheet(form, options)),
    activeSheet: scheme.forms[0]?.name ?? "",
    properties: templateStamp(scheme, unit, round),
  };
}

/** Custom document properties by which a unit's workbook is known; without a unit, those of a form for any unit. */
export function templateStamp(
  scheme: Scheme,
  unit: Unit | null,
  round: Round
): Readonly<Record<string, string>> {
  return {
    [STAMP.scheme]: scheme.id,
    ...(unit && { [STAMP.unit]: unit.id }),
    [STAMP.round]: round.id,
    [STAMP.templateVersion]: TEMPLATE_VERSION,
  };
}

/** Rows of a form's sheet, zero-based. */
export interface FormRows {
  readonly titleTop: number;
  readonly headerTop: number;
  readonly headerBottom: number;
  readonly bodyTop: number;
  readonly bodyBottom: number;
}

/** Where the parts of a form's sheet are. */
export function formRows(form: FormSpec, bodyRows = BODY_ROWS): FormRows {
  const titleTop = 1;
  const headerTop = titleTop + form.title.length + 1;
  const headerBottom = headerTop + (hasGroups(form) ? 1 : 0);
  return {
    titleTop,
    headerTop,
    headerBottom,
    bodyTop: headerBottom + 1,
    bodyBottom: headerBottom + bodyRows,
  };
}

/**
 * The empty form to the letter of Kế hoạch 154-KH/BTGTU. What is not part of it (unit, round, a hint) stands to the
 * right, outside the print area.
 */
export function formSheet(form: FormSpec, { scheme, unit, round, bodyRows }: TemplateOptions): SheetSpec {
  const rows = formRows(form, bodyRows);
  const lastColumn = form.columns.length - 1;
  const body = { top: rows.bodyTop, left: 0, bottom: rows.bodyBottom, right: lastColumn };
  return {
    ...BLANK_SHEET,
    name: form.name,
    columns: [
      ...form.columns.map(({ width }) => ({ width })),
      { width: NOTE_GAP_WIDTH },
      { width: NOTE_WIDTH },
    ],
    rowHeights: [
      ...form.title.map((_, index) => ({ row: rows.titleTop + index, height: TITLE_HEIGHT })),
      ...headerHeights(form, rows),
    ],
    blocks: [titleBlock(form, round), headerBlock(form, rows), notesBlock(form, unit, round)],
    styles: [
      ...titleStyles(form, rows),
      ...headerStyles(rows, lastColumn),
      ...bodyStyles(form, rows),
      noteStyle(form),
    ],
    merges: [
      ...form.title.map((_, index) => rowArea(rows.titleTop + index, 0, lastColumn)),
      ...headerMerges(form, rows),
    ],
    validations: form.columns.map((column, index) => columnValidation(column, index, rows, scheme, round)),
    names: [{ name: dataAreaName(form), area: body }],
    freeze: { rows: rows.bodyTop, columns: 0 },
    print: landscape(
      { top: 0, left: 0, bottom: rows.bodyBottom, right: lastColumn },
      { top: rows.headerTop, bottom: rows.headerBottom }
    ),
  };
}

/** Name of the area to fill in: `DuLieu_Bieu01`. */
export function dataAreaName(form: FormSpec): string {
  return `DuLieu_${form.id.replace("bieu-", "Bieu")}`;
}

const TITLE_SIZE = 14;
/** Size of the letters of a form's table. */
export const TABLE_SIZE = 12;
const TITLE_HEIGHT = 20;
const NOTE_GAP_WIDTH = 3;
const NOTE_WIDTH = 60;

function titleBlock(form: FormSpec, round: Round): Block {
  const title = form.title.map((line): CellContent[] => [line.replace("{period}", round.period)]);
  return { top: 0, left: 0, rows: [[form.label], ...title] };
}

function titleStyles(form: FormSpec, rows: FormRows): StyledArea[] {
  const lastColumn = form.columns.length - 1;
  const font: CellStyle = { fontName: OFFICIAL_FONT, fontSize: TITLE_SIZE, fontColor: INK };
  return [
    { area: rowArea(0, 0, lastColumn), style: font },
    {
      area: { top: rows.titleTop, left: 0, bottom: rows.titleTop + form.title.length - 1, right: lastColumn },
      style: { ...font, ...TITLE_STYLE },
    },
  ];
}

/** One header row, or two where columns stand under a common heading. */
function headerBlock(form: FormSpec, rows: FormRows): Block {
  const headings = form.columns.map(heading);
  if (!hasGroups(form)) return { top: rows.headerTop, left: 0, rows: [headings] };
  const upper = form.columns.map((column, index): CellContent => {
    if (column.group === undefined) return headings[index] ?? null;
    return form.columns[index - 1]?.group === column.group ? null : column.group;
  });
  const lower = form.columns.map((column, index): CellContent =>
    column.group === undefined ? null : (headings[index] ?? null)
  );
  return { top: rows.headerTop, left: 0, rows: [upper, lower] };
}

/** The title, with the part in italics that is printed so. */
function heading({ title, italic }: FormColumn): CellContent {
  if (italic === undefined) return title;
  const [before = "", after = ""] = title.split(italic);
  const runs = [{ text: before }, { text: italic, bold: false, italic: true }, { text: after }];
  return { runs: runs.filter(({ text }) => text !== "") };
}

function headerMerges(form: FormSpec, rows: FormRows): SheetSpec["merges"] {
  if (!hasGroups(form)) return [];
  const ungrouped = form.columns.flatMap((column, index) =>
    column.group === undefined ? [columnArea(index, rows.headerTop, rows.headerBottom)] : []
  );
  const groups = new Map<string, number[]>();
  form.columns.forEach(({ group }, index) => {
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), index]);
  });
  const grouped = Array.from(groups.values(), (columns) =>
    rowArea(rows.headerTop, Math.min(...columns), Math.max(...columns))
  );
  return [...ungrouped, ...grouped];
}

function headerStyles(rows: FormRows, lastColumn: number): StyledArea[] {
  return [
    {
      area: { top: rows.headerTop, left: 0, bottom: rows.headerBottom, right: lastColumn },
      style: {
        ...TITLE_STYLE,
        fontName: OFFICIAL_FONT,
        fontSize: TABLE_SIZE,
        wrapText: true,
        borderColor: INK,
      },
    },
  ];
}

const HEADER_HEIGHT = 34;
const GROUP_HEIGHT = 20;
const GROUPED_HEIGHT = 50;

function headerHeights(form: FormSpec, rows: FormRows): SheetSpec["rowHeights"] {
  if (!hasGroups(form)) return [{ row: rows.headerTop, height: HEADER_HEIGHT }];
  return [
    { row: rows.headerTop, height: GROUP_HEIGHT },
    { row: rows.headerBottom, height: GROUPED_HEIGHT },
  ];
}

function bodyStyles(form: FormSpec, rows: FormRows): StyledArea[] {
  const whole = { top: rows.bodyTop, left: 0, bottom: rows.bodyBottom, right: form.columns.length - 1 };
  const common: CellStyle = {
    fontName: OFFICIAL_FONT,
    fontSize: TABLE_SIZE,
    vertical: "center",
    wrapText: true,
    borderColor: INK,
  };
  const columns = form.columns.map((column, index) => ({
    area: columnArea(index, rows.bodyTop, rows.bodyBottom),
    style: COLUMN_STYLES[column.kind],
  }));
  return [{ area: whole, style: common }, ...columns];
}

/**
 * Text columns keep what is typed: in a stage cell "8/2022" must not become 1/8/2022. Only the date of a document, which
 * needs its day, and amounts of money are numbers to Excel.
 */
const COLUMN_STYLES: Readonly<Record<FormColumn["kind"], CellStyle>> = {
  ordinal: { horizontal: "center" },
  "document-number": { numberFormat: "@", horizontal: "center" },
  "document-date": { numberFormat: "d/m/yyyy", horizontal: "center" },
  text: { numberFormat: "@", horizontal: "left" },
  issuer: { numberFormat: "@", horizontal: "left" },
  "work-title": { numberFormat: "@", horizontal: "left" },
  stage: { numberFormat: "@", horizontal: "center" },
  funds: { numberFormat: '#,##0" đ"', horizontal: "right" },
};

function columnValidation(
  column: FormColumn,
  index: number,
  rows: FormRows,
  scheme: Scheme,
  round: Round
): ValidationSpec {
  const validation: ValidationSpec = {
    area: columnArea(index, rows.bodyTop, rows.bodyBottom),
    rule: { kind: "any" },
    prompt: inputMessage(column.title, column.help),
  };
  switch (column.kind) {
    case "ordinal":
      return {
        ...validation,
        rule: { kind: "wholeNumber", min: 1, max: 9999 },
        alert: {
          style: "warning",
          title: "Số thứ tự",
          message: "Số thứ tự thường là số nguyên: 1, 2, 3… Vẫn giữ giá trị vừa gõ?",
        },
      };
    case "document-date":
      return {
        ...validation,
        rule: { kind: "date", from: scheme.start, to: round.cutOff },
        alert: {
          style: "warning",
          title: "Thời gian của văn bản",
          message:
            `Cần một ngày có thật, đủ ngày/tháng/năm, từ ${formatDate(scheme.start)} đến ` +
            `${formatDate(round.cutOff)}. Vẫn giữ giá trị vừa gõ?`,
        },
      };
    case "stage":
      // Suggestions only: dates and notes are typed freely.
      return column.stage === "published"
        ? validation
        : { ...validation, rule: { kind: "list", values: ["x"] } };
    default:
      return validation;
  }
}

/** Column of what stands outside the print area. */
export function noteColumn(form: FormSpec): number {
  return form.columns.length + 1;
}

function notesBlock(form: FormSpec, unit: Unit | null, round: Round): Block {
  return {
    top: 0,
    left: noteColumn(form),
    rows: [
      [`Đơn vị: ${unit?.name ?? "…"}`],
      [`Đợt báo cáo: ${round.name}`],
      [`Hạn gửi: ngày ${formatDate(round.lastDay)}`],
      ["Chọn một ô để xem cách ghi. Thiếu dòng thì chèn thêm dòng vào giữa bảng."],
    ],
  };
}

function noteStyle(form: FormSpec): StyledArea {
  return {
    area: columnArea(noteColumn(form), 0, 3),
    style: {
      fontName: OFFICIAL_FONT,
      fontSize: TABLE_SIZE,
      fontColor: MUTED,
      vertical: "center",
      numberFormat: "@",
    },
  };
}

function hasGroups(form: FormSpec): boolean {
  return form.columns.some(({ group }) => group !== undefined);
}
