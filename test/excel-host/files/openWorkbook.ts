/** An .xlsx file into an empty spreadsheet of the host. */
import type { Document } from "@xmldom/xmldom";
import type { Cell as FileCell, CellStyle as FileStyle, Sheet, Workbook } from "hucre/xlsx";
import { readXlsx } from "hucre/xlsx";
import { parseArea } from "../addresses";
import { areaOf, COLUMN_COUNT, ROW_COUNT, subtractFromAll, WHOLE_SHEET } from "../areas";
import { movedFormula } from "../model/relativeFormulas";
import type { HostState, SheetState } from "../model/state";
import { createHostState, newSheetState, newTableState } from "../model/state";
import type { Area, CellEntry, CellStyle, Spreadsheet } from "../spreadsheet/spreadsheet";
import { PLAIN, readStyle, styleSource, stylePatch, type StyleSource } from "./cellStyle";
import { readColor } from "./colors";
import { readComments } from "./comments";
import { readConditionalFormats } from "./conditionalFormat";
import { momentSerial } from "./dates";
import { WorkbookFileError } from "./fileError";
import { readFormula } from "./formulaText";
import { readPageLayout, readPrintAreas } from "./pageLayout";
import { readCustomProperties, readDocumentProperties } from "./properties";
import { readProtection } from "./protection";
import { joinedAreas, type Place } from "./rectangles";
import { readSettings } from "./settings";
import { readAutoFilter, readBreaks, readLinks } from "./sheetExtras";
import { readValidations } from "./validation";
import type { Parts } from "./workbookPackage";
import { elementsOf, pack, parseXml, relationshipsOf, setText, textOf, unpack } from "./workbookPackage";

/** More cells than these are more than the spreadsheet is good for. */
const MAX_CELLS = 2_000_000;

/** Columns further behind the last filled one are not shown one by one. */
const COLUMNS_BEHIND = 100;

const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;

/** A sheet as the library reads it, with what it leaves out. */
interface FileSheet {
  readonly content: Sheet;
  /** The sheet's XML without its cells. */
  readonly xml: Document;
  /** Styles of whole columns and rows, by number. */
  readonly columns: readonly ColumnElement[];
  readonly rowStyles: ReadonlyMap<number, FileStyle | undefined>;
  readonly tableFlags: ReadonlyMap<string, { readonly first: boolean; readonly last: boolean }>;
}

/** A `<col>`: columns that are alike, both ends included. */
interface ColumnElement {
  readonly from: number;
  readonly to: number;
  /** In points; `null`: the standard one. */
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: FileStyle | undefined;
}

/** A workbook that was read and is not shown yet. */
export interface ReadFile {
  readonly workbook: Workbook;
  readonly sheets: readonly FileSheet[];
  readonly settings: HostState["settings"];
}

/** Reads a file whole. Throws `WorkbookFileError` and nothing else, whatever the bytes are. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  try {
    const parts = unpack(bytes);
    const sheetParts = worksheetPaths(parts);
    const lines = new Map(sheetParts.map(({ path }) => [path, prepareLines(parts, path)]));
    const names = new Set(sheetParts.map(({ name }) => name));
    const workbook = await readXlsx(pack(parts, 0), {
      readStyles: true,
      sheets: ({ name }) => names.has(name),
    });
    if (workbook.sheets.length === 0) {
      throw new WorkbookFileError("damaged");
    }
    const sheets = workbook.sheets.map((content) => {
      const path = sheetParts.find(({ name }) => name === content.name)?.path ?? "";
      return fileSheet(parts, path, content, lines.get(path));
    });
    return { workbook, sheets, settings: readSettings(parts) };
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : new WorkbookFileError("damaged", { cause: error });
  }
}

/** Paths of the sheets that hold cells; those of charts and macros have none. */
function worksheetPaths(parts: Parts): readonly { readonly name: string; readonly path: string }[] {
  const main = relationshipsOf(parts, "").find(({ kind }) => kind === "officeDocument")?.target;
  const text = main === undefined ? null : textOf(parts, main);
  if (main === undefined || text === null) {
    throw new WorkbookFileError("notAWorkbook");
  }
  const worksheets = relationshipsOf(parts, main).filter(({ kind }) => kind === "worksheet");
  return elementsOf(parseXml(text), "sheet").flatMap((sheet) => {
    const id = Array.from(sheet.attributes).find(({ localName }) => localName === "id")?.value;
    const path = worksheets.find((each) => each.id === id)?.target;
    return path === undefined ? [] : [{ name: sheet.getAttribute("name") ?? "", path }];
  });
}

