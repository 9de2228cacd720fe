/**
 * What the Excel object model needs of a spreadsheet engine, in our own words, so that the engine can be replaced.
 * Rows and columns count from zero; lengths are points; colours are `#RRGGBB`. An engine need not know anything of
 * Excel's rules (names, shapes, protection, typed input): those are the model's.
 */

/** A rectangle of cells, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export type Scalar = string | number | boolean;

/** A cell as stored. An error is its code as text (`#REF!`). */
export interface Cell {
  /** `null` when empty. */
  readonly value: Scalar | null;
  /** With leading `=`, or `null`. */
  readonly formula: string | null;
  /** `General` when none. */
  readonly numberFormat: string;
}

/** What to put into a cell; `numberFormat` only where the entry brings its own (a typed date). */
export interface CellEntry {
  readonly value: Scalar | null;
  readonly formula: string | null;
  readonly numberFormat?: string;
}

export type HorizontalAlignment =
  "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
export type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
export type BorderStyle =
  "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
export type BorderWeight = "Hairline" | "Thin" | "Medium" | "Thick";

export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  readonly color: string;
}

export type BorderEdge = "top" | "bottom" | "left" | "right";

/** How a cell looks, every property resolved. */
export interface CellStyle {
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly fontColor: string;
  /** `null`: no fill. */
  readonly fillColor: string | null;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrapText: boolean;
  /** Degrees, -90 to 90. */
  readonly textRotation: number;
  readonly indent: number;
  readonly numberFormat: string;
  readonly top: Border | null;
  readonly bottom: Border | null;
  readonly left: Border | null;
  readonly right: Border | null;
}

export type StylePatch = Partial<CellStyle>;

export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  /** `null`: no colour. */
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
}

export interface TableInfo {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Header row included. */
  readonly area: Area;
}

export interface NameInfo {
  readonly name: string;
  /** Formula text with leading `=`. */
  readonly formula: string;
  readonly comment: string;
  /** `null`: the whole workbook. */
  readonly sheetId: string | null;
}

/** A rule of data validation as the engine shows it (drop-down arrows, messages). */
export interface ShownValidation {
  readonly area: Area;
  readonly kind: "list" | "wholeNumber" | "decimal" | "date" | "time" | "textLength" | "custom" | "any";
  readonly operator: string;
  readonly formula1: string;
  readonly formula2: string;
  readonly dropDown: boolean;
  readonly allowBlank: boolean;
  readonly prompt: { readonly title: string; readonly message: string } | null;
  readonly alert: {
    readonly style: "stop" | "warning" | "information";
    readonly title: string;
    readonly message: string;
  } | null;
}

/** A conditional format as the engine paints it, highest priority first. */
export interface ShownConditionalFormat {
  readonly areas: readonly Area[];
  readonly rule:
    | { readonly kind: "formula"; readonly formula: string; readonly look: ConditionalLook }
    | {
        readonly kind: "cellValue";
        readonly operator: string;
        readonly formula1: string;
        readonly formula2: string;
        readonly look: ConditionalLook;
      }
    | {
        readonly kind: "dataBar";
        readonly color: string;
        readonly gradient: boolean;
        readonly lower: DataBarBound;
        readonly upper: DataBarBound;
      }
    | {
        readonly kind: "colorScale";
        readonly points: readonly { readonly color: string; readonly bound: DataBarBound }[];
      }
    | { readonly kind: "iconSet"; readonly showValue: boolean; readonly icons: readonly ShownIcon[] };
  readonly stopIfTrue: boolean;
}

/** An icon and the values from which on it is shown; the last of a set is for all others. */
export interface ShownIcon {
  /** Excel's name of the set, such as `ThreeArrows`. */
  readonly set: string;
  /** Counted from the set's best icon. */
  readonly index: number;
  readonly bound: DataBarBound | null;
  readonly orEqual: boolean;
}

export interface ConditionalLook {
  readonly fillColor: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

/** All conditional formats of a cell together. */
export interface PaintedLook extends ConditionalLook {
  /** Counted from the set's best icon. */
  readonly icon: number | null;
  readonly bar: boolean;
}

export interface DataBarBound {
  readonly type: "automatic" | "lowest" | "highest" | "number" | "percent" | "percentile" | "formula";
  readonly value: string | null;
}

export interface FormulaChange {
  readonly row: number;
  readonly column: number;
  readonly before: string;
}

/** Something in the spreadsheet changed, by whoever. */
export type SpreadsheetChange =
  | {
      readonly kind: "cells";
      readonly sheetId: string;
      readonly area: Area;
      /** Set when exactly one cell was edited by hand. */
      readonly before?: Scalar | null;
      readonly after?: Scalar | null;
      /** Cells whose formula is another one now, or gone, with the formula that they had (`""`: none). */
      readonly formulas?: readonly FormulaChange[];
    }
  /** Looks changed, not content. */
  | { readonly kind: "format"; readonly sheetId: string; readonly area: Area }
  /** Formulas of the area show new results. */
  | { readonly kind: "calculated"; readonly sheetId: string; readonly area: Area }
  | {
      readonly kind: "rowsHidden" | "rowsShown";
      readonly sheetId: string;
      readonly at: number;
      readonly count: number;
    }
  | { readonly kind: "sheetAdded" | "sheetDeleted"; readonly sheetId: string }
  | { readonly kind: "sheetActivated"; readonly sheetId: string; readonly before: string }
  | {
      readonly kind: "rowsInserted" | "rowsDeleted" | "columnsInserted" | "columnsDeleted";
      readonly sheetId: string;
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: "cellsInserted";
      readonly sheetId: string;
      readonly area: Area;
      readonly move: "down" | "right";
    }
  | {
      readonly kind: "cellsDeleted";
      readonly sheetId: string;
      readonly area: Area;
      readonly move: "up" | "left";
    }
  | { readonly kind: "selection"; readonly sheetId: string; readonly area: Area };

export interface Spreadsheet {
  /** The workbook's name as its title bar shows it. */
  readonly name: string;

