import {
  writeXlsx,
  type CellStyle as XlsxStyle,
  type ConditionalRule,
  type DataValidation,
  type TableDefinition,
  type WriteSheet,
} from "hucre/xlsx";
import { areaAddress, columnLetters, type Area } from "../domain/grid";
import { isoToSerial } from "../domain/values/dates";
import type {
  CellContent,
  ColumnSpec,
  ConditionalFormatSpec,
  PrintSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from "../layout/sheetSpec";
import { chartAmendments, xlsxChart } from "./charts";
import { xlsxColor, xlsxFill } from "./cellStyles";
import { commentBoxAmendment } from "./commentBoxes";
import { finishPackage } from "./finishPackage";
import { quotedSheet, sheetContent, storableText, withoutEquals } from "./sheetContent";

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
  const content = sheetContent(sheet);
  return {
    name: sheet.name,
    hidden: sheet.visibility === "hidden",
    veryHidden: sheet.visibility === "veryHidden",
    columns: sheet.columns.map((spec, index) => column(spec, content.columnStyles[index])),
    rowDefs: new Map(sheet.rowHeights.map(({ row, height }) => [row, { height }])),
    rows: content.rows,
    cells: content.cells,
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

/** @param style of the cells that stand in it and have no other */
function column(spec: ColumnSpec, style: XlsxStyle | undefined): NonNullable<WriteSheet["columns"]>[number] {
  const stored = Math.trunc(((spec.width * DIGIT_PIXELS + PADDING_PIXELS) / DIGIT_PIXELS) * 256) / 256;
  return { width: stored, ...(spec.hidden === true && { hidden: true }), ...(style && { style }) };
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

function absolute({ top, left, bottom, right }: Area): string {
  return `$${columnLetters(left)}$${top + 1}:$${columnLetters(right)}$${bottom + 1}`;
}
