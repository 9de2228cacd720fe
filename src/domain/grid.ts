/**
 * What a sheet holds, as plain data: the one shape between "a sheet in Excel" or "a file" and everything else.
 * Producers are `excel/` and `files/`; consumers never know which one it was.
 */

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`. Compares correctly as a string. */
export type IsoDate = string;

/** A cell that Excel itself holds as a date (a serial number shown with a date format). */
export interface CellDate {
  readonly kind: "date";
  readonly iso: IsoDate;
}

/** A cell that holds an error value such as `#REF!`. */
export interface CellError {
  readonly kind: "error";
  readonly code: string;
}

/** The value of one cell; an empty cell is `null`, never `""`. A formula cell has its cached result. */
export type CellValue = string | number | boolean | null | CellDate | CellError;

/** A rectangle of cells, zero-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The used range of one sheet. */
export interface Grid {
  /** Sheet name, as on its tab. */
  readonly sheet: string;
  /** Zero-based row of `values[0]` on the sheet. */
  readonly top: number;
  /** Zero-based column of `values[…][0]` on the sheet. */
  readonly left: number;
  /** Rows of cells; rows may be shorter than the widest one. */
  readonly values: readonly (readonly CellValue[])[];
  /** The cells as typed, where `values` has some of them converted from a legacy font (`text/unicodeText`). */
  readonly typed?: readonly (readonly CellValue[])[];
  /** Font names of the cells of `values`, where the producer knows them: they tell legacy encodings. */
  readonly fonts?: readonly (readonly (string | null)[])[];
  /** Merged areas, in sheet coordinates. */
  readonly merges: readonly Area[];
  /** Zero-based sheet rows and columns that are hidden. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** True when the sheet itself is hidden. */
  readonly hidden: boolean;
}

/** One workbook as read: its sheets and what says whose it is. */
export interface WorkbookContent {
  /** File name without folder; the workbook's own name for an open workbook. */
  readonly file: string;
  readonly format: WorkbookFormat;
  readonly sheets: readonly Grid[];
  /** Custom document properties (the template's stamp among them). */
  readonly properties: Readonly<Record<string, string>>;
  /** When the file says it was last saved, ISO 8601 with time; null when it does not say. */
  readonly modified: string | null;
  /** SHA-256 of the bytes in lower-case hex; null for an open workbook. */
  readonly sha256: string | null;
}

export type WorkbookFormat = "xlsx" | "xls" | "xlsb" | "ods" | "csv" | "docx" | "html" | "excel";

/** The cell at sheet coordinates (zero-based); `null` outside the used range. */
export function cellAt(grid: Grid, row: number, column: number): CellValue {
  return grid.values[row - grid.top]?.[column - grid.left] ?? null;
}

/** Zero-based coordinates on a sheet. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The cell that holds the value shown at sheet coordinates: the first of the merged area that they lie in. */
export function anchorAt({ merges }: Grid, row: number, column: number): CellPlace {
  const area = merges.find((each) => each.top <= row && row <= each.bottom && spans(each, column));
  return area === undefined ? { row, column } : { row: area.top, column: area.left };
}

function spans({ left, right }: Area, column: number): boolean {
  return left <= column && column <= right;
}

/** Zero-based column → letters: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** `A` → 0, `AA` → 26. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The cell at an A1 address without sheet; `null` outside the used range. */
export function cellAtAddress(grid: Grid, address: string): CellValue {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return cellAt(grid, Number(row) - 1, columnNumber(letters));
}

/** Zero-based coordinates → A1 address without sheet: (1, 2) → `C2`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** An area → A1 address without sheet: `B2:D9`, or `B2` for a single cell. */
export function areaAddress(area: Area): string {
  const from = cellAddress(area.top, area.left);
  const to = cellAddress(area.bottom, area.right);
  return from === to ? from : `${from}:${to}`;
}
