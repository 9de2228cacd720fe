/** A report as data: what it says and how its parts rank, not how it is printed. */

export interface TextRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

export interface TableColumn {
  readonly title: string;
  /** Part of the heading in italics, verbatim inside `title`. */
  readonly italic?: string;
  /** Heading above that spans neighbouring columns. */
  readonly group?: string;
  /** Share of the table's width; shares of a table sum to what they like. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
}

export type TableRow =
  | { readonly kind: "cells"; readonly cells: readonly string[]; readonly isTotal?: boolean }
  /** One text over all columns: the name of those whose rows follow. */
  | { readonly kind: "heading"; readonly text: string };

export interface ReportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export type ReportBlock =
  /** Level 1 is "I.", level 2 "1.", and so on. */
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly runs: readonly TextRun[] }
  /** What the official has yet to write; clearly marked. */
  | { readonly kind: "gap"; readonly prompt: string }
  | { readonly kind: "table"; readonly table: ReportTable };

export interface ReportAnnex {
  /** "Biểu số 01" */
  readonly label: string;
  readonly title: readonly string[];
  readonly orientation: "portrait" | "landscape";
  readonly table: ReportTable;
}

export interface ReportDocument {
  readonly superior: string;
  readonly author: string;
  /** "Số      -BC/BTGTU": the number is given when the report is signed. */
  readonly number: string;
  /** "Cao Bằng, ngày     tháng     năm 2023" */
  readonly placeAndDate: string;
  /** "BÁO CÁO" */
  readonly type: string;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly ReportBlock[];
  readonly recipients: readonly string[];
  readonly signer: string;
  readonly annexes: readonly ReportAnnex[];
}

/** A paragraph of plain text. */
export function paragraph(...runs: readonly (string | TextRun)[]): ReportBlock {
  return { kind: "paragraph", runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)) };
}

export function bold(text: string): TextRun {
  return { text, bold: true };
}

/** Mark around what is left to be written; also what finds it again. */
export function gapText(prompt: string): string {
  return `[… bổ sung: ${prompt}]`;
}
