/** The host's workbook as an .xlsx file. */
import type { Cell as FileCell, TableDefinition, WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { formatArea } from "../addresses";
import { areaOf, boundingArea, COLUMN_COUNT, intersection, ROW_COUNT } from "../areas";
import type { HostState, SheetState } from "../model/state";
import { newSheetState, newTableState } from "../model/state";
import type { Area, Cell, CellStyle, SheetInfo, Spreadsheet, TableInfo } from "../spreadsheet/spreadsheet";
import { PLAIN, writeFont, writeStyle } from "./cellStyle";
import { ERROR_VALUES, isErrorValue, storableText } from "./cellText";
import { writeColor } from "./colors";
import { addComments, legacyComments } from "./comments";
import { writeConditionalFormat } from "./conditionalFormat";
import { writeFormula } from "./formulaText";
import { fittedPages, pageElements, printNames } from "./pageLayout";
import { writeProperties } from "./properties";
import { writeProtection } from "./protection";
import { addSettings } from "./settings";
import { writeAutoFilter, writtenLinks } from "./sheetExtras";
import { hasNoArrow, writeValidation } from "./validation";
import type { Parts } from "./workbookPackage";
import { emptyElement, pack, setText, textOf, unpack } from "./workbookPackage";

/** Pixels of the widest digit of the standard font: how the file measures columns. */
const DIGIT_PIXELS = 7;
const PIXELS_PER_POINT = 96 / 72;

/** So many lines behind the last cell are looked at for sizes and formats of their own. */
const LINES_BEHIND = 200;

/** What is to be written of one sheet. */
interface SheetSource {
  readonly info: SheetInfo;
  readonly state: SheetState;
  readonly spreadsheet: Spreadsheet;
  readonly tables: readonly TableInfo[];
  /** From A1 to the last cell with anything to write. */
  readonly area: Area;
  /** The look of cells that nobody has touched. */
  readonly plain: CellStyle;
  readonly columns: readonly Line[];
  /** By number; those that are as new are missing. */
  readonly rows: ReadonlyMap<number, Line>;
}

/** A row or column that is not as new. */
interface Line {
  /** `null`: the standard one. */
  readonly size: number | null;
  readonly hidden: boolean;
  /** `null`: none of its own. */
  readonly style: LineStyle | null;
}

interface LineStyle {
  readonly look: CellStyle;
  readonly locked: boolean;
}

/** Writes everything that the host keeps and the format can hold; formulas are calculated before. */
export async function saveWorkbook(spreadsheet: Spreadsheet, state: HostState): Promise<Uint8Array> {
  await spreadsheet.settle();
  const sheets = spreadsheet.sheets().map((info) => sheetSource(spreadsheet, state, info));
  const active = sheets.findIndex(({ info }) => info.id === spreadsheet.activeSheet());
  const written = await writeXlsx({
    sheets: sheets.map((sheet) => writeSheet(sheet, state)),
    properties: writeProperties(state),
    namedRanges: [...writtenNames(spreadsheet), ...sheets.flatMap(printedNames)],
    activeSheet: Math.max(0, active),
    defaultFont: writeFont(sheets[0]?.plain ?? PLAIN),
    ...(state.workbookProtection && {
      workbookProtection: {
        lockStructure: true,
        ...(state.workbookProtection.password !== null && { password: state.workbookProtection.password }),
      },
    }),
  });
  const parts = unpack(written);
  sheets.forEach((sheet, index) => finishSheet(parts, index, sheet));
  finishTables(parts, sheets, state);
  addComments(
    parts,
    sheets.map(({ state: { comments } }) => comments)
  );
  addSettings(parts, state.settings);
  withoutTime(parts);
  return pack(parts);
}

function sheetSource(spreadsheet: Spreadsheet, state: HostState, info: SheetInfo): SheetSource {
  const sheet = state.sheets[info.id] ?? newSheetState();
  const used = spreadsheet.usedArea(info.id, false);
  const corner = areaOf(0, 0, 1, 1);
  const unlocked = sheet.unlocked.flatMap(withoutEndlessLines);
  const area = [
    ...(used ? [used] : []),
    ...unlocked,
    ...[...sheet.comments, ...sheet.hyperlinks].map((each) => each.area),
  ].reduce(boundingArea, corner);
  const plain = spreadsheet.style(info.id, ROW_COUNT - 1, COLUMN_COUNT - 1);
  const columns = columnLines(spreadsheet, info.id, sheet, area, plain);
  const rows = rowLines(spreadsheet, info.id, sheet, area, plain);
  return {
    info,
    state: sheet,
    spreadsheet,
    tables: spreadsheet.tables().filter(({ sheetId }) => sheetId === info.id),
    area: boundingArea(area, crossings(columns, rows)),
    plain,
    columns,
    rows,
  };
}

/** Where columns and rows with formats of their own cross, cells must say which of both they follow. */
function crossings(columns: readonly Line[], rows: ReadonlyMap<number, Line>): Area {
  const bottom = Math.max(-1, ...[...rows].filter(([, { style }]) => style).map(([row]) => row));
  const right = columns.map(({ style }) => style !== null).lastIndexOf(true);
  return bottom < 0 || right < 0 ? areaOf(0, 0, 1, 1) : areaOf(0, 0, bottom + 1, right + 1);
}

/** Cells that must be written one by one, though their columns or rows are open to the end: those before them. */
function withoutEndlessLines(area: Area): readonly Area[] {
  const bottom = area.bottom === ROW_COUNT - 1 ? area.top - 1 : area.bottom;
  const right = area.right === COLUMN_COUNT - 1 ? area.left - 1 : area.right;
  const before = { top: 0, left: 0, bottom, right };
  return bottom < 0 || right < 0 ? [] : [before];
}

/** Columns up to the last that is not as new. */
function columnLines(
  spreadsheet: Spreadsheet,
  sheetId: string,
  { unlocked }: SheetState,
  area: Area,
  plain: CellStyle
): readonly Line[] {
  const standard = spreadsheet.columnWidth(sheetId, COLUMN_COUNT - 1);
  const openColumns = unlocked.filter(({ bottom }) => bottom === ROW_COUNT - 1);
  const lastOpen = openColumns.filter(({ right }) => right < COLUMN_COUNT - 1).map(({ right }) => right);
  const last = Math.min(COLUMN_COUNT - 1, Math.max(area.right, ...lastOpen) + LINES_BEHIND);
  const lines = upTo(last).map((column): Line => {
    const width = spreadsheet.columnWidth(sheetId, column);
    const look = spreadsheet.style(sheetId, ROW_COUNT - 1, column);
    const locked = !openColumns.some(({ left, right }) => column >= left && column <= right);
    return {
      size: width === standard ? null : width,
      hidden: spreadsheet.isColumnHidden(sheetId, column),
      style: locked && sameLook(look, plain) ? null : { look, locked },
    };
  });
  return lines.slice(0, lines.map(isChanged).lastIndexOf(true) + 1);
}

function rowLines(
  spreadsheet: Spreadsheet,
  sheetId: string,
  { unlocked }: SheetState,
  area: Area,
  plain: CellStyle
): ReadonlyMap<number, Line> {
  const standard = spreadsheet.rowHeight(sheetId, ROW_COUNT - 1);
  const openRows = unlocked.filter(
    ({ bottom, right }) => right === COLUMN_COUNT - 1 && bottom < ROW_COUNT - 1
  );
  const lastOpen = openRows.map(({ bottom }) => bottom);
  const last = Math.min(ROW_COUNT - 1, Math.max(area.bottom, ...lastOpen) + LINES_BEHIND);
  const lines = upTo(last).map((row): readonly [number, Line] => {
    const height = spreadsheet.rowHeight(sheetId, row);
    const look = spreadsheet.style(sheetId, row, COLUMN_COUNT - 1);
    const locked = !openRows.some(({ top, bottom }) => row >= top && row <= bottom);
    const line = {
      size: height === standard ? null : height,
      hidden: spreadsheet.isRowHidden(sheetId, row),
      style: locked && sameLook(look, plain) ? null : { look, locked },
    };
    return [row, line];
  });
  return new Map(lines.filter(([, line]) => isChanged(line)));
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last + 1 }, (_, index) => index);
}