const SHEET_DATA = /<((?:\w+:)?)sheetData(?:\s[^>]*)?(?:\/>|>([^]*?)<\/\1sheetData>)/;

interface Lines {
  readonly xml: Document;
  /** Numbers of styles of columns and rows, in the order of their probes. */
  readonly rowNumbers: readonly (readonly [row: number, style: string])[];
  readonly columnNumbers: readonly string[];
  /** The row that was added for the probes. */
  readonly probeRow: number;
}

/**
 * The library tells the styles of cells only. A row is added below all others, whose cells have the styles of whole
 * columns and rows.
 */
function prepareLines(parts: Parts, path: string): Lines {
  const text = textOf(parts, path);
  if (text === null) {
    throw new WorkbookFileError("damaged");
  }
  const data = SHEET_DATA.exec(text);
  const rows = data?.[2] ?? "";
  const prefix = data?.[1] ?? "";
  if ((rows.match(/<(?:\w+:)?c[\s>]/g)?.length ?? 0) > MAX_CELLS) {
    throw new WorkbookFileError("tooLarge");
  }
  const xml = parseXml(text.replace(SHEET_DATA, ""));
  const tags = rows.match(/<(?:\w+:)?row(?=[\s>/])[^>]*>/g) ?? [];
  const numbered = tags.map((tag, index) => ({
    row: Number(attributeOf(tag, "r") ?? index + 1) - 1,
    style: /^(1|true)$/.test(attributeOf(tag, "customFormat") ?? "") ? attributeOf(tag, "s") : null,
  }));
  const probeRow = numbered.reduce((last, { row }) => Math.max(last, row), -1) + 1;
  const rowNumbers = numbered.flatMap(({ row, style }) => (style === null ? [] : [[row, style] as const]));
  const columnNumbers = elementsOf(xml, "col").map((column) => column.getAttribute("style") ?? "0");
  const cells = [...columnNumbers, ...rowNumbers.map(([, style]) => style)].map(
    (style) => `<${prefix}c s="${Number(style)}"/>`
  );
  const probes = `<${prefix}row r="${probeRow + 1}">${cells.join("")}</${prefix}row>`;
  const completed = `<${prefix}sheetData>${rows}${probes}</${prefix}sheetData>`;
  setText(
    parts,
    path,
    text.replace(SHEET_DATA, () => completed)
  );
  return { xml, rowNumbers, columnNumbers, probeRow };
}

function attributeOf(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? null;
}

