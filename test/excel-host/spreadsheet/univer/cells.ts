/** Reading and writing cells of Univer. */
import type { ICellData, IObjectMatrixPrimitiveType, IRange, IStyleData, Nullable } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";
import { FormulaDataModel, Lexer } from "@univerjs/engine-formula";
import {
  SetColDataMutation,
  SetRangeValuesMutation,
  SetRowDataMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetDefaultStyleMutation,
  SetWorksheetRowCountMutation,
} from "@univerjs/sheets";
import {
  areaOf,
  boundingArea,
  columnsOf,
  intersection,
  rowsOf,
  spansAllColumns,
  spansAllRows,
} from "../../areas";
import type {
  Area,
  Cell,
  CellEntry,
  CellStyle,
  FormulaChange,
  Scalar,
  Spreadsheet,
  SpreadsheetChange,
  StylePatch,
} from "../spreadsheet";
import type { FormulaPlace, KnownTable } from "../structuredReferences";
import {
  hasForeignSeparator,
  knowsAllTables,
  withColumnsRenamed,
  withoutBrackets,
  withoutTableReferences,
} from "../structuredReferences";
import type { Engine } from "./services";
import { bookOf, modelOf, mutate, sheetOf, tablesOf } from "./services";
import { fromUniverStyle, toNumberFormat, toUniverStyle } from "./styles";

type CellOperations = Pick<
  Spreadsheet,
  | "cells"
  | "texts"
  | "isFormula"
  | "write"
  | "usedArea"
  | "spills"
  | "style"
  | "styles"
  | "applyStyle"
  | "applyNumberFormats"
  | "clearFormats"
>;

type Matrix = { [row: number]: { [column: number]: ICellData } };

const GENERAL = "General";

/** So many cells are looked at sooner than the whole sheet is looked through for what is used of it. */
const FEW_CELLS = 2000;

/** Makes the sheet large enough to hold the area; Univer's sheets begin small. */
export function ensureRoom(engine: Engine, sheetId: string, area: Area): void {
  const sheet = modelOf(engine, sheetId);
  if (area.bottom >= sheet.getRowCount()) {
    mutate(engine, SetWorksheetRowCountMutation.id, sheetId, { rowCount: area.bottom + 1 });
  }
  if (area.right >= sheet.getColumnCount()) {
    mutate(engine, SetWorksheetColumnCountMutation.id, sheetId, { columnCount: area.right + 1 });
  }
}

/** The part of the area that Univer's sheet has. */
export function clipped(engine: Engine, sheetId: string, area: Area): Area {
  const sheet = modelOf(engine, sheetId);
  return {
    ...area,
    bottom: Math.min(area.bottom, sheet.getRowCount() - 1),
    right: Math.min(area.right, sheet.getColumnCount() - 1),
  };
}

function valueOf(cell: Nullable<ICellData>): Scalar | null {
  if (!cell) {
    return null;
  }
  if (cell.p?.body) {
    return cell.p.body.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  }
  const { v, t } = cell;
  if (v === undefined || v === null) {
    return null;
  }
  if (t === CellValueType.BOOLEAN) {
    return v === 1 || v === true || v === "1";
  }
  return t === CellValueType.NUMBER ? Number(v) : v;
}