function isChanged({ size, hidden, style }: Line): boolean {
  return size !== null || hidden || style !== null;
}

const LOOK_KEYS = Object.keys(PLAIN) as readonly (keyof CellStyle)[];

/** Asked for every cell: only edges are objects, and most cells have none. */
function sameLook(one: CellStyle, other: CellStyle): boolean {
  return LOOK_KEYS.every(
    (key) => one[key] === other[key] || JSON.stringify(one[key]) === JSON.stringify(other[key])
  );
}

function writeSheet(source: SheetSource, state: HostState): WriteSheet {
  const { info, state: sheet, spreadsheet } = source;
  const frozen = spreadsheet.frozen(info.id);
  return {
    name: info.name,
    hidden: info.hidden && !sheet.veryHidden,
    veryHidden: sheet.veryHidden,
    cells: writeCells(source),
    rowDefs: new Map(
      [...source.rows].map(([row, { size, hidden }]) => [
        row,
        // Rows without cells are written for their height only; `withLineStyles` takes it away where there is none.
        { height: size ?? 0, ...(hidden && { hidden }) },
      ])
    ),
    merges: spreadsheet.merges(info.id).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startCol: left,
      endRow: bottom,
      endCol: right,
    })),
    dataValidations: sheet.validations.map(writeValidation),
    conditionalRules: sheet.conditionalFormats.flatMap(
      (format, index) => writeConditionalFormat(format, index + 1) ?? []
    ),
    tables: source.tables.map((table) => writeTable(source, table, state)),
    rowBreaks: sheet.rowBreaks.map(({ top }) => top - 1),
    colBreaks: sheet.columnBreaks.map(({ left }) => left - 1),
    ...(sheet.autoFilter && { autoFilter: writeAutoFilter(sheet.autoFilter) }),
    view: {
      showGridLines: info.showGridlines,
      showRowColHeaders: sheet.showHeadings,
      ...(info.tabColor !== null && { tabColor: writeColor(info.tabColor) }),
    },
    ...((frozen.rows > 0 || frozen.columns > 0) && { freezePane: frozen }),
    pageSetup: { fitToPage: fittedPages(sheet.pageLayout) !== null },
    ...(sheet.protection && { protection: writeProtection(sheet.protection) }),
  };
}

