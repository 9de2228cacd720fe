/**
 * The reply to a unit: its own rows in the official template, every finding as a comment on its cell, and the list
 * of what it is asked to change. What was sent is never altered; where the reply shows it otherwise it says so.
 */
import type { ReadWorkbook } from "../domain/check";
import type { Finding } from "../domain/findings";
import { fundsUnitOf } from "../domain/forms/fundsUnit";
import { cellAddress, type CellValue, type IsoDate } from "../domain/grid";
import { REPLY_COLUMN_HEADING } from "../domain/replyColumn";
import { cellText } from "../domain/values/cells";
import type { FormColumn, FormSpec, Round, Scheme, Unit } from "../schemes/types";
import {
  GRID_LINE,
  HEADER_STYLE,
  LINE_HEIGHT,
  OFFICIAL_FONT,
  columnArea,
  rowArea,
  wrappedHeights,
} from "./look";
import { remarksOf, sentRows, type Remark, type SentRow } from "./replyPlaces";
import { REQUESTS_SHEET, requestsSheet, type Request } from "./replyRequests";
import { SEVERITIES, SEVERITY_FILLS, SEVERITY_WORDS, sentPlace } from "./replyWords";
import type { CellContent, CommentSpec, SheetSpec, StyledArea, WorkbookSpec } from "./sheetSpec";
import { formRows, formSheet, noteColumn, TABLE_SIZE, templateWorkbook, type FormRows } from "./templates";

export interface ReplyOptions {
  readonly scheme: Scheme;
  readonly unit: Unit;
  readonly round: Round;
  /** What the unit sent for the round, checked: one file or several. */
  readonly checked: readonly ReadWorkbook[];
  /** The day of the check. */
  readonly asOf: IsoDate;
}

/** The reply as a workbook: the list of requests, then the forms with the unit's rows, stamped like a template. */
export function replyWorkbook(options: ReplyOptions): WorkbookSpec {
  const { scheme, unit, round, checked, asOf } = options;
  const remarks = remarksOf(checked, scheme);
  const forms = scheme.forms.map((form) => {
    const sent = sentRows(checked, form);
    return { form, sent, rows: formRows(form, bodyRowsFor(sent)) };
  });
  const bodyTops = new Map(forms.map(({ form, rows }) => [form.id, rows.bodyTop]));
  const requests = [
    ...checked.flatMap(fileRequests),
    ...remarks.map((remark) => requestOf(remark, bodyTops.get(remark.form?.id ?? "bieu-01") ?? 0)),
  ];
  const list = requestsSheet(requests, {
    unit,
    round,
    asOf,
    files: checked.map(({ check }) => check.file),
    rows: forms.reduce((count, { sent }) => count + sent.length, 0),
  });
  return {
    ...templateWorkbook({ scheme, unit, round }),
    title: `${REQUESTS_SHEET}: ${unit.name}, ${round.name}`,
    sheets: [list, ...forms.map(({ form, sent, rows }) => filledForm(form, sent, rows, remarks, options))],
    activeSheet: REQUESTS_SHEET,
  };
}

/** `Tra loi - ha-lang - khao-sat-2023.xlsx`: letters that every system can name a file with. */
export function replyFileName(unit: Unit, round: Round): string {
  return `Tra loi - ${unit.id} - ${round.id}.xlsx`;
}

/** What one unit sent for one round. */
export interface UnitSubmission {
  readonly unit: Unit;
  readonly round: Round;
  readonly checked: readonly ReadWorkbook[];
}

/**
 * Sorts checked files by unit and round, units in the order of the scheme. Files that nobody knows the unit of, and
 * files without any form and any table like one, are not among them.
 */
export function submissionsOf(checked: readonly ReadWorkbook[], scheme: Scheme): readonly UnitSubmission[] {
  return scheme.units.flatMap((unit) => {
    const ofUnit = checked.filter(({ check }) => check.unit === unit.id);
    const rounds = [...new Set(ofUnit.map(({ check }) => check.round ?? ""))].sort();
    return rounds.flatMap((id) => {
      const round = scheme.round(id);
      return round ? [{ unit, round, checked: ofUnit.filter(({ check }) => check.round === id) }] : [];
    });
  });
}

/** A few rows are left for what the unit adds; so many fill a printed page. */
const SPARE_ROWS = 5;
const PAGE_ROWS = 20;

function bodyRowsFor(sent: readonly SentRow[]): number {
  return Math.max(PAGE_ROWS, sent.length + SPARE_ROWS);
}