function fileSheet(parts: Parts, path: string, content: Sheet, lines: Lines | undefined): FileSheet {
  if (!lines) {
    throw new WorkbookFileError("damaged");
  }
  const { xml, rowNumbers, columnNumbers, probeRow } = lines;
  const styleAt = (index: number): FileStyle | undefined => content.cells?.get(`${probeRow},${index}`)?.style;
  const columns = elementsOf(xml, "col").map((column, index): ColumnElement => {
    const number = (name: string): number => Number(column.getAttribute(name) ?? NaN);
    const width = Math.round(number("width") * DIGIT_PIXELS) * POINTS_PER_PIXEL;
    return {
      from: number("min") - 1,
      to: Math.min(number("max"), COLUMN_COUNT) - 1,
      width: Number.isFinite(width) ? width : null,
      hidden: /^(1|true)$/.test(column.getAttribute("hidden") ?? ""),
      style: columnNumbers[index] === "0" ? undefined : styleAt(index),
    };
  });
  const rowStyles = new Map(
    rowNumbers.map(([row], index) => [row, styleAt(columnNumbers.length + index)] as const)
  );
  columnNumbers.forEach((_, index) => content.cells?.delete(`${probeRow},${index}`));
  rowNumbers.forEach((_, index) => content.cells?.delete(`${probeRow},${columnNumbers.length + index}`));
  return {
    content: { ...content, rows: content.rows.slice(0, probeRow) },
    xml,
    columns: columns.filter(({ from, to }) => from >= 0 && to >= from),
    rowStyles,
    tableFlags: readTableFlags(parts, path),
  };
}

/** First and last columns of tables, which the library does not read. */
function readTableFlags(parts: Parts, path: string): FileSheet["tableFlags"] {
  const tables = relationshipsOf(parts, path)
    .filter(({ kind }) => kind === "table")
    .flatMap(({ target }) => textOf(parts, target) ?? []);
  return new Map(
    tables.map((text) => {
      const xml = parseXml(text);
      const style = elementsOf(xml, "tableStyleInfo")[0];
      const isOn = (name: string): boolean => /^(1|true)$/.test(style?.getAttribute(name) ?? "");
      const name = xml.documentElement?.getAttribute("name") ?? "";
      return [name, { first: isOn("showFirstColumn"), last: isOn("showLastColumn") }];
    })
  );
}

/**
 * Shows a file in a spreadsheet that has one empty sheet, and returns what the host keeps beside it. Texts, numbers
 * and formulas are put in as they are; formulas that the spreadsheet cannot read leave their last results.
 */
export async function openWorkbook(file: ReadFile, spreadsheet: Spreadsheet): Promise<HostState> {
  const { workbook, sheets } = file;
  const source = styleSource(workbook.themeColors ?? [], workbook.defaultFont);
  const plain = createHostState();
  const [first = ""] = spreadsheet.sheets().map(({ id }) => id);
  const placed = sheets.map((sheet, index) => {
    const { name } = sheet.content;
    if (index === 0) {
      spreadsheet.renameSheet(first, name);
    }
    return { sheet, sheetId: index === 0 ? first : spreadsheet.addSheet(name) };
  });
  const idOf = (name: string | undefined): string | null =>
    placed.find(({ sheet }) => sheet.content.name === name)?.sheetId ?? null;
  const unlocked = placed.map(({ sheet, sheetId }) => showSheet(spreadsheet, sheetId, sheet, source));
  const tables: HostState["tables"] = {};
  for (const { sheet, sheetId } of placed) {
    Object.assign(tables, await showTables(spreadsheet, sheetId, sheet));
  }
  showNames(spreadsheet, workbook, idOf);
  placed.forEach(({ sheet, sheetId }) => showFormulas(spreadsheet, sheetId, sheet.content));
  activate(spreadsheet, placed, workbook.activeSheet ?? 0);
  return {
    ...plain,
    documentProperties: { ...plain.documentProperties, ...readDocumentProperties(workbook.properties) },
    customProperties: readCustomProperties(workbook.properties),
    settings: file.settings,
    workbookProtection: workbook.workbookProtection?.lockStructure === true ? { password: null } : null,
    sheets: Object.fromEntries(
      placed.map(({ sheet, sheetId }, index) => [
        sheetId,
        readSheetState(sheet, unlocked[index] ?? [], source.theme, workbook.persons),
      ])
    ),
    tables,
  };
}