/** A row below all others, whose cells only tell which number the style of a line has; it is taken out again. */
function probeRow({ area, rows }: SheetSource): number {
  return Math.max(area.bottom, ...rows.keys()) + 1;
}

function writeCells(source: SheetSource): Map<string, Partial<FileCell>> {
  const { area, info, spreadsheet, state } = source;
  const contents = spreadsheet.cells(info.id, area);
  const comments = legacyComments(state.comments);
  const links = writtenLinks(state.hyperlinks);
  const styles = styleWriter();
  const isUnlocked = unlockedCells(state.unlocked);
  const cells = new Map<string, Partial<FileCell>>();
  contents.forEach((row, rowIndex) =>
    row.forEach((cell, columnIndex) => {
      const key = `${rowIndex},${columnIndex}`;
      const look = spreadsheet.style(info.id, rowIndex, columnIndex);
      const locked = !isUnlocked(rowIndex, columnIndex);
      const base = lineBelow(source, rowIndex, columnIndex);
      const isAsBase = locked === base.locked && sameLook(look, base.look);
      const isEmpty = cell.value === null && cell.formula === null;
      const comment = comments.get(key);
      const hyperlink = links.get(key);
      if (!isEmpty || !isAsBase || comment || hyperlink) {
        cells.set(key, {
          ...writeContent(cell, look, tableAt(source, rowIndex, columnIndex)),
          style: styles(look, locked, isAsBase),
          ...(comment && { comment }),
          ...(hyperlink && { hyperlink }),
        });
      }
    })
  );
  const probe = probeRow(source);
  cells.set(`${probe},0`, { value: null });
  lineStyles(source).forEach(({ look, locked }, index) =>
    cells.set(`${probe},${index}`, { value: null, style: styles(look, locked, false) })
  );
  return cells;
}

