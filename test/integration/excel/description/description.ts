/**
 * A drawn workbook in words that a file and the open workbook share, so that the two can be compared. Areas are
 * A1 addresses, widths are characters, other lengths points, colours `#RRGGBB`.
 */
import { areaAddress, cellAddress, type Area } from "../../../../src/domain/grid";
import type { SheetSpec } from "../../../../src/layout/sheetSpec";

export interface CellDescription {
  /** Null for formulas: what they come to is not the renderers' matter. */
  readonly value: string | number | boolean | null;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fontColor: string;
  readonly fillColor: string | null;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrapText: boolean;
  readonly locked: boolean;
}

export interface ValidationDescription {
  readonly area: string;
  readonly type: string;
  /** List values, bounds or formula. */
  readonly rule: readonly string[];
  readonly ignoreBlanks: boolean;
  readonly prompt: readonly [title: string, message: string] | null;
  readonly alert: readonly [style: string, title: string, message: string] | null;
}

export interface ConditionalFormatDescription {
  readonly area: string;
  readonly type: string;
  /** Formula, or bounds of a data bar. */
  readonly rule: readonly string[];
  readonly fillColor: string | null;
  readonly fontColor: string | null;
}

export interface PrintDescription {
  readonly paper: string;
  readonly orientation: string;
  readonly pagesWide: number | null;
  readonly pagesHigh: number | null;
  readonly margins: readonly number[];
  readonly centered: boolean;
  readonly area: string;
  readonly titleRows: string | null;
  readonly footer: string;
}

export interface SheetDescription {
  readonly name: string;
  readonly visibility: string;
  readonly tabColor: string | null;
  readonly gridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  /** Widths; null where the column is hidden, for Excel no longer tells it then. */
  readonly columns: readonly (number | null)[];
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly cells: Readonly<Record<string, CellDescription>>;
  /** Edges between cells, however each renderer splits them between neighbours, with their colours. */
  readonly edges: Readonly<Record<string, string>>;
  readonly merges: readonly string[];
  readonly validations: readonly ValidationDescription[];
  /** By priority, first wins. */
  readonly conditionalFormats: readonly ConditionalFormatDescription[];
  readonly tables: readonly { readonly name: string; readonly area: string; readonly style: string }[];
  readonly print: PrintDescription | null;
  readonly protection: { readonly formatCells: boolean; readonly insertRows: boolean } | null;
}

export interface WorkbookDescription {
  readonly sheets: readonly SheetDescription[];
  readonly names: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
  readonly activeSheet: string;
}

/** The smallest area around all that a spec says of cells. */
export function describedArea(spec: SheetSpec): Area {
  const blocks = spec.blocks.map(({ top, left, rows }) => ({
    top,
    left,
    bottom: top + rows.length - 1,
    right: left + Math.max(...rows.map((row) => row.length)) - 1,
  }));
  const areas = [...blocks, ...spec.styles.map(({ area }) => area), ...spec.merges];
  return {
    top: Math.min(...areas.map(({ top }) => top)),
    left: Math.min(...areas.map(({ left }) => left)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
    right: Math.max(...areas.map(({ right }) => right)),
  };
}

/** Every cell of an area, row by row. */
export function cellsOf(area: Area): readonly { readonly row: number; readonly column: number }[] {
  const cells = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) cells.push({ row, column });
  }
  return cells;
}

/** Colours of a cell's four edges; null where there is none. */
export interface CellEdges {
  readonly top: string | null;
  readonly bottom: string | null;
  readonly left: string | null;
  readonly right: string | null;
}

/** The edges of one cell, named so that neighbours share them. */
export function namedEdges(row: number, column: number, edges: CellEdges): readonly [string, string][] {
  const named: readonly (readonly [string, string | null])[] = [
    [`above ${cellAddress(row, column)}`, edges.top],
    [`above ${cellAddress(row + 1, column)}`, edges.bottom],
    [`before ${cellAddress(row, column)}`, edges.left],
    [`before ${cellAddress(row, column + 1)}`, edges.right],
  ];
  return named.flatMap(([name, color]): [string, string][] => (color === null ? [] : [[name, color]]));
}

/** Two decimals: widths travel through pixels, margins through inches. */
export function rounded(length: number): number {
  return Math.round(length * 100) / 100;
}

export function addresses(areas: readonly Area[]): readonly string[] {
  return areas.map(areaAddress).sort();
}

/** `$E$1:$E$1` → `$E$1`. */
export function shortReference(range: string): string {
  return range.replace(/(\$[A-Z]+\$\d+):\1$/, "$1");
}