  /** In the order of the tabs. */
  sheets(): readonly SheetInfo[];
  /** Adds a sheet behind the last one and returns its id. */
  addSheet(name: string): string;
  copySheet(sheetId: string, name: string): string;
  removeSheet(sheetId: string): void;
  renameSheet(sheetId: string, name: string): void;
  moveSheet(sheetId: string, position: number): void;
  setSheetHidden(sheetId: string, hidden: boolean): void;
  setTabColor(sheetId: string, color: string | null): void;
  setGridlines(sheetId: string, shown: boolean): void;
  activeSheet(): string;
  activateSheet(sheetId: string): void;
  frozen(sheetId: string): { readonly rows: number; readonly columns: number };
  freeze(sheetId: string, rows: number, columns: number): void;

  /** One row of cells for each row of the area. */
  cells(sheetId: string, area: Area): readonly (readonly Cell[])[];
  /** What the cells show. */
  texts(sheetId: string, area: Area): readonly (readonly string[])[];
  /** Whether the text (with leading `=`) can be a formula: its syntax, and that the tables it names are there. */
  isFormula(text: string): boolean;
  /** Writes from the area's top left corner; `null` leaves a cell as it is. */
  write(sheetId: string, top: number, left: number, rows: readonly (readonly (CellEntry | null)[])[]): void;
  /** Smallest rectangle around all cells with content, or also with formatting; `null` when there are none. */
  usedArea(sheetId: string, valuesOnly: boolean): Area | null;
  /** Areas over which formulas of one cell spread their values, that cell included. */
  spills(sheetId: string): readonly Area[];

  style(sheetId: string, row: number, column: number): CellStyle;
  /** The distinct styles inside an area (whole columns and rows included without visiting every cell). */
  styles(sheetId: string, area: Area): readonly CellStyle[];
  applyStyle(sheetId: string, area: Area, patch: StylePatch): void;
  /** One number format per cell of the area. */
  applyNumberFormats(
    sheetId: string,
    top: number,
    left: number,
    formats: readonly (readonly (string | null)[])[]
  ): void;
  clearFormats(sheetId: string, area: Area): void;

  columnWidth(sheetId: string, column: number): number;
  setColumnWidth(sheetId: string, from: number, to: number, points: number): void;
  rowHeight(sheetId: string, row: number): number;
  setRowHeight(sheetId: string, from: number, to: number, points: number): void;
  autofitColumns(sheetId: string, from: number, to: number): void;
  autofitRows(sheetId: string, from: number, to: number): void;
  isColumnHidden(sheetId: string, column: number): boolean;
  setColumnsHidden(sheetId: string, from: number, to: number, hidden: boolean): void;
  isRowHidden(sheetId: string, row: number): boolean;
  setRowsHidden(sheetId: string, from: number, to: number, hidden: boolean): void;

  merges(sheetId: string): readonly Area[];
  merge(sheetId: string, area: Area): void;
  unmerge(sheetId: string, area: Area): void;
  insertRows(sheetId: string, at: number, count: number): void;
  deleteRows(sheetId: string, at: number, count: number): void;
  insertColumns(sheetId: string, at: number, count: number): void;
  deleteColumns(sheetId: string, at: number, count: number): void;
  /** Makes room for the area by moving the cells below or right of it. */
  insertCells(sheetId: string, area: Area, move: "down" | "right"): void;
  /** Takes the area out and closes the gap from below or from the right. */
  deleteCells(sheetId: string, area: Area, move: "up" | "left"): void;
  /**
   * Puts the area's cells where their first one is to be, as when they are cut and pasted: formulas that refer to them
   * follow. False when the engine cannot.
   */
  moveCells(sheetId: string, area: Area, top: number, left: number): Promise<boolean>;

  names(): readonly NameInfo[];
  addName(name: NameInfo): void;
  removeName(name: string, sheetId: string | null): void;

  tables(): readonly TableInfo[];
  /** Adds a table over an area whose first row is its header, and returns its id. */
  addTable(sheetId: string, area: Area, name: string): Promise<string>;
  renameTable(tableId: string, name: string): Promise<void>;
  resizeTable(tableId: string, area: Area): Promise<void>;
  /** Removes the table, not its cells. */
  removeTable(tableId: string): Promise<void>;

  /** Replaces what the engine shows of data validation on a sheet. */
  showValidations(sheetId: string, validations: readonly ShownValidation[]): void;
  /** Replaces what the engine paints of conditional formats on a sheet. */
  showConditionalFormats(sheetId: string, formats: readonly ShownConditionalFormat[]): void;
  /** What the engine paints of them over one cell, as far as it has worked it out. */
  paintedLook(sheetId: string, row: number, column: number): PaintedLook;

  selection(): { readonly sheetId: string; readonly area: Area };
  /** All selected areas, the one that was selected last at the end. */
  selections(): { readonly sheetId: string; readonly areas: readonly Area[] };
  select(sheetId: string, area: Area): void;

  /** Asks before a user's own edit in the engine's surface; false forbids it. */
  guardEdits(allowed: (sheetId: string, row: number, column: number) => boolean): void;
  /** Resolves when every formula shows the result of the cells as they are now. */
  settle(): Promise<void>;
  /** Tells of changes by the user and by writes alike, not of recalculation. Returns the way to stop it. */
  onChange(listener: (change: SpreadsheetChange) => void): () => void;
  dispose(): void;
}