/** What a cell is like that says nothing of itself. */
function lineBelow({ rows, columns, plain }: SheetSource, row: number, column: number): LineStyle {
  return rows.get(row)?.style ?? columns[column]?.style ?? { look: plain, locked: true };
}

/** The styles of lines, columns first, in the order of their probes. */
function lineStyles({ columns, rows }: SheetSource): readonly LineStyle[] {
  return [...columns, ...rows.values()].flatMap(({ style }) => style ?? []);
}

/**
 * The same look is the same object for the library, and is translated once. What differs from its line says so even
 * where it is as plain as can be: the library would write nothing for it.
 */
function styleWriter(): (
  look: CellStyle,
  locked: boolean,
  isAsBase: boolean
) => NonNullable<FileCell["style"]> {
  const known = new Map<string, NonNullable<FileCell["style"]>>();
  return (look, locked, isAsBase) => {
    const key = JSON.stringify([look, locked, isAsBase]);
    const style = known.get(key) ?? writeStyle(look, locked, !isAsBase);
    known.set(key, style);
    return style;
  };
}

function unlockedCells(unlocked: readonly Area[]): (row: number, column: number) => boolean {
  return (row, column) =>
    unlocked.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right
    );
}

function tableAt({ tables }: SheetSource, row: number, column: number): string | null {
  const cell = areaOf(row, column, 1, 1);
  return tables.find(({ area }) => intersection(area, cell) !== null)?.name ?? null;
}

function writeContent(cell: Cell, look: CellStyle, tableHere: string | null): Partial<FileCell> {
  const { value, formula } = cell;
  if (formula !== null) {
    const result = typeof value === "string" ? storableText(value) : value;
    return { formula: writeFormula(formula, tableHere), ...(result !== null && { formulaResult: result }) };
  }
  if (typeof value !== "string") {
    return { value };
  }
  const text = storableText(value);
  // The library takes such a text for an error; in a cell of text it is none.
  return isErrorValue(value) && look.numberFormat === "@"
    ? { richText: [{ text, font: writeFont(look) }] }
    : { value: text };
}

function writeTable({ info, spreadsheet }: SheetSource, table: TableInfo, state: HostState): TableDefinition {
  const details = state.tables[table.id] ?? newTableState();
  const [titles = []] = spreadsheet.cells(info.id, { ...table.area, bottom: table.area.top });
  return {
    name: table.name,
    range: formatArea(details.showTotals ? { ...table.area, bottom: table.area.bottom + 1 } : table.area),
    showTotalRow: details.showTotals,
    columns: titles.map(({ value }) => ({ name: storableText(String(value ?? "")) })),
    style: details.style,
    showRowStripes: details.showBandedRows,
    showColumnStripes: details.showBandedColumns,
    showAutoFilter: details.showFilterButton,
  };
}

function writtenNames(spreadsheet: Spreadsheet): readonly {
  readonly name: string;
  readonly range: string;
  readonly scope?: string;
  readonly comment?: string;
}[] {
  return spreadsheet.names().map(({ name, formula, comment, sheetId }) => {
    const scope = spreadsheet.sheets().find(({ id }) => id === sheetId)?.name;
    return {
      name,
      range: writeFormula(formula, null),
      ...(scope !== undefined && { scope }),
      ...(comment !== "" && { comment }),
    };
  });
}

function printedNames({
  info,
  state,
}: SheetSource): readonly { readonly name: string; readonly range: string; readonly scope: string }[] {
  return printNames(state.pageLayout, info.name).map((each) => ({ ...each, scope: info.name }));
}

/** What the library does not write of a sheet. */
function finishSheet(parts: Parts, index: number, source: SheetSource): void {
  const path = `xl/worksheets/sheet${index + 1}.xml`;
  const written = textOf(parts, path) ?? "";
  setText(
    parts,
    path,
    [withLineStyles, withoutRepeatedPages, withErrors, withoutArrows].reduce(
      (xml, finish) => finish(xml, source),
      written
    )
  );
}