/** What stands against a file in which no form was found; beside a form, tables that could not be read have findings. */
function fileRequests({ check }: ReadWorkbook): readonly Request[] {
  if (!check.error) return [];
  const about = { severity: "error" as const, sheet: "", cell: "", fix: "" };
  const error = { ...about, value: "", problem: check.error.message, sentPlace: check.file };
  const nearMisses = (check.nearMisses ?? []).map(({ sheet, form, missing }) => ({
    ...about,
    value: "",
    problem: `Trang “${sheet}” có bảng giống ${form === "bieu-01" ? "Biểu 01" : "Biểu 02"} nhưng thiếu ${missing.length} cột nên chưa đọc được. Đề nghị chép số liệu vào biểu của tệp này.`,
    sentPlace: `${check.file}, trang “${sheet}”`,
  }));
  return [error, ...nearMisses];
}

function requestOf({ finding, form, place }: Remark, bodyTop: number): Request {
  return {
    severity: finding.severity,
    sheet: form?.name ?? "",
    cell: place ? cellAddress(bodyTop + place.bodyRow, place.column) : "",
    value: finding.value,
    problem: finding.message,
    fix: finding.fix?.value ?? "",
    sentPlace: sentPlace(finding),
  };
}

/** The template with the unit's rows, its comments, fills, and beside each row what is to be done in it. */
function filledForm(
  form: FormSpec,
  sent: readonly SentRow[],
  rows: FormRows,
  remarks: readonly Remark[],
  { scheme, unit, round }: ReplyOptions
): SheetSpec {
  const template = formSheet(form, { scheme, unit, round, bodyRows: rows.bodyBottom - rows.bodyTop + 1 });
  const ofForm = remarks.filter((remark) => remark.form?.id === form.id);
  const written = sent.map((row) => form.columns.map((column) => writtenCell(row, column)));
  const signs = sent.map((_, bodyRow) => signsOf(ofForm, bodyRow, form, rows));
  const contents = written.map((cells) => cells.map(({ content }) => content));
  const wrapped = new Map(
    wrappedHeights(besideSigns(contents, signs, form), template.columns, TABLE_SIZE).map(
      ({ row, height }) => [row, height]
    )
  );
  return {
    ...template,
    rowHeights: [
      ...template.rowHeights,
      ...contents.map((_, row) => ({ row: rows.bodyTop + row, height: wrapped.get(row) ?? LINE_HEIGHT })),
    ],
    blocks: [
      ...template.blocks,
      ...(sent.length > 0 ? [{ top: rows.bodyTop, left: 0, rows: contents }] : []),
      {
        top: rows.headerBottom,
        left: noteColumn(form),
        rows: [[REPLY_COLUMN_HEADING], ...signs.map((sign) => [sign])],
      },
    ],
    styles: [
      ...template.styles,
      ...written.flatMap((cells, bodyRow) => formatStyles(cells, rows.bodyTop + bodyRow)),
      ...fillStyles(ofForm, rows),
      ...signStyles(form, rows, sent.length),
    ],
    comments: commentsOf(ofForm, written, rows),
  };
}

/** Rows as they stand on the sheet, up to the signs. */
function besideSigns(
  contents: readonly (readonly CellContent[])[],
  signs: readonly (string | null)[],
  form: FormSpec
): readonly (readonly CellContent[])[] {
  const between = new Array<null>(noteColumn(form) - form.columns.length).fill(null);
  return contents.map((cells, row) => [...cells, ...between, signs[row] ?? null]);
}

/** One cell of a row: its content as it was sent, what shows it so, and what must be said of it. */
interface WrittenCell {
  readonly content: CellContent;
  /** Number format in place of the template's, which would show something else. */
  readonly numberFormat?: string;
  readonly note?: string;
}

function writtenCell(sent: SentRow, column: FormColumn): WrittenCell {
  const value = sent.cells[column.key] ?? null;
  const converted = column.kind === "funds" ? fundsInDong(sent, value) : null;
  return converted ?? asSent(value, column);
}

function asSent(value: CellValue, { kind }: FormColumn): WrittenCell {
  if (typeof value === "number") {
    // A bare number under the format of a date would look like a day.
    return kind === "document-date" ? { content: value, numberFormat: "General" } : { content: value };
  }
  if (value === null || typeof value !== "object") return { content: value };
  if (value.kind === "error") return { content: value.code, numberFormat: "@" };
  const content = { date: value.iso };
  return kind === "document-date" ? { content } : { content, numberFormat: "d/m/yyyy" };
}

