import {
  writeXlsx,
  type Cell,
  type ConditionalRule,
  type DataValidation,
  type TableDefinition,
  type WriteSheet,
} from "hucre/xlsx";
import { areaAddress, columnLetters, type Area, type IsoDate } from "../domain/grid";
import { isoToSerial } from "../domain/values/dates";
import type {
  CellContent,
  CellStyle,
  ColumnSpec,
  ConditionalFormatSpec,
  PrintSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from "../layout/sheetSpec";
import { textNumberFormat } from "../layout/textFormat";
import { chartAmendments, xlsxChart } from "./charts";
import { cellKey, styleCells, xlsxColor, xlsxFill, xlsxFont, xlsxStyle } from "./cellStyles";
import { commentBoxAmendment } from "./commentBoxes";
import { finishPackage } from "./finishPackage";
import { MAX_CELL_TEXT } from "./limits";

/**
 * A workbook as .xlsx. The same spec gives the same bytes: the file says neither when nor by whom it was written.
 * Throws only for a spec that no workbook can hold (a sheet name that Excel forbids, a table without header text).
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: spec.sheets.map(writeSheet),
    properties: { title: spec.title, custom: { ...spec.properties } },
    namedRanges: spec.sheets.flatMap(definedNames),
    activeSheet: Math.max(
      0,
      spec.sheets.findIndex((sheet) => sheet.name === spec.activeSheet)
    ),
  });
  const amendCharts = chartAmendments(spec.sheets.flatMap(({ charts = [] }) => charts));
  const amendComments = commentBoxAmendment(spec.sheets);
  return finishPackage(bytes, (name, text) => amendCharts(name, text) ?? amendComments(name, text));
}

function writeSheet(sheet: SheetSpec): WriteSheet {
  return {
    name: sheet.name,
    hidden: sheet.visibility === "hidden",
    veryHidden: sheet.visibility === "veryHidden",
    columns: sheet.columns.map(column),
    rowDefs: new Map(sheet.rowHeights.map(({ row, height }) => [row, { height }])),
    cells: sheetCells(sheet),
    merges: sheet.merges.map((area) => ({
      startRow: area.top,
      startCol: area.left,
      endRow: area.bottom,
      endCol: area.right,
    })),
    dataValidations: sheet.validations.map(validation),
    conditionalRules: sheet.conditionalFormats.map(conditionalRule),
    tables: sheet.tables.map((table) => tableDefinition(table, sheet)),
    charts: (sheet.charts ?? []).map(xlsxChart),
    view: {
      showGridLines: sheet.showGridlines,
      ...(sheet.tabColor !== undefined && { tabColor: xlsxColor(sheet.tabColor) }),
    },
    ...(sheet.freeze && { freezePane: { rows: sheet.freeze.rows, columns: sheet.freeze.columns } }),
    ...(sheet.print && pageSetup(sheet.print)),
    // The library takes the last rows of pages.
    ...(sheet.print?.breaksBefore && { rowBreaks: sheet.print.breaksBefore.map((row) => row - 1) }),
    ...(sheet.protection && {
      protection: {
        sheet: true,
        formatCells: sheet.protection.allowFormatCells,
        insertRows: sheet.protection.allowInsertRows,
      },
    }),
  };
}

/** Pixels of the widest digit of the default font, and of the padding of a cell: how Excel stores a width. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;

function column(spec: ColumnSpec): NonNullable<WriteSheet["columns"]>[number] {
  const stored = Math.trunc(((spec.width * DIGIT_PIXELS + PADDING_PIXELS) / DIGIT_PIXELS) * 256) / 256;
  return { width: stored, ...(spec.hidden === true && { hidden: true }) };
}

function sheetCells(sheet: SheetSpec): Map<string, Partial<Cell>> {
  const styles = styleCells(sheet.styles);
  const toXlsxStyle = memoize(xlsxStyle);
  const cells = new Map<string, Partial<Cell>>();
  for (const [key, style] of styles) cells.set(key, { value: null, style: toXlsxStyle(style) });
  for (const block of sheet.blocks) {
    block.rows.forEach((row, rowOffset) =>
      row.forEach((content, columnOffset) => {
        if (content === null || content === "") return;
        const key = cellKey(block.top + rowOffset, block.left + columnOffset);
        const style = withContentFormat(styles.get(key), content);
        const written = writeContent(content, style ?? {});
        cells.set(key, { ...written, ...(style && { style: toXlsxStyle(style) }) });
      })
    );
  }
  for (const { row, column, text } of sheet.comments ?? []) {
    const comment = { author: COMMENT_AUTHOR, text: storableText(text) };
    cells.set(cellKey(row, column), { value: null, ...cells.get(cellKey(row, column)), comment });
  }
  for (const { row, column, sheet: target, cell } of sheet.links ?? []) {
    const hyperlink = { target: "", location: `${quotedSheet(target)}!${cell}` };
    cells.set(cellKey(row, column), { value: null, ...cells.get(cellKey(row, column)), hyperlink });
  }
  return cells;
}

const COMMENT_AUTHOR = "Biểu Sử";

/** Dates need a date format to be dates; text that Excel would reinterpret needs the text format to stay text. */
function withContentFormat(style: CellStyle | undefined, content: CellContent): CellStyle | undefined {
  if (style?.numberFormat !== undefined) return style;
  const numberFormat = contentFormat(content);
  return numberFormat === undefined ? style : { ...style, numberFormat };
}

function contentFormat(content: CellContent): string | undefined {
  if (typeof content === "string") return textNumberFormat(content);
  if (typeof content === "object" && content !== null && "date" in content) return "d/m/yyyy";
  return undefined;
}

/** Text that the library would write as an error value. */
const ERROR_LIKE = /^#[A-Z0-9/_]+[!?]?$/;

function writeContent(content: Exclude<CellContent, null>, style: CellStyle): Partial<Cell> {
  if (typeof content === "string") {
    const text = storableText(content);
    return ERROR_LIKE.test(text) ? { richText: [{ text, font: xlsxFont(style) }] } : { value: text };
  }
  if (typeof content === "number" || typeof content === "boolean") return { value: content };
  if ("date" in content) return { value: utcDate(content.date) };
  if ("runs" in content) {
    return {
      richText: content.runs.map((run) => ({
        text: storableText(run.text),
        font: xlsxFont({ ...style, bold: run.bold ?? style.bold, italic: run.italic ?? style.italic }),
      })),
    };
  }
  const result = typeof content.result === "string" ? storableText(content.result) : content.result;
  return { formula: withoutEquals(content.formula), ...(result !== undefined && { formulaResult: result }) };
}

/**
 * Text as the file can hold it. `_x0041_` is how the format writes characters that XML forbids, so text that looks like
 * it must be escaped itself; what Excel's cell cannot hold is cut.
 */
function storableText(text: string): string {
  return text
    .slice(0, MAX_CELL_TEXT)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/[\uFFFE\uFFFF]/g, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase()}_`);
}

function withoutEquals(formula: string): string {
  return formula.replace(/^=/, "");
}

function utcDate(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function validation(spec: ValidationSpec): DataValidation {
  return {
    ...validationRule(spec),
    range: areaAddress(spec.area),
    allowBlank: true,
    ...(spec.prompt && {
      showInputMessage: true,
      inputTitle: spec.prompt.title,
      inputMessage: spec.prompt.message,
    }),
    ...(spec.alert && {
      showErrorMessage: true,
      errorStyle: spec.alert.style,
      errorTitle: spec.alert.title,
      errorMessage: spec.alert.message,
    }),
  };
}

function validationRule({
  rule,
}: ValidationSpec): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values"> {
  switch (rule.kind) {
    case "list":
      return { type: "list", values: [...rule.values] };
    case "date":
      return between("date", isoToSerial(rule.from), isoToSerial(rule.to));
    case "wholeNumber":
      return between("whole", rule.min, rule.max);
    case "custom":
      return { type: "custom", formula1: withoutEquals(rule.formula) };
    case "any":
      // The format calls it "none"; the library writes the type as it is but does not list this one.
      return { type: "none" as DataValidation["type"] };
  }
}

function between(
  type: "date" | "whole",
  from: number,
  to: number
): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2"> {
  return { type, operator: "between", formula1: String(from), formula2: String(to) };
}

function conditionalRule(spec: ConditionalFormatSpec, index: number): ConditionalRule {
  const common = { priority: index + 1, range: areaAddress(spec.area) };
  if (spec.kind === "dataBar") {
    const cfvo = [
      { type: "num" as const, value: "0" },
      { type: "num" as const, value: String(spec.max) },
    ];
    return { ...common, type: "dataBar", dataBar: { cfvo, color: `FF${xlsxColor(spec.color).rgb}` } };
  }
  return {
    ...common,
    type: "expression",
    formula: withoutEquals(spec.formula),
    style: {
      ...(spec.fillColor !== undefined && { fill: xlsxFill(spec.fillColor) }),
      ...(spec.fontColor !== undefined && { font: { color: xlsxColor(spec.fontColor) } }),
    },
  };
}

function tableDefinition(table: TableSpec, sheet: SheetSpec): TableDefinition {
  const { top, left, right } = table.area;
  const columns = Array.from({ length: right - left + 1 }, (_, index) => {
    const name = contentAt(sheet, top, left + index);
    if (typeof name !== "string" || name === "") {
      throw new Error(`Table ${table.name}: column ${index + 1} has no header text`);
    }
    return { name: storableText(name) };
  });
  return { name: table.name, range: areaAddress(table.area), columns, style: table.style };
}

function contentAt(sheet: SheetSpec, row: number, column: number): CellContent {
  for (const block of sheet.blocks) {
    const content = block.rows[row - block.top]?.[column - block.left];
    if (content !== undefined) return content;
  }
  return null;
}

const POINTS_PER_INCH = 72;

function pageSetup(print: PrintSpec): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const { top, right, bottom, left } = print.margins;
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: print.centerHorizontally,
      margins: {
        top: top / POINTS_PER_INCH,
        right: right / POINTS_PER_INCH,
        bottom: bottom / POINTS_PER_INCH,
        left: left / POINTS_PER_INCH,
      },
    },
    ...(print.footer !== undefined && { headerFooter: { oddFooter: print.footer } }),
  };
}

/** Names of areas, and the reserved names of what is printed; the library would not quote the sheet's name. */
function definedNames(sheet: SheetSpec): { name: string; range: string; scope?: string }[] {
  const quoted = quotedSheet(sheet.name);
  const names = sheet.names.map(({ name, area }) => ({ name, range: `${quoted}!${absolute(area)}` }));
  if (sheet.print === undefined) return names;
  const { area, repeatRows } = sheet.print;
  const printArea = { name: "_xlnm.Print_Area", range: `${quoted}!${absolute(area)}`, scope: sheet.name };
  if (repeatRows === undefined) return [...names, printArea];
  const titles = `${quoted}!$${repeatRows.top + 1}:$${repeatRows.bottom + 1}`;
  return [...names, printArea, { name: "_xlnm.Print_Titles", range: titles, scope: sheet.name }];
}

function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function absolute({ top, left, bottom, right }: Area): string {
  return `$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;
}

function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
