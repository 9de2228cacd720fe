/** Univer 0.25 as the host's spreadsheet, with or without a screen. */
import type { IDisposable, IRange } from "@univerjs/core";
import { BooleanNumber, Dimension } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
} from "@univerjs/data-validation";
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  MoveRangeCommand,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/sheets";
import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  ConditionalFormattingService,
  DeleteConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import { COLUMN_COUNT, intersection, ROW_COUNT } from "../../areas";
import type { Area, Cell, NameInfo, Spreadsheet, SpreadsheetChange, TableInfo } from "../spreadsheet";
import { takeOverCalculation } from "./calculation";
import { mentionsTable, withTableRenamed } from "../structuredReferences";
import { cellOperations, ensureRoom, retranslateFormulas } from "./cells";
import { rememberCountifs } from "./countifs";
import { toConditionalRule, toRange, toValidationRule } from "./rules";
import type { Engine } from "./services";
import {
  bookOf,
  disposeAll,
  modelOf,
  mutate,
  openEngine,
  rememberStyles,
  sheetOf,
  tablesOf,
} from "./services";
import { guardScreen } from "./screen";

/** Screen pixels of a point. */
const PIXELS = 96 / 72;

/** Rows and columns of a new sheet; it grows when something is written further out. */
const NEW_SHEET = { rows: 100, columns: 26 };

/** Wraps a Univer whose workbook is open. */
export function createUniverSpreadsheet(api: FUniver): Spreadsheet {
  const engine = openEngine(api);
  rememberStyles(engine);
  rememberCountifs(engine.injector);
  const calculation = takeOverCalculation(engine);
  const listeners = new Set<(change: SpreadsheetChange) => void>();
  const tell = (change: SpreadsheetChange): void => listeners.forEach((listener) => listener(change));
  let own = 0;
  /** Work whose cell changes are told by itself, or not at all. */
  const quietly = <T>(work: () => T): T => {
    own += 1;
    try {
      return work();
    } finally {
      own -= 1;
    }
  };
  const cells = cellOperations(
    engine,
    (sheetId, area, details) => tell({ kind: "cells", sheetId, area, ...details }),
    (sheetId, area) => tell({ kind: "format", sheetId, area })
  );
  const watching = watchChanges(engine, () => own > 0, tell, cells.cells);
  const screen = guardScreen(engine);
  return {
    get name() {
      return engine.workbook.getName();
    },
    ...sheetOperations(engine, quietly),
    ...cells,
    write: (...args) => quietly(() => cells.write(...args)),
    ...lineOperations(engine),
    ...structureOperations(engine, quietly, tell),
    ...nameOperations(engine),
    ...tableOperations(engine, quietly),
    ...ruleOperations(engine),
    ...selectionOperations(engine),
    guardEdits: screen.guard,
    settle: calculation.settle,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose: () => {
      listeners.clear();
      disposeAll([...watching, screen, calculation]);
    },
  };
}

function sheetOperations(
  engine: Engine,
  quietly: <T>(work: () => T) => T
): Pick<
  Spreadsheet,
  | "sheets"
  | "addSheet"
  | "copySheet"
  | "removeSheet"
  | "renameSheet"
  | "moveSheet"
  | "setSheetHidden"
  | "setTabColor"
  | "setGridlines"
  | "activeSheet"
  | "activateSheet"
  | "frozen"
  | "freeze"