/** Everything of a sheet but its formulas. Returns the areas that are not locked. */
function showSheet(
  spreadsheet: Spreadsheet,
  sheetId: string,
  { content, columns, rowStyles }: FileSheet,
  source: StyleSource
): readonly Area[] {
  const unlocked = applyStyles(spreadsheet, sheetId, { content, columns, rowStyles }, source);
  const rows = content.rows.map((row, rowIndex) =>
    row.map((value, columnIndex) => plainEntry(content.cells?.get(`${rowIndex},${columnIndex}`), value))
  );
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width > 0) {
    spreadsheet.write(
      sheetId,
      0,
      0,
      rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null))
    );
  }
  for (const { startRow, startCol, endRow, endCol } of content.merges ?? []) {
    spreadsheet.merge(sheetId, { top: startRow, left: startCol, bottom: endRow, right: endCol });
  }
  for (const { from, to, width: points, hidden } of columns) {
    const last = lastShown(to, width);
    if (points !== null) {
      spreadsheet.setColumnWidth(sheetId, from, last, points);
    }
    if (hidden) {
      spreadsheet.setColumnsHidden(sheetId, from, last, true);
    }
  }
  for (const [row, { height, hidden }] of content.rowDefs ?? []) {
    if (height !== undefined) {
      spreadsheet.setRowHeight(sheetId, row, row, height);
    }
    if (hidden === true) {
      spreadsheet.setRowsHidden(sheetId, row, row, true);
    }
  }
  const tabColor = readColor(content.view?.tabColor, source.theme);
  if (tabColor !== null) {
    spreadsheet.setTabColor(sheetId, tabColor);
  }
  if (content.view?.showGridLines === false) {
    spreadsheet.setGridlines(sheetId, false);
  }
  if (content.freezePane) {
    spreadsheet.freeze(sheetId, content.freezePane.rows ?? 0, content.freezePane.columns ?? 0);
  }
  return unlocked;
}

/** Files like to speak of all columns behind the last one with anything in it: those are "to the end" here too. */
function lastShown(to: number, width: number): number {
  return to > width + COLUMNS_BEHIND ? COLUMN_COUNT - 1 : to;
}

/** The value of a cell without a formula; `null` where there is none. */
function plainEntry(cell: FileCell | undefined, value: FileCell["value"]): CellEntry | null {
  if (cell?.formula !== undefined || value === null || value === "") {
    return null;
  }
  return { value: value instanceof Date ? momentSerial(value) : value, formula: null };
}

interface StyledCell extends Place {
  readonly style: FileStyle | undefined;
  /** That of its row or column, which it lies upon. */
  readonly base: FileStyle | undefined;
}

/** Looks of columns, rows and cells, in as few rectangles as there are. Returns the areas that are not locked. */
function applyStyles(
  spreadsheet: Spreadsheet,
  sheetId: string,
  { content, columns, rowStyles }: Pick<FileSheet, "content" | "columns" | "rowStyles">,
  source: StyleSource
): readonly Area[] {
  const width = content.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const lookOf = lookReader(source);
  const apply = (area: Area, look: CellStyle, base: CellStyle): void => {
    const patch = stylePatch(look, base);
    if (patch) {
      spreadsheet.applyStyle(sheetId, area, patch);
    }
  };
  apply(WHOLE_SHEET, source.plain, PLAIN);
  const lines = lineStyles(columns, rowStyles);
  for (const { area, style } of lines) {
    const right = lastShown(area.right, width);
    const isToTheEnd = right === COLUMN_COUNT - 1 && area.left > 0 && area.top === 0 && area.bottom > 0;
    const shown = isToTheEnd ? { ...area, right: Math.max(area.left, width + COLUMNS_BEHIND) } : area;
    apply(shown, lookOf(style), source.plain);
  }
  const baseOf = (row: number, column: number): FileStyle | undefined =>
    rowStyles.get(row) ??
    columns.find(({ from, to, style }) => style && column >= from && column <= to)?.style;
  const styled = [...(content.cells ?? [])].map(([key, { style }]): StyledCell => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { row, column, style, base: baseOf(row, column) };
  });
  for (const cells of groupedByStyle(styled)) {
    const [first] = cells;
    if (first) {
      const [look, base] = [lookOf(first.style), lookOf(first.base)];
      joinedAreas(cells).forEach((area) => apply(area, look, base));
    }
  }
  return unlockedAreas(lines, styled);
}