/** Columns, and the styles of rows; their numbers are those of the probes. */
function withLineStyles(xml: string, source: SheetSource): string {
  const probe = probeRow(source) + 1;
  const probes = new RegExp(`<row r="${probe}"[^>]*>(.*?)</row>`, "s").exec(xml);
  const numbers = [...(probes?.[1] ?? "").matchAll(/\ss="(\d+)"/g)].map(([, number]) => Number(number));
  const next = (line: Line): number | undefined => (line.style === null ? undefined : numbers.shift());
  const columns = source.columns.map((line, index) => ({ ...line, index, number: next(line) }));
  const rows = new Map([...source.rows].map(([row, line]) => [row + 1, next(line)]));
  const elements = columns.filter(isChanged).map(({ size, hidden, index, number }) =>
    emptyElement("col", {
      min: index + 1,
      max: isLastOfMany(source, index) ? COLUMN_COUNT : index + 1,
      width: fileWidth(size ?? source.spreadsheet.columnWidth(source.info.id, index)),
      style: number,
      hidden: hidden || undefined,
      customWidth: size === null ? undefined : true,
    })
  );
  const withColumns = xml
    .replace(probes?.[0] ?? "", "")
    .replace(/<dimension ref="[^"]*"/, `<dimension ref="${formatArea(source.area)}"`)
    .replace("<sheetData", `${elements.length > 0 ? `<cols>${elements.join("")}</cols>` : ""}<sheetData`);
  return withColumns.replace(/<row r="(\d+)"( ht="0" customHeight="1")?/g, (tag, row: string, none = "") => {
    const number = rows.get(Number(row));
    const plain = tag.slice(0, tag.length - String(none).length);
    return number === undefined ? plain : `${plain} s="${number}" customFormat="1"`;
  });
}

/** Whether all columns behind that one are unlocked with it. */
function isLastOfMany({ state, columns }: SheetSource, index: number): boolean {
  return (
    index === columns.length - 1 &&
    state.unlocked.some(({ bottom, right }) => bottom === ROW_COUNT - 1 && right === COLUMN_COUNT - 1)
  );
}

/** Points to what the file calls characters, in steps of 1/256. */
function fileWidth(points: number): number {
  return Math.trunc(((points * PIXELS_PER_POINT) / DIGIT_PIXELS) * 256) / 256;
}

/** The page layout is written whole, in place of the part that the library knows. */
function withoutRepeatedPages(xml: string, { state }: SheetSource): string {
  return xml.replace(/<pageMargins[^>]*\/>(?:<pageSetup[^>]*\/>)?/, () => pageElements(state.pageLayout));
}

/** Results of formulas that are errors, which the library writes as text. */
function withErrors(xml: string): string {
  return xml.replace(new RegExp(`t="str">(<f[^>]*>[^<]*</f><v>(?:${ERROR_VALUES})</v>)`, "g"), 't="e">$1');
}

function withoutArrows(xml: string, { state }: SheetSource): string {
  let index = -1;
  return xml.replace(/<dataValidation /g, (tag) => {
    index += 1;
    const validation = state.validations[index];
    return validation && hasNoArrow(validation) ? `${tag}showDropDown="1" ` : tag;
  });
}

/** First and last columns of tables, which the library always writes as plain. */
function finishTables(parts: Parts, sheets: readonly SheetSource[], state: HostState): void {
  sheets
    .flatMap(({ tables }) => tables)
    .forEach(({ id }, index) => {
      const { highlightFirstColumn, highlightLastColumn } = state.tables[id] ?? newTableState();
      const path = `xl/tables/table${index + 1}.xml`;
      const written = (textOf(parts, path) ?? "")
        .replace('showFirstColumn="0"', `showFirstColumn="${Number(highlightFirstColumn)}"`)
        .replace('showLastColumn="0"', `showLastColumn="${Number(highlightLastColumn)}"`);
      setText(parts, path, written);
    });
}

/** A file says what it holds, not when it was made: the same workbook gives the same bytes. */
function withoutTime(parts: Parts): void {
  const core = textOf(parts, "docProps/core.xml") ?? "";
  setText(parts, "docProps/core.xml", core.replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, ""));
}
