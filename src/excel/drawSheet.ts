/**
 * SheetSpec → Office.js calls, as a list of strokes that the caller groups into requests. Nothing here syncs or
 * reads.
 */
import { areaAddress, cellAddress, type Area } from "../domain/grid";
import type {
  Block,
  CellContent,
  CellStyle,
  ColumnSpec,
  ConditionalFormatSpec,
  PrintSpec,
  SheetSpec,
  StyledArea,
  TableSpec,
  ValidationRule,
  ValidationSpec,
} from "../layout/sheetSpec";
import { bandsOfRows, groupBySize, jsonBytes } from "./chunks";
import { pointsFromCharacters } from "./columnWidth";
import { applyConstants, applyFormulas, rangeWrites } from "./contents";
import { chartStrokes } from "./drawCharts";
import { rangeOf } from "./ranges";
import { strokeOfCalls, strokeOfContent, type Stroke } from "./requests";

/** Contents of one stroke, at most; several fill a request. */
const CONTENT_BYTES = 1_000_000;
/** Cells of one number format stroke: some 20 bytes each. */
const FORMAT_CELLS = 50_000;

/**
 * The strokes of one sheet, by phase. Sheets of one workbook refer to each other, so every sheet passes a phase
 * before any enters the next: Excel refuses a formula whose table or name is not there yet.
 */
export interface SheetStrokes {
  /** Widths, heights, styles, constants, merges, tables. */
  readonly body: readonly Stroke[];
  /** Formulas, and the rules that hold formulas: validations, conditional formats. Needs tables and names. */
  readonly formulas: readonly Stroke[];
  /** View, charts, print setup and, last, protection. */
  readonly finish: readonly Stroke[];
}

/** Everything of a sheet but its visibility and the workbook's names, to be drawn on an empty sheet. */
export function sheetStrokes(sheet: Excel.Worksheet, spec: SheetSpec, kept: KeptTables): SheetStrokes {
  const contents = spec.blocks.map((block) => blockStrokes(sheet, block, spec.styles));
  return {
    body: [
      ...columnStrokes(sheet, spec.columns),
      ...rowStrokes(sheet, spec.rowHeights),
      ...spec.styles.flatMap((styled) => styleStrokes(sheet, styled)),
      ...contents.flatMap(({ constants }) => constants),
      ...mergeStrokes(sheet, spec.merges),
      ...spec.tables.map((table) => tableStroke(sheet, table, kept)),
    ],
    formulas: [
      ...contents.flatMap(({ formulas }) => formulas),
      ...spec.validations.map((validation) => validationStroke(sheet, validation)),
      // Excel puts a new one before all others: the first of the spec, which shall win, is added last.
      ...[...spec.conditionalFormats].reverse().map((format) => conditionalFormatStroke(sheet, format)),
    ],
    finish: [
      viewStroke(sheet, spec),
      ...chartStrokes(sheet, spec.charts ?? []),
      ...(spec.print ? [printStroke(sheet, spec.print)] : []),
      ...(spec.protection ? [protectionStroke(sheet, spec.protection)] : []),
    ],
  };
}

/** Tables of the sheet that stay and have been given their new area, by their names in lower case. */
export type KeptTables = ReadonlyMap<string, Excel.Table>;

function columnStrokes(sheet: Excel.Worksheet, columns: readonly ColumnSpec[]): readonly Stroke[] {
  return [
    ...widthStrokes(
      sheet,
      columns.map((column) => pointsFromCharacters(column.width))
    ),
    ...columns.flatMap((column, index) => (column.hidden ? [hideStroke(sheet, index)] : [])),
  ];
}

/** Sets the widths of columns from A on, in points; null leaves a column as it is. */
export function widthStrokes(sheet: Excel.Worksheet, widths: readonly (number | null)[]): readonly Stroke[] {
  const columns = widths.map((width, index) => ({ width, index }));
  return runsOf(columns, (one, other) => one.width === other.width).flatMap(({ first, count }) => {
    const { width, index } = first;
    if (width === null) return [];
    return strokeOfCalls(2, () => {
      sheet.getRangeByIndexes(0, index, 1, count).format.columnWidth = width;
    });
  });
}

function hideStroke(sheet: Excel.Worksheet, column: number): Stroke {
  return strokeOfCalls(1, () => {
    sheet.getRangeByIndexes(0, column, 1, 1).columnHidden = true;
  });
}

/** Sets the heights of rows in points. */
export function rowStrokes(
  sheet: Excel.Worksheet,
  heights: readonly { readonly row: number; readonly height: number }[]
): readonly Stroke[] {
  const rows = [...heights].sort((one, other) => one.row - other.row);
  const alike = runsOf(
    rows,
    (one, other, distance) => one.height === other.height && other.row - one.row === distance
  );
  return alike.map(({ first, count }) =>
    strokeOfCalls(2, () => {
      sheet.getRangeByIndexes(first.row, 0, count, 1).format.rowHeight = first.height;
    })
  );
}