> {
  const { workbook } = engine;
  const withActiveSheetKept = <T>(work: () => T): T =>
    quietly(() => {
      const active = workbook.getActiveSheet();
      const result = work();
      workbook.setActiveSheet(active);
      return result;
    });
  return {
    sheets: () =>
      bookOf(engine)
        .getSheets()
        .map((sheet) => ({
          id: sheet.getSheetId(),
          name: sheet.getName(),
          hidden: sheet.isSheetHidden() === BooleanNumber.TRUE,
          tabColor: sheet.getTabColor() || null,
          showGridlines: sheet.getConfig().showGridlines !== BooleanNumber.FALSE,
        })),
    addSheet: (name) =>
      withActiveSheetKept(() => workbook.create(name, NEW_SHEET.rows, NEW_SHEET.columns).getSheetId()),
    copySheet: (sheetId, name) =>
      withActiveSheetKept(() => {
        const copy = workbook.duplicateSheet(sheetOf(engine, sheetId));
        copy.setName(name);
        return copy.getSheetId();
      }),
    removeSheet: (sheetId) => void workbook.deleteSheet(sheetId),
    renameSheet: (sheetId, name) => void sheetOf(engine, sheetId).setName(name),
    moveSheet: (sheetId, position) =>
      withActiveSheetKept(() => void workbook.moveSheet(sheetOf(engine, sheetId), position)),
    setSheetHidden: (sheetId, hidden) => {
      const sheet = sheetOf(engine, sheetId);
      if (sheet.isSheetHidden() !== hidden) {
        void (hidden ? sheet.hideSheet() : sheet.showSheet());
      }
    },
    setTabColor: (sheetId, color) => void sheetOf(engine, sheetId).setTabColor(color ?? ""),
    setGridlines: (sheetId, shown) => {
      const sheet = sheetOf(engine, sheetId);
      if (sheet.hasHiddenGridLines() === shown) {
        sheet.setHiddenGridlines(!shown);
      }
    },
    activeSheet: () => workbook.getActiveSheet().getSheetId(),
    activateSheet: (sheetId) => void workbook.setActiveSheet(sheetId),
    frozen: (sheetId) => {
      const { ySplit, xSplit } = sheetOf(engine, sheetId).getFreeze();
      return { rows: ySplit, columns: xSplit };
    },
    freeze: (sheetId, rows, columns) => {
      const sheet = sheetOf(engine, sheetId);
      if (rows === 0 && columns === 0) {
        sheet.cancelFreeze();
        return;
      }
      ensureRoom(engine, sheetId, { top: 0, left: 0, bottom: rows, right: columns });
      sheet.setFreeze({
        ySplit: rows,
        xSplit: columns,
        startRow: rows === 0 ? -1 : rows,
        startColumn: columns === 0 ? -1 : columns,
      });
    },
  };
}

/** Widths, heights and what is hidden. */
function lineOperations(
  engine: Engine
): Pick<
  Spreadsheet,
  | "columnWidth"
  | "setColumnWidth"
  | "rowHeight"
  | "setRowHeight"
  | "autofitColumns"
  | "autofitRows"
  | "isColumnHidden"
  | "setColumnsHidden"
  | "isRowHidden"
  | "setRowsHidden"
