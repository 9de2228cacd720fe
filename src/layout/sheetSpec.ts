/**
 * A sheet as data: what to draw, not how. Two renderers exist, `excel/drawSheet` (Office.js) and
 * `files/writeWorkbook`; `test/integration/renderersAgree` holds them together.
 * All coordinates are zero-based and inclusive; lengths are points unless said otherwise.
 */
import type { Area, IsoDate } from "../domain/grid";

/** A formula, with the leading `=`, English function names and `,` as separator. */
export interface FormulaContent {
  readonly formula: string;
  /** The product's own figure for the same cell: the cached result in files, so readers without recalculation see it. */
  readonly result?: string | number | boolean;
}

/** A true date cell. */
export interface DateContent {
  readonly date: IsoDate;
}

/** Text with runs of different emphasis. Excel's API cannot write runs: Office.js draws the plain text. */
export interface RichTextContent {
  readonly runs: readonly { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }[];
}

/**
 * What a cell holds. A plain string is always text, never a formula, a number or a date, whatever it looks like:
 * renderers must write `=1+1`, `02-03`, `0123` or `@x` so that Excel shows exactly that text.
 * `null` leaves the cell empty.
 */
export type CellContent = string | number | boolean | null | FormulaContent | DateContent | RichTextContent;

/** A rectangle of contents with its top left corner. Blocks of one sheet do not overlap. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly CellContent[])[];
}

export type HorizontalAlignment = "left" | "center" | "right" | "justify";
export type VerticalAlignment = "top" | "center" | "bottom";

/** Formatting of an area. A property that is absent leaves what an earlier style set. Colours are `#RRGGBB`. */
export interface CellStyle {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontColor?: string;
  readonly fillColor?: string;
  readonly horizontal?: HorizontalAlignment;
  readonly vertical?: VerticalAlignment;
  readonly wrapText?: boolean;
  /** Excel number format in its English form; `@` for text. */
  readonly numberFormat?: string;
  /** Thin borders on every edge of every cell of the area, in this colour. */
  readonly borderColor?: string;
  /** False: stays editable when the sheet is protected. */
  readonly locked?: boolean;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

export interface ColumnSpec {
  /** Width in characters of the default font, as Excel's own dialog shows it. */
  readonly width: number;
  readonly hidden?: boolean;
}

export type ValidationRule =
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "date"; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: "wholeNumber"; readonly min: number; readonly max: number }
  | { readonly kind: "custom"; readonly formula: string }
  /** No restriction; carries an input message only. */
  | { readonly kind: "any" };

/** Input help that works without the add-in. */
export interface ValidationSpec {
  readonly area: Area;
  readonly rule: ValidationRule;
  readonly prompt?: { readonly title: string; readonly message: string };
  /** Absent: the value is accepted. `warning` lets the user insist. */
  readonly alert?: {
    readonly style: "stop" | "warning" | "information";
    readonly title: string;
    readonly message: string;
  };
}

export type ConditionalFormatSpec =
  | {
      readonly kind: "expression";
      readonly area: Area;
      /** Relative to the area's top left cell, with the leading `=`. */
      readonly formula: string;
      readonly fillColor?: string;
      readonly fontColor?: string;
    }
  | { readonly kind: "dataBar"; readonly area: Area; readonly color: string; readonly max: number };

/** An Excel table (ListObject). Its header row is the first row of `area` and must be plain, unique text. */
export interface TableSpec {
  /** Letters and digits only (see excel-safe names in the tests). */
  readonly name: string;
  readonly area: Area;
  readonly style: string;
}

export interface NameSpec {
  readonly name: string;
  /** Area of this sheet, made absolute by the renderer. */
  readonly area: Area;
}

/** How a series is drawn: as the chart's own kind, as a line, or as marks without a line (a goal beside each column). */
export type SeriesKind = "chart" | "line" | "marks";

export interface ChartSeriesSpec {
  /** Name in the legend. */
  readonly name: string;
  /** Cells of this sheet: one row or one column, as many as the categories. */
  readonly values: Area;
  readonly color: string;
  readonly kind: SeriesKind;
}

/** A chart over cells of its own sheet. Its font is that of the sheets. */
export interface ChartSpec {
  /** Unique in the sheet: by it the chart is found again and drawn anew in its place. */
  readonly name: string;
  readonly title: string;
  readonly kind: "stackedColumns" | "columns" | "line";
  readonly categories: Area;
  readonly series: readonly ChartSeriesSpec[];
  readonly categoryTitle: string;
  readonly valueTitle: string;
  /** English number format of the value axis. */
  readonly valueFormat: string;
  /** Least and greatest value of the axis; absent: as the values need. */
  readonly valueMinimum?: number;
  readonly valueMaximum?: number;
  /** Cells that the chart covers. */
  readonly area: Area;
  /** What the chart says, for those who cannot see it; files only, Excel's API cannot set it. */
  readonly description: string;
}

/** A remark on a cell that Excel shows beside it (a "note"). Files only: no sheet with comments is drawn. */
export interface CommentSpec {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A cell with text that leads to another cell of the workbook. Files only. */
export interface LinkSpec {
  readonly row: number;
  readonly column: number;
  /** Where it leads: name of a sheet and A1 address. */
  readonly sheet: string;
  readonly cell: string;
}

/** A4; one page wide, as many pages long as needed. Margins in points. */
export interface PrintSpec {
  readonly orientation: "portrait" | "landscape";
  readonly area: Area;
  /** Rows repeated on every page after the one where they stand. */
  readonly repeatRows?: { readonly top: number; readonly bottom: number };
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly centerHorizontally: boolean;
  /** Rows that begin a new page, zero-based. */
  readonly breaksBefore?: readonly number[];
  /** Page footer, Excel's codes (`&P`, `&N`). */
  readonly footer?: string;
}

export interface SheetSpec {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly columns: readonly ColumnSpec[];
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly blocks: readonly Block[];
  /** Applied in order. */
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly tables: readonly TableSpec[];
  readonly names: readonly NameSpec[];
  /** Absent: none. */
  readonly charts?: readonly ChartSpec[];
  /** Absent: none. At most one for a cell. */
  readonly comments?: readonly CommentSpec[];
  /** Absent: none. */
  readonly links?: readonly LinkSpec[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print?: PrintSpec;
  /** Present: the sheet is protected without password; cells styled `locked: false` stay editable. */
  readonly protection?: { readonly allowFormatCells: boolean; readonly allowInsertRows: boolean };
  readonly showGridlines: boolean;
  readonly tabColor?: string;
}

/** A whole workbook to write or to draw into the open one. */
export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Custom document properties (the stamp). */
  readonly properties: Readonly<Record<string, string>>;
  /** Name of the sheet that is active when the file opens. */
  readonly activeSheet: string;
  readonly title: string;
}