/** Runs of neighbours that are like the first of their run. */
function runsOf<T>(
  items: readonly T[],
  isLike: (first: T, item: T, distance: number) => boolean
): readonly { readonly first: T; readonly count: number }[] {
  const runs: { first: T; count: number }[] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run && isLike(run.first, item, run.count)) run.count += 1;
    else runs.push({ first: item, count: 1 });
  }
  return runs;
}

const HORIZONTAL = { left: "Left", center: "Center", right: "Right", justify: "Justify" } as const;
const VERTICAL = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function styleStrokes(sheet: Excel.Worksheet, { area, style }: StyledArea): readonly Stroke[] {
  const { numberFormat } = style;
  const formats = numberFormat === undefined ? [] : numberFormatStrokes(sheet, area, numberFormat);
  return [...formats, strokeOfCalls(30, () => applyStyle(rangeOf(sheet, area), area, style))];
}

function applyStyle(range: Excel.Range, area: Area, style: CellStyle): void {
  const { format } = range;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.fillColor !== undefined) format.fill.color = style.fillColor;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrapText !== undefined) format.wrapText = style.wrapText;
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.borderColor !== undefined) applyBorders(format.borders, area, style.borderColor);
}

/** Inner borders only where there is an inside. */
function applyBorders(borders: Excel.RangeBorderCollection, area: Area, color: string): void {
  const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
  const rows = area.bottom > area.top ? (["InsideHorizontal"] as const) : [];
  const columns = area.right > area.left ? (["InsideVertical"] as const) : [];
  for (const side of [...edges, ...rows, ...columns]) {
    const border = borders.getItem(side);
    border.style = "Continuous";
    border.color = color;
  }
}

function numberFormatStrokes(sheet: Excel.Worksheet, area: Area, format: string): readonly Stroke[] {
  const columns = area.right - area.left + 1;
  return bandsOfRows(area.top, area.bottom - area.top + 1, columns, FORMAT_CELLS).map(({ top, count }) => {
    const formats = filled(count, columns, format);
    return strokeOfContent(jsonBytes(formats), () => {
      sheet.getRangeByIndexes(top, area.left, count, columns).numberFormat = formats;
    });
  });
}

function filled<T>(rows: number, columns: number, value: T): T[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
}

function blockStrokes(sheet: Excel.Worksheet, block: Block, styles: readonly StyledArea[]): ContentStrokes {
  const lastFirst = styles.filter(({ style }) => style.numberFormat !== undefined).reverse();
  const formatAt = (row: number, column: number) =>
    lastFirst.find(({ area }) => contains(area, row, column))?.style.numberFormat ?? null;
  const width = Math.max(0, ...block.rows.map((row) => row.length));
  const contents = block.rows.map((row) => padded(row, width));
  const formats = contents.map((row, r) => row.map((_, c) => formatAt(block.top + r, block.left + c)));
  return contentStrokes(sheet, block, contents, formats, true);
}

function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Office.js takes rectangles only. */
function padded(row: readonly CellContent[], width: number): readonly CellContent[] {
  return Array.from({ length: width }, (_, column) => row[column] ?? null);
}

/** The strokes that write a rectangle: its formulas may have to wait for tables and names. */
export interface ContentStrokes {
  readonly constants: readonly Stroke[];
  readonly formulas: readonly Stroke[];
}

/** Writes a rectangle of contents with its number formats, see `rangeWrites`. */
export function contentStrokes(
  sheet: Excel.Worksheet,
  { top, left }: Pick<Area, "top" | "left">,
  contents: readonly (readonly CellContent[])[],
  formats: readonly (readonly (string | null)[])[],
  formatsAreSet: boolean
): ContentStrokes {
  const width = contents[0]?.length ?? 0;
  if (width === 0) return { constants: [], formulas: [] };
  const rows = contents.map((cells, index) => ({ index, cells, formats: formats[index] ?? [] }));
  const bands = groupBySize(rows, (row) => jsonBytes([row.cells, row.formats]), CONTENT_BYTES).map(
    (band) => ({
      range: () => sheet.getRangeByIndexes(top + (band[0]?.index ?? 0), left, band.length, width),
      writes: rangeWrites(
        band.map((row) => row.cells),
        band.map((row) => row.formats),
        formatsAreSet
      ),
    })
  );
  return {
    constants: bands.map(({ range, writes }) =>
      strokeOfContent(jsonBytes({ ...writes, formulas: null }), () => applyConstants(range(), writes))
    ),
    formulas: bands
      .filter(({ writes }) => writes.formulas !== null)
      .map(({ range, writes }) =>
        strokeOfContent(jsonBytes(writes.formulas), () => applyFormulas(range(), writes))
      ),
  };
}