export function cellOperations(
  engine: Engine,
  changed: (sheetId: string, area: Area, details: EditDetails) => void,
  formatted: (sheetId: string, area: Area) => void
): CellOperations {
  const formulas = engine.injector.get(FormulaDataModel);
  const lexer = engine.injector.get(Lexer);

  function rawCell(sheetId: string, row: number, column: number): Nullable<ICellData> {
    return modelOf(engine, sheetId).getCellMatrix().getValue(row, column);
  }

  function styleData(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return bookOf(engine).getStyles().getStyleByCell(cell);
  }

  function formulaOf(sheetId: string, row: number, column: number, cell: Nullable<ICellData>): string | null {
    const written = writtenFormula(cell);
    if (written !== null) {
      return written;
    }
    if (cell?.f) {
      return cell.f;
    }
    return cell?.si ? (formulas.getFormulaStringByCell(row, column, sheetId, engine.unitId) ?? null) : null;
  }

  /** Values that a formula elsewhere spills into an empty cell. */
  function spilled(sheetId: string, row: number, column: number): Scalar | null {
    const all = formulas.getArrayFormulaCellData()[engine.unitId]?.[sheetId];
    return valueOf(all?.[row]?.[column]);
  }

  /** Of the row, the column or the sheet; most have none. */
  function levelFormat(sheetId: string, row: number, column: number): string {
    const sheet = modelOf(engine, sheetId);
    const { defaultStyle, rowData, columnData } = sheet.getConfig();
    if (!defaultStyle && !rowData?.[row]?.s && !columnData?.[column]?.s) {
      return GENERAL;
    }
    return sheet.getComposedCellStyleByCellData(row, column, null)?.n?.pattern || GENERAL;
  }

  function numberFormatOf(sheetId: string, row: number, column: number, cell: Nullable<ICellData>): string {
    const style = styleData(cell);
    return style && "n" in style ? style.n?.pattern || GENERAL : levelFormat(sheetId, row, column);
  }

  function eachRow<R>(area: Area, read: (row: number, column: number) => R): R[][] {
    const rows: R[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const values: R[] = [];
      for (let column = area.left; column <= area.right; column += 1) {
        values.push(read(row, column));
      }
      rows.push(values);
    }
    return rows;
  }

  function cellAt(sheetId: string, row: number, column: number): Cell {
    const cell = rawCell(sheetId, row, column);
    const formula = formulaOf(sheetId, row, column, cell);
    const value = valueOf(cell) ?? (formula === null ? spilled(sheetId, row, column) : null);
    return {
      value: value === "" && formula === null ? null : value,
      formula,
      numberFormat: numberFormatOf(sheetId, row, column, cell),
    };
  }

  function styleAt(sheetId: string, row: number, column: number): CellStyle {
    // Not `getComposedCellStyle`: that mixes in what tables paint over the cell.
    const cell = rawCell(sheetId, row, column);
    return fromUniverStyle(modelOf(engine, sheetId).getComposedCellStyleByCellData(row, column, cell));
  }

  /** A format alone never makes a number of a text, which Univer would do: the cell's type is said again. */
  function keepTypes(sheetId: string, cells: Matrix): void {
    for (const [row, columns] of Object.entries(cells)) {
      for (const [column, cell] of Object.entries(columns)) {
        const { t: type } = rawCell(sheetId, Number(row), Number(column)) ?? {};
        if (type !== undefined && type !== null) {
          cell.t = type;
        }
      }
    }
  }

  /**
   * Sets styles of cells in one step. It goes by the name of Univer's own command for styles: for any other, Univer looks
   * through all cells of the workbook for formulas that have changed, and calculates those that refer to the cells.
   */
  function paint(sheetId: string, styles: Matrix): void {
    keepTypes(sheetId, styles);
    mutate(engine, SetRangeValuesMutation.id, sheetId, {
      cellValue: styles as IObjectMatrixPrimitiveType<ICellData>,
      trigger: SetStyleCommand.id,
    });
  }

  function write(
    sheetId: string,
    top: number,
    left: number,
    rows: readonly (readonly (CellEntry | null)[])[]
  ): void {
    const area = areaOf(top, left, rows.length, rows[0]?.length ?? 0);
    ensureRoom(engine, sheetId, area);
    const isSingle = area.top === area.bottom && area.left === area.right;
    const before = isSingle ? cellAt(sheetId, top, left).value : null;
    const tables = knownTables(engine);
    const translate = (formula: string | null, row: number, column: number): string | null =>
      formula === null || tables.length === 0
        ? null
        : withoutTableReferences(formula, tables, { sheetId, row, column });
    const matrix: Matrix = {};
    const replaced: FormulaChange[] = [];
    let touched: Area | null = null;
    rows.forEach((row, rowIndex) =>
      row.forEach((entry, columnIndex) => {
        if (entry) {
          const [atRow, atColumn] = [top + rowIndex, left + columnIndex];
          const former = formulaOf(sheetId, atRow, atColumn, rawCell(sheetId, atRow, atColumn));
          if (former !== entry.formula) {
            replaced.push({ row: atRow, column: atColumn, before: former ?? "" });
          }
          (matrix[atRow] ??= {})[atColumn] = toCellData(entry, translate(entry.formula, atRow, atColumn));
          const here = areaOf(atRow, atColumn, 1, 1);
          touched = touched ? boundingArea(touched, here) : here;
        }
      })
    );
    if (touched) {
      mutate(engine, SetRangeValuesMutation.id, sheetId, { cellValue: matrix });
      followTitles(engine, tables);
      changed(sheetId, touched, {
        ...(isSingle ? { before, after: cellAt(sheetId, top, left).value } : {}),
        ...(replaced.length > 0 ? { formulas: replaced } : {}),
      });
    }
  }

  function spills(sheetId: string): readonly Area[] {
    const rows: { [row: number]: { [column: number]: IRange } | undefined } =
      formulas.getArrayFormulaRange()[engine.unitId]?.[sheetId] ?? {};
    return Object.values(rows)
      .flatMap((columns) => Object.values(columns ?? {}))
      .map(({ startRow, startColumn, endRow, endColumn }) => ({
        top: startRow,
        left: startColumn,
        bottom: endRow,
        right: endColumn,
      }))
      .filter(({ top, left, bottom, right }) => bottom > top || right > left);
  }

  function usedArea(sheetId: string, valuesOnly: boolean): Area | null {
    const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
    modelOf(engine, sheetId)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const hasContent = Boolean(cell?.f ?? cell?.si ?? cell?.p) || (valueOf(cell) ?? "") !== "";
        if (hasContent || (!valuesOnly && cell?.s)) {
          used.top = Math.min(used.top, row);
          used.left = Math.min(used.left, column);
          used.bottom = Math.max(used.bottom, row);
          used.right = Math.max(used.right, column);
        }
      });
    return used.bottom < 0 ? null : spills(sheetId).reduce<Area>(boundingArea, used);
  }

  /** The area without the rows and columns behind which all are alike. */
  function interesting(sheetId: string, area: Area): Area {
    if (rowsOf(area) * columnsOf(area) <= FEW_CELLS) {
      return area;
    }
    const used = usedArea(sheetId, false);
    const sheet = modelOf(engine, sheetId);
    const lastRow = Math.max(used?.bottom ?? -1, lastKey(sheet.getConfig().rowData)) + 1;
    const lastColumn = Math.max(used?.right ?? -1, lastKey(sheet.getConfig().columnData)) + 1;
    return {
      ...area,
      bottom: Math.min(area.bottom, Math.max(area.top, lastRow)),
      right: Math.min(area.right, Math.max(area.left, lastColumn)),
    };
  }

  function styles(sheetId: string, area: Area): readonly CellStyle[] {
    const found = new Map<string, CellStyle>();
    const { rowData, columnData } = modelOf(engine, sheetId).getConfig();
    const keyOf = (style: unknown): string =>
      typeof style === "string" ? style : (JSON.stringify(style) ?? "");
    eachRow(interesting(sheetId, area), (row, column) => {
      const levels = [rawCell(sheetId, row, column)?.s, rowData?.[row]?.s, columnData?.[column]?.s];
      const key = levels.map(keyOf).join("|");
      if (!found.has(key)) {
        found.set(key, styleAt(sheetId, row, column));
      }
    });
    return [...found.values()];
  }

  /** Cells inside the area that exist already. */
  function existing(sheetId: string, area: Area): readonly (readonly [number, number])[] {
    const found: [number, number][] = [];
    modelOf(engine, sheetId)
      .getCellMatrix()
      .forValue((row, column) => {
        if (intersection(area, areaOf(row, column, 1, 1))) {
          found.push([row, column]);
        }
      });
    return found;
  }

  /** Whole columns, rows or the sheet: a style for what is empty, and for the cells that are there. */
  function applyToLines(sheetId: string, area: Area, style: object): void {
    const sheet = modelOf(engine, sheetId);
    const onto = (before: Nullable<IStyleData> | string): object => ({
      ...(typeof before === "string" ? bookOf(engine).getStyles().get(before) : before),
      ...style,
    });
    if (spansAllRows(area) && spansAllColumns(area)) {
      const before = sheet.getDefaultCellStyle();
      mutate(engine, SetWorksheetDefaultStyleMutation.id, sheetId, { defaultStyle: onto(before) });
    } else if (spansAllRows(area)) {
      ensureRoom(engine, sheetId, { ...area, bottom: 0 });
      const columnData = Object.fromEntries(
        range(area.left, area.right).map((column) => [
          column,
          { s: onto(sheet.getColumnStyle(column, true)) },
        ])
      );
      mutate(engine, SetColDataMutation.id, sheetId, { columnData });
    } else {
      ensureRoom(engine, sheetId, { ...area, right: 0 });
      const rowData = Object.fromEntries(
        range(area.top, area.bottom).map((row) => [row, { s: onto(sheet.getRowStyle(row, true)) }])
      );
      mutate(engine, SetRowDataMutation.id, sheetId, { rowData });
    }
    const matrix: Matrix = {};
    for (const [row, column] of existing(sheetId, area)) {
      (matrix[row] ??= {})[column] = { s: style as IStyleData };
    }
    paint(sheetId, matrix);
  }

  function applyStyle(sheetId: string, area: Area, changes: StylePatch): void {
    const style = toUniverStyle(changes);
    const text = JSON.stringify(style);
    if (spansAllRows(area) || spansAllColumns(area)) {
      applyToLines(sheetId, area, style);
      formatted(sheetId, area);
      return;
    }
    ensureRoom(engine, sheetId, area);
    const matrix: Matrix = {};
    for (let row = area.top; row <= area.bottom; row += 1) {
      const cells: { [column: number]: ICellData } = {};
      for (let column = area.left; column <= area.right; column += 1) {
        // Each its own, as Univer changes what it is given; `structuredClone` takes several times as long.
        cells[column] = { s: JSON.parse(text) as IStyleData };
      }
      matrix[row] = cells;
    }
    paint(sheetId, matrix);
    formatted(sheetId, area);
  }

  return {
    cells: (sheetId, area) => eachRow(area, (row, column) => cellAt(sheetId, row, column)),
    texts: (sheetId, area) => {
      ensureRoom(engine, sheetId, area);
      const { top, left, bottom, right } = area;
      const shown = sheetOf(engine, sheetId)
        .getRange(top, left, bottom - top + 1, right - left + 1)
        .getDisplayValues();
      return eachRow(area, (row, column) => {
        const { value } = cellAt(sheetId, row, column);
        const text = shown[row - top]?.[column - left];
        return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(text ?? "");
      });
    },
    isFormula: (text) => {
      const names = knownTables(engine).map(({ name }) => name);
      const isKnown = knowsAllTables(text, names) && !hasForeignSeparator(text);
      return isKnown && typeof lexer.treeBuilder(withoutBrackets(text)) !== "string";
    },
    write,
    usedArea,
    spills,
    style: styleAt,
    styles,
    applyStyle,
    applyNumberFormats: (sheetId, top, left, formats) => {
      const area = areaOf(top, left, formats.length, formats[0]?.length ?? 0);
      ensureRoom(engine, sheetId, area);
      const matrix: Matrix = {};
      formats.forEach((row, rowIndex) =>
        row.forEach((format, columnIndex) => {
          if (format !== null) {
            (matrix[top + rowIndex] ??= {})[left + columnIndex] = { s: { n: toNumberFormat(format) } };
          }
        })
      );
      paint(sheetId, matrix);
      formatted(sheetId, area);
    },
    clearFormats: (sheetId, area) => {
      const matrix: Matrix = {};
      for (const [row, column] of existing(sheetId, area)) {
        (matrix[row] ??= {})[column] = { s: null };
      }
      paint(sheetId, matrix);
      formatted(sheetId, area);
    },
  };
}