> {
  const columns = (sheetId: string, from: number, to: number): IRange => {
    const sheet = modelOf(engine, sheetId);
    return { startRow: 0, endRow: sheet.getRowCount() - 1, startColumn: from, endColumn: to };
  };
  const rows = (sheetId: string, from: number, to: number): IRange => {
    const sheet = modelOf(engine, sheetId);
    return { startRow: from, endRow: to, startColumn: 0, endColumn: sheet.getColumnCount() - 1 };
  };
  /** The last line that the work reaches: whole rows and columns of Excel are those that the grid has. */
  const lastColumn = (sheetId: string, to: number): number => {
    if (to < COLUMN_COUNT - 1) {
      ensureRoom(engine, sheetId, { top: 0, left: 0, bottom: 0, right: to });
    }
    return Math.min(to, modelOf(engine, sheetId).getColumnCount() - 1);
  };
  const lastRow = (sheetId: string, to: number): number => {
    if (to < ROW_COUNT - 1) {
      ensureRoom(engine, sheetId, { top: 0, left: 0, bottom: to, right: 0 });
    }
    return Math.min(to, modelOf(engine, sheetId).getRowCount() - 1);
  };
  const onColumns = (id: string, sheetId: string, from: number, to: number, params: object): void => {
    const last = lastColumn(sheetId, to);
    if (last >= from) {
      mutate(engine, id, sheetId, { ranges: [columns(sheetId, from, last)], ...params });
    }
  };
  const onRows = (id: string, sheetId: string, from: number, to: number, params: object): void => {
    const last = lastRow(sheetId, to);
    if (last >= from) {
      mutate(engine, id, sheetId, { ranges: [rows(sheetId, from, last)], ...params });
    }
  };
  return {
    columnWidth: (sheetId, column) =>
      rounded(modelOf(engine, sheetId).getColumnManager().getColumnWidth(column) / PIXELS),
    setColumnWidth: (sheetId, from, to, points) =>
      onColumns(SetWorksheetColWidthMutation.id, sheetId, from, to, { colWidth: points * PIXELS }),
    rowHeight: (sheetId, row) => rounded(modelOf(engine, sheetId).getRowManager().getRowHeight(row) / PIXELS),
    setRowHeight: (sheetId, from, to, points) =>
      onRows(SetWorksheetRowHeightMutation.id, sheetId, from, to, { rowHeight: points * PIXELS }),
    autofitColumns: (sheetId, from, to) => fitColumns(engine, sheetId, from, to),
    autofitRows: (sheetId, from, to) =>
      void sheetOf(engine, sheetId).setRowAutoHeight(from, clippedCount(engine, sheetId, from, to)),
    isColumnHidden: (sheetId, column) => !modelOf(engine, sheetId).getColVisible(column),
    setColumnsHidden: (sheetId, from, to, hidden) =>
      onColumns(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, sheetId, from, to, {}),
    isRowHidden: (sheetId, row) => !modelOf(engine, sheetId).getRowRawVisible(row),
    setRowsHidden: (sheetId, from, to, hidden) =>
      onRows(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, sheetId, from, to, {}),
  };
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

function clippedCount(engine: Engine, sheetId: string, from: number, to: number): number {
  return Math.max(1, Math.min(to, modelOf(engine, sheetId).getRowCount() - 1) - from + 1);
}

/** Without a screen there are no glyphs to measure: so many points for a character of the longest text. */
const POINTS_PER_CHARACTER = 5.5;

function fitColumns(engine: Engine, sheetId: string, from: number, to: number): void {
  const sheet = modelOf(engine, sheetId);
  const widths = new Map<number, number>();
  sheet.getCellMatrix().forValue((_, column, cell) => {
    if (column >= from && column <= to) {
      const longest = Math.max(
        ...String(cell?.v ?? "")
          .split("\n")
          .map((line) => line.length)
      );
      widths.set(column, Math.max(widths.get(column) ?? 0, longest));
    }
  });
  for (const [column, characters] of widths) {
    mutate(engine, SetWorksheetColWidthMutation.id, sheetId, {
      ranges: [{ startRow: 0, endRow: sheet.getRowCount() - 1, startColumn: column, endColumn: column }],
      colWidth: (characters + 1) * POINTS_PER_CHARACTER * PIXELS,
    });
  }
}

function structureOperations(
  engine: Engine,
  quietly: <T>(work: () => T) => T,
  tell: (change: SpreadsheetChange) => void
): Pick<
  Spreadsheet,
  | "merges"
  | "merge"
  | "unmerge"
  | "insertRows"
  | "deleteRows"
  | "insertColumns"
  | "deleteColumns"
  | "insertCells"
  | "deleteCells"
  | "moveCells"
> {
  const merges = (sheetId: string): readonly Area[] => modelOf(engine, sheetId).getMergeData().map(toArea);
  const rangeOf = (sheetId: string, area: Area) => {
    ensureRoom(engine, sheetId, area);
    return sheetOf(engine, sheetId).getRange(toRange(area));
  };
  /** Univer moves cells of the active sheet only. */
  const onActiveSheet = (sheetId: string, work: () => void): void =>
    quietly(() => {
      const active = engine.workbook.getActiveSheet();
      engine.workbook.setActiveSheet(sheetId);
      work();
      engine.workbook.setActiveSheet(active);
    });
  return {
    merges,
    merge: (sheetId, area) => {
      ensureRoom(engine, sheetId, area);
      mutate(engine, AddWorksheetMergeMutation.id, sheetId, { ranges: [toRange(area)] });
    },
    unmerge: (sheetId, area) => {
      const ranges = merges(sheetId)
        .filter((merge) => intersection(merge, area) !== null)
        .map(toRange);
      if (ranges.length > 0) {
        mutate(engine, RemoveWorksheetMergeMutation.id, sheetId, { ranges });
      }
    },
    insertRows: (sheetId, at, count) =>
      quietly(() => {
        ensureRoom(engine, sheetId, { top: at, left: 0, bottom: at, right: 0 });
        sheetOf(engine, sheetId).insertRows(at, count);
      }),
    deleteRows: (sheetId, at, count) =>
      quietly(() => {
        const inside = Math.min(count, modelOf(engine, sheetId).getRowCount() - 1 - at);
        if (inside > 0) {
          sheetOf(engine, sheetId).deleteRows(at, inside);
        }
      }),
    insertColumns: (sheetId, at, count) =>
      quietly(() => {
        ensureRoom(engine, sheetId, { top: 0, left: at, bottom: 0, right: at });
        sheetOf(engine, sheetId).insertColumns(at, count);
      }),
    deleteColumns: (sheetId, at, count) =>
      quietly(() => {
        const inside = Math.min(count, modelOf(engine, sheetId).getColumnCount() - 1 - at);
        if (inside > 0) {
          sheetOf(engine, sheetId).deleteColumns(at, inside);
        }
      }),
    insertCells: (sheetId, area, move) => {
      onActiveSheet(sheetId, () =>
        rangeOf(sheetId, area).insertCells(move === "down" ? Dimension.ROWS : Dimension.COLUMNS)
      );
      tell({ kind: "cellsInserted", sheetId, area, move });
    },
    deleteCells: (sheetId, area, move) => {
      onActiveSheet(sheetId, () =>
        rangeOf(sheetId, area).deleteCells(move === "up" ? Dimension.ROWS : Dimension.COLUMNS)
      );
      tell({ kind: "cellsDeleted", sheetId, area, move });
    },
    moveCells: async (sheetId, area, top, left) => {
      const place = {
        top,
        left,
        bottom: top + area.bottom - area.top,
        right: left + area.right - area.left,
      };
      ensureRoom(engine, sheetId, area);
      ensureRoom(engine, sheetId, place);
      const done = await quietly(() =>
        engine.commands.executeCommand(MoveRangeCommand.id, {
          fromUnitId: engine.unitId,
          fromSubUnitId: sheetId,
          fromRange: toRange(area),
          toUnitId: engine.unitId,
          toSubUnitId: sheetId,
          toRange: toRange(place),
        })
      );
      if (done) {
        tell({ kind: "cells", sheetId, area });
        tell({ kind: "cells", sheetId, area: place });
      }
      return done;
    },
  };
}

function toArea(range: IRange): Area {
  return { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn };
}

/** Univer's mark for names of the whole workbook. */
const WORKBOOK_SCOPE = "AllDefaultWorkbook";

function nameOperations(engine: Engine): Pick<Spreadsheet, "names" | "addName" | "removeName"> {
  const { workbook } = engine;
  const all = () => workbook.getDefinedNames();
  const infoOf = (name: ReturnType<typeof all>[number]): NameInfo => {
    const scope = name.getLocalSheetId();
    return {
      name: name.getName(),
      formula: `=${name.getFormulaOrRefString().replace(/^=/, "")}`,
      comment: name.getComment() ?? "",
      sheetId: !scope || scope === WORKBOOK_SCOPE ? null : scope,
    };
  };
  return {
    names: () => all().map(infoOf),
    addName: ({ name, formula, comment, sheetId }) => {
      const isReference = /^=('[^']|[^'(+*/"-]+!)/.test(formula);
      const builder = workbook
        .newDefinedNameBuilder()
        .setName(name)
        .setComment(comment)
        .setFormula(formula.slice(1));
      const built = (isReference ? builder.setRef(formula.slice(1)) : builder).build();
      workbook.insertDefinedNameBuilder({ ...built, localSheetId: sheetId ?? WORKBOOK_SCOPE });
    },
    removeName: (name, sheetId) =>
      all()
        .filter((each) => infoOf(each).name === name && infoOf(each).sheetId === sheetId)
        .forEach((each) => each.delete()),
  };
}

function tableOperations(
  engine: Engine,
  quietly: <T>(work: () => T) => T
): Pick<Spreadsheet, "tables" | "addTable" | "renameTable" | "resizeTable" | "removeTable"> {
  const { workbook } = engine;
  const infos = (): readonly TableInfo[] =>
    tablesOf(engine).map((table) => ({
      id: table.id,
      name: table.name,
      sheetId: table.subUnitId,
      area: toArea(table.range),
    }));
  const infoOf = (tableId: string): TableInfo => {
    const info = infos().find(({ id }) => id === tableId);
    if (!info) {
      throw new Error(`There is no table ${tableId}.`);
    }
    return info;
  };
  const retranslate = (change: (written: string) => string | null): void =>
    quietly(() => retranslateFormulas(engine, change));
  let lastId = 0;
  return {
    tables: infos,
    addTable: async (sheetId, area, name) => {
      ensureRoom(engine, sheetId, area);
      lastId += 1;
      const id = `table-${lastId}-${sheetId}`;
      const added = await quietly(() => sheetOf(engine, sheetId).addTable(name, toRange(area), id));
      if (!added) {
        throw new Error(`Univer made no table of ${JSON.stringify(area)}.`);
      }
      retranslate((written) => written);
      return id;
    },
    renameTable: async (tableId, name) => {
      const before = infoOf(tableId);
      await sheetOf(engine, before.sheetId).setTableName(tableId, name);
      retranslate((written) => withTableRenamed(written, before.name, name));
    },
    resizeTable: async (tableId, area) => {
      const { sheetId } = infoOf(tableId);
      ensureRoom(engine, sheetId, area);
      await sheetOf(engine, sheetId).setTableRange(tableId, toRange(area));
      retranslate((written) => written);
    },
    removeTable: async (tableId) => {
      const { name } = infoOf(tableId);
      await quietly(() => workbook.removeTable(tableId));
      retranslate((written) => (mentionsTable(written, name) ? null : written));
    },
  };
}

function ruleOperations(
  engine: Engine
): Pick<Spreadsheet, "showValidations" | "showConditionalFormats" | "paintedLook"> {
  const painting = engine.injector.get(ConditionalFormattingService);
  const validations = engine.injector.get(DataValidationModel);
  const formats = engine.injector.get(ConditionalFormattingRuleModel);
  let lastId = 0;
  const nextId = (): string => `rule-${(lastId += 1)}`;
  return {
    showValidations: (sheetId, shown) => {
      const before = validations.getRules(engine.unitId, sheetId).map(({ uid }) => uid);
      if (before.length > 0) {
        mutate(engine, RemoveDataValidationMutation.id, sheetId, { ruleId: before });
      }
      if (shown.length > 0) {
        const rule = shown.map((each) => toValidationRule(each, nextId()));
        mutate(engine, AddDataValidationMutation.id, sheetId, { rule });
      }
    },
    showConditionalFormats: (sheetId, shown) => {
      for (const { cfId } of formats.getSubunitRules(engine.unitId, sheetId) ?? []) {
        mutate(engine, DeleteConditionalRuleMutation.id, sheetId, { cfId });
      }
      const rules = shown.flatMap((each) => toConditionalRule(each, nextId()) ?? []);
      for (const rule of [...rules].reverse()) {
        mutate(engine, AddConditionalRuleMutation.id, sheetId, { rule });
      }
    },
    paintedLook: (sheetId, row, column) => {
      const painted = painting.composeStyle(engine.unitId, sheetId, row, column);
      const { style, dataBar, iconSet } = painted ?? { style: undefined };
      return {
        fillColor: style?.bg?.rgb ?? null,
        fontColor: style?.cl?.rgb ?? null,
        bold: style?.bl === undefined ? null : style.bl === 1,
        italic: style?.it === undefined ? null : style.it === 1,
        icon: iconSet ? Number(iconSet.iconId) : null,
        bar: dataBar !== undefined,
      };
    },
  };
}

function selectionOperations(engine: Engine): Pick<Spreadsheet, "selection" | "selections" | "select"> {
  const { workbook } = engine;
  return {
    selection: () => {
      const range = workbook.getActiveRange();
      const area = range ? toArea(range.getRange()) : { top: 0, left: 0, bottom: 0, right: 0 };
      return { sheetId: range?.getSheetId() ?? workbook.getActiveSheet().getSheetId(), area };
    },
    selections: () => {
      const sheet = workbook.getActiveSheet();
      const ranges = sheet.getSelection()?.getActiveRangeList() ?? [];
      const areas = ranges.map((range) => toArea(range.getRange()));
      return {
        sheetId: sheet.getSheetId(),
        areas: areas.length > 0 ? areas : [{ top: 0, left: 0, bottom: 0, right: 0 }],
      };
    },
    select: (sheetId, area) => {
      const sheet = modelOf(engine, sheetId);
      const inside = {
        ...area,
        bottom: Math.min(area.bottom, Math.max(area.top, sheet.getRowCount() - 1)),
        right: Math.min(area.right, Math.max(area.left, sheet.getColumnCount() - 1)),
      };
      ensureRoom(engine, sheetId, inside);
      sheetOf(engine, sheetId).getRange(toRange(inside)).activate();
    },
  };
}

/** Edits that only adapt cells to something else. */
const CONSEQUENCES =
  /insert-(row|col|multi|sheet)|remove-(row|col|sheet)|defined-name|worksheet|style|border|numfmt/;

/** What a command of Univer may say of the change that it makes. */
interface ChangeParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly sheet?: { readonly id: string };
  readonly trigger?: string;
  readonly range?: IRange;
  readonly ranges?: readonly IRange[];
  readonly cellValue?: ChangedCells;
  readonly selections?: readonly { readonly range: IRange }[];
}

interface ChangedCells {
  readonly [row: string]: { readonly [column: string]: object | null } | null;
}

/**
 * Tells of changes of cells that were not made by this adapter, of results of formulas, and of all insertions,
 * deletions, selections and sheets.
 */
function watchChanges(
  engine: Engine,
  isOwn: () => boolean,
  tell: (change: SpreadsheetChange) => void,
  read: Spreadsheet["cells"]
): readonly IDisposable[] {
  let active = engine.workbook.getActiveSheet().getSheetId();
  /** Cells as they were before the edit that is being carried out. */
  let before: readonly (readonly Cell[])[] = [];

  const isEdit = (id: string, params: ChangeParams, options?: { readonly onlyLocal?: boolean }): boolean =>
    id === SetRangeValuesMutation.id &&
    params.unitId === engine.unitId &&
    !isOwn() &&
    options?.onlyLocal !== true &&
    params.trigger !== undefined &&
    !CONSEQUENCES.test(params.trigger);

  /** The last result of every formula, by sheet and place. */
  const results = new Map<string, unknown>();

  /** Formulas are also counted anew when only their looks change: a result that was there before is no news. */
  function newResults(sheetId: string, cellValue: ChangedCells): Area | null {
    return touchedArea(cellValue, (cell, row, column) => {
      const key = `${sheetId} ${row} ${column}`;
      const value = (cell as { v?: unknown } | null)?.v ?? null;
      const isNews = value !== null && results.get(key) !== value;
      if (isNews) {
        results.set(key, value);
      }
      return isNews;
    });
  }

  const beforeEdit = engine.commands.beforeCommandExecuted((command, options) => {
    const params = (command.params ?? {}) as ChangeParams;
    if (params.subUnitId !== undefined && isEdit(command.id, params, options)) {
      const area = touchedArea(params.cellValue ?? {}, isContent);
      before = area ? read(params.subUnitId, area) : [];
    }
  });

  function tellEdit(sheetId: string, params: ChangeParams): void {
    const area = touchedArea(params.cellValue ?? {}, isContent);
    if (area) {
      const isTyped = params.trigger === SetRangeValuesCommand.id;
      tell({ kind: "cells", sheetId, area, ...editDetails(area, before, read(sheetId, area), isTyped) });
      return;
    }
    const formatted = touchedArea(params.cellValue ?? {}, () => true);
    if (formatted) {
      tell({ kind: "format", sheetId, area: formatted });
    }
  }

  const afterEdit = engine.commands.onCommandExecuted((command, options) => {
    const params = (command.params ?? {}) as ChangeParams;
    const sheetId = command.id === InsertSheetMutation.id ? params.sheet?.id : params.subUnitId;
    if (params.unitId !== engine.unitId || sheetId === undefined) {
      return;
    }
    const lines = (kind: "rows" | "columns", done: "Inserted" | "Deleted"): void => {
      const { startRow = 0, endRow = 0, startColumn = 0, endColumn = 0 } = params.range ?? {};
      const [at, to] = kind === "rows" ? [startRow, endRow] : [startColumn, endColumn];
      tell({ kind: `${kind}${done}`, sheetId, at, count: to - at + 1 });
    };
    switch (command.id) {
      case SetRangeValuesMutation.id: {
        const calculated = options?.onlyLocal === true ? newResults(sheetId, params.cellValue ?? {}) : null;
        if (calculated) {
          tell({ kind: "calculated", sheetId, area: calculated });
        } else if (isEdit(command.id, params, options)) {
          tellEdit(sheetId, params);
        }
        break;
      }
      case InsertRowMutation.id:
        return lines("rows", "Inserted");
      case RemoveRowMutation.id:
        return lines("rows", "Deleted");
      case InsertColMutation.id:
        return lines("columns", "Inserted");
      case RemoveColMutation.id:
        return lines("columns", "Deleted");
      case SetRowHiddenMutation.id:
      case SetRowVisibleMutation.id: {
        const kind = command.id === SetRowHiddenMutation.id ? "rowsHidden" : "rowsShown";
        for (const { startRow, endRow } of params.ranges ?? []) {
          tell({ kind, sheetId, at: startRow, count: endRow - startRow + 1 });
        }
        break;
      }
      case InsertSheetMutation.id:
        return tell({ kind: "sheetAdded", sheetId });
      case RemoveSheetMutation.id:
        return tell({ kind: "sheetDeleted", sheetId });
      case SetWorksheetActiveOperation.id: {
        // Univer tells of it late: by then another sheet may be the active one again.
        const now = engine.workbook.getActiveSheet().getSheetId();
        if (!isOwn() && now !== active) {
          const left = active;
          active = now;
          tell({ kind: "sheetActivated", sheetId: now, before: left });
        }
        break;
      }
      case SetSelectionsOperation.id: {
        const range = params.selections?.at(-1)?.range;
        if (range) {
          tell({ kind: "selection", sheetId, area: toArea(range) });
        }
      }
    }
  });
  return [beforeEdit, afterEdit];
}

/** What the cells of an area were and are; values only of a single cell that was typed into. */
function editDetails(
  area: Area,
  before: readonly (readonly Cell[])[],
  after: readonly (readonly Cell[])[],
  isTyped: boolean
): Pick<SpreadsheetChange & { readonly kind: "cells" }, "before" | "after" | "formulas"> {
  const formulas = after.flatMap((row, rowIndex) =>
    row.flatMap(({ formula }, columnIndex) => {
      const former = before[rowIndex]?.[columnIndex]?.formula ?? null;
      const place = { row: area.top + rowIndex, column: area.left + columnIndex };
      return former === formula ? [] : [{ ...place, before: former ?? "" }];
    })
  );
  const isSingle = isTyped && area.top === area.bottom && area.left === area.right;
  return {
    ...(isSingle ? { before: before[0]?.[0]?.value ?? null, after: after[0]?.[0]?.value ?? null } : {}),
    ...(formulas.length > 0 ? { formulas } : {}),
  };
}

function isContent(cell: object | null): boolean {
  return !cell || "v" in cell || "f" in cell || "p" in cell;
}

/** The rectangle around the cells that the change touches in that way. */
function touchedArea(
  cellValue: ChangedCells,
  touches: (cell: object | null, row: number, column: number) => boolean
): Area | null {
  const edited = Object.entries(cellValue).flatMap(([row, cells]) =>
    Object.entries(cells ?? {})
      .filter(([column, cell]) => touches(cell, Number(row), Number(column)))
      .map(([column]) => ({ row: Number(row), column: Number(column) }))
  );
  const rows = edited.map(({ row }) => row);
  const columns = edited.map(({ column }) => column);
  return edited.length === 0
    ? null
    : {
        top: rows.reduce((first, row) => Math.min(first, row)),
        left: columns.reduce((first, column) => Math.min(first, column)),
        bottom: rows.reduce((last, row) => Math.max(last, row)),
        right: columns.reduce((last, column) => Math.max(last, column)),
      };
}