/** Merges areas. */
export function mergeStrokes(sheet: Excel.Worksheet, merges: readonly Area[]): readonly Stroke[] {
  return merges.map((area) => strokeOfCalls(1, () => rangeOf(sheet, area).merge()));
}

const ALERT_STYLES = { stop: "Stop", warning: "Warning", information: "Information" } as const;

function validationStroke(sheet: Excel.Worksheet, { area, rule, prompt, alert }: ValidationSpec): Stroke {
  const content = [rule, prompt, alert];
  return strokeOfContent(jsonBytes(content), () => {
    const validation = rangeOf(sheet, area).dataValidation;
    if (rule.kind !== "any") validation.rule = officeRule(rule);
    if (prompt) validation.prompt = { showPrompt: true, ...prompt };
    if (alert) {
      validation.errorAlert = {
        showAlert: true,
        style: ALERT_STYLES[alert.style],
        title: alert.title,
        message: alert.message,
      };
    } else if (rule.kind !== "any") {
      validation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
    }
  });
}

function officeRule(rule: Exclude<ValidationRule, { kind: "any" }>): Excel.DataValidationRule {
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.values.join(",") } };
    case "date":
      return { date: { operator: "Between", formula1: rule.from, formula2: rule.to } };
    case "wholeNumber":
      return { wholeNumber: { operator: "Between", formula1: rule.min, formula2: rule.max } };
    case "custom":
      return { custom: { formula: rule.formula } };
  }
}

function conditionalFormatStroke(sheet: Excel.Worksheet, spec: ConditionalFormatSpec): Stroke {
  return strokeOfCalls(12, () => {
    const formats = rangeOf(sheet, spec.area).conditionalFormats;
    if (spec.kind === "expression") {
      const { custom } = formats.add("Custom");
      custom.rule.formula = spec.formula;
      if (spec.fillColor !== undefined) custom.format.fill.color = spec.fillColor;
      if (spec.fontColor !== undefined) custom.format.font.color = spec.fontColor;
      return;
    }
    const { dataBar } = formats.add("DataBar");
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    dataBar.upperBoundRule = { type: "Number", formula: String(spec.max) };
    dataBar.positiveFormat.fillColor = spec.color;
    dataBar.positiveFormat.borderColor = "";
  });
}

/** Makes a table of an area whose first row is its header, or names and styles the one that stayed. */
export function tableStroke(sheet: Excel.Worksheet, spec: TableSpec, kept: KeptTables): Stroke {
  return strokeOfCalls(4, () => {
    const table = kept.get(spec.name.toLowerCase()) ?? sheet.tables.add(areaAddress(spec.area), true);
    table.name = spec.name;
    table.style = spec.style;
  });
}

function viewStroke(sheet: Excel.Worksheet, spec: SheetSpec): Stroke {
  return strokeOfCalls(6, () => {
    sheet.showGridlines = spec.showGridlines;
    sheet.tabColor = spec.tabColor ?? "";
    if (spec.freeze) freeze(sheet, spec.freeze.rows, spec.freeze.columns);
  });
}

/** Freezes the first rows and columns. */
export function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function printStroke(sheet: Excel.Worksheet, print: PrintSpec): Stroke {
  return strokeOfCalls(16 + (print.breaksBefore?.length ?? 0), () => {
    const page = sheet.pageLayout;
    page.paperSize = "A4";
    page.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
    page.zoom = { horizontalFitToPages: 1 };
    page.topMargin = print.margins.top;
    page.rightMargin = print.margins.right;
    page.bottomMargin = print.margins.bottom;
    page.leftMargin = print.margins.left;
    page.centerHorizontally = print.centerHorizontally;
    page.setPrintArea(areaAddress(print.area));
    if (print.repeatRows) {
      page.setPrintTitleRows(`$${print.repeatRows.top + 1}:$${print.repeatRows.bottom + 1}`);
    }
    if (print.breaksBefore) {
      sheet.horizontalPageBreaks.removePageBreaks();
      for (const row of print.breaksBefore) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
    }
    writeFooter(page.headersFooters.defaultForAllPages, print.footer ?? "");
  });
}

/** Excel's footer codes: text before `&L`, `&C` or `&R` belongs to the centre. Sections without text are emptied. */
function writeFooter(pages: Excel.HeaderFooter, footer: string): void {
  const [start = "", ...sections] = footer.split(/(?<!&)&(?=[LCR])/);
  const sectionText = (code: string) => sections.find((section) => section.startsWith(code))?.slice(1) ?? "";
  pages.leftFooter = sectionText("L");
  pages.centerFooter = start + sectionText("C");
  pages.rightFooter = sectionText("R");
}

function protectionStroke(
  sheet: Excel.Worksheet,
  { allowFormatCells, allowInsertRows }: NonNullable<SheetSpec["protection"]>
): Stroke {
  return strokeOfCalls(1, () => sheet.protection.protect({ allowFormatCells, allowInsertRows }));
}