/** Key of the formula as it was written, beside the one that Univer calculates. */
const WRITTEN = "writtenFormula";

function writtenFormula(cell: Nullable<ICellData>): string | null {
  const written: unknown = cell?.custom?.[WRITTEN];
  return typeof written === "string" && cell?.f ? written : null;
}

/** The tables of the workbook with their titles as the cells have them. */
function knownTables(engine: Engine): readonly KnownTable[] {
  return tablesOf(engine).map(({ name, subUnitId, range: { startRow, startColumn, endRow, endColumn } }) => {
    const sheet = modelOf(engine, subUnitId);
    const titles = range(startColumn, endColumn).map((column) =>
      String(valueOf(sheet.getCellMatrix().getValue(startRow, column)) ?? "")
    );
    return {
      name,
      sheetId: subUnitId,
      sheetName: sheet.getName(),
      area: { top: startRow, left: startColumn, bottom: endRow, right: endColumn },
      headers: titles,
    };
  });
}

/** Formulas follow columns whose title is another one now. */
function followTitles(engine: Engine, before: readonly KnownTable[]): void {
  if (before.length === 0) {
    return;
  }
  const after = knownTables(engine);
  for (const table of before) {
    const { headers = [] } = after.find(({ name }) => name === table.name) ?? {};
    const renamed = new Map(
      table.headers.flatMap((title, index) => {
        const next = headers[index] ?? "";
        return title !== "" && next !== "" && next !== title ? [[title.toLowerCase(), next] as const] : [];
      })
    );
    if (renamed.size > 0) {
      retranslateFormulas(engine, (written, place) => withColumnsRenamed(written, table, renamed, place));
    }
  }
}

