/** What can be taken back, as plain data: a token outlives the pane when it is stored. */
import type { Area } from "../domain/grid";
import type { CellContent, TableSpec } from "../layout/sheetSpec";

/** One cell as it was. */
export interface CellSnapshot {
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly address: string;
  readonly content: CellContent;
  readonly format: string;
}

/** Everything of a cell's format but its number format. */
export type CellLook = Excel.CellPropertiesFormat;

/** The looks of a rectangle of cells: each cell has the number of its look. */
export interface SheetLooks {
  readonly palette: readonly CellLook[];
  readonly cells: readonly (readonly number[])[];
}

/** How a sheet is printed, in Office.js terms; what a drawing sets. */
export interface PrintSnapshot {
  readonly settings: Excel.Interfaces.PageLayoutUpdateData;
  /** A1 addresses, as Office.js takes them; null where there were none. Excel cannot take away those that there are. */
  readonly area: string | null;
  readonly titleRows: string | null;
}

/**
 * A sheet as it was: contents, formats, merges, tables, widths, heights, view and print setup. Input rules and
 * conditional formats are not kept.
 */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Empty: no colour. */
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** Null: not protected. */
  readonly protection: Excel.WorksheetProtectionOptions | null;
  /** Null: the sheet was empty. */
  readonly cells: {
    readonly area: Area;
    readonly contents: readonly (readonly CellContent[])[];
    readonly formats: readonly (readonly string[])[];
    readonly looks: SheetLooks;
  } | null;
  readonly merges: readonly Area[];
  readonly tables: readonly TableSpec[];
  /** Names of the charts; they stay where they are and show what the cells hold. */
  readonly charts: readonly string[];
  /** Points, from column A on; null where Excel does not say. */
  readonly columnWidths: readonly (number | null)[];
  /** Points, from row 1 on; null for rows of standard height. */
  readonly rowHeights: readonly (number | null)[];
  /** True when there were input rules, or conditional formats: then those on the sheet are left when it is restored. */
  readonly hasValidations: boolean;
  readonly hasConditionalFormats: boolean;
  readonly print: PrintSnapshot;
}

/** A sheet that did not exist before. */
export interface AddedSheet {
  readonly name: string;
  /** What it is called until it gets its name: where that is refused, for somebody has just made one of that name, it stays. */
  readonly madeAs: string;
}

/** Takes back a drawing. */
export interface DrawToken {
  readonly kind: "draw";
  /** True: while the workbook is being changed, this token is kept in it (`record.ts`). */
  readonly recoverable: boolean;
  /** In the order of making. */
  readonly added: readonly AddedSheet[];
  /** Sheets as they were before. */
  readonly replaced: readonly SheetSnapshot[];
  /** Names of the workbook with their formulas; null where there was none. */
  readonly names: readonly { readonly name: string; readonly formula: string | null }[];
  /** Custom document properties; null where there was none. */
  readonly properties: readonly { readonly key: string; readonly value: string | null }[];
  readonly activeSheet: string;
}

/** One cell as it was, and what was written into it: it is put back only as long as it holds one or the other. */
export interface WrittenCell extends CellSnapshot {
  /** Null: it was emptied. */
  readonly written: CellContent;
}

/** Takes back written cells. */
export interface CellsToken {
  readonly kind: "cells";
  readonly cells: readonly WrittenCell[];
}

/** Takes back written custom document properties. */
export interface PropertiesToken {
  readonly kind: "properties";
  /** As they were; null where there was none. */
  readonly properties: readonly { readonly key: string; readonly value: string | null }[];
}

/** Cells of a rectangle as they were, and what was written into them. */
export interface BlockSnapshot {
  readonly area: Area;
  readonly contents: readonly (readonly CellContent[])[];
  /** Null: the cell was left alone. */
  readonly written: readonly (readonly CellContent[])[];
  readonly formats: readonly (readonly string[])[];
  /** True: their number formats were changed. */
  readonly formatted: boolean;
}

/** Takes back rows that were filled in or put in. */
export interface RowsToken {
  readonly kind: "rows";
  readonly sheet: string;
  /** Rows that were there, as they were. */
  readonly filled: readonly BlockSnapshot[];
  /** Null: no row was put in. */
  readonly inserted: InsertedRows | null;
}

/** By their contents it is told whether the rows still stand where they were put in. */
export interface InsertedRows {
  /** Zero-based. */
  readonly top: number;
  readonly count: number;
  /** Zero-based columns that are compared, both included. */
  readonly left: number;
  readonly right: number;
  readonly contents: readonly (readonly CellContent[])[];
  /** The row that stood there before and now stands below them; null for formulas, which follow the rows. */
  readonly below: readonly CellContent[];
}

export type UndoToken = DrawToken | CellsToken | PropertiesToken | RowsToken;
