import {
  CellValueType,
  InterceptorEffectEnum,
  IUniverInstanceService,
  type ICellData,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  INTERCEPTOR_POINT,
  ISheetClipboardService,
  SetRangeValuesMutation,
  SheetInterceptorService,
  type ISheetLocation,
} from "@univerjs/preset-sheets-core";
import { readTypedInput, type TypedInput } from "../typedInput";
import * as numfmt from "./vietnameseNumfmt";

/** Interceptors with a higher number come first; Univer's own number formatting has 0 for edits, 10 for display. */
const PRIORITY = { typed: 100, pasted: 100, edited: -0.5, shown: -0.5 };

const TEXT_FORMAT = "@";

/**
 * Lets the grid read and show numbers as Excel does on a Vietnamese machine: 21,9 is typed, edited and shown with
 * a comma, and 50.000.000 is a number. What is typed or pasted as text follows the host's own rules for typed input.
 */
export function useVietnameseCells(injector: Injector): void {
  const interceptors = injector.get(SheetInterceptorService);
  interceptors.writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: PRIORITY.typed,
    handler: (cell, location, next) => next(readTyped(cell, location)),
  });
  interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: PRIORITY.edited,
    handler: (cell, location, next) => next(withComma(cell, location)),
  });
  injector.get(ISheetClipboardService).addClipboardHook(readPasted(injector));
  interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: PRIORITY.shown,
    effect: InterceptorEffectEnum.Value,
    handler: (cell, location, next) => next(showGeneral(cell, location)),
  });
}

type Cell = Nullable<ICellData>;

/** A cell that has a format keeps it: 15/8/2022 stays text in a text cell and is shown as d/m/yyyy in a date cell. */
function readTyped(cell: Cell, { workbook, worksheet, row, col }: ISheetLocation): Cell {
  if (!cell || cell.f || cell.t === CellValueType.FORCE_STRING) return cell;
  const styles = workbook.getStyles();
  const style = styles.get(cell.s) ?? {};
  const ownPattern = styles.get(worksheet.getCellRaw(row, col)?.s)?.n?.pattern ?? style.n?.pattern;
  const text = cell.p?.body ? cell.p.body.dataStream.replace(/\r\n$/, "") : cell.v;
  if (typeof text !== "string") return cell;
  if (ownPattern === TEXT_FORMAT) return { ...cell, p: undefined, v: text, t: CellValueType.STRING };
  const { value, numberFormat } = read(text);
  if (typeof value !== "number") return cell;
  const pattern = ownPattern ?? numberFormat;
  return {
    ...cell,
    p: undefined,
    v: value,
    t: CellValueType.NUMBER,
    s: pattern === undefined ? cell.s : { ...style, n: { pattern } },
  };
}

function read(text: string): TypedInput {
  return readTypedInput(text, "vi-VN", new Date().getFullYear());
}

type ClipboardHook = Parameters<ISheetClipboardService["addClipboardHook"]>[0];
type PasteResult = ReturnType<NonNullable<ClipboardHook["onPasteCells"]>>;

/**
 * Univer pastes first, reading numbers with a point ("500.000" would become 500); this comes behind it and writes
 * what the text means. Undoing Univer's part undoes this too.
 */
function readPasted(injector: Injector): ClipboardHook {
  const workbooks = injector.get(IUniverInstanceService);
  const isText = (unitId: string, sheetId: string, row: number, column: number): boolean =>
    workbooks.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId)?.getCellStyle(row, column)?.n?.pattern ===
    TEXT_FORMAT;

  const write = (to: PasteTarget, entries: readonly (readonly [number, number, unknown])[]): PasteResult => {
    const cells = entries.flatMap(([rowIndex, columnIndex, text]) => {
      const row = to.range.rows[rowIndex];
      const column = to.range.cols[columnIndex];
      if (typeof text !== "string" || row === undefined || column === undefined) return [];
      const { value, numberFormat } = read(text.trim());
      if (typeof value !== "number" || isText(to.unitId, to.subUnitId, row, column)) return [];
      return [{ row, column, value, numberFormat }];
    });
    const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
    for (const { row, column, value, numberFormat } of cells) {
      const style = numberFormat === undefined ? {} : { s: { n: { pattern: numberFormat } } };
      (cellValue[row] ??= {})[column] = { v: value, t: CellValueType.NUMBER, p: null, ...style };
    }
    const params = { unitId: to.unitId, subUnitId: to.subUnitId, cellValue };
    return { undos: [], redos: cells.length === 0 ? [] : [{ id: SetRangeValuesMutation.id, params }] };
  };

  return {
    id: "vietnamese-numbers",
    priority: PRIORITY.pasted,
    onPastePlainText: (to, text) => write(to, [[0, 0, text]]),
    onPasteCells: (from, to, data) => {
      const entries: [number, number, unknown][] = [];
      if (!from)
        data.forValue((row, column, cell) => void entries.push([row, column, cell.p ? null : cell.v]));
      return write(to, entries);
    },
  };
}

type PasteTarget = Parameters<NonNullable<ClipboardHook["onPasteCells"]>>[1];

/** The editor gets a number as a text with a point; what it gives back is read with a comma. */
function withComma(cell: Cell, { worksheet, row, col }: ISheetLocation): Cell {
  const stored = worksheet.getCellRaw(row, col);
  if (!cell || stored?.f || typeof stored?.v !== "number") return cell;
  const text = String(cell.v ?? "");
  return /^-?\d+\.\d+%?$/.test(text) ? { ...cell, v: text.replace(".", ","), t: CellValueType.STRING } : cell;
}

/** Numbers without a format of their own; the formatted ones get their comma from Univer. */
function showGeneral(cell: Cell, { rawData, workbook }: ISheetLocation & { rawData?: Cell }): Cell {
  if (
    !cell ||
    typeof rawData?.v !== "number" ||
    Number.isInteger(rawData.v) ||
    rawData.t === CellValueType.BOOLEAN
  )
    return cell;
  const pattern = workbook.getStyles().get(rawData.s)?.n?.pattern ?? "General";
  if (pattern !== "General") return cell;
  return {
    ...cell,
    v: numfmt.format("General", rawData.v, { locale: numfmt.LOCALE }),
    t: CellValueType.NUMBER,
  };
}