/** Translates all formulas with table references again, after `change` has made another one of what was written. */
export function retranslateFormulas(
  engine: Engine,
  change: (written: string, place: FormulaPlace) => string | null
): void {
  const tables = knownTables(engine);
  for (const sheet of bookOf(engine).getSheets()) {
    const sheetId = sheet.getSheetId();
    const matrix: Matrix = {};
    sheet.getCellMatrix().forValue((row, column, cell) => {
      const before = writtenFormula(cell);
      if (before !== null) {
        const written = change(before, { sheetId, row, column });
        const f =
          written === null ? cell?.f : withoutTableReferences(written, tables, { sheetId, row, column });
        const custom = written === null ? null : { [WRITTEN]: written };
        (matrix[row] ??= {})[column] = { f: f ?? written, custom } as ICellData;
      }
    });
    if (Object.keys(matrix).length > 0) {
      mutate(engine, SetRangeValuesMutation.id, sheetId, { cellValue: matrix });
    }
  }
}

/** What an edit of cells did, beside where: values of a single cell, and formulas that are others now. */
export type EditDetails = Pick<
  SpreadsheetChange & { readonly kind: "cells" },
  "before" | "after" | "formulas"
>;

/**
 * Every part is given, so that nothing of the cell's former content stays. `translated` is what Univer calculates in
 * place of a formula with table references; the formula as written is kept beside it.
 */
export function toCellData(entry: CellEntry, translated: string | null = null): ICellData {
  const format = entry.numberFormat === undefined ? {} : { s: { n: toNumberFormat(entry.numberFormat) } };
  const custom = translated === null ? null : { [WRITTEN]: entry.formula };
  const base = { f: translated ?? entry.formula, si: null, p: null, ref: null, custom, ...format };
  const { value } = entry;
  if (entry.formula !== null || value === null || value === "") {
    return { ...base, v: null, t: null } as ICellData;
  }
  if (typeof value === "boolean") {
    return { ...base, v: value ? 1 : 0, t: CellValueType.BOOLEAN } as ICellData;
  }
  const type = typeof value === "number" ? CellValueType.NUMBER : CellValueType.STRING;
  return { ...base, v: value, t: type } as ICellData;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function lastKey(data: object | undefined): number {
  return Object.keys(data ?? {}).reduce((last, key) => Math.max(last, Number(key)), -1);
}