interface LineStyle {
  readonly area: Area;
  readonly style: FileStyle;
}

/** Rows lie upon columns. */
function lineStyles(
  columns: readonly ColumnElement[],
  rowStyles: FileSheet["rowStyles"]
): readonly LineStyle[] {
  return [
    ...columns.flatMap(({ from, to, style }) =>
      style ? [{ area: areaOf(0, from, ROW_COUNT, to - from + 1), style }] : []
    ),
    ...[...rowStyles].flatMap(([row, style]) =>
      style ? [{ area: areaOf(row, 0, 1, COLUMN_COUNT), style }] : []
    ),
  ];
}

/** Translates every style of the file once. */
function lookReader(source: StyleSource): (style: FileStyle | undefined) => CellStyle {
  const known = new Map<string, CellStyle>();
  return (style) => {
    const key = JSON.stringify(style ?? {});
    const look = known.get(key) ?? readStyle(style, source);
    known.set(key, look);
    return look;
  };
}

function groupedByStyle(cells: readonly StyledCell[]): readonly (readonly StyledCell[])[] {
  const groups = new Map<string, StyledCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.style ?? {}, cell.base ?? {}]);
    const group = groups.get(key) ?? [];
    group.push(cell);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function isUnlocked(style: FileStyle | undefined): boolean {
  return style?.protection?.locked === false;
}

/** What is said of a cell itself counts more than what is said of its row, and that more than its column. */
function unlockedAreas(lines: readonly LineStyle[], cells: readonly StyledCell[]): readonly Area[] {
  const open = lines.reduce<readonly Area[]>(
    (before, { area, style }) => [...subtractFromAll(before, area), ...(isUnlocked(style) ? [area] : [])],
    []
  );
  const around = open.length === 0 ? open : joinedAreas(cells).reduce(subtractFromAll, open);
  return [...around, ...joinedAreas(cells.filter(({ style }) => isUnlocked(style)))];
}

/** Tables, and what the host keeps of them. Cells of a table that the spreadsheet refuses stay plain cells. */
async function showTables(
  spreadsheet: Spreadsheet,
  sheetId: string,
  { content, tableFlags }: FileSheet
): Promise<HostState["tables"]> {
  const tables: HostState["tables"] = {};
  for (const table of content.tables ?? []) {
    const area = parseArea(table.range ?? "");
    const shown = area && table.showTotalRow === true ? { ...area, bottom: area.bottom - 1 } : area;
    const id = shown && (await spreadsheet.addTable(sheetId, shown, table.name).catch(() => null));
    if (id !== null) {
      const flags = tableFlags.get(table.name);
      const plain = newTableState();
      tables[id] = {
        ...plain,
        style: table.style ?? plain.style,
        showFilterButton: table.showAutoFilter ?? plain.showFilterButton,
        showBandedRows: table.showRowStripes ?? plain.showBandedRows,
        showBandedColumns: table.showColumnStripes ?? plain.showBandedColumns,
        highlightFirstColumn: flags?.first ?? plain.highlightFirstColumn,
        highlightLastColumn: flags?.last ?? plain.highlightLastColumn,
        showTotals: table.showTotalRow ?? plain.showTotals,
      };
    }
  }
  return tables;
}

/** Names that the format reserves begin with a mark of their own. */
const RESERVED_NAME = /^_xl/i;

function showNames(
  spreadsheet: Spreadsheet,
  { namedRanges = [] }: Workbook,
  idOf: (name: string | undefined) => string | null
): void {
  for (const { name, range, scope, comment } of namedRanges) {
    if (!RESERVED_NAME.test(name)) {
      spreadsheet.addName({
        name,
        formula: readFormula(range),
        comment: comment ?? "",
        sheetId: idOf(scope),
      });
    }
  }
}