/** The official column counts in đồng: a plain number of a column in triệu đồng would be read as something else. */
function fundsInDong({ table, row }: SentRow, value: CellValue): WrittenCell | null {
  const isPlainNumber = typeof value === "number" || (typeof value === "string" && /^[\d\s.,]+$/.test(value));
  if (!isPlainNumber || fundsUnitOf(table.located) === 1) return null;
  const funds = table.works.find((work) => work.row === row)?.funds;
  if (funds?.status !== "ok") return null;
  const heading = table.located.columns["funds"]?.heading ?? "";
  return {
    content: funds.dong,
    note: `Tệp đã gửi ghi “${cellText(value)}” ở cột “${heading}”; ở đây đã đổi ra đồng cho đúng biểu mẫu.`,
  };
}

function formatStyles(cells: readonly WrittenCell[], row: number): readonly StyledArea[] {
  return cells.flatMap(({ numberFormat }, column) =>
    numberFormat === undefined ? [] : [{ area: rowArea(row, column, column), style: { numberFormat } }]
  );
}

/** The gravest finding gives a cell its fill. */
function fillStyles(remarks: readonly Remark[], { bodyTop }: FormRows): readonly StyledArea[] {
  return [...SEVERITIES].reverse().flatMap((severity) => {
    const style = SEVERITY_FILLS[severity];
    return remarks.flatMap(({ finding, place }) => {
      if (style === null || place === null || finding.severity !== severity) return [];
      return [{ area: rowArea(bodyTop + place.bodyRow, place.column, place.column), style }];
    });
  });
}

/** `▲ Phải sửa: C7 (Thời gian); ● Nên xem lại: D7 (…)`; null where nothing is to be said. */
function signsOf(remarks: readonly Remark[], bodyRow: number, form: FormSpec, rows: FormRows): string | null {
  const parts = SEVERITIES.flatMap((severity) => {
    const columns = remarks.flatMap(({ finding, place }) =>
      place?.bodyRow === bodyRow && finding.severity === severity ? [place.column] : []
    );
    const cells = [...new Set(columns)].map(
      (column) => `${cellAddress(rows.bodyTop + bodyRow, column)} (${form.columns[column]?.title ?? ""})`
    );
    return cells.length > 0 ? [`${SEVERITY_WORDS[severity]}: ${cells.join(", ")}`] : [];
  });
  return parts.length > 0 ? parts.join("; ") : null;
}

function signStyles(form: FormSpec, rows: FormRows, count: number): readonly StyledArea[] {
  const column = noteColumn(form);
  const bottom = rows.headerBottom + count;
  return [
    {
      area: columnArea(column, rows.headerBottom, bottom),
      style: {
        fontName: OFFICIAL_FONT,
        fontSize: TABLE_SIZE,
        vertical: "center",
        wrapText: true,
        numberFormat: "@",
        borderColor: GRID_LINE,
      },
    },
    { area: rowArea(rows.headerBottom, column, column), style: HEADER_STYLE },
  ];
}

/** One comment for a cell, whatever the number of findings; what is about the whole form stands on its first cell. */
function commentsOf(
  remarks: readonly Remark[],
  written: readonly (readonly WrittenCell[])[],
  { bodyTop }: FormRows
): readonly CommentSpec[] {
  const notes = written.flatMap((cells, bodyRow) =>
    cells.flatMap(({ note }, column) =>
      note === undefined ? [] : [{ row: bodyTop + bodyRow, column, text: note }]
    )
  );
  const texts = SEVERITIES.flatMap((severity) =>
    remarks
      .filter(({ finding }) => finding.severity === severity)
      .map(({ finding, place }) => ({
        row: place ? bodyTop + place.bodyRow : 0,
        column: place?.column ?? 0,
        text: commentText(finding),
      }))
  );
  const byCell = new Map<string, CommentSpec>();
  for (const { row, column, text } of [...texts, ...notes]) {
    const known = byCell.get(cellAddress(row, column));
    byCell.set(cellAddress(row, column), { row, column, text: known ? `${known.text}\n\n${text}` : text });
  }
  return [...byCell.values()];
}

function commentText(finding: Finding): string {
  const { severity, message, fix } = finding;
  return [
    `${SEVERITY_WORDS[severity]}: ${message}`,
    ...(fix ? [`Đề nghị ghi: ${fix.value}`] : []),
    `(Tệp đã gửi: ${sentPlace(finding)})`,
  ].join("\n");
}