function showFormulas(spreadsheet: Spreadsheet, sheetId: string, { cells = new Map() }: Sheet): void {
  const masters = new Map<number, PlacedFormula>();
  const found = [...cells].flatMap(([key, cell]: [string, FileCell]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const formula = formulaOf(cell, row, column, masters);
    return formula === null ? [] : [{ row, column, cell, formula }];
  });
  const bottom = found.reduce((last, { row }) => Math.max(last, row), -1);
  const right = found.reduce((last, { column }) => Math.max(last, column), -1);
  const rows = Array.from({ length: bottom + 1 }, () =>
    Array.from({ length: right + 1 }, (): CellEntry | null => null)
  );
  for (const { row, column, cell, formula } of found) {
    const line = rows[row];
    if (line) {
      line[column] = spreadsheet.isFormula(formula)
        ? { value: null, formula }
        : { value: resultOf(cell), formula: null };
    }
  }
  if (found.length > 0) {
    spreadsheet.write(sheetId, 0, 0, rows);
  }
}

/** The first formula of several that are alike but for their place. */
interface PlacedFormula extends Place {
  readonly formula: string;
}

function formulaOf(
  { formula, formulaType, formulaSharedIndex: shared }: FileCell,
  row: number,
  column: number,
  masters: Map<number, PlacedFormula>
): string | null {
  if (formula === undefined) {
    return null;
  }
  if (formulaType !== "shared" || shared === undefined) {
    return readFormula(formula);
  }
  if (formula !== "") {
    masters.set(shared, { row, column, formula: readFormula(formula) });
  }
  const master = masters.get(shared);
  return master ? movedFormula(master.formula, row - master.row, column - master.column) : null;
}

function resultOf({ value }: FileCell): CellEntry["value"] {
  return value instanceof Date ? momentSerial(value) : value;
}

/** Shows the sheet that the file was left on, or else the first that is not hidden. */
function activate(
  spreadsheet: Spreadsheet,
  placed: readonly { readonly sheet: FileSheet; readonly sheetId: string }[],
  active: number
): void {
  const isHidden = (sheet: FileSheet | undefined): boolean =>
    sheet?.content.hidden === true || sheet?.content.veryHidden === true;
  const shown = placed.filter(({ sheet }) => !isHidden(sheet));
  const chosen = isHidden(placed[active]?.sheet) ? shown[0] : (placed[active] ?? shown[0]);
  spreadsheet.activateSheet((chosen ?? placed[0])?.sheetId ?? "");
  if (shown.length > 0) {
    placed
      .filter(({ sheet }) => isHidden(sheet))
      .forEach(({ sheetId }) => spreadsheet.setSheetHidden(sheetId, true));
  }
}

function readSheetState(
  { content, xml }: FileSheet,
  unlocked: readonly Area[],
  theme: readonly string[],
  persons: Workbook["persons"]
): SheetState {
  const plain = newSheetState();
  const [printTitleRows = null] = readPrintAreas(content.pageSetup?.printTitlesRow);
  const [printTitleColumns = null] = readPrintAreas(content.pageSetup?.printTitlesColumn);
  return {
    ...plain,
    veryHidden: content.veryHidden === true,
    protection: readProtection(content.protection),
    unlocked,
    validations: readValidations(xml),
    conditionalFormats: readConditionalFormats(content.conditionalRules ?? [], theme),
    pageLayout: {
      ...readPageLayout(xml, plain.pageLayout),
      printArea: readPrintAreas(content.pageSetup?.printArea),
      printTitleRows,
      printTitleColumns,
    },
    comments: readComments(content, persons),
    hyperlinks: readLinks(content),
    autoFilter: readAutoFilter(content),
    ...readBreaks(content),
    showHeadings: content.view?.showRowColHeaders !== false,
  };
}
